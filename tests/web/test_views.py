"""A server that runs while others load: a new load shows, no lock is held, and nothing is left behind."""

from __future__ import annotations

import asyncio
import shutil
import signal
import subprocess
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from kg.pipeline import load
from kg.store import Change, EmbeddedStore, open_store
from kg.store.errors import NoStoreError
from kg.web import views as keeping
from kg.web.sources import source_of
from kg.web.views import Views
from tests.cli.conftest import start
from tests.serving import serving
from tests.web.asking import ask

TEXT = "قال متحدث إن حزب الله يدعم قوات النظام السوري."
COUNT = "SELECT ?document WHERE { ?document a <https://w3id.org/rawabit/ontology#Document> }"
PATIENCE = 60
"""Seconds that reading a small store anew may take on a busy machine."""


@pytest.fixture
def store(prepared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store of one's own without documents, for whose changes a request waits until they show."""
    monkeypatch.setattr(keeping, "_WAIT", PATIENCE)
    shutil.copytree(prepared, tmp_path / "store")
    return tmp_path / "store"


def write(folder: Path, name: str, text: str = TEXT) -> Path:
    path = folder / name
    path.write_text(text)
    return path


def left_in(store: Path) -> list[Path]:
    return list((store / "serving").iterdir())


def test_a_load_shows_to_the_next_request_and_not_to_the_one_before(store: Path, tmp_path: Path) -> None:
    async def run() -> None:
        views = Views(source_of(store))
        async with views.view() as before:
            with open_store(store) as writer:
                load([write(tmp_path, "one.txt")], writer)
                async with views.view() as meanwhile:
                    assert meanwhile.store.select(COUNT).rows == ()
            assert before.store.select(COUNT).rows == ()
            async with views.view() as after:
                assert len(after.store.select(COUNT).rows) == 1
                assert after.revision != before.revision
                assert after.naming.actor("حزب الله") == "https://w3id.org/rawabit/actor/hezbollah"
            assert before.store.select(COUNT).rows == ()
            assert len(list(left_in(store)[0].glob("[0-9]*"))) == 2
        assert len(list(left_in(store)[0].glob("[0-9]*"))) == 1
        await views.close()
        assert left_in(store) == []

    asyncio.run(run())


def test_requests_side_by_side_have_stores_of_their_own(store: Path) -> None:
    async def run() -> None:
        views = Views(source_of(store))
        async with views.view() as one, views.view() as other:
            assert one.store is not other.store
            assert one.revision == other.revision
        async with views.view() as again:
            assert again.store in (one.store, other.store)
        await views.close()

    asyncio.run(run())


def test_where_no_store_is_none_is_made(tmp_path: Path) -> None:
    with pytest.raises(NoStoreError):
        Views(source_of(tmp_path / "nothing"))
    assert not (tmp_path / "nothing").exists()


def test_a_store_in_memory_can_be_served(seed_store: EmbeddedStore) -> None:
    async def run() -> None:
        views = Views(source_of(seed_store))
        async with views.view() as view:
            assert len(view.store.select(COUNT).rows) == 1
        await views.close()
        assert len(seed_store.select(COUNT).rows) == 1

    asyncio.run(run())


def test_whoever_has_the_answer_is_told_so_until_somebody_writes(store: Path) -> None:
    with serving(store) as address:
        first = ask(address, "/api/status")
        tag = first.headers["etag"]
        again = ask(address, "/api/status", f'If-None-Match: "other", {tag}')
        assert (first.status, again.status, again.body) == (200, 304, b"")
        assert ask(address, "/api/search?q=a", f"If-None-Match: {tag}").status == 200
        given, once_more = (ask(address, "/api/search?q=a") for _ in range(2))
        assert (once_more.body, once_more.headers["etag"]) == (given.body, given.headers["etag"])
        assert once_more.headers["content-type"] == given.headers["content-type"]
        with open_store(store) as writer:
            graph = NamedNode(writer.iris.graph("reference"))
            label = NamedNode("http://www.w3.org/2004/02/skos/core#prefLabel")
            writer.apply(
                Change(insert=(Quad(NamedNode("http://example.org/a"), label, Literal("a"), graph),))
            )
        changed = ask(address, "/api/status", f"If-None-Match: {tag}")
        assert changed.status == 200
        assert changed.headers["etag"] != tag


@pytest.mark.parametrize(("sent", "code"), [(signal.SIGTERM, 0), (signal.SIGINT, 130), (signal.SIGKILL, -9)])
def test_nothing_is_left_however_a_server_ends(store: Path, sent: signal.Signals, code: int) -> None:
    server = start("serve", "--port", 0, store=store, stdout=subprocess.PIPE)
    assert server.stdout is not None
    address = server.stdout.readline().decode().strip()
    assert ask(address, "/api/openapi.json").status == 200
    assert len(left_in(store)) == 1
    server.send_signal(sent)
    assert server.wait() == code
    server.stdout.close()
    if sent == signal.SIGKILL:
        asyncio.run(Views(source_of(store)).close())
    assert left_in(store) == []
