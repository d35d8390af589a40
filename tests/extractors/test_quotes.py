"""Quoted words are found as they are spelled somewhere, and never by likeness."""

from __future__ import annotations

import pytest

from kg.extract.engine import Extractor
from kg.extractors.quotes import Quotes

ZERO_WIDTH = "\u200b"
NO_BREAK = "\u00a0"


def found(text: str, quote: str, engine: Extractor) -> list[str]:
    return [text[place.start : place.end] for place in Quotes(text, engine.lexicon).find(quote)]


@pytest.mark.parametrize(
    ("text", "quote", "words"),
    [
        ("دخلت قوات إيران المدينة", "قوات إيران", "قوات إيران"),
        ("دخلت قوات ايران المدينة", "قوات إيران", "قوات ايران"),
        ("دخلت قوات إيران المدينة", "قوات ایران", "قوات إيران"),
        ("وصل مقاتلو سرية الفجر", "سريه الفجر", "سرية الفجر"),
        ("خطف مصطفى الحسيني", "مصطفي الحسيني", "مصطفى الحسيني"),
        ("خطف مصطفي الحسینی", "مصطفى الحسيني", "مصطفي الحسینی"),
        ("قال قـــائد اللواءِ إنّه", "قائد اللواء", "قـــائد اللواءِ"),
        (f"قصف{NO_BREAK}الطيران  المطار", "قصف الطيران المطار", f"قصف{NO_BREAK}الطيران  المطار"),
        (f"قصف الط{ZERO_WIDTH}يران المطار", "الطيران المطار", f"الط{ZERO_WIDTH}يران المطار"),
        ("قصف الطيران المطار", f"الط{ZERO_WIDTH}يران", "الطيران"),
        ("انضم إلى «لواء النسر» أمس", '"لواء النسر"', "لواء النسر"),
        ("سيطر ﻟﻮاء النسر على التل", "لواء النسر", "ﻟﻮاء النسر"),
        ("في ٣ أيار ٢٠١٥ دخلوا", "3 أيار 2015", "٣ أيار ٢٠١٥"),
        ("The Eagle’s Brigade\nleft.", "the eagle's  brigade LEFT", "The Eagle’s Brigade\nleft"),
        ("The café’s owner", "cafe's owner", "café’s owner"),
    ],
)  # fmt: skip
def test_a_quote_is_found_whatever_its_spelling(text: str, quote: str, words: str, engine: Extractor) -> None:
    assert found(text, quote, engine) == [words]


@pytest.mark.parametrize(
    ("text", "quote", "words"),
    [
        ("مدعومة بحزب الله", "حزب الله", "حزب الله"),
        ("القوات وحزب الله", "حزب الله", "حزب الله"),
        ("القوات وبحزب الله", "حزب الله", "حزب الله"),
        ("تابع للحرس الثوري", "الحرس الثوري", "لحرس الثوري"),
        ("من بغداد ولإيران", "ايران", "إيران"),
    ],
)
def test_what_is_written_onto_the_first_word_may_be_missing(
    text: str, quote: str, words: str, engine: Extractor
) -> None:
    (place,) = Quotes(text, engine.lexicon).find(quote)
    assert text[place.start : place.end] == words
    assert text[place.word_start - 1] == " "


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        # Four short names that a library for fuzzy citations finds in such texts, by up to five changed letters.
        ("قال شاهد إنه رأى 'يما من المدينة وحماسة الناس", "حماس"),
        ("تقدمت القوات نحو الن وطالب الناس بالخبز", "طالبان"),
        ("المعارك بين الطرفين والبوتين المدمرين", "بوتين"),
        ("أعلن حزب الله أنه سيبعث برسالة", "حزب البعث"),
        # Words of the quote in another order, with one left out, or inside other words.
        ("قصف الطيران الروسي البلدة", "الروسي الطيران"),
        ("قصف الطيران الحربي الروسي البلدة", "الطيران الروسي"),
        ("قصف الطيران المدينة", "يران المدينة"),
        ("قصف الطيران المدينة", "الطيران المدين"),
        # What is written onto a word must be in the text, if the quote has it.
        ("شارك حزب الله", "وحزب الله"),
        ("شارك حزب الله", ""),
        ("شارك حزب الله", "«»."),
        ("Hamas leaders spoke", "Hama"),
        ("The brigade attacked the town", "The brigade shelled the town"),
    ],
)
def test_words_that_do_not_stand_there_are_not_found(text: str, quote: str, engine: Extractor) -> None:
    assert found(text, quote, engine) == []


def test_a_spelling_that_stands_letter_for_letter_goes_before_others(engine: Extractor) -> None:
    text = "ايران هنا وإيران هناك ثم إيران"
    places = Quotes(text, engine.lexicon).find("إيران")
    assert [place.start for place in places] == [text.rindex("إيران")]
    assert len(Quotes(text, engine.lexicon).find("ايران", 5)) == 1


def test_all_places_come_in_the_order_of_the_text(engine: Extractor) -> None:
    text = "هجوم ثم هجوم ثم هجوم"
    assert [place.start for place in Quotes(text, engine.lexicon).find("هجوم")] == [0, 8, 16]
    assert [place.start for place in Quotes(text, engine.lexicon).find("هجوم", 1, 12)] == [8]


def test_a_quote_of_one_word_repeated_is_found_in_a_text_of_that_word(engine: Extractor) -> None:
    places = Quotes("لا " * 2000, engine.lexicon).find("لا " * 1000)
    assert len(places) == 1001
