"""Documents as they were, with what was loaded and what was refused."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kg.model import Claim, Document, Modality
from kg.pipeline import load
from kg.query.about_documents import text_of
from kg.query.said import said_of
from kg.store import EmbeddedStore, Store, open_store
from tests.building import claim, document, mention
from tests.graphs import described, graph_of
from tests.serving import serving
from tests.web.api.asking import BASE, get, status_of, whole

SCRIPT = "<script>alert(1)</script>"
HARD = document(
    f"🎈 قال المَرْصَدُ إنّ 🇸🇾 «لواءُ الحَقِّ» يَدعَمُ {SCRIPT} اليوم\u202e.", name='"><img src=x onerror=1>.txt'
)


def hard_claims() -> tuple[Claim, ...]:
    brigade, other = mention(HARD, "لواءُ الحَقِّ", "haqq"), mention(HARD, SCRIPT, "script")
    source = mention(HARD, "المَرْصَدُ", "observatory")
    return (claim(HARD, brigade, "supports", other, attributed_to=(source,)),)


@pytest.fixture(scope="module")
def hard() -> Iterator[str]:
    """A server over a text with emoji, vowel marks, and words that would be markup."""
    extra = (
        *described("haqq", "ArmedGroup", en="Haqq", ar="لواء الحق"),
        *described("script", "ArmedGroup", en=SCRIPT, ar="{{7*7}}"),
    )
    with graph_of({HARD: hard_claims()}, extra=extra) as store, serving(store) as where:
        yield where


def spans(shown: dict[str, Any]) -> Iterator[tuple[int, int, str]]:
    for each in shown["claims"]:
        yield each["evidence"]["start"], each["evidence"]["end"], each["evidence"]["quote"]
        for argument in (each["subject"], each["object"], *each["attributed_to"]):
            yield argument["start"], argument["end"], argument["text"]


def test_offsets_count_code_points_whatever_the_letters(hard: str) -> None:
    shown = get(hard, "document", id=f"document/{HARD.sha256[:16]}")
    assert shown["text"] == HARD.text
    assert shown["direction"] == "rtl"
    words = list(spans(shown))
    assert len(words) == 4
    for start, end, quote in words:
        assert shown["text"][start:end] == quote


def test_hostile_names_come_back_letter_for_letter(hard: str) -> None:
    (claimed,) = get(hard, "document", id=f"document/{HARD.sha256[:16]}")["claims"]
    assert claimed["object"]["label"] == claimed["object"]["text"] == SCRIPT
    assert claimed["document"]["name"] == HARD.name
    found = get(hard, "search", q=SCRIPT)["items"]
    assert found[0]["label"] == SCRIPT
    assert get(hard, "documents", q="<img")["items"][0]["name"] == HARD.name


def test_the_seed_is_read_as_it_was_with_all_its_claims(address: str, seed_store: EmbeddedStore) -> None:
    (row,) = get(address, "documents")["items"]
    shown = get(address, "document", id=row["path"])
    assert shown["text"] == text_of(seed_store, row["id"])
    assert shown["direction"] == "rtl"
    assert shown["loaded"]
    assert len(shown["claims"]) == row["claims"] == 33
    assert [each["evidence"]["start"] for each in shown["claims"]] == sorted(
        each["evidence"]["start"] for each in shown["claims"]
    )
    asserted = {
        (each["subject"]["id"], each["relation"], each["object"]["id"])
        for each in shown["claims"]
        if each["modality"] == "asserted"
    }
    assert row["links"] == len(asserted)


def test_documents_come_once_and_are_chosen_by_what_they_state(there: str, made: Store, hub: str) -> None:
    rows = whole(there, "documents", 7)
    assert len(rows) == get(there, "status")["documents"]
    assert sum(row["claims"] for row in rows) == get(there, "status")["claims"]
    said = said_of(made, [BASE + hub])
    about = whole(there, "documents", 50, entity=hub)
    assert {row["id"] for row in about} == {each.document for each in said}
    denied = whole(there, "documents", 50, entity=hub, modality="denied")
    assert {row["id"] for row in denied} == {e.document for e in said if e.modality is Modality.DENIED}
    by_title = get(there, "documents", q="تقرير 1")["items"]
    assert by_title
    assert all("تقرير 1" in row["title"] for row in by_title)
    by_source = whole(there, "documents", 50, source="Agency 0")
    published = {row["id"] for row in rows if row["publisher"] == "Agency 0"}
    assert {row["id"] for row in by_source} == published


def test_documents_are_chosen_by_relation_and_by_their_own_date(there: str) -> None:
    rows = whole(there, "documents", 50)
    later = whole(there, "documents", 50, since="2018")
    assert {row["id"] for row in later} == {row["id"] for row in rows if row["date"] >= "2018"}
    commanding = whole(there, "documents", 50, relation="commands", modality="asserted")
    stated = {
        row["id"]
        for row in rows
        if any(
            each["relation"] == "commands" and each["modality"] == "asserted"
            for each in get(there, "document", id=row["id"])["claims"]
        )
    }
    assert {row["id"] for row in commanding} == stated


def test_a_text_that_is_not_kept_is_null_and_its_claims_are_there(there: str) -> None:
    row = get(there, "documents", limit=1)["items"][0]
    shown = get(there, "document", id=row["id"])
    assert shown["text"] is None
    assert Counter(each["modality"] for each in shown["claims"]).total() == row["claims"]


class Telling:
    """Reads "A supports B", and lets somebody support himself, which breaks a shape."""

    def extract(self, document: Document) -> list[Claim]:
        one, _, other = document.text.rstrip(".").split()
        return [
            claim(
                document,
                mention(document, one, one.lower()),
                "supports",
                mention(document, other, other.lower()),
            )
        ]


def test_what_was_refused_is_listed_with_its_reason_and_can_be_read(tmp_path: Path) -> None:
    for name, text in (("good.txt", "Hezbollah supports ISIS."), ("bad.txt", "Gamma supports Gamma.")):
        (tmp_path / name).write_text(text, encoding="utf-8")
    with open_store(tmp_path / "store") as store:
        load([tmp_path / "good.txt", tmp_path / "bad.txt"], store, extractor=Telling())
        with serving(store) as where:
            rows = {row["name"].rpartition("/")[2]: row for row in get(where, "documents")["items"]}
            assert {name: row["status"] for name, row in rows.items()} == {
                "good.txt": "loaded",
                "bad.txt": "refused",
            }
            assert rows["bad.txt"]["reason"]
            assert [row["id"] for row in get(where, "documents", status="refused")["items"]] == [
                rows["bad.txt"]["id"]
            ]
            shown = get(where, "document", id=rows["bad.txt"]["path"])
            assert (shown["status"], shown["reason"]) == ("refused", rows["bad.txt"]["reason"])
            assert (shown["text"], shown["direction"]) == ("Gamma supports Gamma.", "ltr")


@pytest.mark.parametrize(
    "unknown", ["document/0123456789abcdef", "../ledger.jsonl", "https://example.org/", "<>"]
)
def test_a_document_that_is_not_there_is_not_found(address: str, unknown: str) -> None:
    status, problem = status_of(address, "document", id=unknown)
    assert status == 404
    assert "/api/documents" in problem["detail"]
