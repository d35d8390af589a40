"""The words of a claim are those of its document."""

from __future__ import annotations

from typing import Any

from kg.query.about_documents import text_of
from kg.store import EmbeddedStore
from tests.web.api.asking import get, status_of, whole


def slices(text: str, words: dict[str, Any], quote: str) -> bool:
    return bool(text[words["start"] : words["end"]] == words[quote])


def test_offsets_slice_the_text_and_what_stands_round_the_words_is_its_own(
    address: str, seed_store: EmbeddedStore
) -> None:
    asked = {
        "subject": "actor/hezbollah",
        "relation": "supports",
        "object_": "actor/syrian-government-forces",
    }
    claims = whole(address, "evidence", 2, **asked)
    assert len(claims) == 3
    for claim in claims:
        text = text_of(seed_store, claim["document"]["id"])
        assert text is not None
        assert slices(text, claim["evidence"], "quote")
        for argument in (claim["subject"], claim["object"], *claim["attributed_to"]):
            assert slices(text, argument, "text")
        start, end = claim["evidence"]["start"], claim["evidence"]["end"]
        assert (
            claim["before"] + claim["evidence"]["quote"] + claim["after"]
            == text[max(0, start - 120) : end + 120]
        )
        assert get(address, "claim", id=claim["path"]) == claim


def test_claims_of_relations_below_count_and_a_symmetric_one_counts_either_way_round(
    there: str, hub: str
) -> None:
    links = whole(there, "links", 100, of=hub, modality="any", inferred="false")
    by_pair: dict[frozenset[str], list[Any]] = {}
    for link in links:
        if link["relation"] in ("fights", "attacks") and link["object"]["kind"] == "actor":
            by_pair.setdefault(frozenset((link["subject"]["id"], link["object"]["id"])), []).append(link)
    several = max(by_pair.values(), key=lambda own: len({each["relation"] for each in own}))
    one, other = several[0]["subject"]["id"], several[0]["object"]["id"]
    found = whole(there, "evidence", 10, subject=one, relation="fights", object_=other)
    assert len(found) == sum(
        each["claims"] for each in several if each["relation"] == "fights" or each["subject"]["id"] == one
    )
    turned = whole(there, "evidence", 10, subject=other, relation="fights", object_=one)
    assert [each for each in found if each["relation"] == "fights"] == [
        each for each in turned if each["relation"] == "fights"
    ]


def test_a_modality_is_told_apart_and_text_that_is_not_kept_is_empty(there: str, hub: str) -> None:
    link = next(each for each in get(there, "links", of=hub)["items"] if each["modality"] == "asserted")
    ends = {"subject": link["subject"]["id"], "relation": link["relation"], "object_": link["object"]["id"]}
    asserted = whole(there, "evidence", 20, **ends, modality="asserted")
    assert asserted == [
        each for each in whole(there, "evidence", 20, **ends) if each["modality"] == "asserted"
    ]
    assert all((each["before"], each["after"]) == ("", "") for each in asserted)


def test_evidence_is_chosen_by_who_says_it_and_by_when_it_was(there: str, hub: str) -> None:
    links = [each for each in whole(there, "links", 100, of=hub) if each["claims"] > 2 and each["earliest"]]
    chosen = 0
    for link in links[:8]:
        ends = {
            "subject": link["subject"]["id"],
            "relation": link["relation"],
            "object_": link["object"]["id"],
        }
        claims = whole(there, "evidence", 20, **ends)
        for publisher in {each["publisher"] for each in claims if not each["attributed_to"]} - {None}:
            some = whole(there, "evidence", 20, **ends, source=publisher)
            assert some == [each for each in claims if each["publisher"] == publisher]
            chosen += 0 < len(some) < len(claims)
        late = whole(there, "evidence", 20, **ends, since="2016")
        assert late == [each for each in claims if (each["date"] or {}).get("latest", "") >= "2016"]
    assert chosen


def test_a_claim_that_is_not_there_is_not_found(address: str) -> None:
    for unknown in ("claim/0123456789abcdef", "nonsense", "https://example.org/x", "claim/<>"):
        status, problem = status_of(address, "claim", id=unknown)
        assert status == 404
        assert "/api/evidence" in problem["detail"]
