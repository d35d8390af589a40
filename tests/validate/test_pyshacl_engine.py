"""pySHACL over Oxigraph must find what pySHACL over rdflib, the reference, finds."""

import pytest
from pyoxigraph import RdfFormat, parse, serialize

from kg.validate.context import ontology_quads
from kg.validate.pyshacl_engine import data_store, run
from kg.validate.shapes import Scope, load_shapes
from tests.shapes.cases import HOME

_Found = tuple[str, str | None, str]


@pytest.mark.parametrize(
    "case",
    [
        "actors/fail_kinds",
        "claims/fail_sources",
        "documents/fail_claims",
        "documents/fail_span_counted_in_utf16",
        "relations/fail_object_kind",
    ],
)
def test_both_engines_find_the_same(case: str) -> None:
    text = _text(case)
    store = data_store(parse(text.encode(), format=RdfFormat.TURTLE))
    found = {(finding.node.value, finding.path, finding.shape) for finding in run(store, Scope.DOCUMENT)}
    assert found == _reference(text)


def test_a_contradiction_is_found_by_both_engines() -> None:
    text = _text("relations/warn_friends_here_foes_there")
    store = data_store(parse(text.encode(), format=RdfFormat.TURTLE))
    found = {(finding.node.value, finding.path, finding.shape) for finding in run(store, Scope.ALL_DOCUMENTS)}
    assert len(found) == 1
    assert found == _reference(text, Scope.ALL_DOCUMENTS)


def _text(case: str) -> str:
    return f"{(HOME / 'ground.ttl').read_text('utf-8')}\n{(HOME / f'{case}.ttl').read_text('utf-8')}"


def _reference(text: str, scope: Scope = Scope.DOCUMENT) -> set[_Found]:
    from pyshacl import validate
    from rdflib import SH, Graph

    graph = Graph()
    graph.parse(data=text, format="turtle")
    axioms = serialize([quad.triple for quad in ontology_quads()], format=RdfFormat.N_TRIPLES)
    graph.parse(data=axioms, format="nt")
    _, results, _ = validate(graph, shacl_graph=load_shapes().graphs[scope], inference="none")
    assert isinstance(results, Graph)
    found = set()
    for result in results.objects(None, SH.result):
        path = results.value(result, SH.resultPath)
        source = results.value(result, SH.sourceConstraint) or results.value(result, SH.sourceShape)
        found.add((str(results.value(result, SH.focusNode)), str(path) if path else None, str(source)))
    return found
