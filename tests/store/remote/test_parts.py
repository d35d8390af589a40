"""No part of an answer is taken for the whole, whatever a server sends."""

from __future__ import annotations

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from kg.errors import KGError
from kg.namespaces import XSD
from kg.store import Change, open_store
from kg.store.errors import StoreTimeoutError
from kg.store.remote.errors import (
    CutAnswerError,
    MovedError,
    NotAServerError,
    RefusedWriteError,
    ServerFailedError,
    StrangeAnswerError,
    UnknownOutcomeError,
    UnreachableError,
)
from tests.store.remote.playback import JSON, Playback, Played, number, rows

ASKED = "SELECT ?o WHERE { ?s ?p ?o }"
A = NamedNode("https://example.org/a")
WHOLE = rows("one", "two")


def select(server: Playback) -> tuple[object, ...]:
    with open_store(server.url, read_only=True) as store:
        return store.select(ASKED).rows


def test_a_whole_answer_is_read(server: Playback) -> None:
    server.answer(ASKED, Played(WHOLE))
    assert select(server) == ((Literal("one"),), (Literal("two"),))


def test_an_answer_that_ends_early_is_no_answer_wherever_it_ends(server: Playback) -> None:
    with open_store(server.url, read_only=True) as store:
        for end in range(len(WHOLE)):
            server.answer(ASKED, Played(WHOLE[:end]))
            with pytest.raises((CutAnswerError, StrangeAnswerError)):
                store.select(ASKED)


def test_an_answer_shorter_than_its_announced_length_is_no_answer(server: Playback) -> None:
    server.answer(ASKED, Played(WHOLE, length=len(WHOLE) + 10))
    with pytest.raises(UnreachableError, match="broke off"):
        select(server)


@pytest.mark.parametrize(
    "body",
    [
        # As oxigraph serve ends what took too long, under status 200.
        b'{"head":{"vars":["o"]},"results":{"bindings":[The SPARQL operation has been cancelled',
        WHOLE[:-2] + b'\n{ "code": "TimeLimitExceededException" }',
        WHOLE + b"Error 500: out of memory",
        WHOLE + WHOLE,
        WHOLE.replace(b"two", b"\xff\xfe"),
    ],
)
def test_an_error_inside_an_answer_under_status_200_is_an_error(server: Playback, body: bytes) -> None:
    server.answer(ASKED, Played(body))
    with pytest.raises((CutAnswerError, StrangeAnswerError), match="gave"):
        select(server)


@pytest.mark.parametrize("name", ["X-SQL-State", "X-Neptune-Status"])
def test_what_the_server_itself_calls_a_part_is_an_error(server: Playback, name: str) -> None:
    server.answer(ASKED, Played(rows(), headers=(JSON, (name, "S1TAT"))))
    with pytest.raises(CutAnswerError, match="S1TAT"):
        select(server)
    server.answer("ASK { ?s", Played(rows(name="__ASK_RETVAL"), headers=(JSON, (name, "S1TAT"))))
    with open_store(server.url, read_only=True) as store, pytest.raises(CutAnswerError):
        store.ask("ASK { ?s ?p ?o }")


def test_a_row_limit_that_a_header_tells_of_is_an_error_unless_all_rows_came(server: Playback) -> None:
    limited = (JSON, ("X-SPARQL-MaxRows", "2"))
    server.answer(ASKED, Played(WHOLE, headers=limited))
    server.answer("COUNT", Played(number(3, "rows")))
    with pytest.raises(CutAnswerError, match="2 rows and no more"):
        select(server)
    server.answer("COUNT", Played(number(2, "rows")))
    assert len(select(server)) == 2


def test_a_row_limit_that_nothing_tells_of_is_noticed_by_its_round_number(server: Playback) -> None:
    server.answer(ASKED, Played(rows(*["x"] * 1000)))
    server.answer("COUNT", Played(number(70_000, "rows")))
    with pytest.raises(CutAnswerError, match="1,000 rows and no more"):
        select(server)
    server.answer("COUNT", Played(number(1000, "rows")))
    assert len(select(server)) == 1000


def test_the_parts_of_a_cut_answer_are_asked_for_as_the_whole_was(server: Playback) -> None:
    cell = '"g":{"type":"uri","value":"https://example.org/a"}'
    cut = f'{{"head":{{"vars":["g","all"]}},"results":{{"bindings":[{{{cell}}}]}}}}'.encode()
    with open_store(server.url, read_only=True) as store:
        server.answer("GRAPH ?g { ?s ?p ?o } }", Played(cut, headers=(JSON, ("X-SPARQL-MaxRows", "1"))))
        server.answer("STRSTARTS(MD5(STR(?g))", Played(number(0, "all")))
        server.asked.clear()
        assert store.graphs() == frozenset()
    queries = [text for _, text, _ in server.asked]
    assert len(queries) == 17
    assert [text.count("SELECT DISTINCT ?g") for text in queries] == [2] * 17


def test_the_odd_terms_of_virtuoso_are_read(server: Playback) -> None:
    body = (
        b'{"head":{"link":[],"vars":["s","o"]},"results":{"distinct":false,"ordered":true,"bindings":['
        b'{"s":{"type":"typed-literal","datatype":"http://www.w3.org/2001/XMLSchema#boolean","value":"1"},'
        b'"o":{"type":"literal","xml:lang":"ar","value":"\\u062D"}}]}}'
    )
    server.answer("SELECT ?s ?o ?none", Played(body))
    with open_store(server.url, read_only=True) as store:
        found = store.select("SELECT ?s ?o ?none WHERE { ?s ?p ?o }").rows
    yes = Literal("true", datatype=NamedNode(XSD + "boolean"))
    assert found == ((yes, Literal("ح", language="ar"), None),)


def test_rows_before_the_names_of_the_variables_are_read(server: Playback) -> None:
    body = b'{"results":{"bindings":[{"o":{"type":"uri","value":"https://example.org/a"}}]},"head":{"vars":["o"]}}'
    server.answer(ASKED, Played(body))
    assert select(server) == ((A,),)


@pytest.mark.parametrize(
    "body",
    [
        b"<html>Welcome</html>",
        b"o\r\none\r\n",
        b"[]",
        b'{"head":{},"boolean":true}',
        b'{"head":{"vars":["o"]},"results":{"bindings":[{"o":{"type":"literal"}}]}}',
        b'{"head":{"vars":["o"]},"results":{"bindings":[{"o":{"type":"uri","value":"no iri"}}]}}',
        b'{"head":{"vars":["o"]},"results":{"bindings":[7]}}',
        b"[" * 100_000,
    ],
)
def test_what_is_no_answer_is_an_error(server: Playback, body: bytes) -> None:
    server.answer(ASKED, Played(body))
    with pytest.raises((StrangeAnswerError, CutAnswerError)):
        select(server)


def test_an_address_that_answers_with_a_page_is_no_store(server: Playback) -> None:
    server.answer("ASK {}", Played(b"<html>Welcome</html>", headers=(("Content-Type", "text/html"),)))
    with pytest.raises(NotAServerError, match=r"does not answer SPARQL \(no JSON\)"):
        open_store(server.url)


def test_a_redirect_is_named_and_not_followed(server: Playback) -> None:
    target = "https://elsewhere.example/sparql?key=secret"
    server.answer(ASKED, Played(status=307, headers=(("Location", target),), length=0))
    with pytest.raises(MovedError, match=r"points to https://elsewhere\.example/sparql; give") as caught:
        select(server)
    assert "secret" not in str(caught.value)


def test_compressed_answers_are_not_unpacked(server: Playback) -> None:
    server.answer(ASKED, Played(WHOLE, headers=(JSON, ("Content-Encoding", "gzip"))))
    with pytest.raises(ServerFailedError, match="compressed"):
        select(server)


def test_the_time_limit_holds_for_the_whole_answer(server: Playback, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_STORE_TIMEOUT", "0.4")
    server.answer(ASKED, Played(WHOLE, pause=0.1, pieces=40))
    with pytest.raises(StoreTimeoutError, match=r"did not answer within 0\.4 seconds"):
        select(server)


@pytest.mark.parametrize("status", [400, 404, 409, 500, 503])
def test_what_a_server_says_of_its_failure_is_told_in_one_line(server: Playback, status: int) -> None:
    told = b"Transaction aborted \x1b[31m" + b"x" * 5000 + b"\nSPARQL query:\nSELECT ?secret"
    server.answer(ASKED, Played(told, status=status, headers=(("Content-Type", "text/plain"),)))
    with pytest.raises(ServerFailedError, match=f"status {status}: Transaction aborted") as caught:
        select(server)
    assert len(str(caught.value)) < 500
    assert "\x1b" not in str(caught.value)
    assert "secret" not in str(caught.value)


def test_a_change_without_an_answer_is_sent_again_by_the_next_to_write(
    server: Playback, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KG_STORE_TIMEOUT", "0.4")
    change = Change(insert=(Quad(A, A, A, A),))
    server.answer("INSERT DATA { GRAPH <https://example.org/a>", Played(b"x", status=200, pause=1))
    with open_store(server.url) as store, pytest.raises(UnknownOutcomeError, match="it is completed first"):
        store.apply(change)
    server.answer("INSERT DATA { GRAPH <https://example.org/a>", Played(status=204, length=0))
    server.asked.clear()
    with open_store(server.url) as store:
        again = [text for path, text, _ in server.asked if path == "/update"]
        assert [f"INSERT DATA {{ GRAPH {A} {{ {A} {A} {A} . }} }}" in text for text in again] == [True]
        store.flush()
    server.asked.clear()
    open_store(server.url).close()
    assert [path for path, _, _ in server.asked if path == "/update"] == []


def test_a_change_that_is_refused_half_way_is_taken_back(server: Playback) -> None:
    refusing = Played(b"no room", status=500, headers=(("Content-Type", "text/plain"),))
    server.answer("INSERT DATA { GRAPH <https://example.org/a>", refusing)
    undone = f"DELETE DATA {{ GRAPH {A} {{ {A} {A} {A} . }} }}"
    with open_store(server.url) as store:
        with pytest.raises(RefusedWriteError, match="did not take the last change: no room"):
            store.apply(Change(insert=(Quad(A, A, A, A),)))
        assert undone in server.asked[-1][1]
    server.asked.clear()
    open_store(server.url).close()
    assert [path for path, _, _ in server.asked if path == "/update"] == []


def test_no_answer_at_all_is_an_error(server: Playback) -> None:
    with pytest.raises(KGError, match="cannot be reached"):
        open_store("http://127.0.0.1:9/query")
