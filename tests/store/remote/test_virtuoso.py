"""What Virtuoso does in its own way ends in the right answer or in an error, never in a short answer."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from kg.iri import Iris
from kg.location import Place
from kg.namespaces import SKOS
from kg.query import Limits, run_apart
from kg.store import Change, Store, open_store
from kg.store.remote.errors import AccessError, CutAnswerError, RefusedWriteError
from kg.store.remote.virtuoso import distrusted, hiding
from tests.backends import FEW, place_of
from tests.servers import NEEDED, Server

P = NamedNode("https://example.org/p")
ONE = NamedNode("https://example.org/graph/one")


def numbered(count: int) -> tuple[Quad, ...]:
    return tuple(Quad(NamedNode(f"https://example.org/s{n}"), P, Literal(n), ONE) for n in range(count))


@pytest.fixture
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    return str(place_of(request, "virtuoso", tmp_path))


@NEEDED
def test_more_rows_than_it_gives_are_an_error_or_all_there(url: str) -> None:
    asked = "SELECT ?s ?o WHERE { ?s ?p ?o }"
    with open_store(url) as store:
        store.apply(Change(insert=numbered(FEW - 1)))
        assert len(store.select(asked).rows) == FEW - 1
        store.apply(Change(insert=numbered(FEW)))
        assert len(store.select(asked).rows) == FEW
        store.apply(Change(insert=numbered(FEW + 1)))
        with pytest.raises(CutAnswerError, match=f"{FEW:,} rows and no more; raise"):
            store.select(asked)
        with pytest.raises(CutAnswerError):
            store.construct("CONSTRUCT WHERE { ?s ?p ?o }")
        assert len(list(store.quads(ONE.value))) == FEW + 1
        answer = run_apart(store, asked, name="mine.rq")
        assert (len(answer.rows), answer.cut) == (FEW, f"cut after {FEW:,} rows by the server's own limit")
        assert run_apart(store, asked, name="mine.rq", limits=Limits(rows=5)).cut == "cut after 5 rows"


@NEEDED
def test_rows_that_are_asked_for_once_come_once_from_a_server_that_cuts(url: str) -> None:
    graphs = [NamedNode(f"https://example.org/graph/{name}") for name in ("one", "two")]
    label, actors = NamedNode(SKOS + "prefLabel"), [Iris().actor(f"a{n}") for n in range(FEW + 200)]
    names = (
        Quad(NamedNode(each), label, Literal(each[-5:], language="en"), graph)
        for graph in graphs
        for each in actors
    )
    with open_store(url) as store:
        store.apply(Change(insert=tuple(names)))
        assert sorted(each.iri for each in store.names(lambda index: index.all())) == sorted(actors)


@NEEDED
def test_its_own_graphs_are_in_no_answer(url: str, virtuoso_server: Server) -> None:
    assert len(virtuoso_server.graphs()) > 1
    (quad,) = numbered(1)
    with open_store(url) as store:
        store.apply(Change(insert=(quad,)))
        assert store.graphs() == {ONE.value}
        for pattern in ("?s ?p ?o", "GRAPH ?g { ?s ?p ?o }", f"GRAPH {ONE} {{ ?s ?p ?o }}", f"?s {P} ?o"):
            assert store.select(f"SELECT (COUNT(*) AS ?n) WHERE {{ {pattern} }}").rows == ((Literal(1),),), (
                pattern
            )


@NEEDED
@pytest.mark.parametrize(
    ("written", "kept"),
    [("01.50", "1.5"), ("+7.0", "7"), ("0.30", "0.3")],
)
def test_other_spellings_of_a_number_become_the_one_that_a_folder_gives(
    url: str, tmp_path: Path, written: str, kept: str
) -> None:
    decimal = NamedNode("http://www.w3.org/2001/XMLSchema#decimal")
    places: tuple[Place, ...] = (url, tmp_path / "store")
    for place in places:
        with open_store(place) as store:
            store.apply(Change(insert=(Quad(P, P, Literal(written, datatype=decimal), ONE),)))
            assert [quad.object for quad in store.quads(ONE.value)] == [Literal(kept, datatype=decimal)]


@NEEDED
def test_a_change_that_it_cannot_take_leaves_the_store_as_it_was(url: str) -> None:
    before = set(numbered(10))
    too_long = Quad(P, P, Literal("x" * 10_500_000), ONE)
    fine = numbered(3000)
    with open_store(url) as store:
        store.apply(Change(insert=tuple(before)))
        with pytest.raises(RefusedWriteError, match="nothing of it is there"):
            store.apply(Change(delete=tuple(before), insert=(*fine[10:], too_long)))
        assert set(store.quads()) == before
    with open_store(url, read_only=True) as store:
        assert set(store.quads()) == before


@NEEDED
def test_a_wrong_password_and_none_are_told_and_not_shown(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_STORE_PASSWORD", "wrong-and-secret")
    with pytest.raises(AccessError, match="does not let this user in") as caught:
        open_store(url)
    assert "secret" not in str(caught.value)
    monkeypatch.delenv("KG_STORE_USER")
    monkeypatch.setenv("NETRC", "/dev/null")
    with pytest.raises(AccessError, match=r"wants to know who asks.*KG_STORE_USER"):
        open_store(url)


_WRITE = """
import sys
from pyoxigraph import Literal, NamedNode, Quad
from kg.store import Change, open_store
p, one = NamedNode("https://example.org/p"), NamedNode("https://example.org/graph/one")
with open_store(sys.argv[1]) as store:
    quads = tuple(Quad(NamedNode(f"https://example.org/s{n}"), p, Literal(n), one) for n in range(20_000))
    store.apply(Change(insert=quads[:1]))
    print("begun", flush=True)
    store.apply(Change(delete=quads[:1], insert=quads[1:]))
"""


@pytest.mark.parametrize("kind", ["oxigraph", pytest.param("virtuoso", marks=NEEDED)])
def test_a_change_whose_writer_was_killed_is_there_in_whole_or_not_at_all(
    request: pytest.FixtureRequest, tmp_path: Path, kind: str
) -> None:
    place = str(place_of(request, kind, tmp_path))
    with subprocess.Popen([sys.executable, "-c", _WRITE, place], stdout=subprocess.PIPE) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == b"begun\n"
        # By then the change may be noted, on its way, or half written.
        with pytest.raises(subprocess.TimeoutExpired):
            writer.wait(0.1)
        writer.kill()
    server: Server = request.getfixturevalue(f"{kind}_server")
    server.limit(100_000)
    with open_store(place) as store:
        assert _count(store) in {1, 19_999}
        assert not [graph for graph in store.graphs() if graph.endswith("unfinished")]


def _count(store: Store) -> int:
    (count,) = store.select("SELECT (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } }").rows[0]
    assert isinstance(count, Literal)
    return int(count.value)


@pytest.mark.parametrize(
    "sparql",
    [
        "ASK { ?a rdfs:subClassOf* ?b }",
        "SELECT * { ?a (rw:partOf|rw:memberOf)+ ?b }",
        "SELECT * { ?a rw:partOf/rw:memberOf ?b }",
        "SELECT * { ?a ^rw:partOf ?b }",
        "SELECT * { ?a ?b ?c FILTER NOT EXISTS { ?c ?d ?e } }",
        "SELECT ?a (SAMPLE(?b) AS ?c) { ?a ?p ?b } GROUP BY ?a",
        "SELECT ?a { { SELECT ?a { ?a ?b ?c } } OPTIONAL { ?a ?d ?e } } GROUP BY ?a",
    ],
)
def test_what_it_answers_wrongly_is_known(sparql: str) -> None:
    assert distrusted(sparql)


@pytest.mark.parametrize(
    "sparql",
    [
        "SELECT * { ?a rw:b <https://example.org/c/d*> ; rw:e 'x*|y' . # EXISTS a/b*\n }",
        "SELECT (COUNT(*) AS ?n) { { SELECT ?a (COUNT(?b) AS ?c) { ?a rw:x ?b } GROUP BY ?a } }",
        "SELECT ?a (COUNT(*) AS ?n) { ?a rw:b ?c FILTER(?c != 2 || ?c * 2 > 4) } GROUP BY ?a",
    ],
)
def test_what_it_answers_rightly_is_asked(sparql: str) -> None:
    assert not distrusted(sparql)


def test_a_graph_that_is_named_becomes_a_variable_where_graphs_are_hidden() -> None:
    text = "ASK { GRAPH <a:b> { ?s ?p 'GRAPH <x:y> {' } GRAPH ?g { ?x ?y ?z } } # GRAPH <c:d> {"
    assert hiding(text, ()) == text
    assert hiding(text, ["e:f"]) == (
        "define input:default-graph-exclude <e:f>\ndefine input:named-graph-exclude <e:f>\n"
        "ASK { { GRAPH ?kg_graph_1 { ?s ?p 'GRAPH <x:y> {' } FILTER(?kg_graph_1 = <a:b>) } "
        "GRAPH ?g { ?x ?y ?z } } # GRAPH <c:d> {"
    )
