"""A name that counts wherever it stands is no word of the language that a report cannot do without."""

from __future__ import annotations

from kg.folding import fold_text
from kg.languages import load_pack
from kg.registry import load_registry

_PACK = load_pack("ar")
_CLASSES = ("reporting", "modal", "preposition")
_NAMES = {
    fold_text(name.text): entry.entity.iri
    for entry in load_registry().entries
    for name in entry.names
    if name.language == "ar" and not name.ambiguous and " " not in name.text
}
"""Folded names of one word that are unambiguous, and whose they are."""


def test_no_unambiguous_name_is_a_verb_of_saying_or_a_preposition() -> None:
    words = {word for group in _CLASSES for word in _PACK.words[group]}
    assert words
    assert not {word: _NAMES[word] for word in words & _NAMES.keys()}


def test_no_unambiguous_name_is_a_word_that_says_a_relation() -> None:
    words = {form for frame in _PACK.frames for form in frame.forms}
    assert words
    assert not {word: _NAMES[word] for word in words & _NAMES.keys()}
