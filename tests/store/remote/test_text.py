"""What is known of a query's text before it is sent."""

from __future__ import annotations

import pytest
from pyoxigraph import Literal, NamedNode, Quad, QueryTriples
from pyoxigraph import Store as Engine

from kg.store.errors import QuerySyntaxError
from kg.store.remote.text import counting, form_of, read_construct

A, B, P = (NamedNode(f"https://example.org/{name}") for name in "abp")


@pytest.fixture
def engine() -> Engine:
    engine = Engine()
    engine.extend([Quad(A, P, Literal("x } y", language="en")), Quad(A, P, B), Quad(B, P, Literal(7))])
    return engine


@pytest.mark.parametrize(
    "text",
    [
        "CONSTRUCT WHERE { ?s ?p ?o }",
        "construct where { ?s <https://example.org/p> ?o } limit 1",
        "PREFIX e: <https://example.org/> CONSTRUCT { ?s e:q ?o ; e:r 'a { b' } WHERE { ?s e:p ?o }",
        "#+ a { \nBASE <https://example.org/>\nCONSTRUCT { <c> <d> ?o } { ?s <p> ?o . OPTIONAL { ?o <p> ?z } }",
        "CONSTRUCT { <https://example.org/a> <https://example.org/b> 1 } # {\n WHERE { ?s ?p 7 }",
        "CONSTRUCT { } WHERE { ?s ?p ?o }",
        "CONSTRUCT { ?o ?p ?s } WHERE { ?s ?p ?o } ORDER BY ?s ?o",
        "CONSTRUCT { ?s ?p ?none } WHERE { ?s ?p ?o }",
    ],
)
def test_a_construct_in_two_parts_makes_what_the_whole_makes(engine: Engine, text: str) -> None:
    construct = read_construct(text)
    rows = [tuple(row) for row in engine.query(construct.select)]  # type: ignore[union-attr]  # a SELECT has rows
    whole = engine.query(text)
    assert isinstance(whole, QueryTriples)
    assert set(construct.triples(rows)) == set(whole)


def test_a_describe_is_refused_with_a_way_out() -> None:
    with pytest.raises(QuerySyntaxError, match="ask with CONSTRUCT"):
        read_construct("DESCRIBE <https://example.org/a>")


@pytest.mark.parametrize("text", ["", "DROP ALL", "# SELECT", "{ ?s ?p ?o }", "INSERT DATA { }"])
def test_what_is_no_question_has_no_form(text: str) -> None:
    with pytest.raises(QuerySyntaxError, match="begins with none of"):
        form_of(text)


def test_a_prologue_hides_no_form() -> None:
    assert form_of("#+ summary: SELECT\nPREFIX a: <b:#c> # ASK\nBASE<d:e>\n select * {}") == "SELECT"


def test_rows_are_counted_with_the_prologue_in_front(engine: Engine) -> None:
    text = "PREFIX e: <https://example.org/>\nSELECT ?s WHERE { ?s e:p ?o } # all"
    ((count,),) = (tuple(row) for row in engine.query(counting(text)))  # type: ignore[union-attr]  # a SELECT has rows
    assert count == Literal(3)
