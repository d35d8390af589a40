"""What the compiler does not know is left to pySHACL, by name, and nothing is skipped."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from kg.namespaces import RW, XSD
from kg.validate import compiled_engine, left_to_pyshacl, shapes, validate_document
from kg.validate.core import compile_shapes
from kg.validate.triples import Triples, tables_of
from tests.validate.articles import SUPPORT, article, without

_MORE = """
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix rw: <https://w3id.org/rawabit/ontology#> .
@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix shape: <https://w3id.org/rawabit/shapes#> .
shape:Grouped a sh:NodeShape ; rdfs:label "grouped"@en ; sh:targetClass rw:Claim ; sh:sparql shape:grouped .
shape:grouped a sh:SPARQLConstraint ; sh:message "Said too often."@en ; sh:prefixes <https://w3id.org/rawabit/shapes> ;
  sh:select \"\"\"SELECT $this ?value WHERE {
    { SELECT $this (COUNT(?words) AS ?value) WHERE { $this rw:rule ?words } GROUP BY $this }
    FILTER (?value > 0)
  }\"\"\" .
"""


@pytest.fixture
def more_shapes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    extra = tmp_path / "extra.ttl"
    extra.write_text(_MORE, encoding="utf-8")
    files = (*shapes.shape_files(), extra)
    for module in (shapes, compiled_engine):
        monkeypatch.setattr(module, "shape_files", lambda: files)
    _forget()
    yield
    monkeypatch.undo()
    _forget()


def _forget() -> None:
    shapes.load_shapes.cache_clear()
    compiled_engine.compiled.cache_clear()


@pytest.mark.usefixtures("more_shapes")
def test_a_shape_that_is_not_compiled_is_named_and_run_by_pyshacl() -> None:
    assert left_to_pyshacl() == {
        "https://w3id.org/rawabit/shapes#Grouped": "'SELECT' in a pattern of a query"
    }
    quads = article(SUPPORT, "supports", name="a.txt")
    assert [result.message for result in validate_document(quads).results] == ["Said too often."]
    broken = without(quads, "modality")
    assert {result.path for result in validate_document(broken).results} == {None, RW + "modality"}
    assert validate_document(without(quads, "rule")).results != ()


@pytest.mark.parametrize(
    ("shape", "what"),
    [
        ("sh:property [ sh:path ex:p ; sh:node ex:S ]", "a shape that refers to itself"),
        ("sh:js ex:function", "sh:js"),
        ("sh:rule [ sh:subject sh:this ]", "sh:rule"),
        (
            "sh:property [ sh:path ex:p ; sh:minCount 'x' ]",
            "sh:minCount with a value that is no whole number",
        ),
        ("sh:property [ sh:minCount 1 ]", "sh:property that leads to no property shape"),
        ("sh:minCount 1", "sh:minCount at a node shape"),
        ("sh:nodeKind ex:Other", "the node kind https://example.org/Other"),
        ("sh:pattern '('", "the pattern '('"),
        ("sh:in ex:nothing", "a list that is not well formed in the shapes"),
        ("sh:property [ sh:path [ sh:inversePath ex:p ; sh:zeroOrMorePath ex:q ] ]", "a path that is none"),
        ("ex:limit 3", "the constraint component of https://example.org/limit"),
        ("sh:sparql [ sh:ask 'ASK {}' ]", "sh:sparql without sh:select"),
        ("sh:target [ a sh:SPARQLTarget ]", "sh:target"),
        ("sh:maxInclusive ex:iri", "sh:maxInclusive with a value that is no literal"),
    ],
)
def test_what_a_shape_asks_for_beyond_what_is_compiled_is_named(shape: str, what: str) -> None:
    text = f"""@prefix ex: <https://example.org/> . @prefix sh: <http://www.w3.org/ns/shacl#> .
        ex:S a sh:NodeShape ; sh:targetClass ex:C ; {shape} .
        ex:Limit a sh:ConstraintComponent ; sh:parameter [ sh:path ex:limit ] ."""
    compiled = compile_shapes(parse(text.encode(), format=RdfFormat.TURTLE))
    assert compiled.shapes == ()
    assert compiled.unsupported["https://example.org/S"].startswith(what)


def test_a_deactivated_shape_finds_nothing_and_is_left_to_nobody() -> None:
    text = b"""@prefix ex: <https://example.org/> . @prefix sh: <http://www.w3.org/ns/shacl#> .
        ex:S a sh:NodeShape ; sh:targetNode ex:a ; sh:deactivated true ; sh:nodeKind sh:Literal ."""
    compiled = compile_shapes(parse(text, format=RdfFormat.TURTLE))
    assert (compiled.shapes, compiled.unsupported) == ((), {})


def test_values_that_only_another_engine_can_compare_are_put_to_it() -> None:
    text = b"""@prefix ex: <https://example.org/> . @prefix sh: <http://www.w3.org/ns/shacl#> .
        ex:S a sh:NodeShape ; sh:targetSubjectsOf ex:at ; sh:sparql [ sh:select
          "SELECT $this ?value WHERE { $this <https://example.org/at> ?value , ?or . FILTER (?value < ?or) }" ] ."""
    compiled = compile_shapes(parse(text, format=RdfFormat.TURTLE))
    at = NamedNode("https://example.org/at")
    times = [
        Literal(f"2015-10-17T{hour}:00:00Z", datatype=NamedNode(XSD + "dateTime")) for hour in ("09", "10")
    ]
    triples = Triples(tables_of(Quad(NamedNode("https://example.org/a"), at, time) for time in times))
    (found,) = compiled.found(triples)
    assert found.offence.value == ("2015-10-17T09:00:00Z", XSD + "dateTime", "")
