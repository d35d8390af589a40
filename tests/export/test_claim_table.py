from __future__ import annotations

import csv
import io

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from kg.export import COLUMNS
from kg.export.claim_table import claim_table
from kg.iri import Iris
from kg.namespaces import BASE, RDF, RW
from kg.store import EmbeddedStore
from tests.export.conftest import TEXT, exported


def rows(text: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.decode("utf-8"), newline="")))


def test_one_row_a_claim_in_the_order_of_the_text(store: EmbeddedStore) -> None:
    found = rows(exported(store, "csv"))
    assert [
        tuple(row[name] for name in ("subject_en", "relation", "object_en", "modality")) for row in found
    ] == [
        ("Hezbollah", "supports", "Syrian government forces", "asserted"),
        ("Syrian government forces", "fights", "al-Nusra Front", "asserted"),
    ]


def test_a_row_tells_the_whole_claim(store: EmbeddedStore) -> None:
    first, second = rows(exported(store, "csv"))
    assert list(first) == list(COLUMNS)
    assert first["subject_ar"] == "حزب الله"
    assert first["relation_ar"] == "يدعم"
    assert (first["sources"], first["sources_en"]) == (
        BASE + "actor/sohr",
        "Syrian Observatory for Human Rights",
    )
    assert (first["place_en"], second["place_en"]) == ("Aleppo", "")
    assert (first["document_date"], first["date"]) == ("2015-10-16", "")
    assert TEXT[int(second["start"]) : int(second["end"])] == second["quote"]
    assert second["sources"] == ""


def test_a_byte_order_mark_opens_the_file_only_if_asked_for(store: EmbeddedStore) -> None:
    assert exported(store, "csv", bom=True) == b"\xef\xbb\xbf" + exported(store, "csv")


def test_lines_end_as_rfc_4180_says(store: EmbeddedStore) -> None:
    assert exported(store, "csv").count(b"\r\n") == 3


def test_the_name_of_a_file_is_no_formula(store: EmbeddedStore) -> None:
    assert {row["document_name"] for row in rows(exported(store, "csv"))} == {"'=seed, 'one'.txt"}


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_begins_a_formula(start: str) -> None:
    graph, node = NamedNode(BASE + "graph/x"), NamedNode(BASE + "claim/1")
    quads = {
        Quad(node, NamedNode(RDF + "type"), NamedNode(RW + "Claim"), graph),
        Quad(node, NamedNode(RW + "rule"), Literal(start + "cmd|' /C calc'!A0"), graph),
    }
    (row,) = rows("".join(claim_table(quads, Iris())).encode())
    assert row["rule"] == "'" + start + "cmd|' /C calc'!A0"
