"""A document that breaks a shape is kept aside with its report, and the rest goes in."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from kg.model import Claim, Document
from kg.pipeline import Status, load, refusals
from kg.store import EmbeddedStore, digest, memory_store
from kg.validate import validate_file
from tests.pipeline.lines import IRIS, LineExtractor, text

BAD = text("isis commands isis", name="bad.txt")
GOOD = text("hezbollah fights isis", name="good.txt")


class Careful(LineExtractor):
    """Reads nothing into the bad document, as a mended extractor would."""

    def extract(self, document: Document) -> Iterable[Claim]:
        return () if document == BAD else super().extract(document)


def test_a_refused_document_is_kept_aside_and_the_rest_goes_in(store: EmbeddedStore) -> None:
    report = load([BAD, GOOD], store, extractor=LineExtractor())
    assert [outcome.status for outcome in report.outcomes] == [Status.REFUSED, Status.LOADED]
    refused = report.rejected[0]
    assert refused.kept_at is not None
    assert refused.kept_at.name == f"{BAD.sha256[:16]}.json"
    told = json.loads(refused.kept_at.read_text())
    assert (told["name"], told["sha256"], told["text"]) == ("bad.txt", BAD.sha256, BAD.text)
    assert told["reasons"] == list(refused.reasons)
    assert {result["severity"] for result in told["results"]} >= {"violation"}
    assert IRIS.document_graph(BAD.sha256) not in store.graphs()
    assert BAD.sha256 not in store.ledger.loaded()


def test_the_quads_of_a_refused_document_can_be_validated_as_a_file(store: EmbeddedStore) -> None:
    load([BAD], store, extractor=LineExtractor())
    (refusal,) = refusals(store.layout)
    turtle = refusal.at.with_suffix(".ttl")
    messages = {result.message for result in validate_file(turtle).violations}
    assert messages
    assert all(any(message in reason for message in messages) for reason in refusal.reasons)


def test_a_refused_document_that_is_accepted_later_lies_aside_no_more(store: EmbeddedStore) -> None:
    load([BAD], store, extractor=LineExtractor())
    assert [refusal.name for refusal in refusals(store.layout)] == ["bad.txt"]
    assert load([BAD], store, extractor=Careful()).outcomes[0].status is Status.LOADED
    assert refusals(store.layout) == ()
    assert store.layout is not None
    assert list(store.layout.refused.iterdir()) == []


def test_a_refused_reading_leaves_the_accepted_one_in_place(store: EmbeddedStore) -> None:
    load([BAD], store, extractor=Careful())
    before = digest(store.quads())
    assert load([BAD], store, extractor=LineExtractor()).outcomes[0].status is Status.REFUSED
    assert digest(store.quads()) == before


def test_a_document_in_a_language_without_a_pack_is_refused_by_name(
    store: EmbeddedStore, tmp_path: Path
) -> None:
    from kg.readers import read_documents

    (tmp_path / "a.txt").write_text("Der Frieden hält.")
    report = load(read_documents([str(tmp_path / "a.txt")], language="de"), store)
    assert report.outcomes[0].status is Status.REFUSED
    assert "no language pack reads 'de'" in report.outcomes[0].reasons[0]


def test_a_store_in_memory_refuses_without_a_trace() -> None:
    store = memory_store()
    report = load([BAD], store, extractor=LineExtractor())
    assert report.rejected[0].kept_at is None
    assert refusals(store.layout) == ()
