"""Under which name a relation is scored, and whether its two sides may change places."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.ontology import Relation

_AS_ONE = {"memberOf": "partOf"}
"""Only the class of the subject tells these two apart, which no annotator decides from the words."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How relations are compared. ``names`` maps each relation to the name it is scored under."""

    names: Mapping[str, str]
    symmetric: frozenset[str]
    """Of the names it is scored under."""


def strict(relations: Iterable[Relation]) -> Reading:
    """Each relation by itself; ``memberOf`` and ``partOf`` are one."""
    stated = [each for each in relations if not each.derived_only]
    return _reading({each.name: _AS_ONE.get(each.name, each.name) for each in stated}, stated)


def family(relations: Iterable[Relation]) -> Reading:
    """Each relation under the highest one above it that texts state, which it is a special case of."""
    stated = [each for each in relations if not each.derived_only]
    parents = {each.name: each.parents for each in stated}

    def top(name: str) -> str:
        above = sorted(parent for parent in parents[name] if parent in parents)
        return top(above[0]) if above else name

    return _reading({each.name: top(each.name) for each in stated}, stated)


def _reading(names: Mapping[str, str], relations: Iterable[Relation]) -> Reading:
    symmetric = {each.name for each in relations if each.symmetric}
    return Reading(names, frozenset(symmetric & set(names.values())))
