"""All that makes phrases of a sentence, together."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from kg.extract.nodes import Phrase
from tests.extract.cases import passages
from tests.extract.stages import Stages

_TEXTS = [passage.text for passage in passages() if "\n" not in passage.text]


def test_a_sentence_becomes_words_and_phrases(stage: Stages) -> None:
    assert stage.phrases("أعلن قائد لواء القدس أن عناصر من داعش انسحبوا من ريف حمص الشرقي") == [
        ("قائد لواء القدس", stage.phrases("قائد لواء القدس")[0][1]),
        ("عناصر من داعش", "isis"),
        ("ريف حمص الشرقي", "eastern-homs-countryside"),
    ]


@given(text=st.sampled_from(_TEXTS))
def test_nodes_follow_each_other_within_the_text(stage: Stages, text: str) -> None:
    reached = 0
    for node in stage.nodes(text):
        assert node.start >= reached, text[node.start : node.end]
        assert node.start < node.end <= len(text)
        reached = max(reached, node.start)


@given(text=st.sampled_from(_TEXTS))
def test_phrases_do_not_overlap(stage: Stages, text: str) -> None:
    found = [node for node in stage.nodes(text) if isinstance(node, Phrase)]
    for one, other in pairwise(found):
        assert one.end <= other.start, text[one.start : other.end]
