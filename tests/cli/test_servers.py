"""The same commands give the same answers, wherever the store is.

``make test-servers`` asks more of them: those for which the whole registry goes through the wire.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
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


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("--store", "http://127.0.0.1:9/query", "stats"), 2, "cannot be reached"),
        (("--store", "https://me:my-secret@example.org/", "stats"), 2, "holds a user or a password"),
        (("--store", "http://example.org/sparql", "load", "-"), 2, "unencrypted"),
        (
            ("--store", "https://example.org/q#update=https://elsewhere.org/", "remove", "a"),
            2,
            "another server",
        ),
        (("--store", "https://example.org/sparql", "backup", "copy"), 2, "is on a server"),
        (("--store", "https://example.org/sparql", "repair"), 2, "is on a server"),
        (("--store", "http://127.0.0.1:9/query", "doctor"), 1, "cannot be reached"),
    ],
)
def test_what_cannot_be_done_on_a_server_is_one_clear_line(
    words: tuple[str, ...], code: int, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.delenv("KG_STORE_ALLOW_HTTP", raising=False)
    ran = run(*words, stdin="حزب الله يدعم قوات النظام السوري.")
    assert ran.code == code
    assert told in " ".join((ran.out + ran.err).split())
    assert "secret" not in ran.out + ran.err
    assert not (tmp_path / "data").exists()


def test_a_folder_waits_for_no_http_client(loaded: Path) -> None:
    watch = "import atexit, sys; atexit.register(lambda: print('urllib3' in sys.modules))"
    code = f"{watch}; from kg.cli.app import app; app(['stats'])"
    environment = {**os.environ, "KG_STORE": str(loaded)}
    command = [sys.executable, "-c", code]
    ran = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert ran.stdout.splitlines()[-1] == "False"
