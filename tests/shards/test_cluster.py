"""A cluster that loses workers and its scheduler makes the shards that one process makes."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from benchmarks.made_texts import reports
from kg.pipeline import load
from kg.shards.loading import load_shards
from kg.store import digest, open_store
from tests.cli.conftest import ROOT
from tests.shards.cluster import cluster, free_port
from tests.shards.corpus import digest_of

SHARDS_A_KILL = 8
DOCUMENTS_A_SHARD = 3


def extracts(*words: object) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "kg", "extract", *map(str, words)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def made(folder: Path) -> int:
    return len(list(folder.glob("shard-*.json")))


def test_workers_and_the_scheduler_are_killed_midway_and_the_graph_is_that_of_one_process(
    store: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    kills = int(request.config.getoption("--cluster-kills"))
    shards = SHARDS_A_KILL * kills
    texts, folder = tmp_path / "texts.jsonl", tmp_path / "shards"
    lines = ({"id": f"d{n}", "text": text} for n, text in enumerate(reports(shards * DOCUMENTS_A_SHARD)))
    texts.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    with cluster(tmp_path) as running:
        where = ("--to", folder, "--executor", "dask", "--scheduler", running.address)
        with extracts(texts, "--shards", shards, *where) as extracting:
            for number in range(kills):
                while made(folder) < 1 + number * (SHARDS_A_KILL // 2):
                    assert extracting.poll() is None, extracting.communicate()[1]
                    time.sleep(0.01)
                assert made(folder) < shards, "the kill came too late to mean anything"
                running.kill_the_scheduler() if number % 2 else running.kill_a_worker()
            out, err = extracting.communicate()
    assert extracting.returncode == 0, err
    assert out.startswith(f"{shards} of {shards} shards: {shards * DOCUMENTS_A_SHARD} documents")
    assert "Traceback" not in err
    assert kills < 2 or "is gone; waiting for it" in err
    assert {path.suffix for path in folder.iterdir()} == {".json", ".gz"}
    load_shards([folder], store, jobs=1)
    with open_store(tmp_path / "alone") as opened:
        load([texts], opened)
        assert digest_of(store) == digest(opened.quads())


def test_where_no_scheduler_answers_it_is_said_how_to_get_one(corpus: Path, tmp_path: Path) -> None:
    address = f"tcp://127.0.0.1:{free_port()}"
    where = ("--to", tmp_path / "shards", "--executor", "dask", "--scheduler", address)
    with extracts(corpus, "--shards", 2, *where) as extracting:
        _, err = extracting.communicate()
    assert extracting.returncode == 2
    (line,) = err.splitlines()
    assert f"no Dask scheduler answers at {address}" in line
    assert "start one with 'dask scheduler'" in line
