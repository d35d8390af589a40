"""Organisations that nobody has listed."""

from __future__ import annotations

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
