"""``/api/ontology``: the words that links, classes and modalities are told in."""

from __future__ import annotations

from functools import lru_cache

from fastapi import APIRouter
from pydantic import BaseModel

from kg.model import Modality
from kg.ontology import load_ontology
from kg.rdf import stances

router = APIRouter()


class RelationTerm(BaseModel):
    """A relation."""

    name: str
    label: str
    label_ar: str
    definition: str
    definition_ar: str
    symmetric: bool
    inverse: str | None
    broader: list[str]
    derived: bool
    friendly: bool
    hostile: bool


class ClassTerm(BaseModel):
    """A class of actors or places."""

    name: str
    label: str
    label_ar: str
    parents: list[str]


class ModalityTerm(BaseModel):
    """How surely a claim is stated."""

    name: str
    label: str
    label_ar: str
    definition: str
    definition_ar: str


class Terms(BaseModel):
    """The ontology's words."""

    relations: list[RelationTerm]
    classes: list[ClassTerm]
    modalities: list[ModalityTerm]


@router.get("/ontology")
def ontology() -> Terms:
    """The relations, classes and modalities with their labels in English and Arabic."""
    return _terms()


@lru_cache(maxsize=1)
def _terms() -> Terms:
    known = load_ontology()
    terms = {each.name: each for each in known.terms}
    stance = stances()
    return Terms(
        relations=[
            RelationTerm(
                name=each.name,
                label=each.label,
                label_ar=each.label_ar,
                definition=terms[each.name].definition,
                definition_ar=terms[each.name].definition_ar,
                symmetric=each.symmetric,
                inverse=each.inverse,
                broader=list(each.parents),
                derived=each.derived_only,
                friendly=stance.get(each.name) == "friendly",
                hostile=stance.get(each.name) == "hostile",
            )
            for each in known.relations
        ],
        classes=[
            ClassTerm(name=each.name, label=each.label, label_ar=each.label_ar, parents=list(each.parents))
            for each in known.terms
            if each.kind == "class"
        ],
        modalities=[
            ModalityTerm(
                name=each.value,
                label=terms[each.value].label,
                label_ar=terms[each.value].label_ar,
                definition=terms[each.value].definition,
                definition_ar=terms[each.value].definition_ar,
            )
            for each in Modality
        ],
    )
