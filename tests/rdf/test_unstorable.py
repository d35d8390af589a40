"""Values that RDF cannot hold are refused by name before anything is written."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.iri import Iris
from kg.model import Document, Entity, Mention
from kg.rdf import UnreadableGraphError, UnstorableError, document_quads, read_claims, read_document
from tests.building import claim, document, mention

IRIS = Iris()


def test_half_a_character_is_refused_with_its_offset() -> None:
    broken = Document("0" * 64, "abc\ud800", "broken.txt")
    with pytest.raises(
        UnstorableError, match=r"broken\.txt: its text has half a character \(U\+D800\) at offset 3"
    ):
        document_quads(broken, (), IRIS)


def test_a_file_name_that_is_no_text_is_refused_and_can_be_printed() -> None:
    with pytest.raises(UnstorableError, match="its name") as caught:
        document_quads(document("نص", name="a\udcff.txt"), (), IRIS)
    assert str(caught.value).encode()


@pytest.mark.parametrize(
    "url",
    [
        "",
        "n/a",
        "example.org/a",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "http://",
        "http://a b",
        "http://a/<b>",
        'http://a/"',
        "http://a/\n",
        "http://a/\\u0020",
        "http://a/%zz",
        "http://a/\u202eb",
        "http://a/\u00a0",
        "http://a/\ud800",
        "http://a/> . } ; DROP ALL #",
    ],
)
def test_an_address_that_is_no_web_iri_is_refused(url: str) -> None:
    with pytest.raises(UnstorableError, match="url"):
        document_quads(replace(document("نص"), url=url), (), IRIS)


@pytest.mark.parametrize("language", ["", "not a language", "abcdefghijk", "ar\n"])
def test_an_unknown_actor_in_a_bad_language_gets_a_label_that_rdf_can_hold(language: str) -> None:
    source = document("لواء الشمس", language=language)
    unknown = Mention(source.span(0, 4), Entity(IRIS.actor("x"), "ArmedGroup", "لواء", known=False))
    made = claim(source, unknown, "fights", mention(source, "الشمس", "sun"))
    assert any(
        getattr(quad.object, "language", None) == "ar" for quad in document_quads(source, (made,), IRIS)
    )


@pytest.mark.parametrize("part", ["actor", "class", "country", "relation"])
def test_a_bad_identifier_in_a_claim_is_refused(part: str) -> None:
    source = document("A B")
    bad = "http://a/> . } ; DROP ALL #"
    entity = Entity(
        bad if part == "actor" else IRIS.actor("a"),
        "Armed Group" if part == "class" else "ArmedGroup",
        "A",
        known=False,
        country=bad if part == "country" else None,
    )
    relation = "supports> ." if part == "relation" else "supports"
    made = claim(source, Mention(source.span(0, 1), entity), relation, mention(source, "B", "b"))
    with pytest.raises(UnstorableError):
        document_quads(source, (made,), IRIS)


def test_quads_without_a_document_are_not_read_as_one() -> None:
    with pytest.raises(UnreadableGraphError, match="document"):
        read_document(())


def test_a_claim_that_lacks_a_part_is_named() -> None:
    source = document("A B")
    made = claim(source, mention(source, "A", "a"), "supports", mention(source, "B", "b"))
    quads = [
        quad
        for quad in document_quads(source, (made,), IRIS)
        if not quad.predicate.value.endswith("modality")
    ]
    with pytest.raises(UnreadableGraphError, match="modality"):
        read_claims(quads)
