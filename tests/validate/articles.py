"""Small articles as the store keeps them, for tests of validation."""

from __future__ import annotations

from pyoxigraph import NamedNode, Quad

from kg.iri import Iris
from kg.model import Claim, Document, Modality
from kg.namespaces import RW
from kg.rdf import document_quads
from tests.building import claim, document, mention

IRIS = Iris()
SUPPORT = "أعلن ناشطون أن حزب الله يدعم جبهة النصرة في بلدة الحاضر."
FIGHT = "قال مصدر إن حزب الله يقاتل جبهة النصرة قرب بلدة الحاضر."


def article(text: str, *predicates: str, name: str, modality: Modality = Modality.ASSERTED) -> list[Quad]:
    """An article that states each of ``predicates`` between Hezbollah and the Nusra Front, as quads."""
    source = document(text, name=name)
    claims = [between(source, predicate, modality) for predicate in predicates]
    return sorted(document_quads(source, claims, IRIS), key=str)


def between(source: Document, predicate: str, modality: Modality = Modality.ASSERTED) -> Claim:
    """The claim that Hezbollah stands in ``predicate`` to the Nusra Front."""
    subject = mention(source, "حزب الله", "hezbollah")
    return claim(
        source, subject, predicate, mention(source, "جبهة النصرة", "al-nusra-front"), modality=modality
    )


def without(quads: list[Quad], predicate: str) -> list[Quad]:
    """``quads`` less those of one predicate of the ontology."""
    return [quad for quad in quads if quad.predicate != NamedNode(RW + predicate)]
