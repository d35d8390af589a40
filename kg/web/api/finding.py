"""Whom and what a request means: ids as IRIs or paths below a base. Names are found by ``/api/search`` alone."""

from __future__ import annotations

from collections.abc import Iterable

from kg.errors import UnknownNameError
from kg.namespaces import BASE
from kg.query.iris import is_iri
from kg.query.lookup import look_up_unsorted
from kg.web.view import View

_WAY_OUT = "'/api/search?q=' finds actors and places by name"


def find_entity(view: View, given: str) -> str:
    """The IRI of the actor or place with this IRI or path. Raises ``UnknownNameError``."""
    for iri in _candidates(view, given):
        if view.naming.knows(iri) or _is_named(view, iri):
            return iri
    raise UnknownNameError("actor or place", given, way_out=_WAY_OUT)


def find_entities(view: View, given: Iterable[str]) -> tuple[list[str], list[str]]:
    """The IRIs of several, sorted, and those of ``given`` that the store does not know, in their order."""
    candidates = {each: _candidates(view, each) for each in given}
    view.naming.prepare(iri for iris in candidates.values() for iri in iris)
    open_ = [iri for iris in candidates.values() for iri in iris if not view.naming.knows(iri)]
    named = (
        {row["entity"] for row in look_up_unsorted(view.store, "claims-counted", entity=open_)}
        if open_
        else ()
    )
    known: set[str] = set()
    unknown = []
    for each, iris in candidates.items():
        found = next((iri for iri in iris if view.naming.knows(iri) or iri in named), None)
        if found is None:
            unknown.append(each)
        else:
            known.add(found)
    return sorted(known), unknown


def find_sources(view: View, given: str) -> frozenset[str]:
    """What stands for a source in claims: IRIs of an actor, and the name of a publisher."""
    return frozenset({given, *(iri for iri in _candidates(view, given) if view.naming.knows(iri))})


def find_node(view: View, given: str, kind: str) -> str:
    """The IRI that an id of a document or a claim stands for, whether there is one or not.

    Raises ``UnknownNameError`` where it can be none.
    """
    prefix = f"{view.store.iris.base}{kind}/"
    if is_iri(given):
        return given
    iri = prefix + given.removeprefix(f"{kind}/").removeprefix(f"{kind}:")
    if is_iri(iri):
        return iri
    raise UnknownNameError(kind, given, way_out=WAYS_OUT[kind])


WAYS_OUT = {
    "document": "'/api/documents' lists all",
    "claim": "'/api/evidence' and '/api/document' give claims with their ids",
}


def _candidates(view: View, given: str) -> list[str]:
    if given.startswith(("http://", "https://")):
        return [given] if is_iri(given) else []
    if not given.startswith(("actor/", "place/")):
        return []
    iris = dict.fromkeys(base + given for base in (view.store.iris.base, BASE))
    return [iri for iri in iris if is_iri(iri)]


def _is_named(view: View, iri: str) -> bool:
    """Whether a claim names somebody who has no label."""
    return any(row["entity"] for row in look_up_unsorted(view.store, "claims-counted", entity=[iri]))
