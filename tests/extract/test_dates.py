"""Dates as texts write them, in all calendars of names, against the day on which the text appeared."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.dates import Dated, Dates
from kg.model import PartialDate, Precision
from tests.extract.stages import Stages

_PUBLISHED = "2015-10-14"
"""A Wednesday."""


def read(stage: Stages, text: str, published: str | None = None) -> list[Dated]:
    day = (
        PartialDate(published, Precision(["day", "month", "year"][2 - published.count("-")]))
        if published
        else None
    )
    return Dates(stage.lexicon).read(stage.words(text), [], day)[1]


def values(stage: Stages, text: str, published: str | None = None) -> list[str | None]:
    return [each.past.value if each.past else None for each in read(stage, text, published)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("وفي 7 حزيران 2015", "2015-06-07"),
        ("في ٧ يونيو ٢٠١٥", "2015-06-07"),
        ("في ۷ يونيو ۲۰۱۵", "2015-06-07"),
        ("يوم 7 جوان 2015", "2015-06-07"),
        ("في 7 يونيه 2015 م", "2015-06-07"),
        ("في شهر كانون الثاني من عام 2019", "2019-01"),
        ("خلال دجنبر 2012", "2012-12"),
        ("في 29 شباط 2016", "2016-02-29"),
        ("في 9 كانون الثاني/يناير 2016", "2016-01-09"),
        ("في 16 تشرين الأول (أكتوبر) 2015", "2015-10-16"),
        ("يوم الجمعة، 16 تشرين الأول 2015", "2015-10-16"),
        ("في الرابع عشر من آذار 2016", "2016-03-14"),
        ("في الحادي والعشرين من أيار عام 2016", "2016-05-21"),
        ("مطلع أيار 2015", "2015-05"),
        ("في صيف عام 2014", "2014"),
        ("سنة ٢٠١٤", "2014"),
        ("في 2014", "2014"),
        ("بين 3 و7 أيار 2015", "2015-05-03/2015-05-07"),
        ("من 28 أيار إلى 3 حزيران 2015", "2015-05-28/2015-06-03"),
        ("بين عامي 2014 و2016", "2014-01-01/2016-12-31"),
        ("بتاريخ 12/10/2015", "2015-10-12"),
        ("في 12-10-2015", "2015-10-12"),
        ("2015/10/12", "2015-10-12"),
        ("12.10.2015", "2015-10-12"),
        ("في 3 محرم 1437", "2015-10-16"),
        ("في 3 محرم 1437هـ", "2015-10-16"),
        ("عام 1437 هـ", "2015-10-14/2016-10-01"),
        ("في رمضان 1436 هـ", "2015-06-18/2015-07-16"),
        ("في رمضان 2014", "2014-06-28/2014-07-27"),
    ],
)
def test_a_full_date_needs_no_other(stage: Stages, text: str, value: str) -> None:
    assert values(stage, text) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("اليوم", "2015-10-14"),
        ("أمس", "2015-10-13"),
        ("وأمس", "2015-10-13"),
        ("أمس الأول", "2015-10-12"),
        ("أول أمس", "2015-10-12"),
        ("غدا", "2015-10-15"),
        ("أمس الثلاثاء", "2015-10-13"),
        ("قبل يومين", "2015-10-12"),
        ("قبل ثلاثة أيام", "2015-10-11"),
        ("قبل 3 أيام", "2015-10-11"),
        ("منذ أسبوعين", "2015-09-27/2015-10-03"),
        ("قبل نحو شهر", "2015-09"),
        ("قبل عامين", "2013"),
        ("الأسبوع الماضي", "2015-10-03/2015-10-09"),
        ("هذا الأسبوع", "2015-10-10/2015-10-16"),
        ("الشهر المنصرم", "2015-09"),
        ("العام الماضي", "2014"),
        ("يوم الثلاثاء", "2015-10-13"),
        ("مساء الجمعة", "2015-10-09"),
        ("الأربعاء", "2015-10-14"),
        ("الأربعاء الماضي", "2015-10-07"),
        ("الأحد المقبل", "2015-10-18"),
        ("ليل الاثنين - الثلاثاء", "2015-10-12/2015-10-13"),
        ("في 14 آذار", "2015-03-14"),
        ("في 14 تشرين الثاني", "2014-11-14"),
        ("في 26 يونيو من العام الماضي", "2014-06-26"),
        ("في 3 الجاري", "2015-10-03"),
        ("في 17 من الشهر الماضي", "2015-09-17"),
        ("في مارس", "2015-03"),
        ("في أيار الماضي", "2015-05"),
        ("في تشرين الأول الماضي", "2014-10"),
        ("أواخر شهر كانون الأول", "2014-12"),
        ("منذ أيار الماضي", "2015-05-01/2015-10-14"),
        ("خلال شهر رمضان", "2015-06-18/2015-07-16"),
        ("في 10 رمضان", "2015-06-27"),
    ],
)
def test_other_dates_are_seen_from_the_day_of_publication_and_are_none_without_it(
    stage: Stages, text: str, value: str
) -> None:
    assert values(stage, text, _PUBLISHED) == [value]
    assert values(stage, text) == [None]


@pytest.mark.parametrize(
    ("text", "past", "coming"),
    [
        ("يوم الأحد", "2015-10-11", "2015-10-18"),
        ("في 25 كانون الأول", "2014-12-25", "2015-12-25"),
        ("في مارس", "2015-03", "2016-03"),
    ],
)
def test_what_is_to_come_lies_behind_publication(stage: Stages, text: str, past: str, coming: str) -> None:
    (found,) = read(stage, text, _PUBLISHED)
    assert found.past is not None and found.coming is not None
    assert (found.past.value, found.coming.value) == (past, coming)


@pytest.mark.parametrize(
    "text",
    [
        *("في 32 آذار 2015", "في 30 شباط 2016", "في 31 نيسان 2016", "في 0 آب 2014", "في 29 شباط 2015"),
        *(
            "12/13/2015",
            "0/0/2015",
            "31/4/2016",
            "2015/13/1",
            "30 صفر 1437 هـ",
            "5 رمضان 1600 هـ",
            "في 7 حزيران 15",
        ),
        *("في اليوم التالي", "قبل يومين من الهجوم", "بعد عام 2013", "حتى أيار 2015", "بعد يومين", "قبل أيام"),
        *("في 5 محرم 2015", "عام 1342 هـ", "في اليوم العشرين"),
    ],
)
def test_what_does_not_exist_or_cannot_be_told_is_no_date(stage: Stages, text: str) -> None:
    assert values(stage, text, _PUBLISHED) == [None]


@pytest.mark.parametrize(
    "text",
    [
        *(
            "القرار 2254",
            "القرار رقم 2042",
            "لواء 17 نيسان",
            "كتيبة 15 آذار",
            "حي 1070",
            "ثورة 14 تموز",
            "قوى 14 آذار",
        ),
        *(
            "مدينة 6 أكتوبر",
            "فيلم «17 نيسان» الجديد",
            "عمره 17 عاما",
            "مقتل 14 مدنيا",
            "2015 نازحا",
            "سوق الجمعة",
        ),
        *(
            "من جهة باب المغاربة",
            "قناة روسيا اليوم",
            "نزح 1950 مدنيا",
            "مارس ضغوطا",
            "رمضان شلح",
            "في 2014 موقع",
        ),
    ],
)
def test_names_and_numbers_are_no_dates(stage: Stages, text: str) -> None:
    assert values(stage, text, _PUBLISHED) == []


def test_a_weekday_tells_which_day_yesterday_is(stage: Stages) -> None:
    assert values(stage, "أمس الاثنين", _PUBLISHED) == ["2015-10-12"]
    assert values(stage, "أمس الخميس", _PUBLISHED) == [None]


@pytest.mark.parametrize(("published", "value"), [("2015-10", "2015-03-14"), ("2015", None)])
def test_a_document_dated_by_its_month_dates_less(stage: Stages, published: str, value: str | None) -> None:
    assert values(stage, "في 14 آذار", published) == [value]
    assert values(stage, "أمس", published) == [None]
    assert values(stage, "العام الماضي", published) == ["2014"]


def test_a_day_takes_the_year_of_the_full_date_beside_it(stage: Stages) -> None:
    text = "من هجوم في 14 آذار 2012 إلى هجوم في 3 أيار"
    assert values(stage, text, _PUBLISHED) == ["2012-03-14", "2012-05-03"]


def test_a_date_becomes_one_adverb_with_its_own_words(stage: Stages) -> None:
    text = "هاجموا في 9 كانون الثاني/يناير 2016 قرية"
    words, (found,) = Dates(stage.lexicon).read(stage.words(text), [], None)
    assert text[found.start : found.end] == "في 9 كانون الثاني/يناير 2016"
    assert [word.is_a("adverb") for word in words] == [False, True, False]


def test_a_date_within_a_name_is_left_to_the_name(stage: Stages) -> None:
    text = "في 17 نيسان 2015"
    assert Dates(stage.lexicon).read(stage.words(text), [(3, 11)], None)[1] == []


@given(
    day=st.integers(1, 28),
    month=st.sampled_from(["آذار", "مارس", "أبريل", "تموز"]),
    year=st.integers(1990, 2030),
)
def test_digits_of_any_script_give_the_same_date(stage: Stages, day: int, month: str, year: int) -> None:
    plain = f"في {day} {month} {year}"
    arabic = plain.translate({ord(str(n)): chr(0x0660 + n) for n in range(10)})
    assert values(stage, plain) == values(stage, arabic) != []


_TIME = (
    *(
        "7",
        "31",
        "0",
        "99",
        "2015",
        "1437",
        "9999",
        "آذار",
        "رمضان",
        "هـ",
        "الشهر",
        "الماضي",
        "قبل",
        "أيام",
        "منذ",
    ),
    *(
        "في",
        "و7",
        "بين",
        "/",
        "-",
        "،",
        "(",
        ")",
        "أمس",
        "الأحد",
        "يومين",
        "من",
        "إلى",
        "عام",
        "التالي",
        "نحو",
    ),
)


@given(st.lists(st.sampled_from(_TIME), max_size=12))
def test_no_sequence_of_words_of_time_breaks_the_reader(stage: Stages, words: list[str]) -> None:
    text = " ".join(words)
    for each in read(stage, text, _PUBLISHED) if text else []:
        assert 0 <= each.start < each.end <= len(text)
        for value in (each.past, each.coming):
            assert value is None or value.earliest <= value.latest
