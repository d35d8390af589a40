"""What goes into a line for people."""

from __future__ import annotations

import csv
import io
import json

import pytest

from kg.cli.output import shown, write_csv, write_json
from kg.cli.table import write_table


@pytest.mark.parametrize("text", ["a\x1b[31mred", "\u202eevil", "a\x07b", "\u2066x\u2069", "a\x9bb"])
def test_a_text_cannot_steer_the_terminal(text: str) -> None:
    plain = shown(text)
    assert "\ufffd" in plain
    assert not set(plain) & set("\x1b\x07\x9b\u202e\u2066\u2069")


def test_a_text_stays_on_its_line() -> None:
    assert shown("one\n two\tthree\r\n") == "one two three"


def test_columns_stay_straight_with_arabic_and_with_marks(capsys: pytest.CaptureFixture[str]) -> None:
    write_table({"a": "name", "b": "count"}, [{"a": "جَبْهَةُ النُّصْرَة", "b": 1}, {"a": "Nusra", "b": 22}])
    from rich.cells import cell_len

    lines = [line for line in capsys.readouterr().out.splitlines() if line.strip()]
    ends = {cell_len(line) for line in lines if line.endswith(("1", "22"))}
    assert len(ends) == 1


def test_json_keeps_arabic_as_it_is_and_escapes_controls(capsys: pytest.CaptureFixture[str]) -> None:
    odd = "\x1b\x9b\u202e\u2028"
    write_json({"name": "حزب الله", "odd": odd})
    out = capsys.readouterr().out
    assert "حزب الله" in out
    assert not set(odd) & set(out)
    assert json.loads(out)["odd"] == odd


def test_a_cell_cannot_be_a_formula_in_a_spreadsheet(capsys: pytest.CaptureFixture[str]) -> None:
    write_csv(("a", "b"), [["=1+1", -3], ["@x", 2.5]])
    rows = list(csv.reader(io.StringIO(capsys.readouterr().out)))
    assert rows == [["a", "b"], ["'=1+1", "-3"], ["'@x", "2.5"]]
