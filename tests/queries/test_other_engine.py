"""The same files over the same graph give the same rows in rdflib, which shares no code with Oxigraph.

The story gives every grouped query at least one group: rdflib answers an empty ``GROUP BY`` with one empty row.
"""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, serialize
from rdflib import Dataset
from rdflib import Literal as RdflibLiteral
from rdflib.query import ResultRow

from kg.model import Entity, Mention
from kg.query import Query, packaged_queries
from kg.query.parameters import bind
from kg.store import EmbeddedStore
from tests.graphs import described, fact
from tests.queries.telling import Said, story, told

VALUES = {
    "actor": "actor:h",
    "entity": "actor:h",
    "one": "actor:h",
    "other": "actor:army",
    "subject": "actor:h",
    "object": "actor:army",
    "source": "actor:sohr",
    "organisation": "actor:guard",
    "name": "Hezbollah",
    "documents": "1",
    "place": "place:hader",
    "publisher": "Elaph",
    "said_by": "actor:sohr",
}
NODES = {"document": "Document", "claim": "Claim", "words": "Mention", "summary": "TieSummary"}
"""Parameters whose values are nodes of the graph, and of which class."""


@pytest.fixture(scope="module")
def war() -> EmbeddedStore:
    one = told(
        "one",
        Said("h", "supports", "army", by=("sohr", "reuters"), date="2015-10"),
        Said("h", "attacks", "army", modality="unconfirmed"),
        Said("army", "fights", "rebels", at="place/hader"),
        Said("general", "commands", "corps"),
        Said("corps", "partOf", "guard"),
        Said("general", "presentIn", "place/hader", by=("rebels",)),
        publisher="Elaph",
    )
    two = told(
        "two",
        Said("iran", "arms", "army"),
        Said("qatar", "funds", "rebels"),
        Said("h", "supports", "army", modality="denied", by=("h",)),
        Said("rebels", "attacks", "h"),
        Said("army", "fights", "h"),
        Said("h", "fights", "jihadists"),
        Said("rebels", "fights", "jihadists"),
        Said("h", "controls", "place/hader"),
        date="2015-11-02",
    )
    document, claims = told("three", Said("لواء", "fights", "army"))
    unknown = Entity("https://w3id.org/rawabit/actor/لواء", "ArmedGroup", "لواء", known=False)
    three = document, tuple(replace(each, subject=Mention(each.subject.span, unknown)) for each in claims)
    extra = (
        *described("h", "ArmedGroup", en="Hezbollah", ar="حزب الله"),
        *described("iran", "State", en="Iran", ar="إيران"),
        *described("qatar", "State", en="Qatar", ar="قطر"),
        *described("place/hader", "Town", en="al-Hader", ar="الحاضر"),
        *described("place/syria", "Country", en="Syria", ar="سوريا"),
        fact("place/hader", "within", "place/syria"),
        fact("general", "country", "place/iran"),
    )
    return story(one, two, three, extra=extra)


@pytest.fixture(scope="module")
def elsewhere(war: EmbeddedStore) -> Dataset:
    out = io.BytesIO()
    serialize(war.quads(), out, RdfFormat.N_QUADS)
    dataset = Dataset(default_union=True)
    dataset.parse(data=out.getvalue(), format="nquads")
    return dataset


@pytest.mark.parametrize("query", packaged_queries(), ids=lambda query: query.name)
@pytest.mark.parametrize("given", ["required", "all"])
# rdflib 7 warns of its own use of its older names.
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_both_engines_answer_alike(war: EmbeddedStore, elsewhere: Dataset, query: Query, given: str) -> None:
    ontology = "https://w3id.org/rawabit/ontology#"
    nodes = {
        name: str(war.select(f"SELECT ?d {{ ?d a <{ontology}{kind}> }} ORDER BY ?d LIMIT 1").rows[0][0])[1:-1]
        for name, kind in NODES.items()
    }
    values = {**VALUES, **nodes}
    wanted = {
        each.name: values[each.name]
        for each in query.header.parameters
        if each.name in values and (each.required or given == "all")
    }
    text = bind(query.text, query.header, wanted, name=query.name, iris=war.iris)
    rows = war.select(text)
    found = elsewhere.query(text)
    assert [str(variable) for variable in found.vars or ()] == list(rows.variables)
    here = sorted(tuple(_ours(term) for term in row) for row in rows.rows)
    there = sorted(tuple(_theirs(term) for term in row) for row in found if isinstance(row, ResultRow))
    assert here == there


def _ours(term: NamedNode | BlankNode | Literal | Triple | None) -> str:
    if isinstance(term, Literal) and term.language is None:
        return term.value
    return str(term)


def _theirs(term: Any) -> str:
    if isinstance(term, RdflibLiteral) and term.language is None:
        return str(term)
    return "None" if term is None else str(term.n3())
