"""``kg actors adopt --reload`` reads again what the rules read from a text in the store, and loses nothing else."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.extractors.packed import PackedExtractors
from kg.namespaces import RW
from kg.pipeline import load
from kg.store import Change, open_store
from tests.cli.conftest import run

BRIGADE = "لواء شهداء الغوطتين"
ONE, TWO = f"سيطر {BRIGADE} على بلدة مسرابا.", f"اشتبك {BRIGADE} مع جبهة النصرة."


class Other(PackedExtractors):
    """The rules under another name."""

    name = "other"


def _without_text(store: Path, text: Path) -> None:
    assert run("load", _claims(text), store=store).code == 0


def _over_its_text(store: Path, text: Path) -> None:
    assert run("load", text, store=store).code == 0
    claims = _claims(text)
    claims.write_text(claims.read_text("utf-8").replace('"confidence": 0.', '"confidence": 0.0'), "utf-8")
    done = run("load", claims, store=store)
    assert "replaced" in done.out, done.err


def _by_a_pipe(store: Path, text: Path) -> None:
    assert run("load", text, store=store).code == 0
    claims = _claims(text).read_text("utf-8").replace('"confidence": 0.', '"confidence": 0.0')
    done = run("load", "-", store=store, stdin=claims)
    assert "replaced" in done.out, done.err


def _as_a_shard(store: Path, text: Path) -> None:
    assert run("load", text, store=store).code == 0
    claims = _claims(text)
    claims.write_text(claims.read_text("utf-8").replace('"confidence": 0.', '"confidence": 0.0'), "utf-8")
    made = run("extract", claims, "--shard", "1/1", "--to", text.with_suffix(".shards"))
    assert made.code == 0, made.err
    assert run("load", text.with_suffix(".shards"), store=store).code == 0


def _as_rdf(store: Path, text: Path) -> None:
    other = text.with_suffix(".store")
    assert run("load", text, store=other).code == 0
    exported = run("export", "trig", store=other)
    file = text.with_suffix(".trig")
    file.write_text(exported.out, "utf-8")
    done = run("load", file, store=store)
    assert done.code == 0, done.err


def _by_another(store: Path, text: Path) -> None:
    with open_store(store) as opened:
        assert load([text], opened, extractor=Other(opened.iris)).accepted


def _claims(text: Path) -> Path:
    path = text.with_suffix(".claims.jsonl")
    path.write_text(run("extract", text, "--format", "jsonl").out, "utf-8")
    return path


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (_without_text, "its claims came with it in "),
        (_over_its_text, "its claims came with it in "),
        (_by_a_pipe, "its claims came with it, and"),
        (_as_a_shard, "its claims came with it in "),
        (_as_rdf, "its claims came with it in "),
        (_by_another, "it was read with other; load it again with: kg load "),
    ],
)
def test_what_the_rules_did_not_read_from_a_kept_text_stays_as_it_is_and_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, given: Callable[[Path, Path], None], told: str
) -> None:
    monkeypatch.setenv("KG_REGISTRY", str(tmp_path / "registry"))
    store, one, two = tmp_path / "store", tmp_path / "one.txt", tmp_path / "two.txt"
    one.write_text(ONE, "utf-8")
    two.write_text(TWO, "utf-8")
    assert run("load", one, store=store).code == 0
    given(store, two)
    before = _lines(store, two)
    words = ["actors", "adopt", BRIGADE, "--label-en", "Ghoutas Martyrs Brigade", "--save", "--reload"]
    done = run(*words, "--json", store=store)
    assert done.code == 3, done.err
    again = json.loads(done.out)["again"]
    assert (again["read"], again["replaced"], again["rejected"]) == (1, 1, [])
    (left,) = again["left"]
    assert left["name"] == str(two)
    assert told in left["reason"]
    assert f"not read again: {two}: {told}" in done.err
    assert "1 read again, 1 of them replaced; 1 left as they were" in done.err
    assert _lines(store, two) == before
    assert run("doctor", store=store).code == 0


def _lines(store: Path, text: Path) -> set[str]:
    """The statements of a document."""
    with open_store(store, read_only=True) as opened:
        known = next(each for each in opened.ledger.loaded().values() if each.name == str(text))
        lines = {str(quad) for quad in opened.quads(opened.iris.document_graph(known.document))}
    assert any("/claim/" in line for line in lines)
    return lines


def test_the_entry_and_its_file_are_told_as_json(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_REGISTRY", str(tmp_path / "registry"))
    text, store = tmp_path / "one.txt", tmp_path / "store"
    text.write_text(ONE, "utf-8")
    assert run("load", text, store=store).code == 0
    printed = json.loads(run("actors", "adopt", BRIGADE, "--json", store=store).out)
    assert (printed["file"], printed["again"]) == (None, None)
    assert BRIGADE in printed["entry"]
    saved = json.loads(run("actors", "adopt", BRIGADE, "--save", "--reload", "--json", store=store).out)
    assert saved["file"] == str(tmp_path / "registry" / "adopted.ttl")
    assert saved["entry"] == printed["entry"]
    assert (saved["again"]["read"], saved["again"]["left"]) == (1, [])


def test_claims_that_came_over_a_text_are_mended_from_where_they_are(tmp_path: Path) -> None:
    store, text = tmp_path / "store", tmp_path / "two.txt"
    text.write_text(TWO, "utf-8")
    _over_its_text(store, text)
    before = _lines(store, text)
    with open_store(store) as opened:
        (known,) = opened.ledger.loaded().values()
        stated = next(
            quad
            for quad in opened.quads(opened.iris.document_graph(known.document))
            if quad.predicate.value == f"{RW}confidence"
        )
        opened.apply(Change(delete=(stated,)))
    assert run("doctor", store=store).code == 1
    mended = json.loads(run("repair", "--json", store=store).out)
    assert [each["way"] for each in mended["documents"]] == ["read again"]
    assert _lines(store, text) == before
