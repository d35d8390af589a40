"""Every kind of store, for tests of what holds for all of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias

import pytest

from kg.iri import Iris
from kg.location import Place
from kg.store import Store, memory_store, open_store
from tests.servers import NEEDED, PASSWORD, USER, Server, oxigraph, virtuoso

BACKENDS = ("disk", "memory", "oxigraph", pytest.param("virtuoso", marks=NEEDED))
LASTING = ("disk", "oxigraph", pytest.param("virtuoso", marks=NEEDED))
"""Those that outlive whoever opens them."""
SERVERS = ("oxigraph", pytest.param("virtuoso", marks=NEEDED))
MANY = 1_000_000
FEW = 1000
"""Rows that the Virtuoso of these tests gives at most, so that every test meets its silent cut."""

Backend: TypeAlias = tuple[str, Place | None]
"""The name of a kind of store, and where the test's own one is; none in memory."""


@pytest.fixture(scope="session")
def oxigraph_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Oxigraph's server, shared by all tests; each finds it empty."""
    with oxigraph(tmp_path_factory.mktemp("oxigraph") / "data") as server:
        yield server


@pytest.fixture(scope="session")
def virtuoso_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Virtuoso, shared by all tests; each finds it empty."""
    with virtuoso(tmp_path_factory.mktemp("virtuoso"), rows=FEW) as server:
        yield server


@pytest.fixture
def as_writer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who may write to the servers, and a folder of the test's own for what lies on this machine."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("KG_STORE_USER", USER)
    monkeypatch.setenv("KG_STORE_PASSWORD", PASSWORD)
    monkeypatch.delenv("KG_STORE", raising=False)


def place_of(request: pytest.FixtureRequest, kind: str, tmp_path: Path) -> Place | None:
    """Where a test's own, empty store of this kind is or will be."""
    if kind == "memory":
        return None
    if kind == "disk":
        return tmp_path / "store"
    request.getfixturevalue("as_writer")
    server: Server = request.getfixturevalue(f"{kind}_server")
    server.limit(FEW)
    server.empty()
    return server.url


def opened(place: Place | None, iris: Iris | None = None) -> Store:
    """The store at a place, or a new one in memory."""
    return memory_store(iris) if place is None else open_store(place, iris)
