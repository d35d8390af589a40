"""Links, statements and paths, over a few claims made by hand."""

from __future__ import annotations

from datetime import date

import pytest
from pyoxigraph import Literal

from kg.model import Document, Mention, Modality
from kg.namespaces import BASE
from kg.query.claims_in import claims_in
from kg.query.links import Link, Wanted, links_of
from kg.query.lookup import look_up
from kg.query.paths import shortest_paths
from kg.store import Store
from tests.building import claim, document, mention
from tests.graphs import graph_of

OLD = document(
    "A supports B. S says A arms B. B fights C. A is in P. C is in P.",
    name="old",
    language="en",
    date="2014-05-01",
)
NEW = document(
    "A supports B. B fights A. D commands A. E supports D.", name="new", language="en", date="2016-05-01"
)


IRI = {name: f"{BASE}actor/{name.lower()}" for name in "ABCDES"}


def ends(source: Document, *names: str) -> list[Mention]:
    return [mention(source, name, "place/p" if name == "P" else name.lower()) for name in names]


@pytest.fixture(scope="module")
def store() -> Store:
    a, b, c, p, s = ends(OLD, *"ABCPS")
    a2, b2, d2, e2 = ends(NEW, *"ABDE")
    return graph_of(
        {
            OLD: (
                claim(OLD, a, "supports", b),
                claim(OLD, a, "arms", b, attributed_to=(s,)),
                claim(OLD, b, "fights", c),
                claim(OLD, a, "presentIn", p),
                claim(OLD, c, "presentIn", p),
            ),
            NEW: (
                claim(NEW, a2, "supports", b2),
                claim(NEW, b2, "fights", a2, modality=Modality.DENIED),
                claim(NEW, d2, "commands", a2),
                claim(NEW, e2, "supports", d2, modality=Modality.HYPOTHETICAL),
            ),
        }
    )


def short(links: tuple[Link, ...]) -> set[tuple[str, str, str]]:
    def last(iri: str) -> str:
        return iri.rpartition("/")[2]

    return {(last(each.subject), each.relation, last(each.object)) for each in links}


SAID = Wanted(inferred=False)


def test_a_statement_has_the_words_the_source_and_the_document_s_date(store: Store) -> None:
    claims = claims_in(store)
    (said,) = (each for each in claims.of(IRI["A"]) if each.relation == "arms")
    (arms,) = claims.cite([said.claim])
    assert arms.evidence.quote == OLD.text[arms.evidence.start : arms.evidence.end]
    assert (said.name, said.start) == ("old", arms.evidence.start)
    assert [each.iri for each in arms.sources] == [IRI["S"]]
    assert (arms.earliest, arms.latest) == ("2014-05-01", "2014-05-01")


def test_claims_of_one_link_are_gathered_from_all_documents(store: Store) -> None:
    (link,) = (each for each in links_of(store, IRI["A"], SAID) if each.relation == "supports")
    assert [each.name for each in link.statements] == ["new", "old"]


def test_what_is_denied_is_no_link_unless_it_is_asked_for(store: Store) -> None:
    assert ("b", "fights", "a") not in short(links_of(store, IRI["A"], SAID))
    denied = Wanted(modalities=frozenset({Modality.DENIED}))
    assert short(links_of(store, IRI["A"], denied)) == {("b", "fights", "a")}


@pytest.mark.parametrize(
    ("since", "until", "names"),
    [
        (date(2016, 1, 1), None, ["new"]),
        (None, date(2014, 5, 1), ["old"]),
        (date(2014, 5, 2), date(2016, 4, 30), []),
        (date(2014, 5, 1), date(2016, 5, 1), ["new", "old"]),
    ],
)
def test_days_at_both_ends_count(
    store: Store, since: date | None, until: date | None, names: list[str]
) -> None:
    wanted = Wanted(relations=frozenset({"supports"}), since=since, until=until)
    found = links_of(store, IRI["A"], wanted)
    assert [each.name for link in found for each in link.statements] == names


def test_inferred_links_repeat_nothing_that_is_there_already(store: Store) -> None:
    found = links_of(store, IRI["B"], Wanted())
    assert ("b", "fights", "c") in short(found)
    inferred = short(tuple(each for each in found if each.inferred))
    assert ("c", "fights", "b") not in inferred
    assert not {("b", "opponentOf", "c"), ("c", "opponentOf", "b")} & inferred
    assert not {("a", "supports", "b")} & inferred


def test_an_inferred_link_that_says_more_is_given_once_and_not_from_both_sides(store: Store) -> None:
    opponents = [each for each in short(links_of(store, IRI["A"], Wanted())) if each[1] == "opponentOf"]
    assert {frozenset(each) for each in opponents} == {frozenset({"a", "opponentOf", "c"})}
    assert len(opponents) == 1


def test_hops_go_through_actors_and_not_through_places(store: Store) -> None:
    found = links_of(store, IRI["A"], SAID, hops=2)
    assert ("b", "fights", "c") in short(found)
    assert ("c", "presentIn", "p") not in short(found)
    assert ("c", "presentIn", "p") in short(links_of(store, IRI["A"], SAID, hops=3))


def test_a_path_walks_links_both_ways_and_avoids_places(store: Store) -> None:
    paths = shortest_paths(store, IRI["D"], IRI["C"])
    assert {(*(link[1] for link in path),) for path in paths} == {
        ("commands", "supports", "fights"),
        ("commands", "arms", "fights"),
    }
    through = shortest_paths(store, IRI["A"], IRI["C"], places=True)
    assert len(through) == 3


def test_a_path_ends_where_links_or_its_length_end(store: Store) -> None:
    assert shortest_paths(store, IRI["E"], IRI["A"]) == ()
    assert shortest_paths(store, IRI["D"], IRI["C"], longest=2) == ()
    assert shortest_paths(store, IRI["A"], IRI["A"]) == ()
    assert len(shortest_paths(store, IRI["D"], IRI["C"], most=1)) == 1


def test_a_value_is_a_term_and_never_text_of_the_query(store: Store) -> None:
    hostile = 'x" } UNION { ?entity ?p ?o'
    assert list(look_up(store, "named", name=[Literal(hostile)])) == []
