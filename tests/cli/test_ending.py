"""How a run ends, whatever ends it."""

from __future__ import annotations

import errno

import click
import pytest

from kg.cli.ending import Ending
from kg.errors import InputError, UnknownNameError


@pytest.mark.parametrize(
    ("error", "code", "line"),
    [
        (UnknownNameError("actor", "x", ["y"]), 1, "kg: no actor is called 'x'; did you mean y?"),
        (InputError("a.txt", "a\nbinary file", "give text"), 2, "kg: a.txt: a binary file; give text"),
        (click.BadParameter("no.", param_hint="--x"), 2, "kg: invalid value for --x: no; see 'kg --help'"),
        (KeyboardInterrupt(), 130, "kg: interrupted"),
        (click.Abort(), 130, "kg: interrupted"),
        (
            OSError(errno.ENOSPC, "No space left on device", "a.ttl"),
            2,
            "kg: a.ttl: No space left on device; mend that and run the command again",
        ),
        (InputError("a\x1b]0;x\x07.ttl", "x", "y"), 2, "kg: a\ufffd]0;x\ufffd.ttl: x; y"),
        (MemoryError(), 2, "kg: this machine has too little memory free for that; give less at a time"),
    ],
)
def test_an_error_becomes_one_line_and_a_code(
    error: BaseException, code: int, line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with Ending() as ending:
        raise error
    assert ending.code == code
    assert capsys.readouterr().err == line + "\n"


def test_a_fault_of_the_program_says_how_to_see_more(capsys: pytest.CaptureFixture[str]) -> None:
    with Ending() as ending:
        raise KeyError("somewhere\ndeep inside")
    assert ending.code == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert "a fault in kg itself (KeyError: " in line
    assert "kg --debug" in line


def test_the_traceback_is_shown_to_who_asks(capsys: pytest.CaptureFixture[str]) -> None:
    with Ending(debug=True):
        raise KeyError("inside")
    err = capsys.readouterr().err
    assert err.startswith("Traceback (most recent call last)")
    assert "a fault in kg itself" in err.splitlines()[-1]


def test_a_run_that_ends_well_ends_with_nothing_said(capsys: pytest.CaptureFixture[str]) -> None:
    with Ending() as ending:
        pass
    assert (ending.code, capsys.readouterr().err) == (0, "")


def test_an_exit_that_was_asked_for_passes() -> None:
    with pytest.raises(SystemExit), Ending():
        raise SystemExit(3)
