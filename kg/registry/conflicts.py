"""Whether the user's own registry can stand beside the one that travels with the program."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeAlias

from pyoxigraph import Literal, NamedNode, Quad

from kg.errors import KGError
from kg.folding import fold_text
from kg.iri import is_actor, is_place
from kg.model import Registry
from kg.namespaces import RDF, RW, SKOS

_SURE = frozenset((SKOS + "prefLabel", SKOS + "altLabel", SKOS + "hiddenLabel"))
_NAMING = _SURE | {RW + "ambiguousLabel"}
_TYPE = RDF + "type"


class RegistryConflictError(KGError):
    """Two statements of the registry that cannot both stand."""

    def __init__(self, file: Path, iri: str, problem: str, way_out: str) -> None:
        super().__init__(f"{file}: {iri}: {problem}; {way_out}")


Content: TypeAlias = tuple[Path, Sequence[Quad]]
"""A file and the triples in it."""


def check_own(files: Iterable[Content], packaged: Registry) -> None:
    """Raises ``RegistryConflictError`` for the first statement in ``files`` that contradicts what is known.

    An own file may describe actors and places that nobody lists, and may add names to listed ones. It may not say
    anew what a listed one is, nor give anybody a name that already means somebody else wherever it stands.
    """
    listed = {entry.entity.iri: entry for entry in packaged.entries}
    bearers = _bearers(packaged)
    described: dict[str, Path] = {}
    named: dict[str, Path] = {}
    for file, content in files:
        quads = [quad for quad in content if isinstance(quad.subject, NamedNode)]
        for iri, own in _by_subject(quads):
            if RW + "Tenure" in own[_TYPE]:
                continue
            if not (is_actor(iri) or is_place(iri)):
                raise RegistryConflictError(
                    file, iri, "this is the IRI of no actor and no place", "end it in actor/… or place/…"
                )
            describes = own[_TYPE] or own[SKOS + "prefLabel"]
            if iri in listed and describes:
                raise RegistryConflictError(
                    file,
                    iri,
                    f"the registry already describes this as {listed[iri].entity.label}",
                    "give names with skos:altLabel alone, or choose another id",
                )
            if iri in described and describes:
                raise RegistryConflictError(
                    file, iri, f"{described[iri]} describes it too", "keep one of the two descriptions"
                )
            if iri not in listed and _NAMING & own.keys():
                named[iri] = file
            if iri not in listed and describes:
                if not own[_TYPE] or not own[SKOS + "prefLabel"]:
                    missing = "skos:prefLabel" if own[_TYPE] else "class"
                    raise RegistryConflictError(file, iri, f"it has no {missing}", "add one")
                described[iri] = file
        _check_names(file, quads, bearers, {iri: entry.entity.label for iri, entry in listed.items()})
    for iri in sorted(named.keys() - described.keys()):
        raise RegistryConflictError(
            named[iri],
            iri,
            "it names somebody whom nothing describes",
            "give a class and skos:prefLabel, or mend the id",
        )


def _check_names(
    file: Path, quads: list[Quad], bearers: dict[tuple[bool, str], str], labels: dict[str, str]
) -> None:
    for quad in quads:
        if quad.predicate.value not in _SURE or not isinstance(quad.object, Literal):
            continue
        assert isinstance(quad.subject, NamedNode)
        iri = quad.subject.value
        bearer = bearers.setdefault((is_place(iri), fold_text(quad.object.value)), iri)
        if bearer != iri:
            raise RegistryConflictError(
                file,
                iri,
                f"{quad.object.value!r} already means {labels.get(bearer, bearer)} ({bearer})",
                "leave the name out, make it rw:ambiguousLabel, or adopt with --same-as if they are one",
            )


def _bearers(registry: Registry) -> dict[tuple[bool, str], str]:
    """Who bears which name unambiguously, actors and places apart."""
    return {
        (entry.is_place, fold_text(name.text)): entry.entity.iri
        for entry in registry.entries
        for name in entry.names
        if not name.ambiguous
    }


def _by_subject(quads: Iterable[Quad]) -> Iterator[tuple[str, dict[str, list[str]]]]:
    facts: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for quad in quads:
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal):
            facts[quad.subject.value][quad.predicate.value].append(quad.object.value)
    yield from sorted(facts.items())
