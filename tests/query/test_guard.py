from __future__ import annotations

import contextlib

import pytest

from kg.query.errors import QueryRefusedError
from kg.query.guard import MAX_DEPTH, MAX_LENGTH, check

SERVER = "<http://127.0.0.1:9/sparql>"

REACHING_OUT = [
    f"SELECT * WHERE {{ SERVICE {SERVER} {{ ?s ?p ?o }} }}",
    f"SELECT * WHERE {{ service silent {SERVER} {{ ?s ?p ?o }} }}",
    "SELECT * WHERE { VALUES ?x { <http://127.0.0.1:9/> } SERVICE ?x { ?s ?p ?o } }",
    f"SELECT * WHERE {{ {{ SELECT * WHERE {{ SERVICE {SERVER} {{ ?s ?p ?o }} }} }} }}",
    "PREFIX : <http://127.0.0.1:9/> SELECT * WHERE { SERVICE:x { ?s ?p ?o } }",
    f"SELECT * WHERE {{ ?s ?p trueSERVICE {SERVER} {{ ?s ?p ?o }} }}",
    f"SELECT * WHERE {{ ?s ?p 1SERVICE {SERVER} {{ ?s ?p ?o }} }}",
    f"SELECT * WHERE {{ ?s ?p 1.0e5SERVICE {SERVER} {{ ?s ?p ?o }} }}",
    f"SELECT * WHERE {{ ?s ?p 'it''s' . SERVICE {SERVER} {{ ?s ?p ?o }} }}",
    f'SELECT * WHERE {{ ?s ?p """a"b""c""" . SERVICE {SERVER} {{ ?s ?p ?o }} }}',
    f"SELECT * WHERE {{ ?s ?p '\\'' . SERVICE {SERVER} {{ ?s ?p ?o }} # '\n }}",
    f"SELECT * WHERE {{ # '\n SERVICE {SERVER} {{ ?s ?p ?o }} }}",
    f"SELECT * WHERE {{ # \\u000A SERVICE {SERVER} {{ ?s ?p ?o }}\n }}",
    f"SELECT * WHERE {{ SERV\\u0049CE {SERVER} {{ ?s ?p ?o }} }}",
    f"SELECT * WHERE {{ ?s ?p '\\u0027 . SERVICE {SERVER} {{ ?s ?p ?o }} # ' }}",
    f"SELECT * WHERE {{ ?s ?p ?o FILTER(1<2)SERVICE{SERVER}{{ ?s ?p ?o }} }}",
    f"SELECT * WHERE {{ ?s ?p <http://x/\\u003E> . SERVICE {SERVER} {{ ?s ?p ?o }} }}",
    "LOAD <http://127.0.0.1:9/>",
    "SELECT * FROM <file:///etc/passwd> WHERE { ?s ?p ?o }",
    "SELECT * FROM NAMED <http://127.0.0.1:9/> WHERE { ?s ?p ?o }",
    "SELECT * FROM<http://127.0.0.1:9/>{ ?s ?p ?o }",
]
CHANGING = [
    "INSERT DATA { <http://x/a> <http://x/b> 1 }",
    "DELETE WHERE { ?s ?p ?o }",
    "DROP ALL",
    "CLEAR ALL",
    "PREFIX x: <http://x/> CREATE GRAPH x:g",
    "MOVE DEFAULT TO <http://x/>",
    "COPY DEFAULT TO <http://x/>",
    "ADD DEFAULT TO <http://x/>",
]
HARMLESS = [
    "SELECT * WHERE { ?service ?load ?from }",
    "SELECT * WHERE { ?s <http://x/SERVICE> 'SERVICE <http://x/> { }' } # LOAD SERVICE FROM",
    'SELECT * WHERE { ?s ?p """LOAD " SERVICE ""FROM""" }',
    "PREFIX rw: <http://x/> SELECT * WHERE { ?s rw:service ?o ; rw:load rw:from . _:service ?p ?o }",
    "SELECT * WHERE { ?s ?p 'x'@service }",
    "SELECT * WHERE { ?s ?p ?o FILTER(?o < 3 && ?o > 1) }",
    "SELECT * WHERE { ?s ?p 'الخدمة' FILTER(STRSTARTS(STR(?o), 'DELETE')) }",
    "PREFIX x: <http://x/> SELECT * WHERE { ?s x:a\\-b.c%20d x:service.load }",
    "ASK { ?s ?p ?o FILTER(!(!(!true))) }",
    "CONSTRUCT { ?s ?p ?o } WHERE { GRAPH <http://x/g> { ?s ?p ?o } }",
]


@pytest.mark.parametrize("text", REACHING_OUT + CHANGING)
def test_what_reaches_out_or_changes_something_is_refused(text: str) -> None:
    with pytest.raises(QueryRefusedError, match=r"^mine\.rq: line \d: "):
        check(text, name="mine.rq")


@pytest.mark.parametrize("text", HARMLESS)
def test_words_inside_names_strings_iris_and_comments_do_no_harm(text: str) -> None:
    check(text, name="mine.rq")


def test_the_line_of_the_word_is_named() -> None:
    with pytest.raises(QueryRefusedError, match="line 3: SERVICE would ask another server"):
        check(f"SELECT *\nWHERE {{\n SERVICE {SERVER} {{ ?s ?p ?o }} }}", name="mine.rq")


@pytest.mark.parametrize("opening", ["(", "{", "[", "!", "-"])
def test_nesting_is_limited(opening: str) -> None:
    check("SELECT * WHERE { FILTER" + opening * (MAX_DEPTH - 1), name="mine.rq")
    with pytest.raises(QueryRefusedError, match="nested deeper than 200 levels"):
        check("SELECT * WHERE { FILTER" + opening * 20_000, name="mine.rq")


def test_length_is_limited() -> None:
    with pytest.raises(QueryRefusedError, match="longer than 100,000 bytes"):
        check("SELECT * WHERE { ?s ?p '" + "ا" * (MAX_LENGTH // 2) + "' }", name="mine.rq")


HOSTILE = [
    "'" * 89_999,
    '"\\' * 45_000,
    "<" * 90_000,
    "\\u" * 45_000,
    '""" ""' * 15_000,
    ":\\" * 45_000,
    "'''" * 29_999,
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_read_once_from_front_to_back(text: str) -> None:
    with contextlib.suppress(QueryRefusedError):
        check("SELECT * WHERE { } " + text, name="mine.rq")


@pytest.mark.parametrize("quotation", ["'", '"', "'''", '"""'])
def test_a_string_without_an_end_is_refused(quotation: str) -> None:
    with pytest.raises(QueryRefusedError, match="line 2: a string begins here and has no end"):
        check(f"SELECT *\nWHERE {{ ?s ?p {quotation}a }}", name="mine.rq")
