"""Questions are worded in Arabic, with what they take and what they answer."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from kg.query import Query, packaged_queries
from kg.query.arabic import arabic_name, arabic_tag, arabic_text

ARABIC = re.compile("[\u0621-\u064a]")
GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("query", packaged_queries(), ids=lambda query: query.name)
def test_what_a_question_takes_and_answers_has_arabic_words(query: Query) -> None:
    assert [tag for tag in query.header.tags if not ARABIC.search(arabic_tag(tag) or "")] == []
    parameters, columns = query.header.parameters, query.header.columns
    texts = [*(each.description for each in parameters), *(meaning for _, meaning in columns)]
    assert [text for text in texts if not ARABIC.search(arabic_text(text) or "")] == []
    answered = json.loads((GOLDEN / f"{query.name}.json").read_text(encoding="utf-8"))["variables"]
    names = {re.sub("_(en|ar)$", "", name) for name in (*(each.name for each in parameters), *answered)}
    assert [name for name in sorted(names) if not ARABIC.search(arabic_name(name) or "")] == []


def test_what_nobody_worded_has_no_arabic() -> None:
    assert (arabic_name("something"), arabic_text("something else")) == (None, None)
