"""Turtle that does not parse is named with its place, said once; nothing that does is fetched or mixed up."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import BlankNode

from kg.errors import RdfSyntaxError
from kg.turtle import read_turtle


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("<http://a> <http://b> .", "line 1, column 23: . is not"),
        ("\n<http://a> <http://b> <http://c d> .", "line 2, column 23: Invalid IRI"),
        ('<http://a> <http://b> """open\n', "line 1, column 23: Unexpected end of file"),
        ("x:a x:b x:c .", "line 1, column 1: The prefix x: has not been declared"),
    ],
)
def test_an_error_is_told_with_file_line_and_column(tmp_path: Path, text: str, place: str) -> None:
    file = tmp_path / "broken.ttl"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(RdfSyntaxError) as caught:
        list(read_turtle(file))
    assert str(caught.value).startswith(f"{file}: {place}")
    assert str(caught.value).count("line") == 1


def test_blank_nodes_of_two_files_stay_apart_also_where_they_have_one_name(tmp_path: Path) -> None:
    found: set[object] = set()
    for name in ("one.ttl", "two.ttl"):
        (tmp_path / name).write_text("_:a <http://b> _:a .", encoding="utf-8")
        found |= {quad.subject for quad in read_turtle(tmp_path / name)}
    assert len(found) == 2
    assert all(isinstance(node, BlankNode) for node in found)
