"""The relations as the extractor needs them: which kinds of object they take, and on which side they set the two."""

from __future__ import annotations

from functools import lru_cache

from kg.model import RelationKind
from kg.ontology import Ontology, Relation, load_ontology


@lru_cache(maxsize=1)
def relation_kinds() -> tuple[RelationKind, ...]:
    """One kind for each relation that a claim may state; derived relations are left out."""
    ontology = load_ontology()
    return tuple(_kind(each, ontology) for each in ontology.relations if not each.derived_only)


def _kind(relation: Relation, ontology: Ontology) -> RelationKind:
    reached = frozenset(name for each in relation.range for name in ontology.below(each))
    kinds = frozenset(kind for kind, name in (("actor", "Actor"), ("place", "Place")) if name in reached)
    within = frozenset({"place"} if reached <= ontology.below("Place") else {"actor"})
    above = ontology.above(relation.name)
    stance = next((each.stance for each in ontology.relations if each.stance and each.name in above), "")
    return RelationKind(relation.name, kinds or within, relation.symmetric, stance)
