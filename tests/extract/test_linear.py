"""What a text costs grows as the text does, whatever is in it.

Work is counted in calls and not in seconds, so that a busy machine changes nothing.
"""

from __future__ import annotations

import sys
from types import FrameType
from typing import Any

import pytest

from kg.extract import Extractor
from tests.building import document

_NAMES = ("حزب الله", "جبهة النصرة", "تنظيم داعش", "قاسم سليماني", "الجيش السوري الحر", "حركة حماس")
_PLACES = ("حلب", "إدلب", "دمشق", "الموصل", "بغداد")
_CLAUSES = (
    "قصفت طائرات روسية مواقع في ريف حلب بعد أن هاجم مسلحون حاجزا ",
    "وقال ناشطون إن حزب الله أرسل تعزيزات إلى المنطقة حيث تدور معارك ",
    "فيما نفى مصدر عسكري ذلك وأضاف أن الجيش سيطر على البلدة ",
)

TEXTS = {
    "a sentence that never ends": "".join(_CLAUSES),
    "names in one list": "، و".join(_NAMES) + "، و",
    "names without anything between them": " ".join(_NAMES) + " ",
    "towns in one list": "، ".join(_PLACES) + "، ",
    "one verb on end": "قصف " * 20,
    "sayings on end": "وقال قاسم سليماني إن " * 5,
    "quotations that are never closed": 'وقال "إن حزب الله ',
    "brackets that are never closed": "(حزب الله ",
    "colons on end": "حزب الله: ",
    "relative clauses on end": "حزب الله الذي هاجم ",
    "titles on end": "قائد زعيم وزير رئيس ",
    "heads on end": "حركة لواء كتائب ",
    "prepositions on end": "في على من إلى ",
    "battles on end": "معارك بين حزب الله وبين ",
    "negations on end": "لم لا لن ليس ",
    "dates on end": "في 16 تشرين الأول 2015 ",
    "headings": "حزب الله\n",
    "short sentences": "قصف حزب الله حلب. ",
    "one letter": "ب" * 100,
    "spaces": " " * 50 + "ب",
    "marks": "…!؟,؛" * 10,
    "vowel marks": "قَصَفَ ",
}

ENGLISH = {
    "a sentence that never ends": "Aircraft bombed positions near Aleppo after gunmen attacked a checkpoint "
    "while the army said that Hezbollah sent reinforcements ",
    "names in one list": "Hezbollah, Hamas, the Free Syrian Army and ",
    "one verb on end": "attacked ",
    "sayings on end": "Hezbollah said that ",
    "quotations that are never closed": '"said Hezbollah ',
    "brackets that are never closed": "(Hezbollah ",
    "relative clauses on end": "Hezbollah, which attacked ",
    "prepositions on end": "of the ",
    "battles on end": "clashes between Hezbollah and between ",
    "owners on end": "Hezbollah's ",
    "one letter": "b" * 100,
}


def calls(extractor: Extractor, text: str) -> int:
    """How many functions are called while ``text`` is read."""
    source = document(text, language=extractor.language)
    count = 0

    def note(frame: FrameType, event: str, argument: Any) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        extractor.extract(source)
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize(
    ("language", "name"), [*(("ar", name) for name in TEXTS), *(("en", name) for name in ENGLISH)]
)
def test_twice_the_text_is_twice_the_work(extractors: dict[str, Extractor], language: str, name: str) -> None:
    extractor, piece = extractors[language], (TEXTS if language == "ar" else ENGLISH)[name]
    once = piece * (4_000 // len(piece))
    # What it takes to read a word for the first time is no part of it.
    extractor.extract(document(once, language=language))
    short, long = calls(extractor, once), calls(extractor, once * 2)
    assert long < 2.4 * short


def test_a_name_in_each_sentence_costs_no_more_in_a_long_text(extractor: Extractor) -> None:
    sentences = [f"هاجم حزب الله بلدة في ريف حلب في اليوم {number}. " for number in range(160)]
    extractor.extract(document("".join(sentences)))
    short, long = calls(extractor, "".join(sentences[:80])), calls(extractor, "".join(sentences))
    assert long < 2.4 * short
