from collections.abc import Iterator

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from kg.model import Modality
from kg.namespaces import BASE, RDF, RW, SKOS, XSD
from kg.rdf import link_quads
from kg.store import Change, EmbeddedStore, memory_store
from kg.validate import validate_store
from tests.building import document
from tests.validate.articles import FIGHT, IRIS, SUPPORT, article, between, without


@pytest.fixture
def store() -> Iterator[EmbeddedStore]:
    with memory_store() as empty:
        yield empty


def test_an_empty_store_conforms(store: EmbeddedStore) -> None:
    assert validate_store(store).results == ()


def test_the_store_of_the_seed_article_conforms(seed_store: EmbeddedStore) -> None:
    assert validate_store(seed_store).violations == ()


def test_every_document_is_judged_and_announced(store: EmbeddedStore) -> None:
    broken = without(article(FIGHT, "fights", name="b.txt"), "rule")
    store.apply(Change(insert=(*article(SUPPORT, name="a.txt"), *broken)))
    announced: list[str] = []
    (result,) = validate_store(store, on_document=announced.append).results
    assert result.document_name == "b.txt"
    assert result.path == RW + "rule"
    graphs = {IRIS.document_graph(document(text).sha256) for text in (SUPPORT, FIGHT)}
    assert announced == sorted(graphs)


def test_a_contradiction_between_documents_is_a_warning_that_names_both(store: EmbeddedStore) -> None:
    store.apply(
        Change(insert=(*article(SUPPORT, "supports", name="a.txt"), *article(FIGHT, "fights", name="b.txt")))
    )
    report = validate_store(store)
    assert report.conforms
    (warning,) = report.warnings
    assert warning.node == IRIS.claim(between(document(SUPPORT), "supports"))
    assert warning.value == IRIS.claim(between(document(FIGHT), "fights"))
    assert warning.message == (
        "“a.txt” says “Hezbollah supports al-Nusra Front”, but “b.txt” says “Hezbollah fights al-Nusra Front”."
    )
    assert "حزب الله يقاتل جبهة النصرة" in warning.message_ar
    assert warning.document_name == "a.txt"
    assert warning.quote == "حزب الله يدعم جبهة النصرة"


def test_an_assertion_and_a_denial_in_two_documents_are_a_warning(store: EmbeddedStore) -> None:
    denial = article(FIGHT, "supports", name="b.txt", modality=Modality.DENIED)
    store.apply(Change(insert=(*article(SUPPORT, "supports", name="a.txt"), *denial)))
    (warning,) = validate_store(store).results
    assert "asserts" in warning.message
    assert "denies" in warning.message


def test_documents_that_agree_give_no_warning(store: EmbeddedStore) -> None:
    store.apply(
        Change(insert=(*article(SUPPORT, "fights", name="a.txt"), *article(FIGHT, "fights", name="b.txt")))
    )
    assert validate_store(store).results == ()


def test_a_link_of_the_wrong_kind_is_found(store: EmbeddedStore) -> None:
    link = (BASE + "actor/hezbollah", "controls", BASE + "actor/al-nusra-front")
    store.apply(Change(insert=link_quads([link], "links", store.iris)))
    (result,) = validate_store(store).results
    assert (result.node, result.path, result.value) == (link[0], RW + "controls", link[2])


def test_a_link_to_a_group_that_only_a_document_describes_is_sound(store: EmbeddedStore) -> None:
    group = BASE + "actor/a-group-in-an-article"
    graph = NamedNode(IRIS.document_graph(document(SUPPORT).sha256))
    facts: dict[str, NamedNode | Literal] = {
        RDF + "type": NamedNode(RW + "DescribedGroup"),
        RW + "known": Literal("false", datatype=NamedNode(XSD + "boolean")),
        SKOS + "prefLabel": Literal("مجموعة", language="ar"),
    }
    described = [Quad(NamedNode(group), NamedNode(name), value, graph) for name, value in facts.items()]
    links = link_quads([(BASE + "actor/hezbollah", "supports", group)], "links", store.iris)
    store.apply(Change(insert=(*article(SUPPORT, name="a.txt"), *described, *links)))
    assert validate_store(store).results == ()


def test_validation_changes_nothing(store: EmbeddedStore) -> None:
    store.apply(Change(insert=tuple(article(SUPPORT, "supports", name="a.txt"))))
    before = set(store.quads())
    validate_store(store)
    assert set(store.quads()) == before
