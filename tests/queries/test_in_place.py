"""A packaged query gives the same rows, in the same order, as its plain text given to the engine.

Over the seed article, and over a thousand made claims about actors with several names, with one, and with none.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace

import pytest
from pyoxigraph import Quad

from kg.model import Claim, Document, Entity, Mention
from kg.query import Query, packaged_queries
from kg.query.answering import answer
from kg.query.labelling import without_labels
from kg.query.parameters import bind
from kg.query.sorting import without_order
from kg.query.unset import without_unset
from kg.store import EmbeddedStore
from tests.graphs import described, fact
from tests.queries.telling import Said, story, told

QUERIES = packaged_queries()
ACTORS = [f"a{number}" for number in range(30)]
PLACES = [f"place/p{number}" for number in range(6)]

UNLISTED = frozenset(ACTORS[20:26])
ABOUT = {
    "seed": {
        "actor": "actor:hezbollah", "other": "actor:syrian-government-forces", "place": "place:syria",
        "source": "actor:syrian-observatory-for-human-rights", "relation": "supports", "name": "Hezbollah",
    },
    "made": {
        "actor": "actor:a0", "other": "actor:a1", "place": "place:p0", "source": "actor:a2", "relation": "fights",
        "name": "A0",
    },
}  # fmt: skip
"""What to ask about in each store."""
WITHOUT_LABELS = {
    "actors", "claims-of", "documents", "documents-with", "facts-of", "labels", "named", "names",
    "names-in-documents", "neighbours", "new-actors", "sources-of-document",
    "about-documents", "actors-at", "attributed", "attributed-of", "claims-by-relation", "claims-counted",
    "claims-in-full", "coordinates", "dates-between", "disputed-ties", "document-names",
    "documents-by-relation", "documents-by-tie", "documents-stating", "months", "inferred-between",
    "published-of", "publishers", "said-at", "said-between", "said-by", "said-of", "said-published", "size",
    "stated-in", "text-of-document",
    "ties-between", "ties-by", "ties-counted", "ties-of", "ties-told-most",
    "whereabouts", "words",
}  # fmt: skip
"""The files that ask for no labels, or in a way of their own, which is left to the engine."""


def _actors() -> list[Quad]:
    quads: list[Quad] = []
    for number, actor in enumerate(ACTORS):
        if actor not in UNLISTED and number % 5 != 4:
            kind = ("ArmedGroup", "State", "Person", "StateForce")[number % 4]
            quads += described(actor, kind, en=f"A{number}", ar=f"أ{number}")
            quads += described(actor, kind, en=f"A{number} again") if number % 3 else ()
            quads += described(actor, kind, ar=f"آ {number}", fr="Quelqu'un") if number % 2 else ()
            quads.append(fact(actor, "country", PLACES[number % 3]))
    for number, place in enumerate(PLACES):
        quads += described(place, "Country" if number < 3 else "Town", en=f"P{number}")
        quads += [fact(place, "within", PLACES[number % 3])] if number > 2 else []
    quads += [fact(ACTORS[number], "commands", ACTORS[number + 5]) for number in range(0, 20, 3)]
    return quads


def _document(number: int, chance: random.Random) -> tuple[Document, tuple[Claim, ...]]:
    def one() -> str:
        return ACTORS[min(int(chance.expovariate(0.15)), len(ACTORS) - 1)]

    said = []
    for _ in range(8):
        relation = chance.choice(
            [
                "fights",
                "attacks",
                "supports",
                "arms",
                "alliedWith",
                "commands",
                "partOf",
                "memberOf",
                "presentIn",
            ]
        )
        subject, other = one(), one()
        while other == subject:
            other = one()
        said.append(
            Said(
                subject,
                relation,
                chance.choice(PLACES) if relation == "presentIn" else other,
                by=tuple(chance.sample(ACTORS, chance.choice([0, 0, 1, 2]))),
                modality=chance.choice(["asserted"] * 5 + ["denied", "unconfirmed", "hypothetical"]),
                at=chance.choice([None, *PLACES]),
                date=chance.choice([None, None, "2014", "2015-03", "2015-03-04"]),
            )
        )
    day = chance.choice([None, "2015-01-02", "2016-07"])
    publisher = chance.choice([None, "Agency", "Paper"])
    document, claims = told(f"document {number}", *said, date=day, publisher=publisher)
    return document, tuple(
        replace(each, subject=_unlisted(each.subject), object=_unlisted(each.object)) for each in claims
    )


def _unlisted(mention: Mention) -> Mention:
    slug = mention.entity.iri.rpartition("/")[2]
    entity = Entity(mention.entity.iri, "ArmedGroup", f"The {slug}", known=False)
    return Mention(mention.span, entity) if slug in UNLISTED else mention


@pytest.fixture(scope="module")
def made() -> Iterator[EmbeddedStore]:
    chance = random.Random(7)
    with story(*(_document(number, chance) for number in range(130)), extra=_actors()) as store:
        assert not store.has_names
        yield store


@pytest.fixture(scope="module")
def indexed() -> Iterator[EmbeddedStore]:
    """The same, whose labels come from the index of names."""
    chance = random.Random(7)
    with story(*(_document(number, chance) for number in range(130)), extra=_actors()) as store:
        store.names(lambda _: None)
        assert store.has_names
        yield store


NODES = {
    "document": "a rw:Document", "claim": "a rw:Claim", "words": "a rw:Mention", "summary": "a rw:TieSummary",
}  # fmt: skip
"""Parameters whose values differ with every store, and what they are."""


def _nodes(store: EmbeddedStore) -> dict[str, str]:
    """The first of each sort in a store."""
    found = {}
    for name, what in NODES.items():
        prefix = "PREFIX rw: <https://w3id.org/rawabit/ontology#>"
        rows = store.select(f"{prefix} SELECT ?d {{ ?d {what} }} ORDER BY ?d LIMIT 1").rows
        found[name] = str(rows[0][0])[1:-1]
    return found


def _values(query: Query, about: dict[str, str], nodes: dict[str, str]) -> Iterator[dict[str, str]]:
    """What is required alone; that and each other parameter by itself; and all that have no default."""
    known = {
        **nodes, "modality": "unconfirmed", "since": "2015", "until": "2015-06", "direction": "in",
        "documents": "1", "publisher": "Agency", "said_by": about["source"],
        "name": about["name"], "relation": about["relation"], "source": about["source"],
    }  # fmt: skip
    values = {}
    for each in query.header.parameters:
        second = each.name in ("other", "object", "opponent", "supported", "commanded", "backer")
        entity = about["place" if each.kind == "place" else "other" if second else "actor"]
        values[each.name] = known.get(each.name, entity)
    required = {each.name: values[each.name] for each in query.header.parameters if each.required}
    yield required
    others = [each.name for each in query.header.parameters if not (each.required or each.default)]
    for name in others:
        yield {**required, name: values[name]}
    if len(others) > 1:
        yield {**required, **{name: values[name] for name in others}}


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.name)
@pytest.mark.parametrize("where", ["seed", "made"])
def test_an_answer_is_that_of_the_engine(
    query: Query, where: str, made: EmbeddedStore, indexed: EmbeddedStore, seed_store: EmbeddedStore
) -> None:
    store = made if where == "made" else seed_store
    for values in _values(query, ABOUT[where], _nodes(store)):
        text = bind(query.text, query.header, values, name=query.name, iris=store.iris)
        engine = store.select(text)
        assert answer(store, text) == engine, values
        assert where == "seed" or answer(indexed, text) == engine, values


def test_the_made_claims_give_every_question_an_answer(made: EmbeddedStore) -> None:
    nodes = _nodes(made)
    silent = {
        query.name
        for query in QUERIES
        for values in [next(_values(query, ABOUT["made"], nodes))]
        if not answer(made, bind(query.text, query.header, values, name=query.name, iris=made.iris)).rows
    }
    # No place of these has coordinates.
    assert silent == {"coordinates", "named-by-one-side"}


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.name)
def test_it_is_known_which_files_are_taken_apart(query: Query) -> None:
    rest, order = without_order(query.text)
    assert bool(order) == (query.name != "names")
    assert (without_labels(rest)[1] is None) == (query.name in WITHOUT_LABELS)


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.name)
def test_a_parameter_that_is_not_given_leaves_nothing_behind(query: Query) -> None:
    """Where it stays in a filter, the filter would let nothing through without it."""
    lighter = without_unset(query.text)
    assert "UNDEF" not in lighter
