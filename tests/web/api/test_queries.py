"""The query files with their parameters, and what they answer."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kg.query import find_query, packaged_queries, run_query
from kg.store import EmbeddedStore
from tests.web.api.asking import get, status_of


def test_the_catalogue_tells_all_that_a_form_needs(address: str) -> None:
    told = {each["name"]: each for each in get(address, "queries")["queries"]}
    assert told.keys() >= {each.name for each in packaged_queries()}
    supports = told["who-supports-whom"]
    assert supports["summary"].endswith("?")
    parameter = {"name", "name_ar", "kind", "description", "description_ar", "default", "required", "choices"}
    assert parameter == set(supports["parameters"][0])
    assert "SELECT" in supports["text"]


def test_an_answer_has_every_row_of_the_query_in_pages(address: str, seed_store: EmbeddedStore) -> None:
    whole = run_query(seed_store, find_query("claims-counted")).rows
    rows: list[Any] = []
    while len(rows) < len(whole):
        page = get(address, "queries/claims-counted", offset=len(rows), limit=3)
        assert page["total"] == len(whole)
        rows += page["rows"]
    assert len(rows) == len(whole)
    assert page["cut"] is None


def test_cells_are_told_apart(address: str) -> None:
    found = get(address, "queries/links-of-actor", **{"param.actor": "actor/hezbollah"})
    names = [each["name"] for each in found["columns"]]
    told = [dict(zip(names, row, strict=True)) for row in found["rows"]]
    row = next(each for each in told if each["origin"]["value"] == "asserted")
    assert (row["other"]["type"], row["other"]["kind"]) == ("entity", "place")
    assert row["relation"]["type"] == "iri"
    assert row["documents"] == {"type": "literal", "value": 1}
    same = get(address, "queries/links-of-actor", **{"param.actor": "Hezbollah"})
    assert same["rows"] == found["rows"]


@pytest.mark.parametrize(
    ("name", "parameters", "status"),
    [
        ("nonsense", {}, 404),
        ("claims-of", {}, 400),
        ("claims-of", {"param.entity": "actor/nobody"}, 404),
        ("claims-of", {"param.entity": "} DROP ALL"}, 404),
        ("claims-of", {"param.entity": "hezbollah", "param.extra": "1"}, 400),
        ("timeline", {"param.since": "yesterday"}, 400),
        ("timeline", {"limit": 0}, 422),
        ("..%2F..%2Fetc%2Fpasswd", {}, 404),
        ("%2Fetc%2Fpasswd.rq", {}, 404),
        ("x.rq", {}, 404),
    ],
)
def test_what_does_not_fit_is_refused_in_plain_words(
    address: str, name: str, parameters: dict[str, object], status: int
) -> None:
    assert status_of(address, f"queries/{name}", **parameters)[0] == status


def test_a_query_of_one_s_own_runs_within_limits_and_never_reaches_out(
    address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KG_QUERIES", str(tmp_path))
    own = {
        "mine": "SELECT (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s a <https://w3id.org/rawabit/ontology#Claim> } }",
        "reaching": "SELECT * WHERE { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
    }
    for name, text in own.items():
        (tmp_path / f"{name}.rq").write_text(text)
    told = {each["name"]: each["own"] for each in get(address, "queries")["queries"]}
    assert (told["mine"], told["timeline"]) == (True, False)
    assert get(address, "queries/mine")["rows"] == [[{"type": "literal", "value": 33}]]
    status, problem = status_of(address, "queries/reaching")
    assert status == 400
    assert "SERVICE" in problem["detail"]
