"""The ontology as plain frozen values, read once from ``ontology/rawabit.ttl`` and ``ontology/modules``."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from kg.ontology.reading import read_ontology
from kg.ontology.values import Axioms, Chain, Ontology, Relation, Step, SubRelation, Term
from kg.resources import folder

__all__ = [
    "Axioms",
    "Chain",
    "Ontology",
    "Relation",
    "Step",
    "SubRelation",
    "Term",
    "alignment_files",
    "axioms",
    "classes",
    "load_ontology",
    "ontology_files",
    "read_ontology",
    "relation",
    "relations",
    "term",
]


def ontology_files() -> tuple[Path, ...]:
    """``rawabit.ttl`` and every module, in a fixed order."""
    home = folder("ontology")
    return (home / "rawabit.ttl", *sorted((home / "modules").glob("*.ttl")))


def alignment_files() -> tuple[Path, ...]:
    """The Turtle files that map the ontology to other vocabularies, in a fixed order."""
    return tuple(sorted((folder("ontology") / "alignments").glob("*.ttl")))


@lru_cache(maxsize=1)
def load_ontology() -> Ontology:
    """The ontology that travels with the program. Raises ``RdfSyntaxError`` where a file does not parse."""
    return read_ontology(ontology_files())


def relations() -> tuple[Relation, ...]:
    """Every relation, sorted by name."""
    return load_ontology().relations


def relation(name: str) -> Relation:
    """The relation with this local name. Raises ``UnknownNameError`` with the nearest names."""
    return load_ontology().relation(name)


def classes() -> tuple[Term, ...]:
    """Every class, sorted by name; ``parents`` are the classes directly above it."""
    return tuple(each for each in load_ontology().terms if each.kind == "class")


def term(name: str) -> Term:
    """The term with this local name. Raises ``UnknownNameError`` with the nearest names."""
    return load_ontology().term(name)


def axioms() -> Axioms:
    """The axioms by which links follow from links."""
    return load_ontology().axioms
