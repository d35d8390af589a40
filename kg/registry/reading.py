"""Reads the files of the registry into plain values."""

from __future__ import annotations

import sys
from collections import defaultdict
from dataclasses import fields
from functools import lru_cache
from pathlib import Path
from typing import Any

from pyoxigraph import Literal, NamedNode

from kg import iri, model
from kg.cache import remembered
from kg.iri import is_place
from kg.model import Entity, Name, Registry, RegistryEntry, Tenure
from kg.namespaces import GEO, RDF, RW, SKOS
from kg.registry.conflicts import check_own
from kg.registry.files import own_files, reference_files, version
from kg.turtle import read_turtle

_TYPE = RDF + "type"
_LABELS = {
    SKOS + "prefLabel": False,
    SKOS + "altLabel": False,
    SKOS + "hiddenLabel": False,
    RW + "ambiguousLabel": True,
}

_Facts = dict[str, dict[str, list[NamedNode | Literal]]]


def load_registry() -> Registry:
    """The registry that travels with the program, and the user's own beside it.

    Raises ``RdfSyntaxError`` for a file that does not parse, ``OwnRegistryError``, and ``RegistryConflictError``
    where the user's own contradicts the other.
    """
    return _load(version())


@lru_cache(maxsize=2)
def _load(_: object) -> Registry:
    return _remembered(reference_files(), own_files())


def packaged_registry() -> Registry:
    """The registry that travels with the program, alone."""
    return _remembered(reference_files())


def _remembered(files: tuple[Path, ...], own: tuple[Path, ...] = ()) -> Registry:
    """The registry in ``files`` and ``own``; what is kept for the next run has been checked."""

    def make() -> list[Any]:
        if own:
            check_own(((file, tuple(read_turtle(file))) for file in own), packaged_registry())
        return [_row(entry) for entry in read_registry((*files, *own)).entries]

    code = (Path(module.__file__ or "") for module in (sys.modules[__name__], model, iri))
    rows = remembered("registry", (*files, *own, *code), make)
    return Registry(tuple(map(_from_row, rows)))


def _row(entry: RegistryEntry) -> list[Any]:
    """The values of the fields of an entry, in their order, with lists for tuples and for values within."""
    return [_plain(getattr(entry, each.name)) for each in fields(entry)]


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, Entity):
        return [getattr(value, each.name) for each in fields(value)]
    return value


def _from_row(row: list[Any]) -> RegistryEntry:
    """The entry that ``_row`` wrote."""
    entity, names, is_place, cues, blocked_by, tenures, *others = row
    return RegistryEntry(
        Entity(*entity),
        tuple(map(Name._make, names)),
        is_place,
        tuple(cues),
        tuple(blocked_by),
        tuple(map(Tenure._make, tenures)),
        *others,
    )


def read_registry(files: tuple[Path, ...]) -> Registry:
    """The registry in ``files`` (Turtle, in the layout that ``ontology/reference/README.md`` describes)."""
    facts: _Facts = defaultdict(lambda: defaultdict(list))
    for path in files:
        for quad in read_turtle(path):
            if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal):
                facts[quad.subject.value][quad.predicate.value].append(quad.object)
    tenures = _tenures(facts)
    entries = (_entry(iri, own, tenures.get(iri, ())) for iri, own in sorted(facts.items()))
    return Registry(tuple(entry for entry in entries if entry is not None))


def _tenures(facts: _Facts) -> dict[str, tuple[Tenure, ...]]:
    found: dict[str, list[Tenure]] = defaultdict(list)
    for own in facts.values():
        if RW + "Tenure" not in _values(own, _TYPE):
            continue
        holder, relation, target = (
            _value(own, RW + name) for name in ("holder", "tenureRelation", "tenureIn")
        )
        if holder and relation and target:
            start, end = _value(own, RW + "from"), _value(own, RW + "until")
            found[holder].append(Tenure(relation.removeprefix(RW), target, start, end))
    return {holder: tuple(own) for holder, own in found.items()}


def _entry(
    iri: str, own: dict[str, list[NamedNode | Literal]], tenures: tuple[Tenure, ...]
) -> RegistryEntry | None:
    names = tuple(
        Name(term.value, term.language or "", ambiguous)
        for predicate, ambiguous in _LABELS.items()
        for term in own.get(predicate, ())
        if isinstance(term, Literal)
    )
    types = [value.removeprefix(RW) for value in _values(own, _TYPE) if value.startswith(RW)]
    if not names or not types or "Tenure" in types:
        return None
    preferred = {
        term.language: term.value for term in own.get(SKOS + "prefLabel", ()) if isinstance(term, Literal)
    }
    standing = tuple(
        Tenure(relation, target)
        for relation in ("commands", "partOf", "memberOf", "alliedWith")
        for target in _values(own, RW + relation)
    )
    latitude, longitude = _value(own, GEO + "lat"), _value(own, GEO + "long")
    label = preferred.get("en") or preferred.get("ar") or names[0].text
    return RegistryEntry(
        entity=Entity(iri, types[0], label, preferred.get("ar"), country=_value(own, RW + "country")),
        names=names,
        is_place=is_place(iri),
        cues=tuple(_values(own, RW + "cue")),
        blocked_by=tuple(_values(own, RW + "blockedBy")),
        tenures=standing + tenures,
        within=_value(own, RW + "within"),
        latitude=float(latitude) if latitude else None,
        longitude=float(longitude) if longitude else None,
    )


def _values(own: dict[str, list[NamedNode | Literal]], predicate: str) -> list[str]:
    return [term.value for term in own.get(predicate, ())]


def _value(own: dict[str, list[NamedNode | Literal]], predicate: str) -> str | None:
    return next(iter(_values(own, predicate)), None)
