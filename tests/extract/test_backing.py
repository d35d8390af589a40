"""Who backs whom by a modifier."""

from __future__ import annotations

import pytest

from kg.extract import backing
from kg.extract.nodes import Phrase
from tests.extract.stages import Stages, links, meant

Links = set[tuple[str, str, str]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("جيش العزة المدعوم من تركيا", {("turkey", "supports", "jaish-al-izza")}),
        (
            "جيش العزة، مدعوما بفيلق الشام وتركيا، تقدم",
            {("faylaq-al-sham", "supports", "jaish-al-izza"), ("turkey", "supports", "jaish-al-izza")},
        ),
        ("جيش العزة مدعوما بالمدفعية الثقيلة", set()),
        ("الوقود المدعوم من تركيا", set()),
        ("جيش العزة المدعوم تركيا", {("turkey", "supports", "jaish-al-izza")}),
        ("هاجم جيش العزة داعش بدعم من تركيا", {("turkey", "supports", "jaish-al-izza")}),
        ("قرب حلب هجمات شنها جيش العزة بإسناد جوي تركي", {("turkey", "supports", "jaish-al-izza")}),
        ("بدعم من تركيا، هاجم جيش العزة داعش", {("turkey", "supports", "jaish-al-izza")}),
        ("تحت غطاء جوي من تركيا، هاجم جيش العزة داعش", {("turkey", "supports", "jaish-al-izza")}),
        ("اشتباكات بين داعش وجيش العزة بدعم من تركيا", {("turkey", "supports", "jaish-al-izza")}),
        ("تقدم جيش العزة بدعم من تركيا", {("turkey", "supports", "jaish-al-izza")}),
    ],
)
def test_backing(stage: Stages, text: str, expected: Links) -> None:
    assert links(backing.supported(stage.nodes(text), stage.lexicon, stage.entities)[1]) == expected


def test_the_backers_and_their_commas_leave_the_sentence(stage: Stages) -> None:
    nodes, _ = backing.supported(
        stage.nodes("جيش العزة، مدعوما بتركيا، هاجم داعش"), stage.lexicon, stage.entities
    )
    assert [meant(node) for node in nodes if isinstance(node, Phrase)] == ["jaish-al-izza", "isis"]
    assert len(nodes) == 3
