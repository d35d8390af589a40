"""A server that plays back what it is given, and a store opened on it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.iri import Iris
from kg.store.layout import Layout
from kg.store.remote.journal import Journal, Known, folder_of
from tests.store.remote.playback import Playback, playing


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Playback]:
    """An empty server that was opened before, so that nothing needs to be found out about it."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    for name in ("KG_STORE", "KG_STORE_USER", "KG_STORE_PASSWORD", "KG_STORE_TOKEN", "KG_STORE_TIMEOUT"):
        monkeypatch.delenv(name, raising=False)
    with playing() as playback:
        layout = Layout(folder_of(playback.url))
        layout.prepare()
        layout.create(Iris())
        Journal(layout).keep(
            Known(playback.url, "BaseHTTP", playback.url.replace("/query", "/update"), "", ())
        )
        assert json.loads(layout.mark.read_bytes())["base"] == Iris().base
        yield playback
