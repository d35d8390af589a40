"""Every packaged query over the seed article, against the answer that was read and found right.

A golden file holds the values of the parameters and the rows. After a change that is meant, run
``pytest tests/queries --update-golden`` and read the difference. For a new query whose parameters are required, first
write ``{"values": {"actor": "actor:hezbollah"}}`` into ``golden/<name>.json``.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kg.query import Query, packaged_queries, run_query
from kg.store import EmbeddedStore

GOLDEN = Path(__file__).parent / "golden"
QUERIES = packaged_queries()


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.name)
def test_a_query_answers_as_before(
    query: Query, seed_store: EmbeddedStore, pytestconfig: pytest.Config
) -> None:
    path = GOLDEN / f"{query.name}.json"
    golden: dict[str, Any] = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {"values": {}}
    found = run_query(seed_store, query, golden["values"])
    rows = [[None if term is None else str(term) for term in row] for row in found.rows]
    if "In no order" in query.text:
        rows.sort(key=str)
    answer = {"values": golden["values"], "variables": list(found.variables), "rows": rows}
    if pytestconfig.getoption("--update-golden"):
        path.write_text(_text(answer), encoding="utf-8")
    assert path.exists(), (
        f"no golden answer for {query.name}: run pytest tests/queries --update-golden, and read it"
    )
    assert answer == json.loads(path.read_text(encoding="utf-8"))


def test_every_golden_file_belongs_to_a_query() -> None:
    assert {path.stem for path in GOLDEN.glob("*.json")} == {query.name for query in QUERIES}


def _text(answer: dict[str, Any]) -> str:
    """JSON with one row a line, so that a difference shows the row."""
    rows = ",\n".join("    " + json.dumps(row, ensure_ascii=False) for row in answer["rows"])
    head = json.dumps(
        {"values": answer["values"], "variables": answer["variables"]}, ensure_ascii=False, indent=2
    )
    return f'{head.removesuffix(chr(10) + "}")},\n  "rows": [' + (
        f"\n{rows}\n  ]\n}}\n" if rows else "]\n}\n"
    )
