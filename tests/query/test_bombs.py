"""Queries that are written to do harm: each ends within its limit, and neither the store nor the next query notices."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from kg.errors import KGError
from kg.query import Limits, run_apart
from kg.query.errors import QueryFailedError, QueryMemoryError, QueryRefusedError, QueryTimeoutError
from kg.store import Change, EmbeddedStore, open_store
from kg.store.digest import digest
from tests.cli.conftest import run
from tests.query.past_the_guard import run_past_the_guard

GRAPH = NamedNode("http://example.org/graph/one")
P = NamedNode("http://example.org/p")
KNOWS = "<http://example.org/p>"
MEMBERS = [NamedNode(f"http://example.org/{number}") for number in range(60)]
"""Each knows each."""


def made(folder: Path) -> Path:
    with open_store(folder) as store:
        knowing = (Quad(one, P, other, GRAPH) for one, other in product(MEMBERS, MEMBERS))
        store.apply(Change(insert=tuple(knowing)))
        store.flush()
    return folder


@pytest.fixture(scope="module")
def clique(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddedStore]:
    """An open store, which must be as it was when all is over."""
    with open_store(made(tmp_path_factory.mktemp("clique") / "store")) as store:
        before = digest(store.quads())
        yield store
        assert digest(store.quads()) == before


DOUBLED = "BIND('x' AS ?x0) " + " ".join(f"BIND(CONCAT(?x{n}, ?x{n}) AS ?x{n + 1})" for n in range(40))
BOMBS: dict[str, tuple[str, type[KGError] | tuple[type[KGError], ...]]] = {
    "a star on a clique, four times": (
        f"SELECT (COUNT(*) AS ?n) {{ ?a {KNOWS}* ?b . ?b {KNOWS}* ?c . ?c {KNOWS}* ?d . ?d {KNOWS}* ?e }}",
        QueryTimeoutError,
    ),
    "a star of stars": (
        f"SELECT (COUNT(*) AS ?n) {{ ?a ((({KNOWS}|^{KNOWS})*/{KNOWS}*)*/({KNOWS}+)*)* ?b . ?b {KNOWS}* ?c . "
        f"?c {KNOWS}* ?d . ?d {KNOWS}* ?e }}",
        QueryTimeoutError,
    ),
    "a long way round": (
        f"SELECT (COUNT(*) AS ?n) {{ ?a {'/'.join([KNOWS] * 30)} ?b }}",
        QueryTimeoutError,
    ),
    "a cross join in order": (
        "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY DESC(?i) ?f ?c",
        (QueryMemoryError, QueryTimeoutError),
    ),
    "a word that doubles": (
        f"SELECT (STRLEN(?x40) AS ?n) {{ {DOUBLED} }}",
        (QueryMemoryError, QueryTimeoutError),
    ),
    "all together in one word": (
        "SELECT (GROUP_CONCAT(CONCAT(STR(?a), STR(?d))) AS ?x) { ?a ?b ?c . ?d ?e ?f }",
        (QueryMemoryError, QueryTimeoutError),
    ),
    "an expression that tries every way": (
        "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i "
        "FILTER(REGEX(CONCAT(STR(?a), STR(?d), STR(?g)), '^(([a-z:/.0-9])+.)+Q$')) }",
        QueryTimeoutError,
    ),
    "brackets": ("SELECT * { FILTER" + "(" * 20_000 + "1" + ")" * 20_000 + " }", QueryRefusedError),
    "unions without brackets in each other": (
        "SELECT * { " + " UNION ".join(["{ }"] * 9_000) + " }",
        QueryFailedError,
    ),
    "a local file": ("SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }", QueryRefusedError),
    "a server": ("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", QueryRefusedError),
    "an update": ("LOAD <file:///etc/passwd>", QueryRefusedError),
}


@pytest.mark.parametrize("kind", BOMBS)
def test_a_bomb_ends_within_its_limit_and_the_next_query_runs(clique: EmbeddedStore, kind: str) -> None:
    text, error = BOMBS[kind]
    with pytest.raises(error):
        run_apart(clique, text, name="bomb.rq", limits=Limits(seconds=1.5, megabytes=200))
    after = run_apart(clique, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", name="next.rq")
    assert after.rows == ((Literal(len(MEMBERS) ** 2),),)


def test_nothing_of_a_local_file_comes_out_even_past_the_guard(clique: EmbeddedStore, tmp_path: Path) -> None:
    canary = tmp_path / "canary.nt"
    canary.write_text("<http://example.org/canary> <http://example.org/p> 'told' .", encoding="utf-8")
    for clause in ("FROM", "FROM NAMED"):
        text = (
            f"SELECT * {clause} <{canary.as_uri()}> {{ {{ ?s ?p ?o }} UNION {{ GRAPH ?g {{ ?s ?p ?o }} }} }}"
        )
        try:
            answer = run_past_the_guard(clique, text, tmp_path / "copy")
        except KGError as error:
            assert "canary" not in str(error).replace(str(canary), "")
        else:
            assert "canary" not in str(answer.rows)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store that nobody has open."""
    return made(tmp_path_factory.mktemp("folder") / "store")


@pytest.mark.parametrize(
    ("kind", "code"), [("a star on a clique, four times", 124), ("brackets", 2), ("a local file", 2)]
)
def test_the_command_says_how_a_bomb_ended(folder: Path, tmp_path: Path, kind: str, code: int) -> None:
    path = tmp_path / "bomb.rq"
    path.write_text(BOMBS[kind][0], encoding="utf-8")
    ran = run("query", path, "--time-limit", "1", store=folder)
    assert ran.code == code
    assert ran.out == ""
    assert "bomb.rq: " in ran.err
