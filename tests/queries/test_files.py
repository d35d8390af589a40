"""What holds for every query file that travels with the program."""

from __future__ import annotations

import re

import pytest
from pyoxigraph import QuerySolutions, Store
from rdflib.plugins.sparql.processor import prepareQuery

from kg.iri import Iris
from kg.query import Query, packaged_queries
from kg.query.guard import check
from kg.query.headers import MARKER
from kg.query.kinds import KINDS

QUERIES = packaged_queries()


@pytest.fixture(params=QUERIES, ids=lambda query: query.name)
def query(request: pytest.FixtureRequest) -> Query:
    assert isinstance(request.param, Query)
    return request.param


def test_it_asks_its_question_in_a_sentence(query: Query) -> None:
    assert query.header.summary.rstrip(".").count("?") == 1
    assert query.header.tags


def test_every_parameter_is_explained(query: Query) -> None:
    for parameter in query.header.parameters:
        assert parameter.description != parameter.name
        assert parameter.kind in KINDS


def test_every_value_that_stands_in_it_is_the_default_of_a_parameter(query: Query) -> None:
    defaults = {each.name: each for each in query.header.parameters if each.default is not None}
    for match in MARKER.finditer(query.text):
        if match["value"] != "UNDEF":
            parameter = defaults[match["name"]]
            assert parameter.default is not None
            assert str(KINDS[parameter.kind].to_term(parameter.default, Iris())) == match["value"]


def test_every_explained_column_is_in_the_answer(query: Query) -> None:
    answer = Store().query(query.text)
    assert isinstance(answer, QuerySolutions)
    assert {name for name, _ in query.header.columns} <= {variable.value for variable in answer.variables}


def test_it_is_plain_sparql_that_other_engines_parse(query: Query) -> None:
    prepareQuery(query.text)
    check(query.text, name=query.name)


def test_its_rows_come_in_a_fixed_order_unless_it_says_why_not(query: Query) -> None:
    assert re.search(r"^ORDER BY ", query.text, re.M) or "In no order" in query.text
