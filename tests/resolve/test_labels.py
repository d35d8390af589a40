"""Which words for somebody are names."""

from __future__ import annotations

from kg.resolve.labels import sort_names, unquoted


def test_longer_forms_and_last_words_are_names() -> None:
    names, in_context = sort_names("لواء صقور النهر", ["لواء صقور النهر السوري", "صقور النهر", "النهر"])
    assert names == ("لواء صقور النهر السوري", "صقور النهر")
    assert in_context == ("النهر",)


def test_pronouns_short_forms_and_other_words_are_none() -> None:
    assert sort_names("لواء صقور النهر", ["اللواء", "مقاتليه", "قائد لواء صقور النهر", "الحركة"]) == ((), ())


def test_what_folding_makes_equal_counts_once() -> None:
    assert sort_names("حركة النسور", ['حركة "النسور"', "حركه النسور", "حَركة النسور"]) == ((), ())
    assert sort_names("لواء أسد البر", ["أسد البر", "اسد البر"])[0] == ("أسد البر",)


def test_a_number_is_no_name() -> None:
    assert sort_names("اللواء 54", ["54", "اللواء"]) == ((), ())


def test_a_family_name_means_a_person_in_context_alone() -> None:
    assert sort_names("أنس الزعبي", ["الزعبي"]) == ((), ("الزعبي",))


def test_quotation_marks_go() -> None:
    assert unquoted('حركة «النسور" ') == "حركة النسور"
