"""Documents that come as RDF and are not as they were written, or break off: refused by name, whole or not at all."""

from __future__ import annotations

import json
import re
from io import BytesIO
from pathlib import Path

import pytest

from kg.errors import KGError
from kg.model import Document
from kg.namespaces import BASE, RDF, RW
from kg.outside import worker
from kg.pipeline import Outcome, Status, load
from kg.rdf import as_stated
from kg.store import EmbeddedStore, open_store
from tests.pipeline.articles import FORMATS, GRAPH, D, alone, exported, nquads


def loaded_from(content: bytes, path: Path, store: EmbeddedStore) -> Outcome:
    """What becomes of a file with this content, which holds one document at most."""
    path.write_bytes(content)
    (outcome,) = load([path], store).outcomes
    return outcome


REFUSED = {
    "a blank node": (nquads(more=f"{D} <http://x/p> _:b GRAPH"), "a node without a name"),
    "a foreign word": (
        nquads(more=f'{D} <http://x/p> "x" GRAPH'),
        "holds more than .*http://x/p",
    ),
    "a foreign node": (nquads(more='<http://x/s> <http://x/p> "x" GRAPH'), "holds more than .*http://x/s"),
    "a statement about a statement": (
        nquads(more=f"{D} <http://x/p> <<( {D} {D} {D} )>> GRAPH"),
        "speaks of statements",
    ),
    "a part that is missing": (nquads(without="#modality>"), "modality"),
    "a rule that is missing": (nquads(without="#rule>"), "rule"),
    "a claim that is missing": (
        nquads(without=r"<https://w3id.org/rawabit/claim/.*#statedIn"),
        "statedIn|lacks",
    ),
    "another text": (
        nquads(instead=('ontology#text> "قال', 'ontology#text> "كان')),
        "not the one that its rw:sha256",
    ),
    "another quotation": (nquads(instead=(r'#quote> "حزب الله"', '#quote> "حزب اللة"')), "does not say"),
    "an offset that is none": (
        nquads(instead=(r'#start> "(\d+)"', '#start> "many"')),
        "start|cannot be read",
    ),
    "a date that is none": (nquads(instead=('"2015-10"', '"2015-13"')), "date|cannot be read"),
    "a javascript address": (
        nquads(instead=("https://x.example/1", "javascript:alert")),
        "url 'javascript:alert'",
    ),
    "a file as actor": (
        nquads(instead=(f"{BASE}actor/furat-brigade", "file:///etc/passwd")),
        "file:///etc/passwd",
    ),
    "a count that is wrong": (nquads(instead=(r'claimCount> "\d"', 'claimCount> "7"')), "claimCount"),
    "two titles": (nquads(more=f'{D} <{RW}title> "x" GRAPH'), "holds more than"),
    "a class that is none": (
        nquads(instead=("#ArmedGroup", "#Nonsense")),
        "is not of a kind that can come before",
    ),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_a_document_that_is_not_as_it_was_written_is_kept_aside_with_its_reasons(
    unchanged: EmbeddedStore, tmp_path: Path, kind: str
) -> None:
    content, words = REFUSED[kind]
    outcome = loaded_from(content, tmp_path / "one.nq", unchanged)
    assert outcome.status is Status.REFUSED
    assert re.search(words, " ".join(outcome.reasons))
    assert outcome.kept_at is not None
    assert outcome.kept_at.with_suffix(".ttl").exists()


UNREADABLE = {
    "no hash": (nquads(without="#sha256>"), "the document has no rw:sha256"),
    "a hash that is none": (nquads(instead=('sha256> "', 'sha256> "x')), "is not a SHA-256"),
    "two names": (nquads(more=f'{D} <{RW}name> "x" GRAPH'), "more than one rw:name"),
    "two documents": (
        nquads(more=f"<http://x/d> <{RDF}type> <{RW}Document> GRAPH"),
        "one graph holds more than one document",
    ),
    "no document": (b'<http://x/s> <http://x/p> "x" .', "there is no document in it"),
}


@pytest.mark.parametrize("kind", UNREADABLE)
def test_what_cannot_be_told_from_others_is_named(
    unchanged: EmbeddedStore, tmp_path: Path, kind: str
) -> None:
    content, words = UNREADABLE[kind]
    outcome = loaded_from(content, tmp_path / "one.nq", unchanged)
    assert outcome.status is Status.UNREADABLE
    assert words in outcome.reasons[0]


def test_one_bad_document_keeps_no_other_out(full: EmbeddedStore, other: Path, tmp_path: Path) -> None:
    path = tmp_path / "all.nq"
    others = [line for line in exported(full, "nquads").splitlines() if GRAPH.encode() not in line]
    path.write_bytes(b"\n".join([*others, REFUSED["another text"][0]]))
    with open_store(other) as store:
        report = load([path], store)
    assert [outcome.status for outcome in report.outcomes].count(Status.LOADED) == 3
    assert [outcome.name for outcome in report.of(Status.REFUSED)] == ["one"]


@pytest.mark.parametrize("form", FORMATS)
def test_a_file_that_breaks_off_anywhere_gives_its_document_whole_or_not_at_all(
    tmp_path: Path, form: str
) -> None:
    whole = alone(form)
    assert len(whole) > 4_000
    # At every byte in one form, and here and there in the others, where every line ends alike.
    step = 1 if form == "trig" else 17
    request = {"mode": "documents", "form": FORMATS[form][1:], "home": str(tmp_path), "literal": 10**6}
    request |= {"iri": 4096, "free": 10**8, "times": 20, "seconds": 3600, "per_megabyte": 1}
    taken = [end for end in range(len(whole), -1, -step) if _taken(request, whole[:end])]
    assert taken
    assert all(whole[end:].strip(b" .}\n") == b"" for end in taken)


def _taken(request: dict[str, object], content: bytes) -> bool:
    """Whether a document comes of it."""
    try:
        told = [json.loads(line) for line in worker.answer(request, BytesIO(content))]
    except SyntaxError:
        return False
    for each in told:
        if "graph" in each:
            given = Document(each["sha256"], each["text"] or "", each["name"], stated=each["graph"].encode())
            try:
                as_stated(given)
            except KGError:
                return False
            return True
    return False


def test_files_that_break_off_are_told_with_their_place_and_leave_nothing_behind(
    unchanged: EmbeddedStore, tmp_path: Path
) -> None:
    whole = alone("trig")
    for end in range(40, len(whole) - 3, len(whole) // 9):
        outcome = loaded_from(whole[:end], tmp_path / f"{end}.trig", unchanged)
        assert outcome.status is Status.UNREADABLE
        assert re.search(r"line \d+, column \d+|no document", outcome.reasons[0])
