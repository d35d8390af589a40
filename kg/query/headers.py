"""Reads the ``#+`` lines that open a query file: what it answers, and what it takes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kg.query.errors import QueryHeaderError
from kg.query.kinds import KINDS
from kg.query.lines import PARAMETER_LINE

if TYPE_CHECKING:
    import yaml

MARKER = re.compile(PARAMETER_LINE.format(value=r"UNDEF|<[^<>\s]*>"), re.M)
"""The line that a parameter's value replaces. It holds ``UNDEF``, or an IRI under the default base."""

_KEYS = ("summary", "summary@ar", "tags", "params", "defaults", "enumerate", "columns")
_PARAM_KEYS = ("kind", "description", "default", "required")
_LIMIT = 20_000


@dataclass(frozen=True, slots=True)
class Parameter:
    """One value that a query takes. Without a value and a default, an optional one means "any"."""

    name: str
    kind: str
    """A key of ``kg.query.kinds.KINDS``."""
    description: str
    default: str | None = None
    required: bool = False
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Header:
    """What a query file says of itself."""

    summary: str
    tags: tuple[str, ...] = ()
    parameters: tuple[Parameter, ...] = ()
    columns: tuple[tuple[str, str], ...] = ()
    """Name and meaning of result columns, where the name alone does not say it."""
    summary_ar: str | None = None
    """The summary in Arabic."""


def read_header(text: str, path: Path | str) -> Header:
    """The header of the query ``text``. Raises ``QueryHeaderError``, which names ``path`` and the line.

    A file without ``#+`` lines is a query without parameters. All scalars are read as text: no value changes
    its type because of how YAML sees it.
    """
    numbers, lines = _header_lines(text)
    return _Reader(path, numbers, text).header("\n".join(lines))


def _header_lines(text: str) -> tuple[list[int], list[str]]:
    numbers, lines = [], []
    for number, line in enumerate(text.split("\n"), 1):
        if line.startswith("#+"):
            numbers.append(number)
            content = line[2:].rstrip("\r")
            lines.append(content.removeprefix(" "))
    return numbers, lines


@dataclass(frozen=True, slots=True)
class _Reader:
    path: Path | str
    numbers: list[int]
    text: str

    def fail(self, node: yaml.Node | None, problem: str) -> QueryHeaderError:
        mark = node.start_mark.line if node is not None else 0
        return QueryHeaderError(self.path, self.line(mark), problem)

    def line(self, index: int) -> int:
        return self.numbers[min(index, len(self.numbers) - 1)] if self.numbers else 1

    def header(self, content: str) -> Header:
        root = self.parse(content)
        if root is None:
            return Header("")
        parts = {key: node for key, _, node in self.pairs(root, "the header", _KEYS)}
        if "summary" not in parts:
            raise self.fail(
                root, "the header has no summary; add a line such as '#+ summary: Who supports whom?'"
            )
        defaults = self.texts(parts["defaults"]) if "defaults" in parts else {}
        choices = self.lists(parts["enumerate"]) if "enumerate" in parts else {}
        parameters = tuple(self.parameters(parts.get("params"), defaults, choices))
        self.check_names(parts, parameters)
        return Header(
            summary=self.scalar(parts["summary"]),
            tags=self.items(parts["tags"]) if "tags" in parts else (),
            parameters=parameters,
            columns=tuple(self.texts(parts["columns"]).items()) if "columns" in parts else (),
            summary_ar=self.scalar(parts["summary@ar"]) if "summary@ar" in parts else None,
        )

    def parse(self, content: str) -> yaml.Node | None:
        import yaml

        if len(content) > _LIMIT:
            raise self.fail(
                None, f"the header is longer than {_LIMIT} characters; move the prose into a comment"
            )
        try:
            node: yaml.Node | None = yaml.compose(content, Loader=yaml.BaseLoader)
        except yaml.MarkedYAMLError as error:
            index = error.problem_mark.line if error.problem_mark else 0
            problem = " ".join(filter(None, (error.context, error.problem)))
            raise QueryHeaderError(
                self.path, self.line(index), f"the header is not YAML: {problem}"
            ) from error
        except yaml.YAMLError as error:
            raise self.fail(None, f"the header is not YAML: {error}") from error
        except RecursionError:
            raise self.fail(None, "the header is nested too deeply") from None
        return node

    def parameters(
        self, node: yaml.Node | None, defaults: dict[str, str], choices: dict[str, tuple[str, ...]]
    ) -> Iterator[Parameter]:
        if node is None:
            return
        marked = {match["name"] for match in MARKER.finditer(self.text)}
        for name, key, value in self.pairs(node, "params"):
            parts = self.parameter_parts(name, value)
            kind = parts.get("kind", name if name in KINDS else "text")
            if kind not in KINDS:
                raise self.fail(
                    value, f"parameter {name!r} has the unknown kind {kind!r}; kinds are {', '.join(KINDS)}"
                )
            if parts.get("required", "false") not in ("true", "false"):
                raise self.fail(
                    value, f"parameter {name!r}: required is true or false, not {parts['required']!r}"
                )
            if name not in marked:
                raise self.fail(
                    key,
                    f"parameter {name!r} has no line of its own 'VALUES ?{name} {{ UNDEF }}' in the query",
                )
            yield Parameter(
                name,
                kind,
                parts.get("description", name),
                parts.get("default", defaults.get(name)),
                parts.get("required") == "true",
                choices.get(name, ()),
            )

    def parameter_parts(self, name: str, node: yaml.Node) -> dict[str, str]:
        import yaml

        if isinstance(node, yaml.ScalarNode):
            return {"description": node.value}
        return {
            key: self.scalar(part) for key, _, part in self.pairs(node, f"parameter {name!r}", _PARAM_KEYS)
        }

    def check_names(self, parts: dict[str, yaml.Node], parameters: tuple[Parameter, ...]) -> None:
        known = {parameter.name for parameter in parameters}
        for section in ("defaults", "enumerate"):
            for name, key, _ in self.pairs(parts[section], section) if section in parts else ():
                if name not in known:
                    raise self.fail(key, f"{section} names {name!r}, which is not among params")

    def pairs(
        self, node: yaml.Node, what: str, allowed: tuple[str, ...] = ()
    ) -> Iterator[tuple[str, yaml.Node, yaml.Node]]:
        import yaml

        if not isinstance(node, yaml.MappingNode):
            raise self.fail(node, f"{what} must be 'name: value' pairs")
        seen: set[str] = set()
        for key, value in node.value:
            name = self.scalar(key)
            if allowed and name not in allowed:
                raise self.fail(key, f"{what} has the unknown key {name!r}; keys are {', '.join(allowed)}")
            if name in seen:
                raise self.fail(key, f"{what} says {name!r} twice")
            seen.add(name)
            yield name, key, value

    def texts(self, node: yaml.Node) -> dict[str, str]:
        return {name: self.scalar(value) for name, _, value in self.pairs(node, "this section")}

    def lists(self, node: yaml.Node) -> dict[str, tuple[str, ...]]:
        return {name: self.items(value) for name, _, value in self.pairs(node, "enumerate")}

    def items(self, node: yaml.Node) -> tuple[str, ...]:
        import yaml

        if not isinstance(node, yaml.SequenceNode):
            raise self.fail(node, "a list is expected here, such as [links, support]")
        return tuple(self.scalar(item) for item in node.value)

    def scalar(self, node: yaml.Node) -> str:
        import yaml

        if not isinstance(node, yaml.ScalarNode):
            raise self.fail(node, "plain text is expected here")
        return str(node.value)
