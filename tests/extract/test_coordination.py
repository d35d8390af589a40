"""Lists of phrases."""

from __future__ import annotations

import pytest

from kg.extract.coordination import collect
from kg.extract.nodes import Phrase
from tests.extract.stages import Stages, meant


def members(stage: Stages, text: str, kind: str = "actor") -> list[str]:
    nodes = stage.nodes(text)
    first = next(i for i, node in enumerate(nodes) if isinstance(node, Phrase))
    return [meant(phrase) for phrase in collect(nodes, first, kind)[0]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("فيلق الشام وجيش العزة", ["faylaq-al-sham", "jaish-al-izza"]),
        ("فيلق الشام، جيش العزة وجيش النصر", ["faylaq-al-sham", "jaish-al-izza", "jaish-al-nasr"]),
        ("فيلق الشام، وجيش العزة", ["faylaq-al-sham", "jaish-al-izza"]),
        ("فيلق الشام، جيش العزة", ["faylaq-al-sham"]),
        ("فيلق الشام هاجم جيش العزة", ["faylaq-al-sham"]),
    ],
)
def test_a_conjunction_makes_a_list(stage: Stages, text: str, expected: list[str]) -> None:
    assert members(stage, text) == expected


def test_a_list_is_of_one_kind(stage: Stages) -> None:
    assert members(stage, "فيلق الشام ومنبج") == ["faylaq-al-sham"]


def test_a_member_with_another_preposition_is_none(stage: Stages) -> None:
    assert members(stage, "فيلق الشام وبجيش العزة") == ["faylaq-al-sham"]


def test_a_word_is_no_list(stage: Stages) -> None:
    assert collect(stage.nodes("هاجم"), 0, "actor") == ([], 0)
