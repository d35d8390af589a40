"""``kg extract --shards`` and ``kg load`` of shards: what they say, and how they end."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from kg.shards.share import shares
from tests.cli.conftest import SEED, run


@pytest.fixture(scope="module")
def shards(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The seed article in two shards, one of which is empty."""
    folder = tmp_path_factory.mktemp("shards") / "made"
    result = run("extract", SEED, "--shards", "2", "--to", folder)
    assert result.code == 0, result.err
    assert re.fullmatch(r"2 of 2 shards: 1 documents, \d+ claims, \d+ quads\n", result.out)
    return folder


def test_the_seed_article_goes_through_shards_into_a_store(shards: Path, tmp_path: Path) -> None:
    loaded = run("load", shards, store=tmp_path / "store")
    assert loaded.code == 0, loaded.err
    assert re.fullmatch(r"2 shards: 1 loaded, \d+ claims\n", loaded.out)
    again = run("load", shards, "--json", store=tmp_path / "store")
    told = json.loads(again.out)
    assert told.pop("claims") > 10
    assert told == {"shards": 2, "unchanged": 1, "rejected": []}


def test_the_same_command_finds_what_it_made(shards: Path) -> None:
    result = run("extract", SEED, "--shards", "2", "--to", shards, "--json")
    told = json.loads(result.out)
    assert (result.code, told["shards"], told["there before"]) == (0, 2, 2)


def test_inputs_that_cannot_be_read_are_named_when_shards_are_made_and_loaded(tmp_path: Path) -> None:
    made = run("extract", SEED, tmp_path / "none.txt", "--shard", "1/1", "--to", tmp_path / "shards")
    assert made.code == 3
    assert "unreadable:" in made.err
    assert "none.txt: no such file" in made.err
    loaded = run("load", tmp_path / "shards", store=tmp_path / "store")
    assert loaded.code == 3
    assert "none.txt: no such file" in loaded.err


def test_a_shard_that_is_cut_is_named_with_the_way_out(shards: Path, tmp_path: Path) -> None:
    held = max((share.quads(shards) for share in shares(2)), key=lambda path: path.stat().st_size)
    whole = held.read_bytes()
    held.write_bytes(whole[:-10])
    try:
        result = run("load", shards, store=tmp_path / "store")
    finally:
        held.write_bytes(whole)
    assert result.code == 3
    (line,) = result.err.splitlines()
    assert line.startswith(f"unreadable: {held}: it has")
    assert "copy it again" in line


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("extract", SEED, "--shards", "2"), "say where the shards go, with --to FOLDER"),
        (("extract", SEED, "--shards", "2", "--shard", "1/2", "--to", "x"), "give one of the two"),
        (("extract", SEED, "--shard", "3/2", "--to", "x"), "'3/2' is no share"),
        (("extract", SEED, "--to", "x"), "--to is for shards"),
        (
            ("extract", SEED, "--shards", "2", "--to", "x", "--scheduler", "tcp://a:1"),
            "is for --executor dask",
        ),
        (
            ("extract", SEED, "--shards", "2", "--to", "x", "--executor", "dask"),
            "with --scheduler tcp://HOST:PORT",
        ),
        (("extract", SEED, "--shards", "2", "--to", "/proc/x"), "name a folder that can be written"),
        (("extract", SEED, "--shards", "2", "--to", "x", "--base", "y"), "cannot be a base IRI"),
        (("extract", SEED, "--shards", "2", "--to", "x", "--extractor", "none"), "none"),
    ],
)
def test_what_does_not_fit_together_is_refused(words: tuple[str, ...], said: str) -> None:
    result = run(*words)
    assert result.code == 2
    assert said in result.err
    assert not Path("x").exists()


@pytest.mark.parametrize(
    ("words", "said"), [((SEED,), "load one after the other"), (("--date", "2015"), "are read already")]
)
def test_shards_are_loaded_by_themselves(
    shards: Path, tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    result = run("load", shards, *words, store=tmp_path / "store")
    assert result.code == 2
    assert said in result.err
    assert not (tmp_path / "store").exists()
