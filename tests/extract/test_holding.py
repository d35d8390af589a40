"""In what an unlisted place lies, and that a document says so once."""

from __future__ import annotations

import pytest

from kg.extract import Extractor, holding
from kg.extract.nodes import Phrase
from kg.model import Entity, Mention
from kg.namespaces import BASE
from tests.building import claim, document, mention
from tests.extract.stages import Stages


@pytest.mark.parametrize(
    ("text", "within"),
    [
        ("في قرية كردشين بريف الرقة الغربي", "western-raqqa-countryside"),
        ("في قرية كردشين في ريف الرقة", "raqqa-countryside"),
        ("في حي الزهور بمدينة حمص", "homs"),
        ("في قرية أم الطيور من ريف حماة الشرقي", "eastern-hama-countryside"),
        ("في قرية كردشين", None),
        ("في قرية كردشين وريف الرقة الغربي", None),
        ("في قرية كردشين قرب الرقة", None),
        ("في قرية كردشين، في الرقة", None),
    ],
)
def test_an_unlisted_place_lies_in_what_is_named_behind_it(
    stage: Stages, text: str, within: str | None
) -> None:
    place = next(
        n.place for n in stage.nodes(text) if isinstance(n, Phrase) and n.place and not n.place.known
    )
    assert (place.within.rpartition("/")[2] if place.within else None) == within


@pytest.mark.parametrize(
    ("text", "slug", "type_"),
    [
        ("في قرية أم الطيور", "ام-الطيور", "Village"),
        ("في قرية تل العز", "تل-العز", "Village"),
        ("في مطار كردشين", "مطار-كردشين", "Site"),
        ("في قرية كردشين", "كردشين", "Village"),
    ],
)
def test_a_noun_that_belongs_to_a_name_is_part_of_its_id(
    stage: Stages, text: str, slug: str, type_: str
) -> None:
    (place,) = (n.place for n in stage.nodes(text) if isinstance(n, Phrase) and n.place)
    assert (place.iri.rpartition("/")[2], place.type) == (slug, type_)


def test_the_airport_of_a_town_is_not_the_town(stage: Stages) -> None:
    (place,) = (n.place for n in stage.nodes("في سجن منبج") if isinstance(n, Phrase) and n.place)
    assert not place.known
    assert place.within == f"{BASE}place/manbij"


def test_a_place_lies_in_the_same_place_wherever_a_document_names_it(extractor: Extractor) -> None:
    text = "سيطرت البيشمركة على قرية كردشين. وقصف تنظيم داعش قرية كردشين في ريف الرقة."
    found = {c.object.entity.within for c in extractor.extract(document(text)) if not c.object.entity.known}
    assert found == {f"{BASE}place/raqqa-countryside"}


def test_a_place_that_a_document_puts_into_two_places_lies_in_neither() -> None:
    source = document("A X Y")
    places = [
        Entity(f"{BASE}place/village", "Village", "village", known=False, within=f"{BASE}place/{holder}")
        for holder in ("hama", "homs")
    ]
    claims = [
        claim(source, mention(source, "A", "a"), "controls", Mention(mention(source, words, "a").span, place))
        for words, place in zip(("X", "Y"), places, strict=True)
    ]
    assert {c.object.entity.within for c in holding.agreed(claims)} == {None}
    assert holding.agreed(claims[:1]) == tuple(claims[:1])
