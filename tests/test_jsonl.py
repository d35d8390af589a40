"""The layout of ``kg extract --format jsonl``, on which other programs rely."""

from __future__ import annotations

import json
from dataclasses import replace

from kg.iri import Iris
from kg.jsonl import claim_of, claim_record, document_of
from kg.model import Entity, Mention, Modality, PartialDate, Precision
from kg.namespaces import BASE
from kg.rdf import document_quads
from tests.building import claim, document, mention

SOURCE = document("المرصد: حزب الله يدعم قوات النظام في حلب", name="article.txt")
FULL = claim(
    SOURCE,
    mention(SOURCE, "حزب الله", "hezbollah"),
    "supports",
    mention(SOURCE, "قوات النظام", "syrian-government-forces", "StateForce"),
    modality=Modality.UNCONFIRMED,
    attributed_to=(mention(SOURCE, "المرصد", "sohr", "Monitor"),),
    place=mention(SOURCE, "حلب", "place/aleppo", "City"),
    date=PartialDate("2015-10", Precision.MONTH),
)


def test_a_claim_has_all_its_parts_under_their_names() -> None:
    assert claim_record(FULL, SOURCE, Iris()) == {
        "claim": Iris().claim(FULL),
        "document": "article.txt",
        "language": "ar",
        "subject": {
            "id": f"{BASE}actor/hezbollah",
            "label": "Hezbollah",
            "type": "ArmedGroup",
            "start": 8,
            "end": 16,
            "text": "حزب الله",
        },
        "predicate": "supports",
        "object": {
            "id": f"{BASE}actor/syrian-government-forces",
            "label": "Syrian Government Forces",
            "type": "StateForce",
            "start": 22,
            "end": 33,
            "text": "قوات النظام",
        },
        "modality": "unconfirmed",
        "attributed_to": [
            {"id": f"{BASE}actor/sohr", "label": "Sohr", "start": 0, "end": 6, "text": "المرصد"}
        ],
        "place": {"id": f"{BASE}place/aleppo", "label": "Aleppo", "start": 37, "end": 40, "text": "حلب"},
        "date": {"value": "2015-10", "precision": "month"},
        "evidence": {"start": 8, "end": 33, "quote": "حزب الله يدعم قوات النظام"},
        "confidence": 0.9,
        "rule": "test.by-hand",
        "extractor": "rules/0.9",
        "about": {"sha256": SOURCE.sha256, "characters": 40},
    }


def test_what_a_claim_does_not_have_is_null_or_empty_and_never_missing() -> None:
    bare = claim_record(replace(FULL, attributed_to=(), place=None, date=None), SOURCE, Iris())
    assert (bare["attributed_to"], bare["place"], bare["date"]) == ([], None, None)
    assert bare.keys() == claim_record(FULL, SOURCE, Iris()).keys()


def test_an_actor_outside_the_registry_says_so_and_a_known_one_does_not() -> None:
    unknown = Mention(FULL.subject.span, Entity(Iris().actor("x"), "ArmedGroup", "x", known=False))
    assert claim_record(replace(FULL, subject=unknown), SOURCE, Iris())["subject"]["known"] is False
    assert "known" not in claim_record(FULL, SOURCE, Iris())["subject"]


def test_a_claim_and_its_document_are_read_back_from_a_record() -> None:
    somebody = Entity(Iris().actor("x"), "ArmedGroup", "x", "س", known=False, country=f"{BASE}place/syria")
    told = replace(FULL, subject=Mention(FULL.subject.span, somebody))
    article = replace(
        SOURCE,
        title="عنوان",
        source="Elaph",
        url="https://example.org/1",
        date=PartialDate("2015", Precision.YEAR),
    )
    record = json.loads(json.dumps(claim_record(told, article, Iris())))
    assert document_of(record) == replace(article, text="", length=40)
    read = claim_of(record, article.sha256)
    assert document_quads(article, [read], Iris()) == document_quads(article, [told], Iris())


def test_a_record_is_plain_json() -> None:
    record = claim_record(FULL, SOURCE, Iris())
    assert json.loads(json.dumps(record, ensure_ascii=False)) == record
