"""The same commands give the same answers, wherever the store is.

``make test-servers`` asks more of them: those for which the whole registry goes through the wire.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.store import digest, open_store
from tests.backends import MANY, SERVERS, place_of
from tests.cli.conftest import SEED, Kg, run
from tests.servers import Server

ASKED = (
    ("links", "Hezbollah", "--json"),
    ("links", "Soleimani"),
    ("evidence", "Hezbollah", "supports", "Syrian government forces", "--json"),
    ("why", "Hezbollah", "opponentOf", "al-Nusra Front", "--json"),
    ("path", "Hezbollah", "Islamic State", "--most", "1", "--json"),
    ("stats", "--json"),
    ("query", "documents", "--json"),
)
"""Commands, right and mistyped ones, whose answers do not depend on the time or on the place."""
ALL = (
    *ASKED,
    ("actor", "Hezbollah", "--json"),
    ("actors", "--json"),
    ("actors", "outside", "--json"),
    ("query", "who-supports-whom", "--json"),
    ("query", "shared-opponents", "--json"),
    ("query", "chain-of-command", "-p", "actor=Soleimani", "--json"),
    ("export", "nquads", "--actor", "Soleimani"),
    ("export", "turtle", "--document", SEED),
    ("export", "nquads"),
    ("validate", "--json"),
    ("links", "Hezbolah"),
    ("links", "nobody at all"),
)
FULL = os.environ.get("KG_TESTS") == "full"


@pytest.fixture(params=SERVERS)
def at(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    url = str(place_of(request, request.param, tmp_path))
    server: Server = request.getfixturevalue(f"{request.param}_server")
    server.limit(MANY)
    monkeypatch.setenv("KG_STORE", url)
    yield url


def test_a_server_answers_as_a_folder_does(at: str, kg: Kg, own: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine.rq"
    mine.write_text("SELECT ?p (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } } GROUP BY ?p ORDER BY ?p")
    loaded = run("load", SEED)
    assert (loaded.code, loaded.err) == (0, "")
    assert run("load", SEED).out == loaded.out.replace("loaded", "unchanged")
    for words in (*(ALL if FULL else ASKED), ("query", mine, "--csv")):
        assert run(*words) == kg(*words), words
    with open_store(own, read_only=True) as here, open_store(at, read_only=True) as there:
        graphs = sorted(here.graphs() if FULL else here.graphs() - {here.iris.graph("reference")})
        assert there.graphs() == here.graphs()
        for graph in graphs:
            assert digest(there.quads(graph)) == digest(here.quads(graph))
    assert not FULL or run("doctor").code == 0
    removed = run("remove", SEED)
    assert removed.out == run("remove", SEED, store=own).out
    left, left_here = run("stats", "--json"), run("stats", "--json", store=own)
    assert json.loads(left.out) == json.loads(left_here.out)
