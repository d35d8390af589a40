"""Which links the claims of a document hold up."""

from __future__ import annotations

import pytest

from kg.iri import Iris
from kg.model import Modality
from kg.rdf import document_quads, link_quads, read_links, stated_links
from tests.building import claim, document, mention

IRIS = Iris()
SOURCE = document("A supports B and C")
A, B = mention(SOURCE, "A", "a"), mention(SOURCE, "B", "b")


def test_an_asserted_claim_holds_up_its_link() -> None:
    quads = document_quads(SOURCE, (claim(SOURCE, A, "supports", B),), IRIS)
    assert stated_links(quads) == {(A.entity.iri, "supports", B.entity.iri)}


@pytest.mark.parametrize("modality", [Modality.UNCONFIRMED, Modality.DENIED, Modality.HYPOTHETICAL])
def test_doubt_denial_and_hypothesis_hold_up_no_link(modality: Modality) -> None:
    quads = document_quads(SOURCE, (claim(SOURCE, A, "supports", B, modality=modality),), IRIS)
    assert stated_links(quads) == frozenset()


def test_links_come_back_from_their_quads() -> None:
    links = {(A.entity.iri, "supports", B.entity.iri), (B.entity.iri, "fights", A.entity.iri)}
    assert read_links(link_quads(links, "links", IRIS)) == links
