"""What the model is asked: templates beside this file, filled in from the ontology."""

from __future__ import annotations

import hashlib
import json
import re
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeAlias

from kg.model import Modality
from kg.ontology import Ontology, Relation

Message: TypeAlias = dict[str, str]
"""``role`` and ``content``, as the chat completions of OpenAI have them."""

_HERE = Path(__file__).parent / "prompts"
_SLOT = re.compile(r"\{\{ (\w+) \}\}")


@dataclass(frozen=True, slots=True)
class Prompt:
    """The question about one ontology, whatever the article."""

    relations: str
    types: str
    schema: Mapping[str, Any]

    @property
    def digest(self) -> str:
        """Changes when the templates, the relations or the form of the answer change."""
        parts = (self._system("boundary"), _template("user"), _template("repair"), json.dumps(self.schema))
        return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()

    def ask(self, text: str) -> list[Message]:
        """The question about ``text``, which stands in a message of its own between lines that it cannot hold."""
        boundary = _boundary(text)
        user = _fill(_template("user"), {"boundary": boundary, "text": text})
        return [
            {"role": "system", "content": self._system(boundary)},
            {"role": "user", "content": user},
        ]

    def repair(self, asked: list[Message], answer: str, problems: Iterable[str]) -> list[Message]:
        """The question again, with what was wrong with the answer."""
        listed = "\n".join(f"- {problem}" for problem in problems)
        again = _fill(_template("repair"), {"problems": listed})
        return [*asked, {"role": "assistant", "content": answer}, {"role": "user", "content": again}]

    def _system(self, boundary: str) -> str:
        values = {"boundary": boundary, "relations": self.relations, "types": self.types}
        return _fill(_template("system"), values)


def prompt_of(ontology: Ontology, relations: Iterable[Relation], types: Iterable[str]) -> Prompt:
    """The prompt whose relations are defined as ``ontology`` defines them."""
    relations, types = tuple(relations), tuple(types)
    enums = {
        "relations": [each.name for each in relations],
        "types": list(types),
        "modalities": [each.value for each in Modality],
    }
    lines = "".join(_relation(each, ontology) for each in relations)
    return Prompt(lines, ", ".join(types), _with_enums(json.loads(_read("answer.schema.json")), enums))


def _relation(relation: Relation, ontology: Ontology) -> str:
    term = ontology.term(relation.name)
    return _fill(
        _template("relation"),
        {
            "name": relation.name,
            "definition": term.definition,
            "domain": " or ".join(relation.domain),
            "range": " or ".join(relation.range),
            "example": term.example,
            "counter_example": term.counter_example,
        },
    )


def _with_enums(schema: Any, enums: Mapping[str, list[str]]) -> Any:
    """The schema with each ``enum`` that names a list replaced by that list."""
    if isinstance(schema, list):
        return [_with_enums(each, enums) for each in schema]
    if not isinstance(schema, dict):
        return schema
    return {
        key: enums[value[0]] if key == "enum" else _with_enums(value, enums) for key, value in schema.items()
    }


def _boundary(text: str) -> str:
    while (boundary := f"=={secrets.token_hex(12)}==") in text:
        continue
    return boundary


def _fill(template: str, values: Mapping[str, str]) -> str:
    """The template with its slots filled, each value as it is: no slot is looked for within a value."""
    return _SLOT.sub(lambda slot: values[slot[1]], template)


@lru_cache
def _template(name: str) -> str:
    return _read(f"{name}.jinja")


def _read(name: str) -> str:
    return (_HERE / name).read_text(encoding="utf-8")
