"""Organisations that nobody has listed."""

from __future__ import annotations

import pytest

from kg.extract.nodes import Phrase
from tests.extract.stages import Stages


def discovered(stage: Stages, text: str) -> list[str]:
    nodes = stage.nodes(text)
    return [
        text[node.start : node.end] for node in nodes if isinstance(node, Phrase) and node.how == "discovered"
    ]


def test_a_quoted_name_behind_a_head_noun_is_an_organisation(stage: Stages) -> None:
    assert discovered(stage, 'ظهر تنظيم "صقور الوديان" فجأة')[0].startswith("تنظيم")
    assert discovered(stage, "ظهر لواء «ليوث الجرد» فجأة")[0].startswith("لواء")


def test_a_plain_noun_behind_a_head_noun_is_none(stage: Stages) -> None:
    assert discovered(stage, "حركة مرور خفيفة") == []
    assert discovered(stage, "تنظيم حفل كبير") == []
    assert discovered(stage, "جبهة القتال") == []


def test_a_quotation_that_is_a_sentence_is_no_name(stage: Stages) -> None:
    assert discovered(stage, 'قال التنظيم "هاجم رجالنا القرية"') == []


def test_a_quotation_that_never_closes_is_no_name(stage: Stages) -> None:
    assert discovered(stage, 'ظهر تنظيم "صقور الوديان فجأة في القرية') == []


def test_one_name_has_one_identity_however_it_is_spelled(stage: Stages) -> None:
    texts = ('حركة "النسور"', 'حركه "النسور"', "حـركة «النسور»")
    assert len({stage.phrases(text)[0][1] for text in texts}) == 1


def test_spellings_of_the_head_noun_and_cases_within_the_name_have_one_identity(stage: Stages) -> None:
    def ids(*texts: str) -> set[str]:
        return {stage.phrases(text)[0][1] for text in texts}

    assert len(ids("ميليشيا القبضة", "ميلشيا القبضة", 'مليشيا "القبضة"')) == 1
    assert len(ids("كتيبة أبو زمعة", "كتيبة أبي زمعة")) == 1
    assert len(ids("اللواء 72", "لواء 72")) == 1
    assert len(ids("لواء القبضة", "كتيبة القبضة")) == 2


def test_an_adjective_of_origin_belongs_to_the_words_and_not_to_the_identity(stage: Stages) -> None:
    assert stage.phrases("ميليشيا القبضة العراقية") == [("ميليشيا القبضة العراقية", "ميليشيا-القبضه")]


@pytest.mark.parametrize(
    "text",
    [
        "جبهة الساحل",
        "جبهة حلب الشمالية",
        "تنظيم الانتخابات",
        "الحزب الحاكم",
        "الحركة المسلحة",
        "حركة الشاحنات",
        "تحت لواء الثورة",
        "كتائب تقاتل في الريف",
        "لواء رفض الانسحاب",
        "كتيبة المشاة",
        "جيش البلاد",
        "قوات في الميدان",
        "مجلس الشورى",
        "هيئة الإغاثة",
        "فرقة الإنقاذ",
        "لواء متقاعد",
        "كتيبة رجال الأمن",
    ],
)
def test_what_only_looks_like_a_name_behind_a_head_noun_is_none(stage: Stages, text: str) -> None:
    assert discovered(stage, text) == []


@pytest.mark.parametrize(
    "name",
    [
        "سرايا أولياء الرسالة",
        "كتائب الإمام الباقر",
        "لواء السلطان سليم",
        "فرقة السلطان سليم",
        "مجلس شورى ثوار الجزيرة",
        "جيش أسود الجزيرة",
        "كتيبة الشهيد قاسم سليماني",
        "الحركة التقدمية التصحيحية",
        "كتيبة علي بن ياسر",
    ],
)
def test_a_name_without_quotation_marks_is_read_whole(stage: Stages, name: str) -> None:
    assert discovered(stage, f"ظهر {name} مؤخرا") == [name]
