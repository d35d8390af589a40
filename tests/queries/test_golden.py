"""Every packaged query over the seed article, against the answer that was read and found right.

A golden file holds the values of the parameters and the rows. After a change that is meant, run
``pytest tests/queries --update-golden`` and read the difference. For a new query whose parameters are required,
first write ``{"values": {"actor": "actor:hezbollah"}}`` into ``golden/<name>.json``. Where a query answers for
everything that the registry knows, ``"about"`` keeps the rows of one IRI.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import Literal, NamedNode

from kg.namespaces import PREFIXES, XSD
from kg.query import Query, packaged_queries, run_query
from kg.store import EmbeddedStore, Term

GOLDEN = Path(__file__).parent / "golden"
QUERIES = packaged_queries()


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.name)
def test_a_query_answers_as_before(
    query: Query, seed_store: EmbeddedStore, pytestconfig: pytest.Config
) -> None:
    path = GOLDEN / f"{query.name}.json"
    golden: dict[str, Any] = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {"values": {}}
    found = run_query(seed_store, query, golden["values"])
    rows = [[_cell(term) for term in row] for row in found.rows]
    if "about" in golden:
        rows = [row for row in rows if golden["about"] in row]
    answer = golden | {"variables": list(found.variables), "rows": rows}
    if pytestconfig.getoption("--update-golden"):
        path.write_text(_text(answer), encoding="utf-8")
    assert path.exists(), f"no golden answer for {query.name}: run with --update-golden, and read it"
    assert answer == json.loads(path.read_text(encoding="utf-8"))


def test_every_golden_file_belongs_to_a_query() -> None:
    assert {path.stem for path in GOLDEN.glob("*.json")} == {query.name for query in QUERIES}


def _cell(term: Term | None) -> str | list[str] | None:
    """A term as a person reads it; several lines, which come in no order, as a sorted list."""
    if term is None:
        return None
    if isinstance(term, NamedNode):
        prefix = next(
            (name for name, namespace in PREFIXES.items() if term.value.startswith(namespace)), None
        )
        return f"{prefix}:{term.value.removeprefix(PREFIXES[prefix])}" if prefix else f"<{term.value}>"
    assert isinstance(term, Literal)
    if "\n" in term.value:
        return sorted(term.value.split("\n"))
    if term.language:
        return f"{term.value}@{term.language}"
    plain = term.datatype.value in (XSD + "string", XSD + "integer", XSD + "decimal", XSD + "boolean")
    return term.value if plain else str(term)


def _text(answer: dict[str, Any]) -> str:
    """JSON with one row a line, so that a difference shows the row."""
    head = [f"  {json.dumps(name)}: {_line(value)},\n" for name, value in answer.items() if name != "rows"]
    rows = ",\n".join("    " + _line(row) for row in answer["rows"])
    return "{\n" + "".join(head) + '  "rows": [' + (f"\n{rows}\n  " if rows else "") + "]\n}\n"


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
