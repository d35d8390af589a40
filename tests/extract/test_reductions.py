"""Modifiers that state a relation and are then taken out of the sentence."""

from __future__ import annotations

import pytest

from kg.extract import reductions
from kg.extract.nodes import Phrase
from tests.extract.stages import Stages, links, meant

Links = set[tuple[str, str, str]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("كتائب القسام التابعة لحركة حماس", {("qassam-brigades", "partOf", "hamas")}),
        ("كتائب القسام المرتبطة بحركة حماس", {("qassam-brigades", "partOf", "hamas")}),
        ("كتائب القسام التابعة للمدينة", set()),
        ("المشفى التابع لحركة حماس", set()),
    ],
)
def test_belonging(stage: Stages, text: str, expected: Links) -> None:
    assert links(stage.built(text)[1]) == expected


def test_groups_without_a_name_stand_for_those_they_belong_to(stage: Stages) -> None:
    nodes, stated = stage.built("فصائل تابعة لحركة حماس")
    assert stated == []
    assert [meant(node) for node in nodes if isinstance(node, Phrase)] == ["hamas"]


def test_loyal_gunmen_are_a_group_of_their_own_that_supports(stage: Stages) -> None:
    nodes, stated = reductions.loyal(
        stage.nodes("اقتحم مسلحون موالون لحركة حماس البناية"), stage.lexicon, stage.entities
    )
    assert links(stated) == {("pro-hamas-gunmen", "supports", "hamas")}
    assert [meant(node) for node in nodes if isinstance(node, Phrase)] == ["pro-hamas-gunmen"]
