"""What of a candidate's words becomes a claim, and why others become none."""

from __future__ import annotations

from typing import Any

import pytest

from kg.extractors.reasons import Amendment, Reason, UngroundedError
from kg.iri import Iris
from kg.model import Modality, PartialDate, Precision
from tests.extractors.conftest import Ground
from tests.extractors.giving import candidate

RAID = "قصف الطيران الروسي، بحسب ناشطين، مقرات حزب الله اللبناني في بلدة سراقب يوم 3 تشرين الأول 2015."
ORDER = "لم يقصف الجيش السوري مدينة حلب، وربما يهاجم حزب الله لواء الرعد إذا انسحب."
IRIS = Iris()


def reason(ground: Ground, text: str, *words: str, **more: Any) -> Reason:
    with pytest.raises(UngroundedError) as refused:
        ground(text, candidate(*words, **more))
    return refused.value.reason


def test_words_become_spans_that_reproduce_the_text(ground: Ground) -> None:
    more = {
        "trigger": "قصف",
        "speakers": ("ناشطين",),
        "place": "سراقب",
        "date": "3 تشرين الأول 2015",
    }
    grounded = ground(RAID, candidate(RAID, "الطيران الروسي", "attacks", "حزب الله", **more))
    claim = grounded.claim
    spans = [claim.subject.span, claim.object.span, claim.evidence, claim.attributed_to[0].span]
    assert [RAID[span.start : span.end] for span in spans] == [span.quote for span in spans]
    assert claim.subject.entity.iri == IRIS.actor("russian-air-force")
    assert claim.object.entity.iri == IRIS.actor("hezbollah")
    assert claim.attributed_to[0].entity.type == "DescribedGroup"
    assert claim.place is not None
    assert claim.place.entity.iri == IRIS.place("saraqib")
    assert claim.date == PartialDate("2015-10-03", Precision.DAY)
    assert (claim.extractor, claim.rule, claim.modality) == ("test/1", "test.attacks", Modality.ASSERTED)
    assert grounded.amendments == ()


def test_the_evidence_begins_and_ends_with_whole_words(ground: Ground) -> None:
    text = "وبحسب الوكالة، وقصف الجيش السوري جبهة النصرة."
    claim = ground(text, candidate("قصف الجيش السوري جبهة النصرة", "الجيش السوري", "attacks", "النصرة")).claim
    assert claim.evidence.quote == "وقصف الجيش السوري جبهة النصرة"


@pytest.mark.parametrize(
    ("object_", "slug", "words"),
    [
        ("مقرات حزب الله اللبناني", "actor/hezbollah", "مقرات حزب الله اللبناني"),
        ("حزب اللّٰه", "actor/hezbollah", "حزب الله"),
        ("بلدة سراقب", "place/saraqib", "بلدة سراقب"),
    ],
)
def test_names_mean_whom_the_rules_would_take_them_for(
    object_: str, slug: str, words: str, ground: Ground
) -> None:
    claim = ground(RAID, candidate(RAID, "الطيران الروسي", "attacks", object_)).claim
    assert (claim.object.entity.iri, claim.object.span.quote) == (IRIS.base + slug, words)


def test_a_name_written_onto_by_a_preposition_begins_behind_it(ground: Ground) -> None:
    text = "تقدمت قوات النظام مدعومة بحزب الله."
    for words in ("حزب الله", "بحزب الله"):
        claim = ground(text, candidate(text, words, "supports", "قوات النظام")).claim
        assert claim.subject.span.quote == "حزب الله"


def test_an_actor_nobody_listed_has_a_stable_id_from_its_folded_name(ground: Ground) -> None:
    texts = ("هاجمت كتيبة الضياء الجديد قوات النظام.", "دعمت قوات النظام كتيبه الضیاء الجدید.")
    one = ground(texts[0], candidate(texts[0], "كتيبة الضياء الجديد", "attacks", "قوات النظام")).claim
    other = ground(texts[1], candidate(texts[1], "قوات النظام", "supports", "كتيبة الضياء الجديد")).claim
    assert one.subject.entity.iri == other.object.entity.iri
    assert not one.subject.entity.known
    assert one.subject.entity.type == "ArmedGroup"


def test_a_person_is_named_without_his_office(ground: Ground) -> None:
    text = "أكد الجنرال الإيراني قاسم سليماني دعم حزب الله."
    claim = ground(text, candidate(text, "الجنرال الإيراني قاسم سليماني", "supports", "حزب الله")).claim
    assert claim.subject.entity.iri == IRIS.actor("qasem-soleimani")


def test_the_type_that_is_given_holds_for_the_unlisted_alone(ground: Ground) -> None:
    text = "انضم سرمد الوائلي إلى حزب الله."
    words = (text, "سرمد الوائلي", "partOf", "حزب الله")
    claim = ground(text, candidate(*words, subject_type="Person", object_type="Monitor")).claim
    assert (claim.subject.entity.type, claim.predicate) == ("Person", "memberOf")
    assert claim.object.entity.type == "ArmedGroup"


def test_a_symmetric_relation_is_stated_in_the_order_of_the_text(ground: Ground) -> None:
    text = "اشتبك حزب الله مع جبهة النصرة."
    claim = ground(text, candidate(text, "جبهة النصرة", "fights", "حزب الله")).claim
    assert claim.subject.entity.iri == IRIS.actor("hezbollah")


def test_a_speaker_may_stand_outside_the_evidence(ground: Ground) -> None:
    text = "هذا ما نقله المرصد السوري لحقوق الإنسان أمس. قصف الجيش السوري جبهة النصرة."
    words = ("قصف الجيش السوري جبهة النصرة", "الجيش السوري", "attacks", "جبهة النصرة")
    claim = ground(text, candidate(*words, speakers=("المرصد السوري لحقوق الإنسان",))).claim
    assert [source.entity.iri for source in claim.attributed_to] == [IRIS.actor("sohr")]
    assert reason(ground, text, *words, speakers=("وكالة سانا",)) is Reason.SPEAKER


@pytest.mark.parametrize(
    ("words", "trigger", "given", "expected"),
    [
        (("الجيش السوري", "attacks", "مدينة حلب"), "يقصف", "asserted", Modality.DENIED),
        (("حزب الله", "attacks", "لواء الرعد"), "يهاجم", "asserted", Modality.UNCONFIRMED),
        (("حزب الله", "attacks", "لواء الرعد"), "يهاجم", "HYPOTHETICAL", Modality.HYPOTHETICAL),
        (("الجيش السوري", "attacks", "مدينة حلب"), "يقصف", "denied", Modality.DENIED),
    ],
)
def test_a_negation_or_hedge_that_the_rules_see_lowers_what_was_called_asserted(
    words: tuple[str, str, str], trigger: str, given: str, expected: Modality, ground: Ground
) -> None:
    grounded = ground(ORDER, candidate(ORDER, *words, trigger=trigger, modality=given))
    assert grounded.claim.modality is expected
    assert (Amendment.MODALITY in grounded.amendments) is (given == "asserted")


def test_only_a_doubt_that_reaches_the_trigger_counts(ground: Ground) -> None:
    text = "لم ينسحب لواء الرعد، وقصف الجيش السوري مدينة حلب."
    words = (text, "الجيش السوري", "attacks", "مدينة حلب")
    assert ground(text, candidate(*words, trigger="وقصف")).claim.modality is Modality.ASSERTED
    assert ground(text, candidate(*words)).claim.modality is Modality.DENIED


def test_a_place_or_date_that_the_text_does_not_give_is_left_out_and_told(ground: Ground) -> None:
    words = (RAID, "الطيران الروسي", "attacks", "حزب الله")
    grounded = ground(RAID, candidate(*words, place="دير الزور", date="أيلول 2014"))
    assert (grounded.claim.place, grounded.claim.date) == (None, None)
    assert set(grounded.amendments) == {Amendment.PLACE, Amendment.DATE}


@pytest.mark.parametrize(
    ("words", "more", "expected"),
    [
        (("قصف الطيران الأمريكي حزب الله", "الطيران الأمريكي", "attacks", "حزب الله"), {}, Reason.QUOTE),
        (("", "الطيران الروسي", "attacks", "حزب الله"), {}, Reason.QUOTE),
        ((RAID * 20, "الطيران الروسي", "attacks", "حزب الله"), {}, Reason.LONG),
        ((RAID, "الطيران الروسي", "attacks", "جبهة النصرة"), {}, Reason.ARGUMENT),
        (("قصف الطيران الروسي", "الطيران الروسي", "attacks", "حزب الله"), {}, Reason.ARGUMENT),
        ((RAID, "الطيران الروسي", "attacks", "حزب الله"), {"trigger": "دعم"}, Reason.TRIGGER),
        ((RAID, "الطيران الروسي", "bombs", "حزب الله"), {}, Reason.RELATION),
        ((RAID, "الطيران الروسي", "opponentOf", "حزب الله"), {}, Reason.RELATION),
        ((RAID, "الطيران الروسي", "attacks", "حزب الله"), {"modality": "certain"}, Reason.MODALITY),
        ((RAID, "حزب الله", "attacks", "حزب الله"), {}, Reason.SAME),
        ((RAID, "حزب الله", "attacks", "حزب الله اللبناني"), {}, Reason.SAME),
        ((RAID, "الطيران الروسي", "controls", "حزب الله"), {}, Reason.KIND),
        ((RAID, "الطيران الروسي", "supports", "سراقب"), {}, Reason.KIND),
        ((RAID, "الطيران الروسي", "memberOf", "حزب الله"), {}, None),
        ((RAID, "الطيران الروسي", "attacks", "يوم"), {}, Reason.NOBODY),
        ((RAID, "الطيران الروسي", "attacks", "3"), {}, Reason.NOBODY),
    ],
)  # fmt: skip
def test_a_candidate_that_does_not_hold_is_refused_with_its_reason(
    words: tuple[str, str, str, str], more: dict[str, Any], expected: Reason | None, ground: Ground
) -> None:
    if expected is None:
        assert ground(RAID, candidate(*words, **more)).claim.predicate == "partOf"
        return
    assert reason(ground, RAID, *words, **more) is expected


@pytest.mark.parametrize("absent", ["حماس", "طالبان", "بوتين", "حزب البعث"])
def test_short_names_that_are_not_there_are_never_found_by_likeness(absent: str, ground: Ground) -> None:
    text = "أعلن حزب الله بحماسة أن المعارك بين طلاب البعثة والجيش السوري توقفت."
    assert reason(ground, text, text, absent, "fights", "الجيش السوري") is Reason.ARGUMENT
    assert (
        reason(ground, text, f"هاجم {absent} الجيش السوري", absent, "fights", "الجيش السوري") is Reason.QUOTE
    )


@pytest.mark.parametrize(
    ("text", "subject", "expected"),
    [
        ("هاجمت أنصار الشريعة لواء الرعد.", "أنصار الشريعة", Reason.AMBIGUOUS),
        ("قالوا إن هو من قصف لواء الرعد.", "هو", Reason.NOBODY),
        ("هاجم المقاتلون لواء الرعد.", "هاجم المقاتلون", Reason.NOBODY),
    ],
)
def test_words_that_mean_several_or_nobody_are_no_argument(
    text: str, subject: str, expected: Reason, ground: Ground
) -> None:
    assert reason(ground, text, text, subject, "attacks", "لواء الرعد") is expected


DENIAL = (
    "Fighters of Hezbollah, backed by Iran’s Quds Force, may attack the Nour Shield Brigade near Aleppo on 3 May 2015, "
    "a minister said. The rebels did not shell Idlib, he added, but Gen. Sami Haddad joined the Nour Shield Brigade."
)


@pytest.mark.parametrize(
    ("words", "trigger", "ends", "modality"),
    [
        (
            ("HEZBOLLAH", "attacks", "the Nour Shield Brigade"),
            "attack",
            ("hezbollah", "nour-shield-brigade"),
            Modality.HYPOTHETICAL,
        ),
        (
            ("Iran's Quds Force", "supports", "fighters of hezbollah"),
            "backed by",
            ("quds-force", "hezbollah"),
            Modality.ASSERTED,
        ),
        (
            ("The rebels", "attacks", "Idlib"),
            "shell",
            ("syrian-opposition-factions", "idlib"),
            Modality.DENIED,
        ),
        (
            ("Gen. Sami Haddad", "memberOf", "Nour Shield Brigade"),
            "joined",
            ("sami-haddad", "nour-shield-brigade"),
            Modality.ASSERTED,
        ),
    ],
)
def test_english_names_and_doubts_are_those_of_its_pack(
    words: tuple[str, str, str], trigger: str, ends: tuple[str, str], modality: Modality, ground: Ground
) -> None:
    types = {"subject_type": "Person", "object_type": "ArmedGroup", "trigger": trigger}
    claim = ground(DENIAL, candidate(DENIAL, *words, **types), "en").claim
    found = tuple(mention.entity.iri.rpartition("/")[2] for mention in (claim.subject, claim.object))
    assert (found, claim.modality) == (ends, modality)


@pytest.mark.parametrize("speaker", ["a minister", "officials at the port"])
def test_a_speaker_without_a_name_is_described(speaker: str, ground: Ground) -> None:
    text = DENIAL.replace("a minister", speaker)
    words = (text, "Hezbollah", "attacks", "Nour Shield Brigade")
    more = {"place": "Aleppo", "date": "3 May 2015", "trigger": "attack"}
    claim = ground(text, candidate(*words, speakers=(speaker,), **more), "en").claim
    (source,) = claim.attributed_to
    assert speaker.endswith(source.span.quote)
    assert not source.entity.known
    assert claim.date == PartialDate("2015-05-03", Precision.DAY)


def test_words_for_nobody_are_no_speaker(ground: Ground) -> None:
    words = (DENIAL, "Hezbollah", "attacks", "Nour Shield Brigade")
    with pytest.raises(UngroundedError) as refused:
        ground(DENIAL, candidate(*words, speakers=("joined",)), "en")
    assert refused.value.reason is Reason.NOBODY
