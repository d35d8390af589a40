from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode

from kg.iri import Iris
from kg.namespaces import BASE
from kg.query import find_query, run_query
from kg.query.errors import QueryRefusedError
from kg.store import EmbeddedStore
from tests.building import claim, document, mention
from tests.graphs import graph_of

TEXT = "حزب الله يدعم قوات النظام"


def store(iris: Iris | None = None) -> EmbeddedStore:
    source = document(TEXT)
    ends = (
        mention(source, "حزب الله", "hezbollah"),
        mention(source, "قوات النظام", "syrian-government-forces"),
    )
    return graph_of({source: [claim(source, ends[0], "supports", ends[1])]}, iris=iris)


@pytest.mark.parametrize("base", [BASE, "https://example.org/ties/", "http://localhost:8000/"])
def test_a_packaged_query_finds_the_graphs_of_a_store_under_any_base(base: str) -> None:
    with store(Iris(base)) as made:
        found = run_query(made, find_query("links-of-actor"), {"actor": "actor:syrian-government-forces"})
        assert [(row[0], row[7]) for row in found.rows] == [(Literal("in"), Literal("asserted"))]
        neighbours = run_query(made, find_query("neighbours"), {"entity": "actor:hezbollah"})
        assert len(neighbours.rows) == 1


def test_an_answer_of_a_packaged_query_is_whole() -> None:
    with store() as made:
        assert run_query(made, find_query("documents")).cut is None


def test_a_name_is_resolved_by_the_caller() -> None:
    with store() as made:
        found = run_query(
            made,
            find_query("who-supports-whom"),
            {"supporter": "حزب الله"},
            resolve=lambda kind, name: {("actor", "حزب الله"): BASE + "actor/hezbollah"}[kind, name],
        )
    assert [row[0] for row in found.rows] == [NamedNode(BASE + "actor/hezbollah")]


def test_the_users_own_query_takes_parameters_and_runs_apart(tmp_path: Path) -> None:
    path = tmp_path / "mine.rq"
    path.write_text(
        "#+ summary: whom does it support\n#+ params: {actor: who}\n"
        "PREFIX rw: <https://w3id.org/rawabit/ontology#>\n"
        "SELECT ?other WHERE {\n  VALUES ?actor { UNDEF }\n  ?actor rw:supports ?other\n}",
        encoding="utf-8",
    )
    with store() as made:
        found = run_query(made, find_query(str(path)), {"actor": "actor:hezbollah"})
        assert found.rows == ((NamedNode(BASE + "actor/syrian-government-forces"),),)
        assert run_query(made, find_query(str(path)), {"actor": "actor:isis"}).rows == ()


def test_the_users_own_query_never_reaches_out_even_through_a_parameter(tmp_path: Path) -> None:
    path = tmp_path / "mine.rq"
    path.write_text("#+ summary: x\nSELECT * WHERE { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }")
    with store() as made, pytest.raises(QueryRefusedError, match=r"mine\.rq: line 2: SERVICE"):
        run_query(made, find_query(str(path)))
    path.write_text("#+ summary: x\n#+ params: {word: x}\nSELECT * WHERE {\nVALUES ?word { UNDEF }\n}")
    with store() as made:
        value = "' } SERVICE <http://127.0.0.1:9/> { \\u0022 SERVICE"
        assert run_query(made, find_query(str(path)), {"word": value}).rows == ((Literal(value),),)
