from __future__ import annotations

import io
from collections.abc import Iterable
from pathlib import Path

import pytest
import rdflib
from hypothesis import example, given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Triple, parse

from kg.export import FORMATS, find_format, rdflib_graph
from kg.export.errors import UnknownFormatError
from kg.iri import Iris
from kg.namespaces import BASE, XSD
from kg.store import EmbeddedStore
from kg.validate import validate_file
from tests.export.conftest import exported, made

OXIGRAPH = {
    "turtle": RdfFormat.TURTLE,
    "trig": RdfFormat.TRIG,
    "nquads": RdfFormat.N_QUADS,
    "jsonld": RdfFormat.JSON_LD,
}
RDFLIB = {"turtle": "turtle", "trig": "trig", "nquads": "nquads", "jsonld": "json-ld"}
ONE_GRAPH = ("turtle", "jsonld")
GRAPH = NamedNode("https://w3id.org/rawabit/graph/links")


def oxigraph_triples(text: bytes, form: str) -> set[tuple[str, str, str]]:
    return {(str(q.subject), str(q.predicate), str(q.object)) for q in parse(text, format=OXIGRAPH[form])}


def rdflib_triples(text: bytes, form: str) -> set[tuple[str, str, str]]:
    graph = rdflib.Dataset(default_union=True) if form in ("trig", "nquads") else rdflib.Graph()
    with pytest.MonkeyPatch.context() as patch:
        # rdflib rewrites the lexical form of numbers and dates as it reads, unless it is told not to.
        patch.setattr(rdflib, "NORMALIZE_LITERALS", False)
        graph.parse(data=text, format=RDFLIB[form])
    terms = ([str(_oxigraph(term)) for term in triple] for triple in graph.triples((None, None, None)))
    return {(subject, predicate, target) for subject, predicate, target in terms}


def _oxigraph(term: object) -> NamedNode | Literal:
    if isinstance(term, rdflib.Literal):
        if term.language:
            return Literal(str(term), language=term.language)
        return Literal(str(term), datatype=NamedNode(str(term.datatype or XSD + "string")))
    return NamedNode(str(term))


def written(form: str, quads: Iterable[Quad]) -> bytes:
    return "".join(FORMATS[form].write(frozenset(quads), Iris())).encode()


@pytest.mark.parametrize("form", OXIGRAPH)
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_two_parsers_read_the_same_graph(store: EmbeddedStore, form: str) -> None:
    text = exported(store, form)
    triples = oxigraph_triples(text, form)
    assert len(triples) > 100
    assert rdflib_triples(text, form) == triples


@pytest.mark.parametrize("form", FORMATS)
def test_the_bytes_do_not_depend_on_the_order_of_writing(store: EmbeddedStore, form: str) -> None:
    with made(upside_down=True) as other:
        assert exported(other, form) == exported(store, form)
    assert exported(store, form) == exported(store, form)


@pytest.mark.parametrize("form", OXIGRAPH)
def test_no_blank_node_goes_out(store: EmbeddedStore, form: str) -> None:
    assert b"_:" not in exported(store, form)


@pytest.mark.parametrize("form", ["trig", "nquads"])
def test_formats_of_named_graphs_give_back_every_quad(store: EmbeddedStore, form: str) -> None:
    text = exported(
        store, form, graphs=("documents", "links", "inferred", "judgements", "summary", "reference")
    )
    assert set(parse(text, format=OXIGRAPH[form])) == set(store.quads())


@pytest.mark.parametrize("form", ONE_GRAPH)
def test_one_graph_holds_what_is_said_and_not_what_is_inferred(store: EmbeddedStore, form: str) -> None:
    opponent = "https://w3id.org/rawabit/ontology#opponentOf"
    assert f"<{opponent}>" not in {
        predicate for _, predicate, _ in oxigraph_triples(exported(store, form), form)
    }
    text = exported(store, form, graphs=("inferred",))
    assert f"<{opponent}>" in {predicate for _, predicate, _ in oxigraph_triples(text, form)}


def test_turtle_is_for_people(store: EmbeddedStore) -> None:
    text = exported(store, "turtle").decode()
    assert text.startswith("@prefix rw: <https://w3id.org/rawabit/ontology#> .\n")
    assert "@prefix owl:" not in text
    assert (
        "actor:hezbollah a rw:ArmedGroup ;\n"
        '  skos:prefLabel "Hezbollah"@en , "حزب الله"@ar ;\n'
        "  rw:supports actor:syrian-government-forces .\n"
    ) in text
    assert 'rw:supports rdfs:label "supports"@en , "يدعم"@ar ' in text


@pytest.mark.parametrize("base", [BASE, "https://example.org/ties/"])
@pytest.mark.parametrize("options", [{}, {"actor": BASE + "actor/hezbollah"}], ids=["all", "actor"])
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_turtle_stands_alone_and_keeps_every_shape(
    tmp_path: Path, base: str, options: dict[str, str]
) -> None:
    path = tmp_path / "out.ttl"
    with made(Iris(base)) as store:
        path.write_bytes(exported(store, "turtle", **options))
    report = validate_file(path)
    assert [result.message for result in report.results] == []


def test_prefixes_follow_the_base_of_the_store() -> None:
    with made(Iris("https://example.org/ties/")) as store:
        text = exported(store, "turtle").decode()
    assert "@prefix document: <https://example.org/ties/document/> ." in text
    assert f"@prefix actor: <{BASE}actor/> ." in text


def test_jsonld_needs_nothing_fetched(store: EmbeddedStore) -> None:
    text = exported(store, "jsonld").decode()
    assert '"@context": {' in text
    assert '{"@id": "actor:hezbollah", "@type": ["rw:ArmedGroup"], ' in text


LOCAL = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
LEXICAL = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
TYPES = st.sampled_from(["string", "integer", "decimal", "boolean", "date", "double", "gYear"])


def node(local: str) -> NamedNode | None:
    try:
        return NamedNode(BASE + "actor/" + local)
    except ValueError:
        return None


@pytest.mark.parametrize("form", OXIGRAPH)
@given(local=LOCAL, lexical=LEXICAL, kind=TYPES)
@example(local="a.b.", lexical='"""', kind="string")
@example(local="-x", lexical='a\n"""\\', kind="string")
@example(local="%2F", lexical="\r\n\t\x00\x7f\u2028\ufeff", kind="string")
@example(local="x#char=1,2", lexical="007", kind="integer")
@example(local="لواء_١", lexical="1.50", kind="decimal")
@example(local="a:b", lexical="0.0000001", kind="decimal")
@example(local="é\u0301", lexical="-0", kind="integer")
@example(local="\u200cx", lexical="99999999999999999999", kind="integer")
@example(local="x\\-y", lexical="TRUE", kind="boolean")
def test_any_name_and_any_value_come_back(form: str, local: str, lexical: str, kind: str) -> None:
    subject = node(local)
    if subject is None:
        return
    value = Literal(lexical, datatype=NamedNode(XSD + kind))
    quads = [
        Quad(subject, NamedNode(BASE + "ontology#p"), value, GRAPH),
        Quad(subject, NamedNode(BASE + "ontology#p"), Literal(lexical, language="ar"), GRAPH),
        Quad(subject, NamedNode(BASE + "ontology#q"), subject, GRAPH),
    ]
    read = set(parse(written(form, quads), format=OXIGRAPH[form]))
    assert {quad.triple for quad in read} == {quad.triple for quad in quads}


@pytest.mark.parametrize("form", ["turtle", "trig", "nquads"])
@given(local=LOCAL, lexical=LEXICAL, kind=TYPES)
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_rdflib_reads_any_name_and_any_value_as_oxigraph_does(
    form: str, local: str, lexical: str, kind: str
) -> None:
    subject = node(local)
    if subject is None:
        return
    text = written(
        form, [Quad(subject, NamedNode(BASE + "p"), Literal(lexical, datatype=NamedNode(XSD + kind)), GRAPH)]
    )
    assert rdflib_triples(text, form) == oxigraph_triples(text, form)


def test_an_iri_that_looks_like_a_prefixed_name_stays_an_iri() -> None:
    triple = Triple(NamedNode(BASE + "place/x"), NamedNode(BASE + "p"), NamedNode("geo:34.8,39.1"))
    other = Triple(
        NamedNode(BASE + "place/x"), NamedNode("http://www.w3.org/2003/01/geo/wgs84_pos#lat"), Literal("1")
    )
    quads = [Quad(each.subject, each.predicate, each.object, GRAPH) for each in (triple, other)]
    for form in ONE_GRAPH:
        assert {quad.triple for quad in parse(written(form, quads), format=OXIGRAPH[form])} == {triple, other}


def test_an_rdflib_graph_holds_what_the_turtle_holds(store: EmbeddedStore) -> None:
    graph = rdflib_graph(store)
    triples = {tuple(str(_oxigraph(term)) for term in triple) for triple in graph}
    assert triples == oxigraph_triples(exported(store, "turtle"), "turtle")
    assert graph.qname(BASE + "actor/hezbollah") == "actor:hezbollah"


@pytest.mark.parametrize(
    ("name", "found"), [("TTL", "turtle"), (".nq", "nquads"), ("JSON-LD", "jsonld"), ("csv", "csv")]
)
def test_formats_are_found_by_name_and_suffix(name: str, found: str) -> None:
    assert find_format(name).name == found


def test_an_unknown_format_is_told_which_exist() -> None:
    with pytest.raises(
        UnknownFormatError,
        match="no export format is called 'xls'; there are turtle, trig, nquads, jsonld, csv",
    ):
        find_format("xls")


def test_an_empty_store_gives_an_empty_file_of_each_format() -> None:
    for form, syntax in OXIGRAPH.items():
        assert list(parse(io.BytesIO(written(form, [])), format=syntax)) == []
