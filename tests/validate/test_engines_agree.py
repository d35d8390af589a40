"""The compiled shapes must find what pySHACL finds."""

from dataclasses import replace

import pytest
from pyoxigraph import Literal, NamedNode, Quad
from rdflib import Literal as Words
from rdflib import URIRef

from kg.namespaces import RDF, RW
from kg.validate import compiled_engine, left_to_pyshacl, pyshacl_engine, validate_document
from kg.validate.context import context_of, referred
from kg.validate.finding import Finding
from kg.validate.pyshacl_engine import data_store
from kg.validate.shapes import Scope
from kg.validate.triples import Triples, tables_of
from tests.shapes.test_coverage import constraints
from tests.validate.planting import every_case, harmed, sound


def _by_both(quads: list[Quad], scope: Scope) -> tuple[set[Finding], set[Finding]]:
    context = context_of()
    triples = Triples(tables_of(quads), compiled_engine.axioms(), context.known)
    subjects = {quad.subject for quad in quads}
    store = data_store(quads, context.about(referred(quads)))
    own, reference = compiled_engine.run(triples, scope), pyshacl_engine.run(store, scope)
    return (
        {_as_rdflib_writes(each) for each in own if each.node in subjects},
        {each for each in reference if each.node in subjects},
    )


def _as_rdflib_writes(finding: Finding) -> Finding:
    """rdflib writes values anew, such as 7 as 7.0 where it is a double; the compiled shapes leave them as they are."""
    value = finding.value
    if not isinstance(value, Literal) or value.language:
        return finding
    words = str(Words(value.value, datatype=URIRef(value.datatype.value)))
    return replace(finding, value=Literal(words, datatype=value.datatype))


def test_no_shape_is_left_to_pyshacl() -> None:
    assert left_to_pyshacl() == {}


def test_every_constraint_is_broken_in_the_planted_data_and_both_find_the_same() -> None:
    quads = every_case()
    broken = set()
    for scope in Scope:
        own, reference = _by_both(quads, scope)
        assert own == reference
        broken |= {(each.shape, each.component) for each in own}
    assert broken == constraints()


# rdflib, of literals that cannot be compared.
@pytest.mark.filterwarnings("ignore:NotImplemented should not be used:DeprecationWarning")
@pytest.mark.parametrize("seed", range(12))
def test_both_find_the_same_in_a_document_with_random_harm(seed: int) -> None:
    own, reference = _by_both(harmed(seed), Scope.DOCUMENT)
    assert own == reference


def test_random_harm_is_done_to_a_sound_document_and_is_found() -> None:
    assert validate_document(sound()).results == ()
    found = {result.shape for seed in range(200) for result in validate_document(harmed(seed)).results}
    assert len(found) > 50


def test_what_stands_as_a_class_may_be_a_literal() -> None:
    subject = NamedNode("https://example.org/a")
    facts = {RDF + "type": Literal("x"), RW + "known": Literal(1)}
    quads = [Quad(subject, NamedNode(name), value) for name, value in facts.items()]
    assert _by_both(quads, Scope.DOCUMENT) == (set(), set())
