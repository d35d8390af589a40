"""Titles and persons."""

from __future__ import annotations

import pytest

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
