"""Short forms and pronouns."""

from __future__ import annotations

import pytest

from kg.extract import Extractor
from tests.building import document
from tests.extract.cases import slug


def subjects(extractor: Extractor, text: str, predicate: str) -> list[str]:
    return [slug(c.subject) for c in extractor.extract(document(text)) if c.predicate == predicate]


def test_a_short_form_means_the_latest_of_its_kind(extractor: Extractor) -> None:
    text = "انسحبت حركة أحرار الشام. ووصلت حركة حماس. ثم هاجمت الحركة مواقع داعش."
    assert subjects(extractor, text, "attacks") == ["hamas"]


def test_a_short_form_of_another_kind_means_a_group_without_a_name(extractor: Extractor) -> None:
    text = "انسحبت حركة أحرار الشام. ثم هاجم الفيلق مواقع داعش."
    assert subjects(extractor, text, "attacks") == ["corps"]


def test_a_pronoun_on_a_noun_of_action_is_its_doer(extractor: Extractor) -> None:
    assert subjects(extractor, "وسع جيش العزة سيطرته على مورك.", "controls") == ["jaish-al-izza"]


def test_a_dual_pronoun_is_both(extractor: Extractor) -> None:
    text = "أكد جيش العزة وفيلق الشام سيطرتهما على مورك."
    assert sorted(subjects(extractor, text, "controls")) == ["faylaq-al-sham", "jaish-al-izza"]


def test_a_dual_pronoun_without_a_pair_is_nobody(extractor: Extractor) -> None:
    assert subjects(extractor, "تأكدت سيطرتهما على مورك.", "controls") == []


def test_a_pronoun_with_nobody_before_it_is_nobody(extractor: Extractor) -> None:
    assert subjects(extractor, "تأكدت سيطرتها على مورك.", "controls") == []


@pytest.mark.parametrize("short", ["المنطقة", "البلدة", "القرية"])
def test_a_place_nobody_named_is_no_place(extractor: Extractor, short: str) -> None:
    assert extractor.extract(document(f"سيطر جيش العزة على {short}.")) == ()


def test_the_mention_of_a_short_form_is_what_is_written(extractor: Extractor) -> None:
    text = "عاد جيش العزة. ثم هاجم الجيش مواقع داعش."
    claims = [c for c in extractor.extract(document(text)) if slug(c.subject) == "jaish-al-izza"]
    assert [c.subject.span.quote for c in claims] == ["الجيش"]
