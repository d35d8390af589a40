"""The two sides of an event."""

from __future__ import annotations

import pytest

from kg.extract import between
from tests.extract.stages import Stages, meant


def sides(stage: Stages, text: str) -> tuple[list[str], list[str]] | None:
    pair = between.sides(stage.syntax(text), 0, lambda suffix, step: [])
    return ([meant(p) for p in pair[0]], [meant(p) for p in pair[1]]) if pair else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("معارك بين جيش العزة وداعش", (["jaish-al-izza"], ["isis"])),
        ("معارك بين جيش العزة وبين داعش", (["jaish-al-izza"], ["isis"])),
        (
            "معارك بين جيش العزة وفيلق الشام من جهة وداعش من جهة أخرى",
            (["jaish-al-izza", "faylaq-al-sham"], ["isis"]),
        ),
        (
            "معارك بين جيش العزة وفيلق الشام، وداعش",
            (["jaish-al-izza", "faylaq-al-sham"], ["isis"]),
        ),
        (
            "معارك بين جيش العزة وداعش وجند الأقصى",
            (["jaish-al-izza"], ["isis", "jund-al-aqsa"]),
        ),
        ("معارك عنيفة اندلعت بين جيش العزة وداعش", (["jaish-al-izza"], ["isis"])),
    ],
)
def test_the_sides_of_a_battle(stage: Stages, text: str, expected: tuple[list[str], list[str]]) -> None:
    assert sides(stage, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "معارك بين دمشق والرقة",
        "معارك بين جيش العزة",
        "معارك بين الفجر والظهر",
        "معارك. بين جيش العزة وداعش خلاف",
        "معارك جيش العزة",
    ],
)
def test_without_two_actors_there_are_no_sides(stage: Stages, text: str) -> None:
    assert sides(stage, text) is None
