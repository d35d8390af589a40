"""What the ledger knows of a document is enough to find it again."""

from __future__ import annotations

import contextlib
import json
from pathlib import Path

from kg.model import Document, PartialDate, Precision
from kg.pipeline import LoadReport, load
from kg.pipeline.recording import as_recorded
from kg.readers import read_documents
from kg.store import EmbeddedStore, Entry
from tests.pipeline.lines import LineExtractor, accept, text


def run(store: EmbeddedStore, *inputs: str | Document) -> LoadReport:
    return load(inputs, store, extractor=LineExtractor(), validator=accept)


def entries(store: EmbeddedStore) -> list[Entry]:
    return list(store.ledger.entries())


def test_the_ledger_names_the_file_its_format_and_who_read_it(store: EmbeddedStore, tmp_path: Path) -> None:
    file, lines = tmp_path / "a.txt", tmp_path / "more.jsonl"
    file.write_text("a supports b")
    lines.write_text(json.dumps({"id": "first", "text": "c fights d", "date": "2015-10"}))
    with contextlib.chdir(tmp_path):
        run(store, "a.txt", str(lines))
    one, two = entries(store)
    assert (one.path, one.form, one.extractor) == (str(file), "txt", "LineExtractor")
    assert (two.path, two.form, two.name) == (str(lines), "jsonl", "first")
    assert two.said["date"] == "2015-10"


def test_what_was_said_of_a_document_is_given_back_to_its_text(store: EmbeddedStore, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("a supports b")
    (given,) = read_documents(
        [str(file)], date="2015-10-16", source="Elaph", url="https://example.org/a", language="en"
    )
    (bare,) = read_documents([str(file)])
    assert isinstance(given, Document)
    assert isinstance(bare, Document)
    run(store, given)
    assert bare != given
    assert as_recorded(bare, entries(store)[0]) == given
    assert given.date == PartialDate("2015-10-16", Precision.DAY)


def test_a_document_without_a_file_keeps_the_one_that_is_known(store: EmbeddedStore, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("a supports b")
    run(store, str(file))
    load([text("a supports b")], store, extractor=LineExtractor(rule="test.other"), validator=accept)
    assert [entry.path for entry in entries(store)] == [str(file), str(file)]


def test_what_came_by_a_pipe_has_no_file(store: EmbeddedStore) -> None:
    run(store, text("a supports b"))
    assert [(entry.path, entry.form) for entry in entries(store)] == [(None, None)]


def test_a_text_that_moved_is_recorded_where_it_is_now(store: EmbeddedStore, tmp_path: Path) -> None:
    file, copy = tmp_path / "a.txt", tmp_path / "b.txt"
    file.write_text("a supports b")
    copy.write_text("a supports b")
    run(store, str(file))
    run(store, str(copy))
    assert len(entries(store)) == 1
    file.unlink()
    run(store, str(copy))
    run(store, str(copy))
    assert [entry.path for entry in entries(store)] == [str(file), str(copy)]
