"""The language of a document: by the letters it is written in where it does not say, or says what cannot be."""

from __future__ import annotations

import io

import pytest

from kg.model import Document
from kg.readers import Unreadable, read_documents
from kg.readers.language import detect_language, is_other_script, may_be

ARABIC = "قال المتحدث باسم القوات إن المعارك انتهت في المدينة"
ENGLISH = "The spokesman said that the fighting in the town was over"


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


@pytest.mark.parametrize(
    ("text", "language", "possible"),
    [
        (ARABIC, "ar", True),
        (ARABIC, "fa", True),
        (ARABIC, "en", False),
        (ARABIC + " (BBC)", "en", False),
        (ARABIC + ". " + ENGLISH, "en", True),
        (ARABIC + ". " + ENGLISH, "ar", True),
        (ENGLISH, "ar", False),
        (ENGLISH + " in حلب", "ar", False),
        (ENGLISH, "fr", True),
        (ENGLISH, "ku", True),
        (ARABIC, "ku", True),
        ("2015", "en", True),
    ],
)
def test_a_language_is_possible_where_its_script_is_more_than_names(
    text: str, language: str, *, possible: bool
) -> None:
    assert may_be(text, language) is possible


def _read(text: str, language: str, notes: list[str]) -> Document:
    (found,) = read_documents(
        ["-"], stdin=io.BytesIO(text.encode()), language=language, note=notes.append, form="txt"
    )
    assert isinstance(found, Document)
    return found


def test_a_declared_language_in_another_script_gives_way_with_a_note() -> None:
    notes: list[str] = []
    assert _read(ARABIC, "en", notes).language == "ar"
    assert notes == ["-: said to be in 'en', but written in another script; read as 'ar'"]


def test_a_declared_language_that_can_be_holds_without_a_note() -> None:
    notes: list[str] = []
    assert _read(ARABIC + ". " + ENGLISH, "en", notes).language == "en"
    assert _read(ARABIC, "fa", notes).language == "fa"
    assert notes == []


def test_many_notes_of_a_kind_become_three_and_a_count() -> None:
    lines = "".join(f'{{"id": "{n}", "text": "{ARABIC} {n}", "language": "en"}}\n' for n in range(50))
    notes: list[str] = []
    found = list(read_documents(["-"], stdin=io.BytesIO(lines.encode()), note=notes.append))
    assert {each.language for each in found if isinstance(each, Document)} == {"ar"}
    assert [note.partition(":")[0] for note in notes] == ["0", "1", "2", "47 more documents"]


@pytest.mark.parametrize(
    ("text", "language", "other"),
    [
        ("Войска отступили из города на рассвете", None, True),
        ("Войска отступили из города на рассвете", "ar", True),
        ("Войска отступили из города на рассвете", "ru", False),
        ("הכוחות נסוגו מהעיר עם שחר (BBC)", None, True),
        ("部队在黎明前撤出了该镇", None, True),
        (ARABIC + " (Войска отступили)", None, False),
        ("12 / 10 / 2015 !!!", None, False),
        ("." * 5_000, None, False),
        (" " * 5_000 + ENGLISH, None, False),
        ("ＡＢＣ 2015", None, True),
    ],
)
def test_a_script_that_nobody_reads_here_is_told_from_the_two_that_are(
    text: str, language: str | None, *, other: bool
) -> None:
    assert is_other_script(text, language) is other


def test_a_text_in_another_script_is_refused_by_name() -> None:
    (found,) = read_documents(["-"], stdin=io.BytesIO("Войска отступили из города".encode()))
    assert isinstance(found, Unreadable)
    assert found.problem == "it is written in neither Arabic nor Latin letters"
