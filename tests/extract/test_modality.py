"""How surely it is said."""

from __future__ import annotations

import pytest

from kg.extract import Extractor
from kg.extract.modality import strongest
from kg.model import Modality
from tests.building import document


def modalities(extractor: Extractor, text: str) -> list[str]:
    return [claim.modality.value for claim in extractor.extract(document(text))]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("هاجم جيش العزة داعش.", "asserted"),
        ("لا يزال جيش العزة يهاجم داعش.", "asserted"),
        ("ربما هاجم جيش العزة داعش.", "unconfirmed"),
        ("ترددت أنباء عن هجوم جيش العزة على داعش.", "unconfirmed"),
        ("إذا هاجم جيش العزة داعش فستتغير الخريطة.", "hypothetical"),
        ("في حال هاجم جيش العزة داعش.", "hypothetical"),
        ("سيهاجم جيش العزة داعش.", "hypothetical"),
        ("سوف يهاجم جيش العزة داعش.", "hypothetical"),
        ("يعتزم جيش العزة مهاجمة داعش.", "hypothetical"),
        ("لم يهاجم جيش العزة داعش.", "denied"),
        ("لن يهاجم جيش العزة داعش.", "denied"),
    ],
)
def test_the_words_before_an_event_say_how_sure_it_is(extractor: Extractor, text: str, modality: str) -> None:
    assert modalities(extractor, text) == [modality]


def test_doubt_ends_with_its_sentence(extractor: Extractor) -> None:
    assert modalities(extractor, "ربما تمطر غدا. هاجم جيش العزة داعش.") == ["asserted"]


def test_a_negation_does_not_reach_the_clause_behind_but(extractor: Extractor) -> None:
    assert modalities(extractor, "لم تمطر السماء، لكن جيش العزة هاجم داعش.") == ["asserted"]


def test_no_less_than_is_no_negation(extractor: Extractor) -> None:
    text = "هاجم جيش العزة بما لا يقل عن عشرين مقاتلا مواقع داعش."
    assert "denied" not in modalities(extractor, text)


def test_the_strongest_doubt_wins() -> None:
    assert strongest([]) is Modality.ASSERTED
    assert strongest([Modality.UNCONFIRMED, Modality.DENIED, Modality.ASSERTED]) is Modality.DENIED
    assert strongest([Modality.DENIED, Modality.HYPOTHETICAL]) is Modality.HYPOTHETICAL
