from __future__ import annotations

from datetime import date

import pytest
from pyoxigraph import Quad

from kg.model import Claim, Document, Mention, Modality, PartialDate, Precision
from kg.namespaces import BASE
from kg.rdf import document_quads, link_quads, stated_links
from kg.reason import Explanation, Standing, closure, explain, load_rules
from kg.reason.labels import Named, read_labels
from kg.store import Change, Store, memory_store
from tests.building import claim, document, mention
from tests.graphs import described

BATTLE = document(
    "حزب الله يدعم الجيش. الجيش يقاتل الفصائل. المرصد قال ذلك.", name="battle.txt", date="2015-10-16"
)
LATER = document("حزب الله لا يدعم الجيش في حلب.", name="later.txt")


def party(source: Document) -> Mention:
    return mention(source, "حزب الله", "party-of-god")


def army(source: Document) -> Mention:
    return mention(source, "الجيش", "army", "StateForce")


def factions(source: Document) -> Mention:
    return mention(source, "الفصائل", "factions")


def monitor(source: Document) -> Mention:
    return mention(source, "المرصد", "monitor", "Monitor")


def supports(modality: Modality = Modality.ASSERTED, *, date: PartialDate | None = None) -> Claim:
    return claim(BATTLE, party(BATTLE), "supports", army(BATTLE), modality=modality, date=date)


FIGHTS = claim(BATTLE, army(BATTLE), "fights", factions(BATTLE), attributed_to=(monitor(BATTLE),))


def store_of(*claims: Claim, of: tuple[Document, ...] = (BATTLE, LATER)) -> Store:
    """These claims, what follows, and two labels; without the registry, which takes long to load."""
    store = memory_store()
    quads: set[Quad] = set()
    for source in of:
        own = [each for each in claims if each.document == source.sha256]
        quads |= document_quads(source, own, store.iris)
    links = stated_links(quads)
    quads.update(link_quads(links, "links", store.iris))
    quads.update(link_quads(closure(links, load_rules()), "inferred", store.iris))
    quads.update(described("party-of-god", "Party", en="Hezbollah", ar="حزب الله"))
    quads.update(described("army", "StateForce", ar="الجيش"))
    store.apply(Change(insert=tuple(quads)))
    return store


def explained(store: Store, subject: str, relation: str, target: str) -> Explanation:
    return explain(store, f"{BASE}actor/{subject}", relation, f"{BASE}actor/{target}")


def test_an_inferred_link_is_explained_down_to_the_words() -> None:
    found = explained(store_of(supports(), FIGHTS), "party-of-god", "opponentOf", "factions")
    assert (found.standing, found.modality, found.complete) == (Standing.INFERRED, Modality.ASSERTED, True)
    (argument,) = found.arguments
    for ground in argument.grounds:
        for cited in ground.claims:
            assert BATTLE.text[cited.start : cited.end] == cited.quote
            assert cited.document_name == "battle.txt"
    said, fought = argument.grounds
    assert said.link == (BASE + "actor/party-of-god", "supports", BASE + "actor/army")
    assert said.claims[0].quote == "حزب الله يدعم الجيش"
    assert said.claims[0].sources == ()
    assert [source.iri for source in fought.claims[0].sources] == [BASE + "actor/monitor"]


def test_an_asserted_link_is_explained_by_its_claims() -> None:
    found = explained(store_of(supports()), "party-of-god", "supports", "army")
    (argument,) = found.arguments
    assert found.standing is Standing.ASSERTED
    assert argument.derivation.rule is None
    assert [cited.quote for cited in argument.grounds[0].claims] == ["حزب الله يدعم الجيش"]


def test_a_chain_of_sources_is_told_from_the_innermost_on() -> None:
    source = document("المرصد نقل عن ناشط أن حزب الله يدعم الجيش", name="chain.txt")
    chain = (mention(source, "ناشط", "activist", "DescribedGroup"), monitor(source))
    stated = claim(source, party(source), "supports", army(source), attributed_to=chain)
    found = explained(store_of(stated, of=(source,)), "party-of-god", "supports", "army")
    (cited,) = found.arguments[0].grounds[0].claims
    assert [each.iri.rpartition("/")[2] for each in cited.sources] == ["activist", "monitor"]


def test_a_link_that_only_an_unconfirmed_claim_would_carry_is_possible() -> None:
    found = explained(
        store_of(supports(Modality.UNCONFIRMED), FIGHTS), "party-of-god", "opponentOf", "factions"
    )
    assert (found.standing, found.modality) == (Standing.POSSIBLE, Modality.UNCONFIRMED)
    assert [ground.modality for ground in found.arguments[0].grounds] == [
        Modality.UNCONFIRMED,
        Modality.ASSERTED,
    ]


def test_the_weakest_modality_on_the_way_counts() -> None:
    doubtful = claim(LATER, party(LATER), "supports", army(LATER), modality=Modality.HYPOTHETICAL)
    fights = claim(BATTLE, army(BATTLE), "fights", factions(BATTLE), modality=Modality.UNCONFIRMED)
    found = explained(store_of(doubtful, fights), "party-of-god", "opponentOf", "factions")
    assert (found.standing, found.modality) == (Standing.POSSIBLE, Modality.HYPOTHETICAL)


def test_the_surest_claim_of_a_link_decides_how_sure_the_link_is() -> None:
    again = claim(LATER, party(LATER), "supports", army(LATER), modality=Modality.HYPOTHETICAL)
    (argument,) = explained(store_of(supports(), again), "party-of-god", "supports", "army").arguments
    (ground,) = argument.grounds
    assert ground.modality is Modality.ASSERTED
    assert ground.counts == {Modality.ASSERTED: 1, Modality.HYPOTHETICAL: 1}
    assert [each.document_name for each in ground.doubts] == ["later.txt"]


def test_a_denial_holds_nothing_up_and_is_still_shown() -> None:
    denied = claim(LATER, party(LATER), "supports", army(LATER), modality=Modality.DENIED)
    found = explained(store_of(denied, FIGHTS), "party-of-god", "opponentOf", "factions")
    assert (found.standing, found.arguments, found.modality) == (Standing.UNSUPPORTED, (), None)
    found = explained(store_of(denied, FIGHTS), "party-of-god", "supports", "army")
    assert [(each.modality, each.document_name) for each in found.claims] == [(Modality.DENIED, "later.txt")]


def test_a_denial_of_a_premise_stands_beside_it() -> None:
    denied = claim(LATER, party(LATER), "supports", army(LATER), modality=Modality.DENIED)
    found = explained(store_of(supports(), FIGHTS, denied), "party-of-god", "opponentOf", "factions")
    assert found.standing is Standing.INFERRED
    assert [each.modality for each in found.arguments[0].grounds[0].doubts] == [Modality.DENIED]


def test_another_claim_about_the_same_two_stands_beside_a_premise() -> None:
    against = claim(LATER, army(LATER), "fights", party(LATER))
    found = explained(store_of(supports(), FIGHTS, against), "party-of-god", "opponentOf", "factions")
    (other,) = found.arguments[0].grounds[0].other_claims
    assert (other.link[1], other.document_name) == ("fights", "later.txt")


def test_the_dates_of_the_premises_are_intersected() -> None:
    month = PartialDate("2015-10", Precision.MONTH)
    found = explained(store_of(supports(date=month), FIGHTS), "party-of-god", "opponentOf", "factions")
    period = found.arguments[0].period
    assert (period.earliest, period.latest, period.undated) == (date(2015, 10, 16), date(2015, 10, 16), 0)
    said, fought = found.arguments[0].grounds
    assert (said.claims[0].date, said.claims[0].date_is_of_document) == ("2015-10", False)
    assert (fought.claims[0].date, fought.claims[0].date_is_of_document) == ("2015-10-16", True)


def test_premises_of_different_years_do_not_overlap() -> None:
    early = PartialDate("2013", Precision.YEAR)
    found = explained(store_of(supports(date=early), FIGHTS), "party-of-god", "opponentOf", "factions")
    assert not found.arguments[0].period.overlap


def test_without_dates_the_period_is_unknown() -> None:
    undated = claim(LATER, party(LATER), "supports", army(LATER))
    found = explained(store_of(undated), "party-of-god", "supports", "army")
    assert (found.arguments[0].period.earliest, found.arguments[0].period.undated) == (None, 1)


def test_a_link_of_which_nothing_is_known_is_unsupported() -> None:
    found = explained(store_of(supports()), "nobody", "fights", "army")
    assert (found.standing, found.arguments, found.claims) == (Standing.UNSUPPORTED, (), ())


def test_the_surer_argument_comes_first() -> None:
    found = explained(
        store_of(supports(), FIGHTS, claim(LATER, party(LATER), "arms", army(LATER))),
        "party-of-god",
        "opponentOf",
        "factions",
    )
    assert [len(argument.grounds) for argument in found.arguments] == [2, 2]
    assert {argument.modality for argument in found.arguments} == {Modality.ASSERTED}


def test_what_is_possible_is_only_asked_and_never_written() -> None:
    store = store_of(supports(Modality.UNCONFIRMED), FIGHTS)
    before = set(store.quads())
    explained(store, "party-of-god", "opponentOf", "factions")
    assert set(store.quads()) == before


def test_names_come_in_english_before_arabic_before_the_iri() -> None:
    store = store_of(supports())
    actors = [f"{BASE}actor/{slug}" for slug in ("party-of-god", "army", "nobody")]
    assert read_labels(store, actors) == {
        actors[0]: Named(actors[0], "Hezbollah", "حزب الله"),
        actors[1]: Named(actors[1], "الجيش", "الجيش"),
        actors[2]: Named(actors[2], "nobody", None),
    }


@pytest.mark.parametrize("limit", [1, 2])
def test_no_more_claims_are_shown_than_asked_for_but_all_are_counted(limit: int) -> None:
    texts = tuple(document(f"حزب الله يدعم الجيش {number}", name=f"{number}.txt") for number in range(4))
    store = store_of(*(claim(each, party(each), "supports", army(each)) for each in texts), of=texts)
    found = explain(store, f"{BASE}actor/party-of-god", "supports", f"{BASE}actor/army", claims=limit)
    (ground,) = found.arguments[0].grounds
    assert len(ground.claims) == limit
    assert ground.counts == {Modality.ASSERTED: 4}
