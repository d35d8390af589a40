"""A load that is killed at any moment leaves whole documents only, and is taken up where it ended."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kg.model import Document
from kg.pipeline import doctor, load
from kg.store import digest, memory_store, open_store
from kg.store.doctor import Health
from kg.store.layout import Layout
from kg.store.ledger import Ledger
from tests.pipeline.lines import LineExtractor, accept, text

KILLS = 15
_ACTORS = [f"actor{number}" for number in range(12)]
_RELATIONS = ["supports", "fights", "commands", "alliedWith"]


def corpus() -> list[Document]:
    """150 documents that share their links, so that every kill meets links with several supports."""
    choice = random.Random(7)
    return [
        text(
            *(
                f"{choice.choice(_ACTORS)} {choice.choice(_RELATIONS)} {choice.choice(_ACTORS)}"
                for _ in range(8)
            ),
            f"DOCUMENT{n} fights {_ACTORS[n % 12]}",
            name=f"{n}.txt",
        )
        for n in range(150)
    ]


_LOAD = """
import sys
from kg.pipeline import doctor, load, loading
from kg.store import open_store
from tests.pipeline.lines import LineExtractor, accept
from tests.pipeline.test_interruption import corpus
loading._BATCH_SIZE = 5
print("ready", flush=True)
with open_store(sys.argv[1]) as store:
    told = lambda each: print(each.document, flush=True)
    load(corpus(), store, extractor=LineExtractor(), validator=accept, progress=told)
print("done", flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL on Windows")
def test_a_load_that_is_killed_again_and_again_ends_as_one_that_was_not(folder: Path) -> None:
    whole = memory_store()
    load(corpus(), whole, extractor=LineExtractor(), validator=accept)
    choice, killed = random.Random(1), 0
    for _ in range(KILLS):
        with subprocess.Popen(
            [sys.executable, "-c", _LOAD, str(folder)], stdout=subprocess.PIPE, text=True
        ) as loading:
            assert loading.stdout is not None
            assert loading.stdout.readline() == "ready\n"
            time.sleep(choice.uniform(0, 0.5))
            loading.kill()
            told = set(loading.stdout.read().split())
        killed += "done" not in told
        _assert_nothing_is_half_done(folder, told - {"done"})
    with open_store(folder) as store:
        load(corpus(), store, extractor=LineExtractor(), validator=accept)
        assert digest(store.quads()) == digest(whole.quads())
    assert killed > 0
    assert doctor(folder).healthy


def _assert_nothing_is_half_done(folder: Path, told: set[str]) -> None:
    if not Layout(folder).data.exists():
        assert not told
        return
    with open_store(folder) as store:
        there = {store.iris.document(sha256) for sha256 in Ledger(Layout(folder).ledger).loaded()}
        graphs = store.graphs()
        assert {
            store.iris.document_graph(sha256) for sha256 in Ledger(Layout(folder).ledger).loaded()
        } <= graphs
    assert told <= there
    checks = {check.what: check for check in doctor(folder).checks}
    for what in ("documents", "lost documents", "changed documents", "links", "inferences"):
        assert checks[what].health is Health.GOOD, checks[what]
