"""Whether every shape can fail, and speaks both languages when it does."""

import re
from functools import lru_cache

import pytest
from rdflib import RDF, RDFS, SH, Graph, Literal, URIRef
from rdflib.term import Node

from kg.validate.shapes import SHAPE, load_shapes, shape_files
from tests.shapes.cases import files, results

_COMPONENTS = {
    SH["class"]: SH.ClassConstraintComponent,
    SH["in"]: SH.InConstraintComponent,
    SH["or"]: SH.OrConstraintComponent,
    SH.datatype: SH.DatatypeConstraintComponent,
    SH.disjoint: SH.DisjointConstraintComponent,
    SH.lessThan: SH.LessThanConstraintComponent,
    SH.lessThanOrEquals: SH.LessThanOrEqualsConstraintComponent,
    SH.maxCount: SH.MaxCountConstraintComponent,
    SH.maxInclusive: SH.MaxInclusiveConstraintComponent,
    SH.minCount: SH.MinCountConstraintComponent,
    SH.minInclusive: SH.MinInclusiveConstraintComponent,
    SH.minLength: SH.MinLengthConstraintComponent,
    SH.nodeKind: SH.NodeKindConstraintComponent,
    SH.pattern: SH.PatternConstraintComponent,
}
_OTHER = {SH.path, SH.message, SH.severity, SH.targetClass, SH.targetSubjectsOf, SH.property, SH.sparql}


@lru_cache(maxsize=1)
def _shapes() -> Graph:
    graph = Graph()
    for path in shape_files():
        graph.parse(path, format="turtle")
    return graph


def _named(kind: URIRef) -> list[Node]:
    return sorted(set(_shapes().subjects(RDF.type, kind)), key=str)


def constraints() -> set[tuple[str, str]]:
    """Every shape with each kind of constraint it sets, as IRIs."""
    found = {(str(node), str(SH.SPARQLConstraintComponent)) for node in _named(SH.SPARQLConstraint)}
    for node in (*_named(SH.NodeShape), *_named(SH.PropertyShape)):
        for predicate in set(_shapes().predicates(node)):
            if predicate in _COMPONENTS:
                found.add((str(node), str(_COMPONENTS[URIRef(str(predicate))])))
    return found


def test_every_constraint_of_every_shape_is_broken_by_some_case() -> None:
    broken = {
        (result.shape, result.component)
        for case in (*files("fail"), *files("warn"))
        for result in results(case)
    }
    assert constraints() - broken == set()


def test_the_count_of_constraints_overlooks_no_kind() -> None:
    used = {
        predicate
        for node in (*_named(SH.NodeShape), *_named(SH.PropertyShape))
        for predicate in _shapes().predicates(node)
        if str(predicate).startswith(str(SH))
    }
    assert used - set(_COMPONENTS) - _OTHER == set()


@pytest.mark.parametrize("kind", [SH.NodeShape, SH.PropertyShape, SH.SPARQLConstraint])
def test_every_shape_is_named_by_an_iri_and_labelled_in_both_languages(kind: URIRef) -> None:
    for node in _named(kind):
        assert isinstance(node, URIRef) and str(node).startswith(SHAPE), node
        assert {label.language for label in _words(node, RDFS.label)} == {"en", "ar"}, node


@pytest.mark.parametrize("kind", [SH.PropertyShape, SH.SPARQLConstraint])
def test_every_constraint_says_in_both_languages_what_is_wrong_and_what_to_do(kind: URIRef) -> None:
    for node in _named(kind):
        assert {words.language for words in _words(node, SH.message)} == {"en", "ar"}, node
        assert {words.language for words in _words(node, RDFS.comment)} == {"en", "ar"}, node


def test_both_languages_name_the_same_values_and_the_query_selects_them() -> None:
    for iri, note in load_shapes().notes.items():
        slots = set(re.findall(r"\{\?(\w+)\}", note.message))
        assert slots == set(re.findall(r"\{\?(\w+)\}", note.message_ar)), iri
        selected = (note.select or "").partition("WHERE")[0]
        assert slots <= {*re.findall(r"[$?](\w+)", selected)}, iri


def test_every_property_shape_states_its_severity() -> None:
    for node in _named(SH.PropertyShape):
        assert _shapes().value(node, SH.severity) == SH.Violation, node


def test_every_shape_is_used() -> None:
    for kind, use in ((SH.PropertyShape, SH.property), (SH.SPARQLConstraint, SH.sparql)):
        for node in _named(kind):
            assert any(_shapes().subjects(use, node)), node


def test_what_a_message_shows_is_filled_in() -> None:
    for case in (*files("fail"), *files("warn")):
        for result in results(case):
            for words in (
                result.message,
                result.message_ar,
                result.remedy,
                result.remedy_ar,
                result.shape_label,
            ):
                assert words and "{?" not in words and "…\u201d" not in words, (case, result)


def _words(node: Node, predicate: URIRef) -> list[Literal]:
    return [term for term in _shapes().objects(node, predicate) if isinstance(term, Literal)]
