from __future__ import annotations

from tests.graphs import described, fact
from tests.queries.telling import Said, answers, story, told

SYRIA = (
    *described("place/syria", "Country", en="Syria", ar="سوريا"),
    *described("place/aleppo-governorate", "Governorate", en="Aleppo governorate"),
    *described("place/hader", "Town", en="al-Hader", ar="الحاضر"),
    fact("place/hader", "within", "place/aleppo-governorate"),
    fact("place/hader", "within", "place/syria"),
    fact("place/aleppo-governorate", "within", "place/syria"),
)


def test_a_chain_of_command_climbs_through_claims_and_registry() -> None:
    said = told(
        "one",
        Said("unit", "partOf", "corps"),
        Said("general", "commands", "corps"),
        Said("other", "partOf", "corps"),
    )
    with story(said, extra=[fact("general", "memberOf", "guard")]) as store:
        found = answers(store, "chain-of-command", "junior", "relation", "senior", "origin", actor="unit")
    assert found == [
        ("corps", "commandedBy", "general", "asserted"),
        ("general", "memberOf", "guard", "registry"),
        ("unit", "partOf", "corps", "asserted"),
    ]


def test_a_chain_of_command_that_closes_on_itself_ends() -> None:
    with story(told("one", Said("a", "partOf", "b"), Said("b", "partOf", "a"))) as store:
        assert len(answers(store, "chain-of-command", "junior", actor="a")) == 2


def test_parts_of_an_organisation_are_found_at_any_depth() -> None:
    said = told(
        "one",
        Said("unit", "partOf", "corps"),
        Said("soldier", "memberOf", "unit"),
        Said("rebel", "memberOf", "rebels"),
    )
    with story(said, extra=[fact("corps", "partOf", "guard")]) as store:
        found = answers(
            store, "parts-of-organisation", "part", "relation", "whole", "origin", organisation="guard"
        )
    assert set(found) == {
        ("corps", "partOf", "guard", "registry"),
        ("unit", "partOf", "corps", "asserted"),
        ("soldier", "memberOf", "unit", "asserted"),
    }


def test_who_is_where_knows_what_lies_within_a_place() -> None:
    said = told(
        "one",
        Said("kaabi", "presentIn", "place/hader", modality="unconfirmed"),
        Said("army", "controls", "place/syria"),
        Said("army", "attacks", "place/hader"),
        Said("reds", "deploysTo", "place/elsewhere"),
    )
    extra = (*SYRIA, *described("place/elsewhere", "Town", en="Elsewhere"))
    with story(said, extra=extra) as store:
        columns = ("actor", "relation", "where", "within", "modality")
        assert answers(store, "who-is-where", *columns, place="place/aleppo-governorate") == [
            ("kaabi", "presentIn", "hader", "aleppo-governorate", "unconfirmed")
        ]
        assert [row[0] for row in answers(store, "who-is-where", *columns, place="place/syria")] == [
            "kaabi",
            "army",
        ]
        assert answers(store, "who-is-where", *columns, actor="reds") == [
            ("reds", "deploysTo", "elsewhere", None, "asserted")
        ]
        assert len(answers(store, "who-is-where", *columns)) == 3


def test_commanders_in_the_field_are_found_with_their_force() -> None:
    said = told(
        "one",
        Said("general", "commands", "corps"),
        Said("general", "presentIn", "place/hader", modality="unconfirmed"),
    )
    with story(said, extra=[*SYRIA, fact("leader", "commands", "militia")]) as store:
        columns = ("force", "commander", "where", "modality")
        assert answers(store, "commanders-in-the-field", *columns) == [
            ("corps", "general", "hader", "unconfirmed")
        ]
        assert answers(store, "commanders-in-the-field", *columns, place="place/syria", force="corps")
        assert answers(store, "commanders-in-the-field", *columns, place="place/iraq") == []


def test_presence_abroad_is_told_from_presence_at_home() -> None:
    said = told("one", Said("general", "presentIn", "place/hader"), Said("army", "controls", "place/hader"))
    extra = (*SYRIA, fact("general", "country", "place/iran"), fact("army", "country", "place/syria"))
    with story(said, extra=extra) as store:
        found = answers(store, "foreign-presence", "actor", "home", "where", "country")
    assert found == [("general", "iran", "hader", "syria")]


def test_states_behind_both_sides_and_against_each_other() -> None:
    said = told(
        "one",
        Said("red", "fights", "blue"),
        Said("iran", "arms", "red"),
        Said("turkey", "supports", "blue"),
        Said("qatar", "funds", "red"),
        Said("qatar", "supports", "blue"),
        Said("party", "supports", "blue"),
    )
    extra = [
        quad for state in ("iran", "turkey", "qatar") for quad in described(state, "State", en=state.title())
    ]
    with story(said, extra=extra) as store:
        assert answers(store, "states-on-both-sides", "state", "one", "other", state="qatar") == [
            ("qatar", "blue", "red"),
            ("qatar", "red", "blue"),
        ]
        assert {row[0] for row in answers(store, "states-on-both-sides", "state")} == {"qatar"}
        against = answers(store, "states-against-each-other", "state", "one", "other_state", "other")
        assert ("iran", "red", "turkey", "blue") in against
        assert ("turkey", "blue", "iran", "red") in against
        assert not any("party" in row for row in against)


def test_enemies_with_a_common_enemy() -> None:
    said = told(
        "one",
        Said("a", "fights", "b"),
        Said("a", "fights", "x"),
        Said("x", "fights", "b"),
        Said("c", "fights", "x"),
    )
    with story(said) as store:
        assert answers(store, "common-enemy-yet-enemies", "actor", "rival", "opponent", actor="a") == [
            ("a", "b", "x"),
            ("a", "x", "b"),
        ]
        assert answers(store, "common-enemy-yet-enemies", "actor", actor="c") == []


def test_support_by_proxy_says_whether_it_is_also_direct() -> None:
    said = told(
        "one",
        Said("iran", "supports", "h"),
        Said("h", "supports", "army"),
        Said("iran", "funds", "army"),
        Said("un", "supports", "iran"),
    )
    with story(said) as store:
        found = answers(store, "support-by-proxy", "backer", "through", "actor", "direct", actor="army")
    assert found == [("iran", "h", "army", "true"), ("un", "iran", "army", "false")]


def test_opponents_by_inference_alone_are_never_named_together() -> None:
    said = told("one", Said("h", "supports", "army"), Said("army", "fights", "rebels"))
    with story(said) as store:
        assert answers(store, "opponents-by-inference-alone", "actor", "opponent") == [
            ("h", "rebels"),
            ("rebels", "h"),
        ]
