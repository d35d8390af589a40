from __future__ import annotations

import pytest

from tests.graphs import described
from tests.queries.telling import Said, answers, story, told


def test_links_of_an_actor_count_documents_and_sources() -> None:
    one = told(
        "one", Said("h", "supports", "army"), Said("h", "supports", "army", by=("sohr",)), publisher="Elaph"
    )
    two = told("two", Said("h", "supports", "army", by=("sohr", "sana")))
    with story(one, two) as store:
        found = answers(
            store,
            "links-of-actor",
            "direction",
            "relation",
            "other",
            "origin",
            "documents",
            "sources",
            actor="h",
        )
    assert found == [("out", "supports", "army", "asserted", "2", "3")]


def test_links_of_an_actor_keep_each_modality_apart_and_can_be_narrowed() -> None:
    said = told(
        "one",
        Said("h", "supports", "army"),
        Said("h", "supports", "army", modality="denied"),
        Said("rebels", "fights", "h", modality="unconfirmed"),
    )
    with story(said) as store:
        columns = ("direction", "relation", "other", "modality")
        assert answers(store, "links-of-actor", *columns, actor="h") == [
            ("in", "fights", "rebels", "unconfirmed"),
            ("out", "supports", "army", "asserted"),
            ("out", "supports", "army", "denied"),
        ]
        assert answers(store, "links-of-actor", *columns, actor="h", modality="denied") == [
            ("out", "supports", "army", "denied")
        ]
        assert answers(store, "links-of-actor", *columns, actor="h", direction="in") == [
            ("in", "fights", "rebels", "unconfirmed")
        ]
        assert answers(store, "links-of-actor", *columns, actor="h", relation="fights") == [
            ("in", "fights", "rebels", "unconfirmed")
        ]


def test_an_inferred_link_stands_beside_the_asserted_ones_but_no_mirror_of_them() -> None:
    with story(told("one", Said("h", "supports", "army"), Said("army", "fights", "rebels"))) as store:
        columns = ("direction", "relation", "other", "origin", "modality")
        assert ("out", "opponentOf", "rebels", "inferred", None) in answers(
            store, "links-of-actor", *columns, actor="h"
        )
        fights = [
            row for row in answers(store, "links-of-actor", *columns, actor="army") if row[1] == "fights"
        ]
    assert fights == [("out", "fights", "rebels", "asserted", "asserted")]


def test_labels_come_in_both_languages_and_a_second_spelling_adds_no_row() -> None:
    extra = (
        *described("h", "ArmedGroup", en="Hezbollah", ar="حزب الله"),
        *described("h", "ArmedGroup", en="Hizballah"),
    )
    with story(told("one", Said("h", "supports", "army")), extra=extra) as store:
        found = answers(
            store, "links-of-actor", "other_en", "other_ar", "relation_en", "relation_ar", actor="army"
        )
    assert found == [("Hezbollah", "حزب الله", "supports", "يدعم")]


def test_links_between_two_are_found_either_way_round() -> None:
    said = told("one", Said("a", "supports", "b"), Said("b", "attacks", "a"), Said("a", "fights", "c"))
    with story(said) as store:
        columns = ("subject", "relation", "object", "origin")
        found = answers(store, "links-between", *columns, one="a", other="b")
        assert found == answers(store, "links-between", *columns, one="b", other="a")
    assert ("a", "supports", "b", "asserted") in found
    assert ("b", "attacks", "a", "asserted") in found
    assert ("b", "fights", "a", "inferred") in found
    assert not any("c" in row for row in found)


def test_evidence_gives_the_words_and_the_chain_of_sources_in_order() -> None:
    with story(
        told("one", Said("a", "supports", "b", by=("sohr", "reuters")), Said("a", "supports", "b"))
    ) as store:
        found = answers(
            store, "evidence-of-link", "quote", "start", "end", "position", "source", subject="a", object="b"
        )
    assert found == [
        ("one a supports b sohr reuters", "0", "29", "0", "sohr"),
        ("one a supports b sohr reuters", "0", "29", "1", "reuters"),
        ("one a supports b", "30", "46", None, None),
    ]


def test_evidence_says_whose_date_it_is() -> None:
    dated = told(
        "one", Said("a", "supports", "b", date="2015-10"), Said("a", "fights", "b"), date="2016-01-02"
    )
    undated = told("two", Said("a", "supports", "b"))
    with story(dated, undated) as store:
        found = answers(
            store, "evidence-of-link", "name", "relation", "date", "date_from", subject="a", object="b"
        )
    assert set(found) == {
        ("one", "supports", "2015-10", "claim"),
        ("one", "fights", "2016-01-02", "document"),
        ("two", "supports", None, None),
    }


@pytest.mark.parametrize(
    ("query", "relation", "below"),
    [
        ("who-supports-whom", "supports", "arms"),
        ("who-fights-whom", "fights", "attacks"),
        ("who-commands-whom", "commands", "commands"),
    ],
)
def test_who_does_what_to_whom_counts_and_ranks(query: str, relation: str, below: str) -> None:
    one = told(
        "one", Said("a", relation, "b", by=("s1",)), Said("c", below, "d"), Said("a", "negotiatesWith", "d")
    )
    two = told("two", Said("a", relation, "b", by=("s2",)), Said("e", relation, "f", modality="denied"))
    with story(one, two) as store:
        first = {
            "who-supports-whom": "supporter",
            "who-fights-whom": "fighter",
            "who-commands-whom": "commander",
        }[query]
        second = {
            "who-supports-whom": "supported",
            "who-fights-whom": "opponent",
            "who-commands-whom": "commanded",
        }[query]
        columns = (first, "relation", second, "documents", "sources")
        assert answers(store, query, *columns) == [
            ("a", relation, "b", "2", "2"),
            ("c", below, "d", "1", "1"),
        ]
        assert answers(store, query, *columns, **{second: "d"}) == [("c", below, "d", "1", "1")]
        assert answers(store, query, *columns, modality="denied") == [("e", relation, "f", "1", "1")]


def test_a_commander_is_found_from_both_relations_of_command() -> None:
    with story(
        told("one", Said("general", "commands", "corps"), Said("unit", "commandedBy", "general"))
    ) as store:
        found = answers(store, "who-commands-whom", "commander", "relation", "commanded")
    assert found == [("general", "commands", "corps"), ("general", "commands", "unit")]


def test_dates_narrow_to_what_may_have_held_then() -> None:
    early = told("early", Said("a", "supports", "b", date="2013"))
    late = told("late", Said("c", "supports", "d"), date="2015-10-16")
    with story(early, late, told("undated", Said("e", "supports", "f"))) as store:
        assert answers(store, "who-supports-whom", "supporter", since="2014") == [("c",)]
        assert answers(store, "who-supports-whom", "supporter", until="2013-06") == [("a",)]
        assert answers(store, "who-supports-whom", "supporter", since="2013-12-31", until="2015-10") == [
            ("a",),
            ("c",),
        ]


def test_shared_opponents_say_whether_the_two_are_friends() -> None:
    said = told(
        "one",
        Said("a", "fights", "x"),
        Said("x", "fights", "b"),
        Said("c", "fights", "x"),
        Said("a", "supports", "b"),
    )
    with story(said) as store:
        found = answers(store, "shared-opponents", "other", "opponent", "allies", one="a")
        assert found == [("b", "x", "true"), ("c", "x", "false")]
        assert answers(store, "shared-opponents", "one", "other", one="c", other="b") == [("c", "b")]


def test_common_supporters_say_whether_the_two_are_enemies() -> None:
    said = told(
        "one",
        Said("s", "arms", "a"),
        Said("s", "supports", "b"),
        Said("s", "supports", "c"),
        Said("b", "fights", "a"),
    )
    with story(said) as store:
        assert answers(store, "common-supporters", "supporter", "other", "enemies", one="a") == [
            ("s", "b", "true"),
            ("s", "c", "false"),
        ]


def test_an_attack_on_a_place_is_no_fight() -> None:
    said = told("one", Said("a", "attacks", "b"), Said("a", "attacks", "place/hader"))
    with story(said, extra=described("place/hader", "Town", en="al-Hader")) as store:
        assert answers(store, "who-fights-whom", "fighter", "relation", "opponent") == [("a", "attacks", "b")]
