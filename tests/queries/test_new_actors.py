"""When an actor that the registry does not list counts as certain."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import pytest

from kg.model import Claim, Document, Entity, Mention, Modality
from kg.namespaces import BASE
from kg.store import EmbeddedStore
from tests.queries.telling import answers, story

NAME = "لواء النهر"
NEW = Entity(f"{BASE}actor/لواء-النهر", "ArmedGroup", NAME, NAME, known=False)
ISIS = Entity(f"{BASE}actor/isis", "ArmedGroup", "Islamic State")


def said(
    text: str,
    *,
    words: str = NAME,
    actor: Entity = NEW,
    by: str = "",
    publisher: str | None = None,
    rule: str = "ar.x.verb",
) -> tuple[Document, Claim]:
    """A document that says that ``words`` attacked داعش, perhaps ``by`` somebody."""
    document = Document(hashlib.sha256(text.encode()).hexdigest(), text, text, source=publisher)

    def mention(part: str, entity: Entity) -> Mention:
        start = text.index(part)
        return Mention(document.span(start, start + len(part)), entity)

    source = (mention(by, NEW if by == words else Entity(f"{BASE}actor/{by}", "Monitor", by)),) if by else ()
    claim = Claim(
        document.sha256, mention(words, actor), "attacks", mention("داعش", ISIS), Modality.ASSERTED,
        document.span(0, len(text)), rule, 0.9, source,
    )  # fmt: skip
    return document, claim


def standing(*told: tuple[Document, Claim]) -> list[tuple[str | None, ...]]:
    by_document: dict[Document, tuple[Claim, ...]] = {}
    for document, claim in told:
        by_document[document] = (*by_document.get(document, ()), claim)
    with story(*by_document.items()) as store:
        assert isinstance(store, EmbeddedStore)
        return answers(store, "new-actors", "documents", "voices", "standing")


def test_one_document_alone_is_provisional() -> None:
    assert standing(said(f"هاجم {NAME} داعش أمس")) == [("1", "1", "provisional")]


def test_two_documents_make_certain() -> None:
    assert standing(said(f"هاجم {NAME} داعش أمس"), said(f"وهاجم {NAME} داعش")) == [("2", "2", "certain")]


def test_two_sources_in_one_document_make_certain() -> None:
    text = f"قال المرصد وقالت سانا هاجم {NAME} داعش"
    assert standing(said(text, by="المرصد"), said(text, by="سانا")) == [("1", "2", "certain")]
    assert standing(said(text, by="المرصد"), said(text)) == [("1", "2", "certain")]


def test_what_somebody_says_of_itself_is_no_second_source() -> None:
    text = f"هاجم {NAME} داعش أمس"
    assert standing(said(text, by=NAME), said(text)) == [("1", "1", "provisional")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('هاجم لواء "النهر" داعش', 'لواء "النهر'),
        ("هاجم لواء «النهر» داعش", "لواء «النهر"),
        ("هاجم «لواء النهر» داعش", NAME),
        ("جماعة تطلق على نفسها لواء النهر هاجمت داعش", NAME),
        ("هاجم لواء النهر، وهو فصيل معارض، داعش", NAME),
        ("The group calling itself لواء النهر attacked داعش", NAME),
        ("قتل لواء النهر (32 عاما) في هجوم داعش", NAME),
        ("لواء النهر, a group from the east, attacked داعش", NAME),
    ],
)
def test_one_definition_makes_certain(text: str, words: str) -> None:
    assert standing(said(text, words=words)) == [("1", "1", "certain")]


@pytest.mark.parametrize(
    "text",
    [
        "هاجم لواء النهر، فيما قصفت طائرة، داعش",
        'هاجم لواء النهر داعش "أمس"',
        "قال قائد لواء النهر (أمس) إن داعش هاجم",
        "called on لواء النهر to attack داعش",
    ],
)
def test_marks_and_words_nearby_are_no_definition(text: str) -> None:
    assert standing(said(text)) == [("1", "1", "provisional")]


def test_a_title_in_apposition_says_who_somebody_is() -> None:
    assert standing(said(f"هاجم {NAME} داعش", rule="ar.title")) == [("1", "1", "certain")]


def test_described_groups_and_listed_actors_stay_out() -> None:
    described = replace(NEW, type="DescribedGroup")
    listed = replace(NEW, known=True)
    assert standing(said(f"هاجم {NAME} داعش", actor=described)) == []
    assert standing(said(f"هاجم {NAME} داعش", actor=listed)) == []
