"""The language of a document that does not say: by the letters it is written in."""

from __future__ import annotations

import pytest

from kg.readers.language import detect_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("قال المتحدث إن القوات انسحبت", "ar"),
        ("The spokesman said that the army withdrew", "en"),
        ("قال المتحدث باسم القوات إن حركة Houthi انسحبت من المدينة", "ar"),
        ("The group, known in Arabic as حركة النجباء, denied the report", "en"),
        ("ﺣﺰﺏ ﺍﻟﻠﻪ", "ar"),
        ("فیلق قدس", "ar"),
        ("12 / 10 / 2015", "ar"),
        ("١٢ km", "en"),
    ],
)
def test_the_script_of_most_letters_decides(text: str, language: str) -> None:
    assert detect_language(text) == language


def test_only_the_beginning_of_a_long_text_is_looked_at() -> None:
    assert detect_language("قال " * 5_000 + "said " * 50_000) == "ar"
