"""What the doctor sees in a store: its ledger against its graphs."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from pyoxigraph import NamedNode

from kg.namespaces import RW
from kg.pipeline import doctor, load, remove
from kg.store import Change, open_store
from kg.store.doctor import Checked, Diagnosis, Health
from tests.pipeline.lines import IRIS, LineExtractor, accept, text

ONE, TWO = text("a supports b", name="one.txt"), text("c fights b", "d commands a", name="two.txt")


@pytest.fixture
def loaded(folder: Path) -> Path:
    with open_store(folder) as store:
        load([ONE, TWO], store, extractor=LineExtractor(), validator=accept)
    return folder


def check(diagnosis: Diagnosis, what: str) -> Checked:
    return next(each for each in diagnosis.checks if each.what == what)


def test_a_sound_store_is_healthy(loaded: Path) -> None:
    diagnosis = doctor(loaded)
    assert diagnosis.healthy
    assert check(diagnosis, "documents").found == "2 whole"
    assert check(diagnosis, "ledger").found == "2 documents"
    assert {"versions", "java", "disk", "store"} <= {each.what for each in diagnosis.checks}


def test_a_removed_document_is_not_missed(loaded: Path) -> None:
    with open_store(loaded) as store:
        remove(store, "one.txt")
    assert doctor(loaded).healthy


def test_a_document_that_a_crash_took_is_named(loaded: Path) -> None:
    ledger = (loaded / "ledger.jsonl").read_bytes()
    with open_store(loaded) as store:
        remove(store, "one.txt")
    (loaded / "ledger.jsonl").write_bytes(ledger)
    diagnosis = doctor(loaded)
    assert not diagnosis.healthy
    lost = check(diagnosis, "lost documents")
    assert lost.found == f"1 in the ledger and not in the graph: one.txt ({ONE.sha256[:16]})"
    assert lost.way_out == "run 'kg repair'"


def test_writes_that_a_power_cut_took_from_the_log_are_noticed(folder: Path) -> None:
    with open_store(folder) as store:
        load([ONE], store, extractor=LineExtractor(), validator=accept)
    older = folder.with_name("older")
    shutil.copytree(folder / "data", older)
    with open_store(folder) as store:
        load([TWO], store, extractor=LineExtractor(), validator=accept)
    shutil.rmtree(folder / "data")
    older.rename(folder / "data")
    assert "two.txt" in check(doctor(folder), "lost documents").found
    with open_store(folder) as store:
        load([TWO], store, extractor=LineExtractor(), validator=accept)
    assert doctor(folder).healthy


def test_a_document_that_the_ledger_does_not_know_is_named(loaded: Path) -> None:
    (loaded / "ledger.jsonl").unlink()
    found = check(doctor(loaded), "unrecorded documents")
    assert found.health is Health.BAD
    assert ONE.sha256 in found.found


def test_a_document_that_was_tampered_with_is_named(loaded: Path) -> None:
    with open_store(loaded) as store:
        graph = IRIS.document_graph(ONE.sha256)
        rule = next(quad for quad in store.quads(graph) if quad.predicate == NamedNode(RW + "rule"))
        store.apply(Change(delete=(rule,)))
        store.flush()
    assert "one.txt" in check(doctor(loaded), "changed documents").found


def test_half_a_document_is_named(loaded: Path) -> None:
    with open_store(loaded) as store:
        graph = IRIS.document_graph(ONE.sha256)
        mark = next(quad for quad in store.quads(graph) if quad.predicate == NamedNode(RW + "claimCount"))
        store.apply(Change(delete=(mark,)))
        store.flush()
    assert check(doctor(loaded), "documents").health is Health.BAD


def test_links_that_no_claim_holds_up_are_named(loaded: Path) -> None:
    with open_store(loaded) as store:
        store.apply(Change(drop=(IRIS.graph("links"),)))
        store.flush()
    found = check(doctor(loaded), "links")
    assert (found.health, found.found.split()[0]) == (Health.BAD, "3")


def test_a_spoiled_ledger_line_is_a_note(loaded: Path) -> None:
    with (loaded / "ledger.jsonl").open("a") as ledger:
        ledger.write('{"event": "loa')
    assert check(doctor(loaded), "ledger").health is Health.NOTE


def test_refused_documents_are_counted(folder: Path) -> None:
    (folder / "refused").mkdir()
    (folder / "refused" / "abc.json").write_text(json.dumps({}))
    assert check(doctor(folder), "refused").found == "1 aside"


def test_a_store_that_is_being_written_is_said_to_be(loaded: Path) -> None:
    with open_store(loaded):
        found = check(doctor(loaded), "store")
    assert "in use by process" in found.found
    assert found.way_out.startswith("wait")


def test_no_store_and_damage_are_findings_and_no_crash(tmp_path: Path, loaded: Path) -> None:
    assert "no store at" in check(doctor(tmp_path / "missing"), "store").found
    (loaded / "data" / "CURRENT").write_text("")
    assert "cannot be read" in check(doctor(loaded), "store").found


def test_inferences_that_are_missing_or_too_many_are_counted(loaded: Path) -> None:
    assert check(doctor(loaded), "inferences").health is Health.GOOD
    with open_store(loaded) as store:
        store.apply(Change(drop=(IRIS.graph("inferred"),)))
        store.flush()
    found = check(doctor(loaded), "inferences")
    assert found.health is Health.BAD
    assert "follow and are not there, 0 do not follow" in found.found


def test_an_older_registry_is_a_note(loaded: Path) -> None:
    assert check(doctor(loaded), "registry").health is Health.GOOD
    with open_store(loaded) as store:
        store.apply(Change(drop=(IRIS.graph("reference"),)))
        store.flush()
    assert check(doctor(loaded), "registry").health is Health.NOTE
