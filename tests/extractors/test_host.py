"""Extractors side by side on one document: what is kept, what is counted, and what a fault of one does."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kg.errors import KGError
from kg.extractors import Context, Extractor, Given, Refused
from kg.extractors.errors import ExtractorFailedError, UnreadLanguageError
from kg.extractors.host import Host
from kg.extractors.rules import Rules
from kg.extractors.tally import Tally, total
from kg.iri import Iris
from kg.languages import UnknownLanguageError
from kg.model import Document
from tests.building import document
from tests.extractors.giving import Giving, candidate

BATTLE = "اشتبك حزب الله مع جبهة النصرة."
TWICE = f"{BATTLE} وهدأت الجبهة يومين. {BATTLE}"
FIGHT = candidate(BATTLE, "حزب الله", "fights", "جبهة النصرة", trigger="اشتبك")


def hosted(*extractors: Extractor) -> Host:
    return Host(extractors)


def test_each_extractor_keeps_its_own_claims_under_its_own_name() -> None:
    harvest = hosted(Rules({}), Giving(FIGHT)).extract(document(BATTLE))
    rules, own = harvest.claims
    assert (rules.extractor.partition("/")[0], own.extractor) == ("rules", "giving/1")
    assert (rules.subject, rules.object, rules.predicate) == (own.subject, own.object, own.predicate)
    assert len({Iris().claim(claim) for claim in harvest}) == 2


def test_the_rules_give_the_same_with_and_without_a_host() -> None:
    from kg.extractors.packed import PackedExtractors

    source = document(TWICE)
    assert hosted(Rules({})).extract(source).claims == PackedExtractors().extract(source)


def test_what_is_refused_is_counted_by_reason() -> None:
    invented = candidate("هزم حزب الله جبهة النصرة", "حزب الله", "attacks", "جبهة النصرة")
    outside = candidate(BATTLE, "حزب الله", "fights", "حماس")
    given = (FIGHT, invented, invented, outside, Refused("in another form"), "words")
    (tally,) = hosted(Giving(*given)).extract(document(BATTLE)).tallies
    assert tally.line() == (
        "giving: 1 claim kept, 5 refused: 2 quote not in text, 1 argument not in quote, 1 in another form, "
        "1 not a candidate"
    )


def test_what_is_changed_in_a_claim_is_counted_too() -> None:
    text = "لم يشتبك حزب الله مع جبهة النصرة."
    denied = candidate(text, "حزب الله", "fights", "جبهة النصرة", trigger="يشتبك", place="حمص")
    (tally,) = hosted(Giving(denied)).extract(document(text)).tallies
    assert tally.line().startswith("giving: 1 claim kept, 0 refused; ")
    assert dict(tally.amended) == {"lowered in modality": 1, "without a place that the text does not name": 1}


def test_the_same_said_again_is_found_at_its_next_place_and_then_no_more() -> None:
    harvest = hosted(Giving(FIGHT, FIGHT, FIGHT)).extract(document(TWICE))
    assert [claim.evidence.start for claim in harvest] == [0, TWICE.rindex("اشتبك")]
    assert harvest.tallies[0].refused == (("said before", 1),)


def test_a_quote_that_stands_twice_is_taken_where_the_claim_before_was() -> None:
    ending = "ثم دخل الجيش السوري مدينة حلب."
    text = f"{BATTLE} وهدأت الجبهة. {ending} {BATTLE}"
    entry = candidate(ending, "الجيش السوري", "presentIn", "مدينة حلب")
    harvest = hosted(Giving(entry, FIGHT)).extract(document(text))
    assert [claim.evidence.start for claim in harvest] == [text.index(ending), text.rindex("اشتبك")]


def test_an_extractor_can_ask_beforehand_what_would_be_refused() -> None:
    class Asking(Giving):
        def extract(self, document: Document, context: Context) -> Iterator[Given]:
            wrong = candidate(BATTLE, "حزب الله", "bombs", "جبهة النصرة")
            assert "'bombs' is none of" in (context.problem(wrong) or "")
            assert context.problem(FIGHT) is None
            assert [each.name for each in context.relations if each.name == "opponentOf"] == []
            assert {"Person", "Town"} <= set(context.types)
            yield FIGHT

    harvest = hosted(Asking()).extract(document(BATTLE))
    assert harvest.tallies == (Tally("giving", 1),)


def test_a_claim_whose_offsets_belong_to_another_text_is_refused() -> None:
    class Misplaced(Giving):
        def extract(self, document: Document, context: Context) -> Iterator[Given]:
            yield from context.rules()

    foreign = hosted(Rules({})).extract(document(TWICE)).claims
    assert len(hosted(Misplaced()).extract(document(BATTLE)).claims) == 1
    harvest = hosted(Giving(*foreign)).extract(document(BATTLE))
    assert harvest.claims == ()
    assert harvest.tallies[0].refused == (("offsets not of this text", len(foreign)),)


def test_an_extractor_that_fails_is_named_with_the_document() -> None:
    class Failing(Giving):
        def extract(self, document: Document, context: Context) -> Iterator[Given]:
            yield FIGHT
            raise ZeroDivisionError("of no use\nand more")

    with pytest.raises(ExtractorFailedError) as failed:
        hosted(Failing(name="shaky")).extract(document(BATTLE, name="a.txt"))
    assert str(failed.value) == (
        "the extractor 'shaky' failed on a.txt (ZeroDivisionError: of no use); report that to whoever wrote it, "
        "or run without it"
    )


def test_an_extractor_that_explains_itself_is_heard_as_it_is() -> None:
    class Explaining(Giving):
        def extract(self, document: Document, context: Context) -> Iterator[Given]:
            raise KGError("the dictionary is missing; install it")

    with pytest.raises(KGError, match="dictionary is missing"):
        hosted(Explaining()).extract(document(BATTLE))


def test_an_extractor_without_end_is_stopped() -> None:
    class Endless(Giving):
        def extract(self, document: Document, context: Context) -> Iterator[Given]:
            while True:
                yield Refused("more")

    with pytest.raises(ExtractorFailedError, match="more than 100,000 candidates"):
        hosted(Endless()).extract(document(BATTLE))


def test_an_extractor_sits_out_a_language_that_it_does_not_read() -> None:
    persian = Giving(FIGHT, name="persian", languages=["fa"])
    assert [each.extractor for each in hosted(persian, Giving(FIGHT)).extract(document(BATTLE)).tallies] == [
        "giving"
    ]
    with pytest.raises(UnreadLanguageError, match="persian cannot read 'ar'"):
        hosted(persian).extract(document(BATTLE))
    with pytest.raises(UnknownLanguageError):
        hosted(persian).extract(document(BATTLE, language="fa"))


def test_a_candidate_of_other_types_is_the_fault_of_who_made_it() -> None:
    with pytest.raises(TypeError, match="speakers, place, confidence"):
        candidate(BATTLE, "حزب الله", "fights", "جبهة النصرة", speakers="x", place=3, confidence=7)


def test_tallies_of_many_documents_add_up() -> None:
    one = Tally("a", 2, (("x", 1),), (("y", 1),))
    other = Tally("a", 3, (("z", 4), ("x", 1)))
    assert total([one, Tally("b"), other]) == (
        Tally("a", 5, (("z", 4), ("x", 2)), (("y", 1),)),
        Tally("b"),
    )
