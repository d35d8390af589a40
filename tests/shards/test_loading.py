"""Shards end in the same store as their texts, any number of times; what is not in order is named."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from kg.pipeline import LoadReport, Status, doctor, load, remove
from kg.shards.loading import Loaded, load_shards
from kg.shards.manifest import Graph, Manifest, read_manifest
from kg.shards.share import Share, shares
from kg.store import digest, open_store
from kg.store.layout import Layout
from kg.store.ledger import Ledger
from tests.shards.corpus import BASE, SIZE, digest_of, made

Alone = tuple[LoadReport, str]
FIRST = Share(4, 1)


def loaded(paths: Path, store: Path, *, jobs: int = 1) -> Loaded:
    return load_shards([paths], store, jobs=jobs)


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_store_is_that_of_loading_the_texts_by_one_process(
    shards: Path, alone: Alone, store: Path, jobs: int
) -> None:
    report, whole = alone
    done = loaded(shards, store, jobs=jobs)
    assert digest_of(store) == whole
    assert (done.shards, done.counts[Status.LOADED]) == (4, SIZE)
    assert sorted(each.name for each in done.rejected) == sorted(each.name for each in report.rejected)
    assert doctor(store).healthy


def test_another_division_gives_the_same_store(corpus: Path, alone: Alone, tmp_path: Path) -> None:
    made(corpus, tmp_path / "shards", count=7)
    loaded(tmp_path / "shards", tmp_path / "store")
    assert digest_of(tmp_path / "store") == alone[1]


def test_loading_again_changes_nothing(shards: Path, alone: Alone, tmp_path: Path) -> None:
    store = tmp_path / "store"
    loaded(shards, store)
    entries = Ledger(Layout(store).ledger).entries()
    again = loaded(shards, store)
    assert again.counts[Status.UNCHANGED] == SIZE
    assert Ledger(Layout(store).ledger).entries() == entries
    assert digest_of(store) == alone[1]


def test_shards_and_their_texts_may_meet_in_one_store(
    corpus: Path, shards: Path, alone: Alone, tmp_path: Path
) -> None:
    with open_store(tmp_path / "store") as store:
        load([corpus], store)
    assert loaded(shards, tmp_path / "store").counts[Status.UNCHANGED] == SIZE
    with open_store(tmp_path / "store") as store:
        assert load([corpus], store).of(Status.LOADED) == ()
        assert digest(store.quads()) == alone[1]


def test_a_removed_document_comes_back_with_its_shard(shards: Path, alone: Alone, tmp_path: Path) -> None:
    loaded(shards, tmp_path / "store")
    with open_store(tmp_path / "store") as store:
        remove(store, read_manifest(FIRST.manifest(shards)).graphs[0].sha256)
    assert loaded(shards, tmp_path / "store").counts[Status.LOADED] == 1
    assert digest_of(tmp_path / "store") == alone[1]


def test_the_ledger_names_the_file_that_held_the_text(corpus: Path, shards: Path, store: Path) -> None:
    loaded(shards, store)
    entries = Ledger(Layout(store).ledger).entries()
    assert {(each.path, each.form, each.extractor) for each in entries} == {(str(corpus), "jsonl", "rules")}


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-5])


def flip(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


@pytest.mark.parametrize(
    ("spoil", "which", "said"),
    [
        (cut, "quads", "bytes, and had"),
        (flip, "quads", "it was changed after it was made"),
        (Path.unlink, "quads", "the file is gone"),
        (cut, "manifest", "not the manifest of a shard, or not all of it"),
        (flip, "manifest", ""),
        (Path.unlink, "manifest", "make it with: kg extract PATH... --shard 1/4"),
    ],
)
def test_a_file_that_is_not_what_it_was_is_named_and_left_out(
    own: Path, tmp_path: Path, spoil: Callable[[Path], None], which: str, said: str
) -> None:
    path: Path = getattr(FIRST, which)(own)
    spoil(path)
    done = loaded(own, tmp_path / "store")
    (fault,) = [each for each in done.rejected if each.name == str(path)]
    assert said in fault.reasons[0]
    assert done.shards == 3


def test_where_no_shard_is_in_order_no_store_is_made(own: Path, tmp_path: Path) -> None:
    for path in own.glob("*.json"):
        cut(path)
    assert loaded(own, tmp_path / "store").shards == 0
    assert not (tmp_path / "store").exists()


def test_shards_of_another_base_are_left_out_of_a_store_and_make_one_of_their_own(
    own: Path, tmp_path: Path
) -> None:
    open_store(tmp_path / "other", None).close()
    manifest = read_manifest(FIRST.manifest(own))
    replace(manifest, base="https://example.org/").write(FIRST.manifest(own))
    done = loaded(own, tmp_path / "other")
    (fault,) = [each for each in done.rejected if "example.org" in each.reasons[0]]
    assert f"those of the store with {BASE}" in fault.reasons[0]
    assert done.shards == 3


def forged(own: Path, change: Callable[[str], str]) -> Manifest:
    """The first shard with its first document changed, and a manifest that says all of it is so."""
    path = FIRST.manifest(own)
    manifest = read_manifest(path)
    first, rest = manifest.graphs[0], manifest.graphs[1:]
    packed = FIRST.quads(own).read_bytes()
    content = change(gzip.decompress(packed[: first.packed]).decode()).encode()
    member = gzip.compress(content, 1, mtime=0)
    graph = Graph(
        first.sha256, hashlib.sha256(content).hexdigest(), len(member), content.count(b"\n"), first.claims
    )
    whole = member + packed[first.packed :]
    FIRST.quads(own).write_bytes(whole)
    sha256 = hashlib.sha256(whole).hexdigest()
    forgery = replace(
        manifest,
        graphs=(graph, *rest),
        size=len(whole),
        sha256=sha256,
        version={**manifest.version, "code": "other"},
    )
    forgery.write(path)
    return forgery


@pytest.mark.parametrize(
    "change",
    [
        lambda lines: lines.replace("graph/document/", "graph/else/"),
        lambda lines: lines + "<http://x/a> <http://x/b> <http://x/c> .\n",
        lambda lines: lines + "<http://x/a> <http://x/b\n",
        lambda lines: lines.replace("> .\n", "> .\n_:b <http://x/b> <http://x/c> <http://x/g> .\n", 1),
        lambda lines: "".join(line for line in lines.splitlines(keepends=True) if "claimCount" not in line),
        lambda lines: "",
    ],
)
def test_quads_that_are_not_those_of_a_document_are_refused(
    own: Path, store: Path, change: Callable[[str], str]
) -> None:
    graph = forged(own, change).graphs[0]
    done = loaded(own, store)
    (fault,) = [each for each in done.rejected if graph.sha256[:16] in each.reasons[0]]
    assert fault.status is Status.UNREADABLE
    assert done.counts[Status.LOADED] == SIZE - 1


def test_what_another_version_made_is_held_against_the_shapes_again(own: Path, store: Path) -> None:
    graph = forged(own, lambda lines: lines.replace("ontology#asserted>", "ontology#certain>")).graphs[0]
    done = loaded(own, store)
    (fault,) = [each for each in done.rejected if each.document and graph.sha256[:16] in each.document]
    assert fault.status is Status.REFUSED
    assert fault.kept_at is not None
    assert done.counts[Status.LOADED] == SIZE - 1


def test_one_shard_may_be_loaded_by_its_manifest(shards: Path, store: Path) -> None:
    done = loaded(FIRST.manifest(shards), store)
    assert done.shards == 1
    assert done.counts[Status.LOADED] == len(read_manifest(FIRST.manifest(shards)).graphs)


def test_the_shares_are_those_of_the_folder(shards: Path) -> None:
    assert [Share.of_file(path) for path in sorted(shards.glob("*.json"))] == list(shares(4))
