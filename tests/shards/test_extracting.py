"""Shards are the same whoever makes them, and are made once."""

from __future__ import annotations

import gzip
import json
from dataclasses import replace
from pathlib import Path

import pytest

from kg.readers import Unreadable, read_documents
from kg.shards.errors import BadShareError, ShardFolderError
from kg.shards.executor import Local
from kg.shards.extracting import extract_shards
from kg.shards.making import Task, attempt
from kg.shards.manifest import read_manifest
from kg.shards.records import given_in, line
from kg.shards.share import Share, share_of, shares
from kg.shards.version import version_of
from tests.building import document
from tests.shards.corpus import BASE, SIZE, files, made


def steady(folder: Path) -> dict[str, object]:
    """The files of quads, and of the manifests all but the time that they took."""
    told: dict[str, object] = {}
    for name, content in files(folder).items():
        path = folder / name
        told[name] = replace(read_manifest(path), cpu=0) if path.suffix == ".json" else content
    return told


def test_every_text_has_one_share_which_never_changes() -> None:
    texts = [document(f"text {number}") for number in range(200)]
    for count in (1, 4, 7):
        assert {share_of(each, count) for each in texts} == set(shares(count))
    assert share_of(document("text 1", name="another name"), 7) == share_of(document("text 1"), 7)
    assert str(share_of(document("text 1"), 1000)) == "236/1000"


@pytest.mark.parametrize("given", ["0/4", "5/4", "3", "1/0", "-1/4", "1/1000000", "a/b", "1/4/4", ""])
def test_what_is_no_share_is_refused(given: str) -> None:
    with pytest.raises(BadShareError, match="such as 3/16"):
        Share.parse(given)


def test_what_was_dealt_out_is_read_as_it_was(corpus: Path) -> None:
    articles = [*read_documents([str(corpus)]), *read_documents(["seeds"])]
    assert any(isinstance(each, Unreadable) for each in articles)
    for each in articles:
        back = given_in(json.loads(line(each)))
        assert back == each
        assert getattr(back, "origin", None) == getattr(each, "origin", None)


def test_shards_hold_each_document_once_sorted_with_its_whole_graph(shards: Path) -> None:
    hashes: list[str] = []
    for share in shares(4):
        manifest = read_manifest(share.manifest(shards))
        lines = gzip.decompress(share.quads(shards).read_bytes()).decode().splitlines()
        assert len(lines) == manifest.counts()["quads"] == len(set(lines))
        by_graph = [(words.rsplit(" ", 2)[1], words) for words in lines]
        own = [graph.sha256 for graph in manifest.graphs]
        assert own == sorted(own)
        assert by_graph == sorted(by_graph)
        hashes += own
    assert len(hashes) == len(set(hashes)) == SIZE


def test_any_number_of_runs_and_machines_make_the_same(corpus: Path, shards: Path, tmp_path: Path) -> None:
    made(corpus, tmp_path / "beside", jobs=3)
    assert steady(tmp_path / "beside") == steady(shards)
    for share in reversed(shares(4)):
        given = read_documents([str(corpus)])
        extract_shards(given, tmp_path / "each", [share], Local(1), base=BASE)
    assert steady(tmp_path / "each") == steady(shards)


def test_what_is_there_and_in_order_is_not_made_again(corpus: Path, own: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in own.iterdir()}
    cut, gone, altered = (share.quads(own) for share in shares(4)[:3])
    cut.write_bytes(cut.read_bytes()[:-20])
    gone.unlink()
    manifest = Share.of_file(altered).manifest(own)  # type: ignore[union-attr]
    manifest.write_bytes(manifest.read_bytes().replace(b'"claims":', b'"clams":', 1))
    done = made(corpus, own)
    assert [str(share) for share in done.before] == ["4/4"]
    kept = {path.name for path, at in before.items() if path.exists() and path.stat().st_mtime_ns == at}
    assert kept == {"shard-00004-of-00004.json", "shard-00004-of-00004.nq.gz"}
    assert sum(each.counts()["documents"] for each in done.made) == SIZE


def test_a_new_text_has_its_own_shard_made_again_and_no_other(
    corpus: Path, own: Path, tmp_path: Path
) -> None:
    more = document("دعم حزب الله قوات النظام السوري.", name="new")
    extracted = extract_shards([*read_documents([str(corpus)]), more], own, shares(4), Local(1), base=BASE)
    assert set(shares(4)) - extracted.before == {share_of(more, 4)}


def test_another_base_or_extractor_or_version_makes_other_shards(corpus: Path, own: Path) -> None:
    given = list(read_documents([str(corpus)]))
    other = extract_shards(given, own, shares(4), Local(1), base="https://example.org/")
    assert not other.before
    with_name = extract_shards(
        given, own, shares(4), Local(1), base="https://example.org/", extractors=("rules",)
    )
    assert len(with_name.before) == 4


def test_a_worker_of_another_version_makes_nothing_and_says_what_differs(tmp_path: Path) -> None:
    version = {**version_of(), "packs": "others"}
    made = attempt(Task(Share(1, 1), tmp_path, "", tmp_path, BASE, (), version))
    assert made.problem is not None
    assert "another version of the packs; install the same version" in made.problem
    assert not list(tmp_path.iterdir())


def test_a_worker_that_does_not_see_the_folder_says_so(tmp_path: Path) -> None:
    nowhere = tmp_path / "elsewhere"
    made = attempt(Task(Share(1, 1), nowhere, "", nowhere, BASE, (), version_of()))
    assert made.problem is not None
    assert f"every worker must see {nowhere}" in made.problem


def test_a_folder_holds_shards_of_one_division(corpus: Path, own: Path) -> None:
    before = files(own)
    with pytest.raises(ShardFolderError, match="divided into 4; name an empty folder"):
        made(corpus, own, count=3)
    assert files(own) == before


def test_refused_and_unreadable_inputs_are_listed_with_their_reasons(shards: Path) -> None:
    manifests = [read_manifest(share.manifest(shards)) for share in shares(4)]
    (refused,) = [aside for each in manifests for aside in each.refused]
    assert refused.document["name"] == "français"
    assert "fr" in refused.reasons[0]
    (unreadable,) = [told for each in manifests for told in each.unreadable]
    assert unreadable["line"] == SIZE + 4
    assert sum(each.repeated for each in manifests) == 2


def test_what_was_dealt_out_is_gone_in_the_end(shards: Path) -> None:
    assert {path.suffix for path in shards.iterdir()} == {".json", ".gz"}
