"""Titles and persons."""

from __future__ import annotations

import pytest

from kg.extract import phrases
from kg.extract.anaphora import Discourse
from tests.extract.stages import Stages, links


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("قائد فيلق الرحمن حمود السليم", ("حمود-السليم", "commands", "faylaq-al-rahman")),
        ("حمود السليم", None),
        ("محمد علوش، عضو جيش الإسلام،", ("mohammed-alloush", "memberOf", "jaish-al-islam")),
        ("وزير الخارجية اللبناني جبران باسيل", ("gebran-bassil", "commands", "lebanon")),
        ("اللواء عباس إبراهيم", None),
        ("الجنرال الروسي سيرغي بوندار", None),
    ],
)
def test_a_title_says_who_leads_or_belongs_to_what(
    stage: Stages, text: str, link: tuple[str, str, str] | None
) -> None:
    assert links(stage.built(text)[1]) == ({link} if link else set())


def test_an_unlisted_person_stands_behind_a_title(stage: Stages) -> None:
    quotes = [quote for quote, _ in stage.phrases("التقى قائد فيلق الرحمن حمود السليم وجهاء البلدة")]
    assert "حمود السليم" in quotes


def test_a_title_does_not_reach_over_a_verb(stage: Stages) -> None:
    assert stage.built("غادر القائد ثم هاجم جيش الإسلام بلدة عربين")[1] == []


def test_an_office_without_a_person_is_somebody(stage: Stages) -> None:
    (phrase,) = stage.phrases("قائد فيلق الرحمن")
    assert phrase[0] == "قائد فيلق الرحمن"
    assert phrase[1] != "faylaq-al-rahman"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("أصيب محمد عبد الله (32 عاما) في القصف", "محمد عبد الله"),
        ("قتل سمير الحلاق، 45 عاما، قرب منزله", "سمير الحلاق"),
        ("عاد ياسر الجمال البالغ من العمر 50 عاما إلى منزله", "ياسر الجمال"),
        ("اعتقل رجل يدعى ماهر الشامي أمس", "ماهر الشامي"),
        ("قال علي الدباغي إن الوضع هادئ", "علي الدباغي"),
        ("قال اللواء محمد العطري إن الوضع هادئ", "محمد العطري"),
    ],
)
def test_a_person_is_known_by_an_age_a_word_for_called_or_a_given_name(
    stage: Stages, text: str, name: str
) -> None:
    assert (name, name) in [(quote, slug.replace("-", " ")) for quote, slug in stage.phrases(text)]


@pytest.mark.parametrize(
    "text",
    [
        "قبل 32 عاما عاد الهدوء",
        "سقط الجدار، 45 عاما على بنائه",
        "زار مدرسة محمد الكتبي",
        "أعلن القائد ستتوقف المعارك",
        "على حد علمه",
        "قال على الفور إن الوضع هادئ",
    ],
)
def test_nobody_is_named_where_no_name_stands(stage: Stages, text: str) -> None:
    assert stage.phrases(text) == []


def test_a_name_of_god_or_faith_within_a_name_is_no_family_name(stage: Stages) -> None:
    discourse = Discourse(stage.lexicon)
    for text in ("قتل محمد عبد الله (32 عاما)", "قتل أيمن الحلبوني (30 عاما)"):
        nodes, _ = phrases.build(
            stage.words(text), stage.settled(text), stage.lexicon, stage.entities, discourse
        )
        discourse.resolve(nodes, 0)
    assert set(discourse.surnames) == {"الحلبوني"}
