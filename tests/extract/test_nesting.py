"""Several speakers in one sentence."""

from __future__ import annotations

from kg.extract.nesting import Heard
from kg.extract.nodes import Phrase
from kg.extract.voices import Cue, Voice
from tests.extract.stages import Stages

_NESTED = "قال سالم إن كريم أعلن أن الطريق مفتوح"
_BESIDE = "قال سالم إن الجو صحو، فيما أعلن كريم أن الطريق مفتوح"


def heard(stage: Stages, text: str) -> Heard:
    """Two speakers, as if a cue had been read at each verb."""
    result = Heard(stage.syntax(text))
    for number, (verb, that) in enumerate((("قال", " إن "), ("أعلن", " أن "))):
        start = text.index(that) + len(that)
        voice = Voice((Phrase(number, number + 1),))
        result.add(Cue(text.index(verb), start, len(text), voice, opens=number + 1))
    return result


def test_a_report_within_a_report_has_both_as_sources(stage: Stages) -> None:
    both = heard(stage, _NESTED)
    outer, inner = both.settled([])
    assert outer.end == len(_NESTED)
    assert inner.voice.chain == (*both.cues[1].voice.chain, *outer.voice.chain)
    assert both.main() == both.cues[:1]


def test_the_next_speaker_ends_the_one_before(stage: Stages) -> None:
    both = heard(stage, _BESIDE)
    first, second = both.settled([])
    assert first.end == second.at
    assert second.voice.chain == both.cues[1].voice.chain
    assert both.main() == both.cues


def test_what_one_word_opens_is_heard_once(stage: Stages) -> None:
    both = heard(stage, _NESTED)
    assert not both.add(both.cues[1])
    assert len(both.cues) == 2
