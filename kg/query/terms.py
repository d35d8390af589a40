"""Which term of the ontology a user means."""

from __future__ import annotations

from collections.abc import Iterable

from kg.namespaces import RW
from kg.ontology import Relation, Term, classes, load_ontology
from kg.query.naming import Note, understood
from kg.resolve.names import Candidate, Names


def find_relation(typed: str, note: Note) -> str:
    """The local name of a relation, from that name or its label in either language."""
    return _find(
        "relation", load_ontology().relations, typed, note, "'kg ontology list --kind relation' lists all"
    )


def find_class(typed: str, note: Note) -> str:
    """The local name of a class, from that name or its label in either language."""
    return _find("class", classes(), typed, note, "'kg ontology list --kind class' lists all")


def find_term(typed: str, note: Note) -> str:
    """The local name of any term of the ontology, from that name or its label in either language."""
    return _find("term", load_ontology().terms, typed, note, "'kg ontology list' lists all")


def _find(kind: str, known: Iterable[Relation | Term], typed: str, note: Note, way_out: str) -> str:
    candidates = (Candidate(RW + each.name, kind, (each.name, each.label, each.label_ar)) for each in known)
    names = Names(kind, candidates, way_out=way_out)
    return understood(names.find(typed.removeprefix("rw:")), typed, note).removeprefix(RW)
