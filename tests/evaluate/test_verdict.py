"""What counts for and against, and what counts neither way."""

from __future__ import annotations

from tests.evaluate.small import at, counts, found, gold, verdict

BRIGADE, TOWN, GUARD, MILITIA = (
    at("Northern Brigade"),
    at("Harbour Town"),
    at("Coast Guard"),
    at("Harbour Militia"),
)
MONITOR = at("Monitor")


def test_nothing_found_misses_all_that_is_required() -> None:
    claims = [gold(BRIGADE, "attacks", TOWN), gold(GUARD, "supports", MILITIA, required=False)]
    assert counts(verdict(claims, [])) == (0, 1, 0)


def test_what_hits_an_optional_claim_counts_neither_for_nor_against() -> None:
    claims = [gold(BRIGADE, "attacks", TOWN), gold(GUARD, "supports", MILITIA, required=False)]
    assert counts(verdict(claims, [found(GUARD, "supports", MILITIA)])) == (0, 1, 0)


def test_the_same_false_claim_counts_once() -> None:
    again = found(at("Coast Guard", nth=2), "supports", BRIGADE)
    assert counts(verdict([], [found(GUARD, "supports", BRIGADE), again])) == (0, 0, 1)


def test_false_claims_of_a_symmetric_relation_are_the_same_in_either_order() -> None:
    made = [found(GUARD, "fights", TOWN), found(TOWN, "fights", GUARD)]
    assert counts(verdict([], made)) == (0, 0, 1)


def test_false_claims_of_a_directed_relation_are_two() -> None:
    made = [found(GUARD, "supports", TOWN), found(TOWN, "supports", GUARD)]
    assert counts(verdict([], made)) == (0, 0, 2)


def test_a_hit_that_is_found_again_counts_once() -> None:
    claims = [gold(GUARD, "supports", MILITIA)]
    again = found(at("Coast Guard", nth=2), "supports", MILITIA)
    assert counts(verdict(claims, [found(GUARD, "supports", MILITIA), again])) == (1, 0, 0)


def test_each_of_two_annotated_claims_wants_a_claim_of_its_own() -> None:
    claims = [
        gold(GUARD, "supports", MILITIA, source=MONITOR),
        gold(GUARD, "supports", MILITIA, modality="denied"),
    ]
    assert counts(verdict(claims, [found(GUARD, "supports", MILITIA)])) == (1, 1, 0)
    both = verdict(
        claims,
        [found(GUARD, "supports", MILITIA, modality="denied"), found(GUARD, "supports", MILITIA, MONITOR)],
    )
    assert counts(both) == (2, 0, 0)
    assert all(hit.same_modality and hit.same_source for hit in both.hits)


def test_a_required_claim_is_served_before_an_optional_one() -> None:
    claims = [gold(GUARD, "supports", MILITIA, required=False), gold(GUARD, "supports", MILITIA)]
    assert counts(verdict(claims, [found(GUARD, "supports", MILITIA)])) == (1, 0, 0)


def test_the_claim_at_the_annotated_words_goes_before_one_of_the_same_name_elsewhere() -> None:
    here, there = at("Coast Guard", nth=2), at("Coast Guard")
    made = [found(there, "supports", MILITIA, modality="denied"), found(here, "supports", MILITIA)]
    (hit,) = verdict([gold(here, "supports", MILITIA)], made).hits
    assert hit.found is made[1]


def test_modality_and_source_are_those_of_the_hit() -> None:
    claims = [gold(BRIGADE, "attacks", TOWN, source=MONITOR, modality="unconfirmed")]
    (right,) = verdict(claims, [found(BRIGADE, "attacks", TOWN, MONITOR, modality="unconfirmed")]).hits
    assert (right.same_modality, right.same_source) == (True, True)
    (wrong,) = verdict(claims, [found(BRIGADE, "attacks", TOWN)]).hits
    assert (wrong.same_modality, wrong.same_source) == (False, False)


def test_of_a_chain_of_sources_the_innermost_is_compared() -> None:
    claims = [gold(BRIGADE, "attacks", TOWN, source=MONITOR)]
    (inner,) = verdict(claims, [found(BRIGADE, "attacks", TOWN, MONITOR, GUARD)]).hits
    (outer,) = verdict(claims, [found(BRIGADE, "attacks", TOWN, GUARD, MONITOR)]).hits
    assert (inner.same_source, outer.same_source) == (True, False)


def test_a_source_where_the_author_speaks_is_wrong() -> None:
    (hit,) = verdict([gold(BRIGADE, "attacks", TOWN)], [found(BRIGADE, "attacks", TOWN, MONITOR)]).hits
    assert not hit.same_source
