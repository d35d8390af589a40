"""Names with their head nouns and adjectives, and groups that are described and not named."""

from __future__ import annotations

import pytest

from tests.extract.stages import Stages


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("هاجم مقاتلو جيش العزة", [("مقاتلو جيش العزة", "jaish-al-izza")]),
        ("قصف مواقع داعش", [("مواقع داعش", "isis")]),
        ("مواقع لجيش الإسلام", [("مواقع لجيش الإسلام", "jaish-al-islam")]),
        ("هاجم تنظيم داعش الإرهابي", [("تنظيم داعش الإرهابي", "isis")]),
        ("عناصر من حركة حماس", [("عناصر من حركة حماس", "hamas")]),
    ],
)
def test_nouns_before_a_name_and_adjectives_behind_it_belong_to_it(
    stage: Stages, text: str, expected: list[tuple[str, str]]
) -> None:
    assert stage.phrases(text) == expected


@pytest.mark.parametrize(
    ("text", "slugs"),
    [
        ("الميليشيات اللبنانية", ["lebanese-armed-groups"]),
        ("الميليشيات العراقية واللبنانية", ["iraqi-armed-groups", "lebanese-armed-groups"]),
        ("مسلحون مجهولون", ["gunmen"]),
        ("المقاتلين التونسيين", ["tunisian-fighters"]),
    ],
)
def test_a_described_group_is_named_by_its_origin(stage: Stages, text: str, slugs: list[str]) -> None:
    assert [slug for _, slug in stage.phrases(text)] == slugs


def test_the_government_with_an_adjective_is_the_state(stage: Stages) -> None:
    assert stage.phrases("سلطات بريطانية") == [("سلطات بريطانية", "united-kingdom")]


def test_a_source_that_will_not_be_named_is_anonymous(stage: Stages) -> None:
    assert stage.phrases("ناشط ليبي فضل عدم الكشف عن هويته")[0][1] == "anonymous-libyan-activist"
    assert stage.phrases("ناشط ليبي تحدث إلينا")[0][1] == "libyan-activist"


def test_an_adjective_that_is_no_origin_describes_no_group(stage: Stages) -> None:
    assert stage.phrases("المطاعم الشعبية") == []


def test_an_adjective_of_origin_alone_is_no_group(stage: Stages) -> None:
    assert stage.phrases("الطعام اللبناني لذيذ") == []
