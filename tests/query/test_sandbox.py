from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from kg.namespaces import XSD
from kg.outside import worker as outside
from kg.query import Limits, run_apart, worker
from kg.query.errors import QueryFailedError, QueryMemoryError, QueryRefusedError, QueryTimeoutError
from kg.query.sandbox import Answer
from kg.store import Change, EmbeddedStore, memory_store, open_store
from tests.listening import listening
from tests.query.past_the_guard import can_leave_the_network, run_past_the_guard, without_proc

GRAPH = NamedNode("http://example.org/graph/one")
P = NamedNode("http://example.org/p")
CROSS = "?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l"


def quads(count: int) -> tuple[Quad, ...]:
    values = (Literal(f"القيمة {n}", language="ar") for n in range(count))
    return tuple(
        Quad(NamedNode(f"http://example.org/{n}"), P, value, GRAPH) for n, value in enumerate(values)
    )


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddedStore]:
    with open_store(tmp_path_factory.mktemp("sandbox") / "store") as opened:
        opened.apply(Change(insert=quads(200)))
        opened.flush()
        yield opened


def run(store: EmbeddedStore, text: str, **limits: float) -> Answer:
    # A whole number is a float to the test and an int to the limit.
    return run_apart(store, text, name="mine.rq", limits=Limits(**limits))  # type: ignore[arg-type]


def test_a_query_over_a_snapshot_sees_what_the_store_holds(store: EmbeddedStore) -> None:
    answer = run(store, "SELECT ?o WHERE { <http://example.org/7> ?p ?o }")
    assert answer == Answer(("o",), ((Literal("القيمة 7", language="ar"),),), None)


def test_a_store_in_memory_can_be_asked_too() -> None:
    with memory_store() as made:
        made.apply(Change(insert=quads(3)))
        assert run(made, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }").rows == ((Literal(3),),)


def test_the_store_can_be_written_while_it_is_asked(tmp_path: Path) -> None:
    with open_store(tmp_path / "store") as made:
        made.apply(Change(insert=quads(2)))
        assert len(run(made, "SELECT * { ?s ?p ?o }").rows) == 2
        made.apply(Change(insert=quads(5)))
        assert len(run(made, "SELECT * { ?s ?p ?o }").rows) == 5


def test_every_form_of_query_gives_rows(store: EmbeddedStore) -> None:
    yes = Literal("true", datatype=NamedNode(XSD + "boolean"))
    assert run(store, "ASK { ?s ?p ?o }").rows == ((yes,),)
    built = run(store, "CONSTRUCT { ?s ?p 1 } WHERE { VALUES ?s { <http://example.org/7> } ?s ?p ?o }")
    assert built.variables == ("subject", "predicate", "object")
    assert built.rows == ((NamedNode("http://example.org/7"), P, Literal(1)),)
    assert run(store, "SELECT ?x { OPTIONAL { ?x ?y 'nothing' } }").rows == ((None,),)


def test_line_ends_and_controls_in_values_come_back_as_they_are(store: EmbeddedStore) -> None:
    answer = run(store, 'SELECT ?x { BIND("a\\n\u2028\u0085b\\r\\u0001" AS ?x) }')
    assert answer.rows == ((Literal("a\n\u2028\u0085b\r\x01"),),)


def test_an_answer_cut_at_its_rows_says_so(store: EmbeddedStore) -> None:
    answer = run(store, "SELECT * { ?s ?p ?o }", rows=10)
    assert len(answer.rows) == 10
    assert answer.cut == "cut after 10 rows"
    assert run(store, "SELECT * { ?s ?p ?o }", rows=200).cut is None


def test_an_answer_cut_at_its_bytes_says_so(store: EmbeddedStore) -> None:
    answer = run(store, "SELECT * { ?s ?p ?o }", bytes=1_000)
    assert 0 < len(answer.rows) < 10
    assert answer.cut == f"cut after {len(answer.rows)} rows, at the limit of 1,000 bytes"


ALL = "CONCAT(STR(?a), STR(?d), STR(?g), STR(?j))"


@pytest.mark.parametrize(
    "text",
    [
        f"SELECT (COUNT(*) AS ?n) {{ {CROSS} }}",
        f'SELECT * {{ {CROSS} FILTER({ALL} = "x") }}',
        f'SELECT * {{ {CROSS} FILTER(REGEX({ALL}, "(x+x+)+y")) }}',
    ],
    ids=["cross join", "filtered cross join", "regular expression"],
)
def test_a_query_that_takes_too_long_is_ended(store: EmbeddedStore, text: str) -> None:
    with pytest.raises(QueryTimeoutError, match="limit of 1 seconds") as caught:
        run(store, text, seconds=1)
    assert caught.value.exit_code == 124


@pytest.mark.parametrize(
    "text",
    [
        f"SELECT (GROUP_CONCAT('{'x' * 50_000}') AS ?x) {{ {CROSS} }}",
        f"SELECT * {{ {CROSS} }} ORDER BY ?a ?d ?g ?j",
        f"SELECT DISTINCT ?a ?d ?g ?j {{ {CROSS} }} ORDER BY ?a",
    ],
    ids=["group_concat", "order by", "distinct"],
)
def test_a_query_that_wants_too_much_memory_is_ended(store: EmbeddedStore, text: str) -> None:
    with pytest.raises(QueryMemoryError, match="limit of 300 MB"):
        run(store, text, megabytes=300, seconds=60)


def test_a_regular_expression_that_grows_without_end_finds_nothing(store: EmbeddedStore) -> None:
    text = 'SELECT * { ?s ?p ?o FILTER(REGEX(?o, "((((a{100}){100}){100}){100})b")) }'
    assert run(store, text, megabytes=300).rows == ()


def test_twenty_thousand_brackets_are_refused(store: EmbeddedStore) -> None:
    with pytest.raises(QueryRefusedError, match="nested deeper"):
        run(store, "SELECT * { FILTER" + "(" * 20_000 + "1" + ")" * 20_000 + " }")


def test_a_query_that_crashes_its_process_is_reported_and_the_next_one_runs(store: EmbeddedStore) -> None:
    with pytest.raises(QueryFailedError, match="ended the process"):
        run(store, "SELECT * { FILTER(" + "1+" * 45_000 + "1) }")
    assert len(run(store, "SELECT * { ?s ?p ?o }").rows) == 200


def test_a_syntax_error_names_line_and_column(store: EmbeddedStore) -> None:
    with pytest.raises(QueryFailedError, match=r"^mine\.rq: error at 2:\d+: expected WHERE; mend the query$"):
        run(store, "SELECT *\n  WERE { ?s ?p ?o }")


@pytest.fixture
def listener() -> Iterator[tuple[int, list[object]]]:
    with listening() as told:
        yield told


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { SERVICE <http://127.0.0.1:PORT/> { ?s ?p ?o } }",
        "SELECT * { SERVICE SILENT <http://127.0.0.1:PORT/> { ?s ?p ?o } }",
        "SELECT * { VALUES ?x { <http://127.0.0.1:PORT/> } SERVICE ?x { ?s ?p ?o } }",
        "PREFIX : <http://127.0.0.1:PORT/> SELECT * { SERVICE:x { ?s ?p ?o } }",
        "SELECT * { ?s ?p trueSERVICE <http://127.0.0.1:PORT/> { ?s ?p ?o } }",
        "SELECT * { # \\u000A SERVICE <http://127.0.0.1:PORT/> { ?s ?p ?o }\n }",
        "SELECT * FROM <http://127.0.0.1:PORT/> { ?s ?p ?o }",
        "LOAD <http://127.0.0.1:PORT/>",
    ],
)
def test_no_query_opens_a_connection(
    store: EmbeddedStore, listener: tuple[int, list[object]], text: str
) -> None:
    port, seen = listener
    with pytest.raises(QueryRefusedError):
        run(store, text.replace("PORT", str(port)))
    assert seen == []


def test_the_process_has_no_network_where_the_system_allows_it(
    store: EmbeddedStore, listener: tuple[int, list[object]], tmp_path: Path
) -> None:
    if not can_leave_the_network():
        pytest.skip("this system lets no process give up its network; the guard alone keeps a query in")
    port, seen = listener
    text = f"SELECT * {{ SERVICE SILENT <http://127.0.0.1:{port}/> {{ ?s ?p ?o }} }}"
    answer = run_past_the_guard(store, text, tmp_path / "copy")
    assert seen == []
    assert len(answer.rows) == 1


def test_where_the_system_does_not_tell_what_is_taken_the_memory_has_no_limit(tmp_path: Path) -> None:
    before = without_proc()
    if before is None:
        pytest.skip("this system lets no process be without /proc")
    line = "<http://example.org/a> <http://example.org/b> <http://example.org/c>"
    (tmp_path / "copy.nq").write_text(f"{line} .\n")
    # Such a process takes more than 16 MB already, so that no query could have more if that were the limit of all.
    query = f"SELECT (STRLEN(CONCAT({', '.join(['?x'] * 9)})) AS ?n) {{ BIND('{'x' * 1_000_000}' AS ?x) }}"
    asked = {"query": query, "form": "file", "path": str(tmp_path / "copy.nq")}
    most = {"memory": 2**24, "seconds": 10}
    own = json.dumps({**asked, **most, "rows": 10, "bytes": 1000})
    theirs = {
        "mode": "quads",
        "form": "nt",
        "home": str(tmp_path),
        "literal": 1000,
        "iri": 1000,
        "free": 1000,
    }
    given = json.dumps({**theirs, **most, "times": 20, "per_megabyte": 5})
    for script, words, text, told in (
        (worker, [], own, f'["n"]\n[["literal", "9000000", null, "{XSD}integer"]]\nnull\n'),
        (outside, [given], f"{line} .", f"{line} .\n"),
    ):
        command = [*before, sys.executable, "-I", str(script.__file__), *words]
        done = subprocess.run(command, input=text, capture_output=True, text=True, check=False, timeout=60)
        assert (done.returncode, done.stdout) == (0, told), done.stderr
