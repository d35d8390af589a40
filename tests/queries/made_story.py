"""A thousand made claims about actors with several names, with one, and with none; and what to ask about them."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace

from pyoxigraph import Quad

from kg.model import Claim, Document, Entity, Mention
from kg.query import Query
from kg.store import EmbeddedStore
from tests.graphs import described, fact
from tests.queries.telling import Said, story, told

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
                "commandedBy",
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


def made_story() -> EmbeddedStore:
    """A store in memory, the same each time."""
    chance = random.Random(7)
    return story(*(_document(number, chance) for number in range(130)), extra=_actors())


NODES = {
    "document": "a rw:Document", "claim": "a rw:Claim", "words": "a rw:Mention", "summary": "a rw:TieSummary",
}  # fmt: skip
"""Parameters whose values differ with every store, and what they are."""


def nodes_of(store: EmbeddedStore) -> dict[str, str]:
    """The first of each sort in a store."""
    found = {}
    for name, what in NODES.items():
        prefix = "PREFIX rw: <https://w3id.org/rawabit/ontology#>"
        rows = store.select(f"{prefix} SELECT ?d {{ ?d {what} }} ORDER BY ?d LIMIT 1").rows
        found[name] = str(rows[0][0])[1:-1]
    return found


def values_for(query: Query, about: dict[str, str], nodes: dict[str, str]) -> Iterator[dict[str, str]]:
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
