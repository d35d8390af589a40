"""Takes the labels that our query files ask for out of a query, and looks them up once for each entity."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from pyoxigraph import Literal, NamedNode

from kg.namespaces import RDFS, SKOS
from kg.query.parameters import serialise
from kg.query.sorting import numbered
from kg.store import Rows, Store, Term

if TYPE_CHECKING:
    from kg.store.name_index import NameIndex

_PREDICATES = {"skos:prefLabel": SKOS + "prefLabel", "rdfs:label": RDFS + "label"}
_QUERY = re.compile(
    r"^SELECT (?P<columns>[^{}]+?)\s+WHERE \{\n(?P<body>.*?)^\}\nGROUP BY (?P<group>(?:\?\w+\s*)+)\Z",
    re.M | re.S,
)
_COLUMN = re.compile(r"\(MIN\(\?(?P<label>\w+)\) AS \?(?P<name>\w+)\)|\?(?P<plain>\w+)")
_LINE = re.compile(
    r" *OPTIONAL \{ \?(?P<entity>\w+) (?P<predicate>skos:prefLabel|rdfs:label) \?(?P<label>\w+) \."
    r' FILTER\(LANG\(\?(?P=label)\) = "(?P<language>[a-z]+)"\) \}'
)
_BINDS = re.compile(r" *\?\w+ [\w:]+ \?(\w+) \.")
_VARIABLE = re.compile(r"\?(\w+)")

_LABELLED = (NamedNode, Literal)
"""Of a literal the engine finds no label, nor is one looked for here."""
_BATCH = 256
"""Entities in one question: servers limit the length of a query."""
_STEP = 2
"""Spaces by which a group is set in."""


@dataclass(frozen=True, slots=True)
class Label:
    """A column that shows an entity's name: the least of its labels in one language."""

    entity: str
    """The variable that holds the entity."""
    predicate: str
    language: str
    always: bool
    """Whether every row must have an entity; else, a row without one has no label."""


Columns: TypeAlias = tuple[tuple[str, Label | None], ...]
"""The columns of an answer in their order by name, and which of them are labels."""


def without_labels(text: str) -> tuple[str, Columns | None]:
    """The SPARQL ``text`` without its labels, and what they are; as it is, and ``None``, if it has another form.

    The form is that of our files, to the letter and the indent: lines ``OPTIONAL { ?x skos:prefLabel ?xEn .
    FILTER(LANG(?xEn) = "en") }`` (or ``rdfs:label``) at the end of the outermost group, or of an ``OPTIONAL`` in it
    that begins with the triple that alone binds ``?x``; each label read by one ``(MIN(?xEn) AS ?x_en)`` and by nothing
    else; at the end ``GROUP BY`` all other columns. What is left of grouping is then that each row comes once.
    """
    query = _QUERY.search(text)
    if query is None or _COLUMN.sub("", query["columns"]).strip():
        return text, None
    columns = list(_COLUMN.finditer(query["columns"]))
    plain = [column["plain"] for column in columns if column["plain"]]
    if sorted(plain) != sorted(_VARIABLE.findall(query["group"])):
        return text, None
    lines = query["body"].split("\n")
    found = dict(_labels(lines))
    used = Counter(_VARIABLE.findall(text))
    read = [column["label"] for column in columns if column["label"]]
    # Twice in its own line, and once where it is read.
    if sorted(read) != sorted(found) or any(used[name] != 3 for name in found):
        return text, None
    body = "\n".join(line for line in lines if not _LINE.fullmatch(line))
    chosen = " ".join(f"?{name}" for name in plain)
    lighter = f"{text[: query.start()]}SELECT DISTINCT {chosen}\nWHERE {{\n{body}}}\n"
    shown = ((column["name"] or column["plain"], found.get(column["label"])) for column in columns)
    return lighter, tuple(shown)


def labelled(store: Store, rows: Rows, columns: Columns) -> Rows | None:
    """``rows`` with their labels. ``None`` where only the engine can say them: an entity is unbound or a blank node."""
    at = {name: position for position, name in enumerate(rows.variables)}
    entities = {label.entity for _, label in columns if label is not None}
    terms = {name: numbered(row[at[name]] for row in rows.rows) for name in entities}
    wanted: dict[str, set[str]] = {}
    for _, label in columns:
        if label is not None:
            those, _ = terms[label.entity]
            if not all(isinstance(term, _LABELLED) or (term is None and not label.always) for term in those):
                return None
            named = (term.value for term in those if isinstance(term, NamedNode))
            wanted.setdefault(label.predicate, set()).update(named)
    known = {predicate: _known(store, predicate, those) for predicate, those in wanted.items()}
    filled: list[list[Term | None]] = []
    for name, label in columns:
        if label is None:
            filled.append([row[at[name]] for row in rows.rows])
        else:
            names = known[label.predicate].get(label.language, {})
            those, numbers = terms[label.entity]
            shown = [names.get(term.value) if isinstance(term, NamedNode) else None for term in those]
            filled.append([shown[number] for number in numbers])
    return Rows(tuple(name for name, _ in columns), tuple(zip(*filled, strict=True)))


def _labels(lines: Sequence[str]) -> Iterator[tuple[str, Label]]:
    """Each label by its variable, of those that stand where they may be taken out."""
    matches = [_LINE.fullmatch(line) for line in lines]
    for at, match in enumerate(matches):
        if match is None:
            continue
        own = _indent(lines[at])
        end = next(
            after for after in range(at, len(lines)) if matches[after] is None or _indent(lines[after]) != own
        )
        label = Label(
            match["entity"], _PREDICATES[match["predicate"]], match["language"], always=own == _STEP
        )
        if (label.always and not "".join(lines[end:])) or _alone(lines, at, end, match["entity"]):
            yield match["label"], label


def _alone(lines: Sequence[str], at: int, end: int, entity: str) -> bool:
    """Whether the group of line ``at``, whose labels end before ``end``, is optional and alone binds ``entity``."""
    own = _indent(lines[at])
    start = max((before for before in range(at) if _indent(lines[before]) < own), default=-1)
    if start < 0 or lines[end] != " " * (own - _STEP) + "}":
        return False
    first = _BINDS.fullmatch(lines[start + 1])
    others = _VARIABLE.findall("\n".join((*lines[:start], *lines[end:])))
    return (
        first is not None
        and first[1] == entity
        and entity not in others
        and all(lines[opened].strip() == "OPTIONAL {" for opened in _around(lines, at))
    )


def _around(lines: Sequence[str], at: int) -> Iterator[int]:
    """The lines that open the groups around line ``at``, from the inside."""
    inside = _indent(lines[at])
    for before in range(at - 1, -1, -1):
        if _indent(lines[before]) < inside:
            inside = _indent(lines[before])
            yield before


def _indent(line: str) -> int:
    """How far in a line is; an empty one is in whatever is around it."""
    return len(line) - len(line.lstrip(" ")) if line.strip() else sys.maxsize


def _known(store: Store, predicate: str, iris: Iterable[str]) -> dict[str, dict[str, Literal]]:
    """By language and IRI, the least label."""
    if predicate == SKOS + "prefLabel" and store.has_names:
        # Many documents may name one actor, and of the graph each of their labels would be read.
        return store.names(lambda index: _indexed(index, iris))
    least: dict[str, dict[str, Literal]] = {}
    wanted = sorted(iris)
    for start in range(0, len(wanted), _BATCH):
        values = " ".join(serialise(NamedNode(each)) for each in wanted[start : start + _BATCH])
        found = store.select(
            f"SELECT DISTINCT ?entity ?label WHERE {{ VALUES ?entity {{ {values} }} ?entity <{predicate}> ?label }}"
        )
        for entity, label in found.rows:
            if isinstance(entity, NamedNode) and isinstance(label, Literal) and label.language:
                own = least.setdefault(label.language, {})
                known = own.setdefault(entity.value, label)
                if label.value < known.value:
                    own[entity.value] = label
    return least


def _indexed(index: NameIndex, iris: Iterable[str]) -> dict[str, dict[str, Literal]]:
    least: dict[str, dict[str, Literal]] = {}
    for iri, language, text in index.least(iris):
        if language:
            least.setdefault(language, {})[iri] = Literal(text, language=language)
    return least
