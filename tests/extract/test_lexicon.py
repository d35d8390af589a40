"""How far clitics are taken off a word, and what the pack knows of the rest."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.extract.stages import Stages


@pytest.mark.parametrize(
    ("written", "conjunction", "preposition", "core"),
    [
        ("وهاجم", "و", "", "هاجم"),
        ("فهاجم", "ف", "", "هاجم"),
        ("بقصف", "", "ب", "قصف"),
        ("وللسيطره", "و", "ل", "السيطره"),
        ("واجه", "", "", "واجه"),
        ("وصل", "", "", "وصل"),
        ("لواء", "", "", "لواء"),
        ("فيلق", "", "", "فيلق"),
    ],
)
def test_the_fewest_clitics_win(
    stage: Stages, written: str, conjunction: str, preposition: str, core: str
) -> None:
    reading = stage.lexicon.analyse(written)
    assert (reading.conjunction, reading.preposition, reading.core) == (conjunction, preposition, core)


def test_an_unknown_word_has_no_reading_but_itself(stage: Stages) -> None:
    reading = stage.lexicon.analyse("زعفران")
    assert not reading.known
    assert reading.core == "زعفران"


def test_a_noun_gives_up_its_pronoun(stage: Stages) -> None:
    reading = stage.lexicon.analyse("سيطرتهما")
    assert reading.suffix == "هما"
    assert reading.known


def test_a_verb_knows_its_relation_and_voice(stage: Stages) -> None:
    reading = stage.lexicon.exact("سيهاجم")
    assert reading is not None
    assert {(frame.relation, voice) for frame, voice in reading.senses} == {("attacks", "future")}


def test_only_prepositions_take_a_pronoun_for_an_object(stage: Stages) -> None:
    assert stage.lexicon.pronoun("لهم") is not None
    assert stage.lexicon.pronoun("سهم") is None


@given(word=st.text(alphabet="وفبلكالسيطرهمتن", min_size=1, max_size=12))
def test_clitics_and_rest_make_up_the_word(stage: Stages, word: str) -> None:
    for reading in stage.lexicon.splits(word):
        contracted = reading.core.removeprefix(stage.lexicon.article)
        assert word.endswith((reading.core, contracted))
        assert 0 <= reading.skipped < len(word)
        assert reading.core


@given(word=st.text(max_size=12))
def test_any_word_can_be_analysed(stage: Stages, word: str) -> None:
    assert stage.lexicon.analyse(word) == stage.lexicon.analyse(word)
