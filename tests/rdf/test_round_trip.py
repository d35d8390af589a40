"""Claims and documents through quads, and through a store, come back as they went in."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import BlankNode

from kg.iri import Iris
from kg.model import Claim, Document, Entity, Mention, Modality, PartialDate, Precision
from kg.rdf import bare_entity, document_quads, read_claims, read_document
from kg.store import Change, memory_store
from tests.building import claim, document, mention

IRIS = Iris()
TEXT = "قال المرصد السوري إن حزب الله يدعم قوات النظام في حلب منذ تشرين الأول"


def _known(iri: str) -> Entity:
    return replace(
        bare_entity(iri), label=iri.rpartition("/")[2].replace("-", " ").title(), type="ArmedGroup"
    )


def _full_claim(source: Document) -> Claim:
    sohr, activists = mention(source, "المرصد السوري", "sohr"), mention(source, "قال", "activists")
    return claim(
        source,
        mention(source, "حزب الله", "hezbollah"),
        "supports",
        mention(source, "قوات النظام", "syrian-government-forces"),
        modality=Modality.UNCONFIRMED,
        attributed_to=(sohr, activists),
        place=mention(source, "حلب", "place/aleppo"),
        date=PartialDate("2015-10", Precision.MONTH),
    )


def test_a_claim_with_all_its_parts_comes_back_as_it_was() -> None:
    source = document(TEXT, date="2015-10-16")
    made = _full_claim(source)
    assert read_claims(document_quads(source, (made,), IRIS), _known) == (made,)


def test_the_order_of_the_sources_is_kept() -> None:
    source = document(TEXT)
    made = _full_claim(source)
    turned = replace(made, attributed_to=made.attributed_to[::-1])
    assert read_claims(document_quads(source, (turned,), IRIS), _known) == (turned,)
    assert IRIS.claim(turned) != IRIS.claim(made)


def test_a_document_with_all_its_metadata_comes_back_as_it_was() -> None:
    source = replace(
        document(TEXT, date="2015-10-16"),
        title="عنوان",
        source="SOHR",
        author="سمير المحرر",
        url="https://example.org/خبر?a=1#b",
    )
    assert read_document(document_quads(source, (), IRIS)) == source


def test_quads_that_were_stored_equal_the_quads_that_were_made() -> None:
    source = document(TEXT, date="2015-10-16")
    made = frozenset(document_quads(source, (_full_claim(source),), IRIS))
    store = memory_store()
    store.apply(Change(insert=tuple(made)))
    assert frozenset(store.quads(IRIS.document_graph(source.sha256))) == made


@pytest.mark.parametrize("confidence", [0, 0.1, 0.93, 1, 1.0, 1e-05, 0.30000000000000004])
def test_a_confidence_is_stored_as_a_plain_decimal(confidence: float) -> None:
    source = document(TEXT)
    made = replace(_full_claim(source), confidence=confidence)
    quads = document_quads(source, (made,), IRIS)
    store = memory_store()
    store.apply(Change(insert=tuple(quads)))
    assert frozenset(store.quads()) == quads
    assert read_claims(quads, _known)[0].confidence == confidence


def test_an_actor_outside_the_registry_is_described_by_its_document() -> None:
    source = document("هاجم لواء الشمس حاجزا للجيش")
    unknown = Entity(
        IRIS.actor("لواء الشمس"),
        "ArmedGroup",
        "لواء الشمس",
        "لواء الشمس",
        known=False,
        country=IRIS.place("syria"),
    )
    words = source.text.index("لواء")
    brigade = Mention(source.span(words, words + len("لواء الشمس")), unknown)
    made = claim(source, brigade, "attacks", mention(source, "للجيش", "army"))
    assert read_claims(document_quads(source, (made,), IRIS), _known)[0].subject.entity == unknown


def test_a_place_outside_the_registry_keeps_what_holds_it() -> None:
    source = document("سيطر الجيش على قرية كردشين")
    village = Entity(
        IRIS.place("كردشين"),
        "Village",
        "كردشين",
        "كردشين",
        known=False,
        within=IRIS.place("raqqa-countryside"),
    )
    words = source.text.index("قرية")
    made = claim(
        source,
        mention(source, "الجيش", "army"),
        "controls",
        Mention(source.span(words, len(source.text)), village),
        date=PartialDate("2015-10-10/2015-10-16", Precision.INTERVAL),
    )
    (read,) = read_claims(document_quads(source, (made,), IRIS), _known)
    assert read.object.entity == village
    assert read.date == made.date


def test_an_english_label_of_an_unknown_actor_comes_before_the_arabic_one() -> None:
    source = document("Sun Brigade attacked the army", language="en")
    unknown = Entity(IRIS.actor("Sun Brigade"), "ArmedGroup", "Sun Brigade", "لواء الشمس", known=False)
    made = claim(source, Mention(source.span(0, 11), unknown), "attacks", mention(source, "army", "army"))
    assert read_claims(document_quads(source, (made,), IRIS), _known)[0].subject.entity == unknown


def test_two_entities_with_the_same_words_are_kept_apart() -> None:
    source = document("حزب الله والنظام وسيطرتهما")
    pronoun = source.span(source.text.index("هما"), len(source.text))
    both = [
        claim(
            source,
            Mention(pronoun, _known(IRIS.actor(name))),
            "controls",
            mention(source, "سيطر", "place/aleppo"),
        )
        for name in ("hezbollah", "syrian-government")
    ]
    found = read_claims(document_quads(source, both, IRIS), _known)
    assert {each.subject.entity.iri for each in found} == {each.subject.entity.iri for each in both}


def test_nothing_that_is_stored_has_a_blank_node() -> None:
    source = document(TEXT)
    quads = document_quads(source, (_full_claim(source),), IRIS)
    assert not [quad for quad in quads if BlankNode in (type(quad.subject), type(quad.object))]


@given(st.text(min_size=1))
def test_any_text_that_a_document_may_hold_goes_through_a_store_unchanged(text: str) -> None:
    source = document(text, name=text)
    quads = document_quads(replace(source, title=text, source=text), (), IRIS)
    store = memory_store()
    store.apply(Change(insert=tuple(quads)))
    back = read_document(store.quads(IRIS.document_graph(source.sha256)))
    assert (back.text, back.name, back.title, back.source) == (text, text, text, text)


@pytest.mark.parametrize(
    "text",
    [
        'quote " and \\" and \\u0022 . } ; DROP ALL #',
        "}}} INSERT DATA { <a> <b> <c> }",
        "new\nline\r\ntab\t and NUL \0 and DEL \x7f",
        "\u202eright to left\u202c \u2066isolated\u2069 \u200f",
        "🕌 𐎀 \U0010ffff \uffff",
        "e\u0301 and \u0627\u0654 stay decomposed",
        " spaces at both ends \u00a0",
        "'''",
        '"""',
        "\\",
    ],
)
def test_hard_texts_go_through_a_store_unchanged(text: str) -> None:
    source = document(text)
    store = memory_store()
    store.apply(Change(insert=tuple(document_quads(source, (), IRIS))))
    assert read_document(store.quads()).text == text
    assert len(store.graphs()) == 1
