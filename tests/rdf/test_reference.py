"""The reference graph is the registry, and the labels by which queries name relations and classes."""

from __future__ import annotations

from kg.iri import Iris
from kg.namespaces import BASE, RDFS, RW, SKOS
from kg.rdf import reference_digest, reference_quads
from kg.registry import load_registry

QUADS = reference_quads(Iris())


def test_every_actor_and_place_of_the_registry_is_in_the_reference_graph() -> None:
    named = {
        getattr(quad.subject, "value", "") for quad in QUADS if quad.predicate.value == SKOS + "prefLabel"
    }
    assert {entry.entity.iri for entry in load_registry().entries} <= named


def test_relations_have_their_labels_in_both_languages() -> None:
    labels = {
        getattr(quad.object, "language", None)
        for quad in QUADS
        if getattr(quad.subject, "value", "") == RW + "supports" and quad.predicate.value == RDFS + "label"
    }
    assert {"en", "ar"} <= labels


def test_the_reference_graph_has_no_blank_nodes_and_is_one_graph() -> None:
    assert {getattr(quad.graph_name, "value", None) for quad in QUADS} == {BASE + "graph/reference"}
    assert all(hasattr(quad.subject, "value") and not str(quad.object).startswith("_:") for quad in QUADS)


def test_the_graph_carries_the_digest_of_its_files() -> None:
    assert f"sha256:{reference_digest()}" in {getattr(quad.object, "value", "") for quad in QUADS}
