"""Frames: each case turns on where the arguments of a word stand."""

from __future__ import annotations

import pytest

from kg.extract import Extractor
from tests.building import document
from tests.extract.cases import slug

Links = set[tuple[str, str, str]]


def links(extractor: Extractor, text: str) -> Links:
    return {(slug(c.subject), c.predicate, slug(c.object)) for c in extractor.extract(document(text))}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("هاجم جيش العزة داعش.", {("jaish-al-izza", "attacks", "isis")}),
        ("جيش العزة هاجم داعش.", {("jaish-al-izza", "attacks", "isis")}),
        ("جيش العزة الذي هاجم داعش انسحب.", {("jaish-al-izza", "attacks", "isis")}),
        ("هجوم جيش العزة على داعش مستمر.", {("jaish-al-izza", "attacks", "isis")}),
        ("شن جيش العزة هجوما على داعش.", {("jaish-al-izza", "attacks", "isis")}),
        ("الهجوم الذي شنه جيش العزة على داعش فشل.", {("jaish-al-izza", "attacks", "isis")}),
        ("استهدف داعش من قبل جيش العزة.", {("jaish-al-izza", "attacks", "isis")}),
        ("تعرض داعش لهجوم من جانب جيش العزة.", {("jaish-al-izza", "attacks", "isis")}),
    ],
)
def test_one_attack_said_in_eight_ways(extractor: Extractor, text: str, expected: Links) -> None:
    assert links(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("يقود هادي العامري منظمة بدر.", {("hadi-al-amiri", "commands", "badr-organization")}),
        (
            "وصلت منظمة بدر بقيادة هادي العامري إلى بيجي.",
            {
                ("hadi-al-amiri", "commands", "badr-organization"),
                ("badr-organization", "presentIn", "baiji"),
            },
        ),
        ("سقطت بيجي بيد داعش.", {("isis", "controls", "baiji")}),
        ("يسيطر داعش على بيجي.", {("isis", "controls", "baiji")}),
    ],
)
def test_subject_and_object_may_change_places(extractor: Extractor, text: str, expected: Links) -> None:
    assert links(extractor, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "هاجم جيش العزة ثم انسحب.",
        "شنت فرق الإنقاذ عملية واسعة في بيجي.",
        "هوجم جيش العزة.",
        "سيطر النعاس على الركاب.",
        "قاد السائق الحافلة إلى بيجي.",
    ],
)
def test_without_both_arguments_nothing_is_said(extractor: Extractor, text: str) -> None:
    assert links(extractor, text) == set()


def test_nobody_does_anything_to_himself(extractor: Extractor) -> None:
    assert links(extractor, "قصف داعش مواقع داعش.") == set()


def test_the_evidence_holds_both_arguments_and_the_word(extractor: Extractor) -> None:
    (claim,) = extractor.extract(document("صباح اليوم هاجم جيش العزة مواقع داعش ثم انسحب."))
    assert claim.evidence.quote == "هاجم جيش العزة مواقع داعش"
