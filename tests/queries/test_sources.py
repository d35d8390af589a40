from __future__ import annotations

from dataclasses import replace

from kg.model import Entity, Mention
from tests.queries.telling import Said, answers, story, told


def test_contradictions_name_both_claims() -> None:
    one = told("one", Said("a", "arms", "b"))
    two = told("two", Said("b", "attacks", "a"), Said("a", "alliedWith", "c"))
    with story(one, two) as store:
        found = answers(store, "contradictions", "one", "other", "friendly", "hostile")
        assert found == [("a", "b", "arms", "attacks")]
        assert answers(store, "contradictions", "one", actor="b") == [("a",)]
        assert answers(store, "contradictions", "one", actor="c") == []


def test_an_alliance_and_a_fight_contradict_each_other_but_a_denied_one_does_not() -> None:
    said = told(
        "one",
        Said("a", "alliedWith", "b"),
        Said("a", "fights", "b"),
        Said("c", "supports", "d"),
        Said("c", "fights", "d", modality="denied"),
    )
    with story(said) as store:
        assert set(answers(store, "contradictions", "one", "other", "friendly", "hostile")) == {
            ("a", "b", "alliedWith", "fights")
        }


def test_disputed_claims_pair_the_denial_with_the_assertion() -> None:
    said = told(
        "one",
        Said("a", "supports", "b"),
        Said("a", "supports", "b", by=("a",), modality="denied"),
        Said("c", "supports", "d", modality="denied"),
    )
    with story(said) as store:
        assert answers(store, "disputed-claims", "subject", "relation", "object") == [("a", "supports", "b")]
        assert answers(store, "disputed-claims", "subject", actor="c") == []


def test_unconfirmed_only_leaves_out_what_is_asserted_elsewhere() -> None:
    one = told(
        "one",
        Said("a", "supports", "b", modality="unconfirmed"),
        Said("c", "presentIn", "place/x", modality="unconfirmed", by=("s",)),
    )
    with story(one, told("two", Said("a", "supports", "b"))) as store:
        assert answers(
            store, "unconfirmed-only", "subject", "relation", "object", "documents", "sources"
        ) == [("c", "presentIn", "x", "1", "1")]
        assert answers(store, "unconfirmed-only", "subject", actor="place/x") == [("c",)]
        assert answers(store, "unconfirmed-only", "subject", actor="a") == []


def test_links_on_a_single_source_name_it_however_often_it_speaks() -> None:
    one = told(
        "one",
        Said("a", "supports", "b", by=("sohr",)),
        Said("c", "supports", "d", by=("sohr",)),
        publisher="Elaph",
    )
    two = told(
        "two",
        Said("a", "supports", "b", by=("sohr",)),
        Said("c", "supports", "d"),
        Said("e", "fights", "f"),
        publisher="SANA",
    )
    with story(one, two) as store:
        found = answers(store, "single-source-links", "subject", "object", "source", "claims", "documents")
    assert found == [("a", "b", "sohr", "2", "2"), ("e", "f", "SANA", "1", "1")]


def test_actors_named_by_one_side_only() -> None:
    one = told(
        "one",
        Said("x", "attacks", "town", by=("rebels",)),
        Said("x", "fights", "rebels", by=("friends",)),
        Said("rebels", "alliedWith", "friends"),
    )
    two = told(
        "two",
        Said("y", "attacks", "hill", by=("rebels",)),
        Said("y", "attacks", "hill", by=("stranger",)),
        Said("z", "attacks", "hill", by=("rebels",)),
        Said("z", "supports", "y"),
    )
    with story(one, two) as store:
        columns = ("actor", "source", "hostile", "claims")
        assert answers(store, "named-by-one-side", *columns, actor="x") == [
            ("x", "friends", "false", "2"),
            ("x", "rebels", "true", "2"),
        ]
        assert answers(store, "named-by-one-side", *columns, actor="y") == []
        assert answers(store, "named-by-one-side", *columns, actor="z") == []


def test_what_an_actor_says_of_itself() -> None:
    said = told(
        "one",
        Said("a", "controls", "place/x", by=("a",)),
        Said("a", "fights", "b", by=("b", "reuters")),
        Said("a", "fights", "b", by=("c",)),
    )
    with story(said) as store:
        assert answers(store, "speaks-of-itself", "source", "relation", "object") == [
            ("a", "controls", "x"),
            ("b", "fights", "b"),
        ]


def test_voices_are_ranked_and_counted_by_modality() -> None:
    said = told(
        "one",
        Said("a", "fights", "b", by=("s",)),
        Said("c", "fights", "d", by=("s",), modality="unconfirmed"),
        Said("e", "fights", "f", by=("t",), modality="denied"),
        Said("g", "fights", "h"),
    )
    with story(said) as store:
        found = answers(
            store,
            "voices",
            "source",
            "claims",
            "asserted",
            "unconfirmed",
            "denied",
            "hypothetical",
            "documents",
        )
    assert found == [("s", "2", "1", "1", "0", "0", "1"), ("t", "1", "0", "0", "1", "0", "1")]


def test_claims_by_source_reach_every_step_of_the_chain() -> None:
    said = told(
        "one", Said("a", "fights", "b", by=("inner", "outer")), Said("c", "fights", "d"), date="2015-10-16"
    )
    with story(said) as store:
        for source in ("inner", "outer"):
            assert answers(store, "claims-by-source", "subject", "quote", "date", source=source) == [
                ("a", "one a fights b inner outer", "2015-10-16")
            ]
        assert answers(store, "claims-by-source", "subject", source="inner", since="2016") == []


def test_claims_of_a_document_stand_in_the_order_of_its_text() -> None:
    said = told("one", Said("z", "fights", "y", at="place/x"), Said("a", "fights", "b"))
    other = told("two", Said("q", "fights", "r"))
    with story(said, other) as store:
        iri = store.iris.document(said[0].sha256)
        found = answers(store, "claims-of-document", "start", "subject", "object", "place", document=iri)
    assert found == [("0", "z", "y", "x"), ("23", "a", "b", None)]


def test_sources_of_a_document_tell_the_author_from_the_quoted() -> None:
    said = told(
        "one",
        Said("a", "fights", "b", by=("s", "t")),
        Said("c", "fights", "d", by=("s",)),
        Said("e", "fights", "f"),
    )
    with story(said) as store:
        found = answers(
            store,
            "sources-of-document",
            "source",
            "position",
            "claims",
            document=store.iris.document(said[0].sha256),
        )
    assert found == [("s", "0", "2"), (None, None, "1"), ("t", "1", "1")]


def test_a_timeline_takes_the_date_of_the_claim_before_that_of_the_document() -> None:
    said = told("one", Said("a", "fights", "b", date="2013-05"), Said("c", "fights", "d"), date="2012-01-01")
    with story(said, told("two", Said("e", "fights", "f"))) as store:
        columns = ("earliest", "latest", "subject", "date_from")
        assert answers(store, "timeline", *columns) == [
            ("2012-01-01", "2012-01-01", "c", "document"),
            ("2013-05-01", "2013-05-31", "a", "claim"),
        ]
        assert answers(store, "timeline", "subject", since="2013") == [("a",)]
        assert answers(store, "timeline", "subject", actor="d") == [("c",)]
        assert answers(store, "claims-by-month", "month", "relation", "claims") == [
            ("2012-01", "fights", "1"),
            ("2013-05", "fights", "1"),
        ]


def test_documents_are_listed_with_their_claims() -> None:
    with story(told("b", Said("a", "fights", "c"), date="2015"), told("a", publisher="Elaph")) as store:
        assert answers(store, "documents", "name", "date", "publisher", "claims") == [
            ("a", None, "Elaph", "0"),
            ("b", "2015", None, "1"),
        ]


def test_actors_outside_the_registry_are_counted() -> None:
    document, claims = told("one", Said("لواء", "fights", "army"), Said("لواء", "fights", "army", by=("s",)))
    unknown = Entity("https://w3id.org/rawabit/actor/لواء", "ArmedGroup", "لواء", "لواء", known=False)
    claims = tuple(replace(each, subject=Mention(each.subject.span, unknown)) for each in claims)
    with story((document, claims)) as store:
        found = answers(
            store, "actors-outside-registry", "entity", "entity_ar", "class", "documents", "mentions"
        )
    assert found == [("لواء", "لواء", "ArmedGroup", "1", "2")]
