"""What a store lost comes back from where it came, or it is said why it cannot; what is sound stays as it is."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad

from kg.iri import Iris
from kg.model import Claim, Document
from kg.namespaces import RW
from kg.pipeline import Repair, Way, doctor, load, remove, repair
from kg.readers import read_documents
from kg.store import Change, digest, open_store
from kg.store.errors import NoStoreError, StoreLockedError
from tests.pipeline.lines import IRIS, LineExtractor, accept

TEXTS = {
    f"{number}.txt": f"a{number} supports b\nb fights c{number}\nmaybe c{number} commands d"
    for number in range(8)
}


class OtherExtractor(LineExtractor):
    """The same, under another name."""


@pytest.fixture
def inputs(tmp_path: Path) -> Path:
    """A folder with eight texts, and a file of JSON Lines with two more."""
    place = tmp_path / "inputs"
    place.mkdir()
    for name, text in TEXTS.items():
        (place / name).write_text(text)
    records = [
        {"id": f"line {number}", "text": f"x{number} supports y", "date": "2015-10"} for number in range(2)
    ]
    (place / "lines.jsonl").write_text("\n".join(map(json.dumps, records)))
    return place


@pytest.fixture
def loaded(folder: Path, inputs: Path) -> Path:
    with open_store(folder) as store:
        given = read_documents([str(inputs)], language="en", source="Elaph")
        load(given, store, extractor=LineExtractor(), validator=accept)
    return folder


def mend(folder: Path, extractor: type[LineExtractor] = LineExtractor) -> Repair:
    return repair(folder, extractor=lambda _: extractor(), validator=accept)


def contents(folder: Path) -> str:
    with open_store(folder, read_only=True) as store:
        return digest(store.quads())


def sha256_of(folder: Path, name: str) -> str:
    with open_store(folder, read_only=True) as store:
        return next(each.document for each in store.ledger.loaded().values() if each.name.endswith(name))


def lose(folder: Path, *names: str) -> None:
    """Takes documents out of the graph behind the ledger's back, as a disk that lost them."""
    graphs = [IRIS.document_graph(sha256_of(folder, name)) for name in names]
    with open_store(folder) as store:
        store.apply(Change(drop=tuple(graphs)))


def ways(done: Repair) -> dict[str, Way]:
    return {Path(each.name).name: each.way for each in done.mendings}


def test_a_sound_store_is_left_alone(loaded: Path) -> None:
    before = contents(loaded)
    done = mend(loaded)
    assert (done.mendings, done.links, done.sound, done.aside) == ((), 0, 10, None)
    assert contents(loaded) == before


def test_lost_documents_come_back_from_their_files_with_all_that_was_said_of_them(loaded: Path) -> None:
    before = contents(loaded)
    lose(loaded, "1.txt", "5.txt", "line 1")
    assert not doctor(loaded).healthy
    assert ways(mend(loaded)) == {"1.txt": Way.READ, "5.txt": Way.READ, "line 1": Way.READ}
    assert contents(loaded) == before
    assert doctor(loaded).healthy


@pytest.mark.parametrize(
    ("harm", "reason"),
    [
        (Path.unlink, "no such file"),
        (lambda path: path.write_text("another text"), "does not hold its text any more"),
        (lambda path: path.write_bytes(b"\x00\xff" * 99), "1.txt: "),
    ],
)
def test_what_cannot_be_read_again_is_named_with_the_reason(
    loaded: Path, inputs: Path, harm: Callable[[Path], object], reason: str
) -> None:
    lose(loaded, "1.txt", "2.txt")
    harm(inputs / "1.txt")
    done = mend(loaded)
    assert ways(done) == {"1.txt": Way.LOST, "2.txt": Way.READ}
    assert reason in done.lost[0].reason
    assert done.lost[0].reason.endswith("load it again from where it is now")
    assert ways(mend(loaded)) == {"1.txt": Way.LOST}


def test_a_lost_document_that_is_removed_is_missed_no_longer(loaded: Path, inputs: Path) -> None:
    lose(loaded, "1.txt")
    (inputs / "1.txt").unlink()
    assert mend(loaded).lost
    with open_store(loaded) as store:
        assert remove(store, str(inputs / "1.txt")).claims == 0
    assert not mend(loaded).mendings
    assert doctor(loaded).healthy


def test_a_document_of_an_older_ledger_is_lost_where_its_file_is_not_known(loaded: Path) -> None:
    ledger = loaded / "ledger.jsonl"
    lines = [json.loads(line) for line in ledger.read_text().splitlines()]
    for line in lines:
        for key in ("path", "form", "extractor", "said"):
            del line[key]
    ledger.write_text("".join(json.dumps(line) + "\n" for line in lines))
    assert doctor(loaded).healthy
    lose(loaded, "1.txt")
    assert "the ledger knows of no file" in mend(loaded).lost[0].reason


def test_what_another_extractor_read_waits_for_it(loaded: Path) -> None:
    before = contents(loaded)
    lose(loaded, "1.txt")
    (lost,) = mend(loaded, OtherExtractor).lost
    assert lost.reason == "it was read with LineExtractor; run 'kg repair' with the same --extractor"
    assert ways(mend(loaded)) == {"1.txt": Way.READ}
    assert contents(loaded) == before


def test_what_is_read_otherwise_today_is_said(loaded: Path) -> None:
    class LineExtractor2(LineExtractor):
        name = "LineExtractor"

        def extract(self, document: Document) -> Iterable[Claim]:
            return [replace(claim, rule="test.newer") for claim in super().extract(document)]

    lose(loaded, "1.txt")
    assert ways(mend(loaded, LineExtractor2)) == {"1.txt": Way.OTHERWISE}
    assert doctor(loaded).healthy


@pytest.mark.parametrize("predicate", ["rule", "claimCount"])
def test_a_changed_or_half_document_comes_back_from_the_text_in_the_store(
    loaded: Path, inputs: Path, predicate: str
) -> None:
    before = contents(loaded)
    graph = IRIS.document_graph(sha256_of(loaded, "3.txt"))
    with open_store(loaded) as store:
        gone = next(quad for quad in store.quads(graph) if quad.predicate == NamedNode(RW + predicate))
        store.apply(Change(delete=(gone,)))
    shutil.rmtree(inputs)
    assert ways(mend(loaded)) == {"3.txt": Way.READ}
    assert contents(loaded) == before


def test_a_load_that_was_cut_short_is_recorded_and_a_removal_ended(loaded: Path) -> None:
    ledger = loaded / "ledger.jsonl"
    lines = ledger.read_text().splitlines(keepends=True)
    unknown = next(line for line in lines if "3.txt" in line)
    lines.remove(unknown)
    removed = json.loads(next(line for line in lines if "4.txt" in line)) | {"event": "removed"}
    ledger.write_text("".join(lines) + json.dumps(removed) + "\n")
    done = mend(loaded)
    assert ways(done) == {"3.txt": Way.RECORDED, "4.txt": Way.REMOVED}
    assert done.links > 0
    assert doctor(loaded).healthy
    with open_store(loaded) as store:
        recorded = store.ledger.loaded()[json.loads(unknown)["document"]]
        assert recorded.digest == json.loads(unknown)["digest"]
        assert recorded.claims == json.loads(unknown)["claims"]
        assert removed["document"] not in store.ledger.loaded()


def test_links_and_inferences_become_what_the_documents_say(loaded: Path) -> None:
    before = contents(loaded)
    with open_store(loaded) as store:
        some = tuple(store.quads(IRIS.graph("links")))[:3]
        invented = tuple(replace_object(quad) for quad in some)
        store.apply(Change(drop=(IRIS.graph("inferred"),), delete=some, insert=invented))
    done = mend(loaded)
    assert done.links > 6
    assert contents(loaded) == before
    assert doctor(loaded).healthy


def replace_object(quad: Quad) -> Quad:
    return Quad(quad.subject, quad.predicate, NamedNode(Iris().actor("nobody")), quad.graph_name)


def _head(folder: Path) -> None:
    (folder / "data" / "CURRENT").unlink()


def _data(folder: Path) -> None:
    shutil.rmtree(folder / "data")


@pytest.mark.parametrize("damage", [_head, _data])
def test_a_store_beyond_opening_is_built_anew_beside_the_old_one(
    loaded: Path, damage: Callable[[Path], None]
) -> None:
    before = contents(loaded)
    damage(loaded)
    damaged = {path.name: path.read_bytes() for path in (loaded / "data").glob("*.sst")}
    assert not doctor(loaded).healthy
    done = mend(loaded)
    assert done.aside is not None
    assert set(ways(done).values()) == {Way.READ}
    assert len(done.mendings) == 10
    assert contents(loaded) == before
    assert doctor(loaded).healthy
    kept = {path.name: path.read_bytes() for path in (done.aside / "data").glob("*.sst")}
    assert kept == damaged


def test_a_store_is_mended_by_one_writer_alone(loaded: Path) -> None:
    with open_store(loaded), pytest.raises(StoreLockedError, match="in use by process"):
        mend(loaded)


def test_where_no_store_is_nothing_is_made(tmp_path: Path) -> None:
    with pytest.raises(NoStoreError):
        mend(tmp_path / "none")
    assert not (tmp_path / "none").exists()
