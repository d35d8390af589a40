"""``kg`` as a program among others: pipes, terminals, signals, colours."""

from __future__ import annotations

import json
import os
import pty
import re
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.cli.conftest import ROOT, SEED, start


def piped(*words: object, store: Path) -> tuple[int, str, str]:
    program = start(*words, store=store, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    out, err = program.communicate()
    return program.returncode, out.decode(), err.decode()


def on_terminal(*words: object, store: Path, environment: Mapping[str, str] | None = None) -> str:
    """What a terminal of 100 columns is sent."""
    ours, theirs = pty.openpty()
    variables = {"COLUMNS": "100", "TERM": "xterm-256color", **(environment or {})}
    program = start(*words, store=store, environment=variables, stdout=theirs, stderr=theirs)
    os.close(theirs)
    sent = b""
    while True:
        try:
            piece = os.read(ours, 65536)
        except OSError:
            break
        if not piece:
            break
        sent += piece
    os.close(ours)
    assert program.wait() == 0
    return sent.decode()


def test_data_goes_to_stdout_and_talk_to_stderr(loaded: Path) -> None:
    code, out, err = piped("links", "Hezbollah", "--json", store=loaded)
    assert code == 0
    json.loads(out)
    assert "not shown" in err


def test_arabic_is_isolated_on_a_terminal_and_untouched_in_a_pipe(loaded: Path) -> None:
    shown = on_terminal("actors", store=loaded)
    assert "\u2068حزب الله\u2069" in shown
    _, out, _ = piped("actors", store=loaded)
    assert "حزب الله" in out
    assert not re.search("[\u2066-\u2069\x1b]", out)
    assert not re.search(
        "[\u2066-\u2069\x1b]", piped("evidence", "Hezbollah", "supports", "SAA", "--json", store=loaded)[1]
    )


def test_an_isolate_ends_on_the_line_it_begins_on(loaded: Path) -> None:
    shown = on_terminal("actors", store=loaded, environment={"COLUMNS": "60"})
    lines = [line for line in shown.splitlines() if "\u2068" in line or "\u2069" in line]
    assert lines
    for line in lines:
        assert re.sub("[^\u2068\u2069]", "", line) == "\u2068\u2069" * line.count("\u2068")


def test_a_table_fits_the_terminal(loaded: Path) -> None:
    shown = on_terminal("links", "Hezbollah", store=loaded)
    plain = re.sub("\x1b\\[[0-9;]*m|[\u2068\u2069]", "", shown)
    assert max(map(len, plain.splitlines())) <= 100


@pytest.mark.parametrize("columns", [40, 60, 75, 90])
def test_no_word_is_broken_however_narrow_the_terminal(loaded: Path, columns: int) -> None:
    shown = on_terminal("actors", store=loaded, environment={"COLUMNS": str(columns)})
    plain = re.sub("\x1b\\[[0-9;]*m|[\u2068\u2069]", "", shown)
    words = set(plain.split())
    assert {"Hezbollah", "StateForce", "DescribedGroup", "syrian-government-forces", "السوري"} <= words


def test_a_terminal_too_narrow_for_a_table_gets_a_block_a_row(loaded: Path) -> None:
    lines = on_terminal(
        "links", "Soleimani", store=loaded, environment={"COLUMNS": "40", "NO_COLOR": "1"}
    ).splitlines()
    assert "actor or place  Quds Force" in lines
    assert lines.count("") == 2
    assert max(map(len, lines)) <= 40


def test_colour_is_for_terminals_that_want_it(loaded: Path) -> None:
    assert "\x1b[" in on_terminal("actors", store=loaded)
    assert "\x1b[" not in on_terminal("actors", store=loaded, environment={"NO_COLOR": "1"})


def test_a_reader_that_stops_reading_ends_the_program_quietly(loaded: Path) -> None:
    for words in (("export", "nquads", "--graph", "reference"), ("query", "names", "--json")):
        program = start(*words, store=loaded, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        assert program.stdout is not None
        assert program.stderr is not None
        program.stdout.read(10)
        program.stdout.close()
        assert program.stderr.read() == b""
        program.stderr.close()
        assert program.wait() == 0


def test_an_interrupt_ends_the_program_with_its_code_and_no_traceback(tmp_path: Path) -> None:
    # The store is opened once the first document is read; the second one never comes.
    program = start(
        "load", SEED, "-", store=tmp_path / "store", stdin=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert program.stdin is not None
    while not (tmp_path / "store" / "rawabit.json").exists():
        assert program.poll() is None
    program.send_signal(signal.SIGINT)
    _, err = program.communicate()
    assert program.returncode == 130
    assert b"Traceback" not in err
    assert b"interrupted" in err


def test_the_traceback_of_an_error_is_there_for_who_asks(tmp_path: Path) -> None:
    code, _, err = piped("--debug", "links", "ISIS", store=tmp_path / "none")
    assert code == 2
    assert "Traceback" in err
    assert err.splitlines()[-1].startswith("kg: no store at")


def test_a_lookup_imports_nothing_heavy(loaded: Path) -> None:
    script = (
        "import sys\nfrom kg.cli.app import app\n"
        "try:\n    app(['links', 'Soleimani'])\nexcept SystemExit:\n    print(*sys.modules, file=sys.stderr)\n"
    )
    variables = {**os.environ, "KG_STORE": str(loaded)}
    told = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, env=variables, capture_output=True, text=True, check=True
    )
    imported = set(told.stderr.split())
    assert "Quds Force" in told.stdout
    assert not imported & {
        "rdflib",
        "owlready2",
        "pyshacl",
        "yaml",
        "rapidfuzz",
        "ahocorasick",
        "kg.pipeline",
        "kg.extract",
    }


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("kg que", {"plain,queries", "plain,query"}),
        ("kg query who-s", {"plain,who-supports-whom"}),
        ("kg queries who-f", {"plain,who-fights-whom"}),
        ("kg links Hez", {"plain,hezbollah"}),
        ("kg evidence hezbollah gives", {"plain,givesAirSupportTo"}),
        ("kg links hezbollah --relation gives", {"plain,givesAirSupportTo"}),
        ("kg actors --type Armed", {"plain,ArmedGroup"}),
        ("kg ontology show Armed", {"plain,ArmedGroup"}),
        ("kg export t", {"plain,turtle", "plain,trig"}),
        ("kg remove seeds/", {f"plain,{SEED}"}),
        ("kg load se", {"file,se"}),
    ],
)
def test_the_tab_key_completes_commands_and_what_they_take(
    loaded: Path, typed: str, offered: set[str]
) -> None:
    at = str(len(typed.split()) - 1)
    environment = {"_KG_COMPLETE": "bash_complete", "COMP_WORDS": typed, "COMP_CWORD": at}
    program = start(store=loaded, environment=environment, stdout=subprocess.PIPE)
    out, _ = program.communicate()
    assert set(out.decode().split()) == offered


def test_the_tab_key_offers_nothing_and_says_nothing_where_no_store_is(tmp_path: Path) -> None:
    environment = {"_KG_COMPLETE": "bash_complete", "COMP_WORDS": "kg links hez", "COMP_CWORD": "2"}
    program = start(
        store=tmp_path / "none", environment=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    out, err = program.communicate()
    assert (out.strip(), err) == (b"", b"")


def test_talk_that_nobody_reads_does_not_spoil_the_answer(loaded: Path) -> None:
    program = start("links", "Hezbollah", store=loaded, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert program.stdout is not None
    assert program.stderr is not None
    program.stderr.close()
    assert "supports" in program.stdout.read().decode()
    program.stdout.close()
    assert program.wait() == 0


def test_talk_after_a_table_begins_on_its_own_line(loaded: Path) -> None:
    program = start("links", "Hezbollah", store=loaded, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    both = program.communicate()[0].decode().splitlines()
    assert both[-1].startswith("not shown: 1 unconfirmed")


def test_the_store_may_be_named_before_or_after_the_command(loaded: Path, tmp_path: Path) -> None:
    nowhere = tmp_path / "none"
    for words in (("--store", loaded, "stats"), ("stats", "--store", loaded)):
        assert piped(*words, store=nowhere)[0] == 0


def test_the_document_keeps_the_path_it_was_given(loaded: Path) -> None:
    assert str(SEED) in piped("query", "documents", store=loaded)[1]


def many(folder: Path) -> Path:
    """So many documents that several processes read them."""
    text = (ROOT / SEED).read_text("utf-8")
    lines = (json.dumps({"id": f"d{number}", "language": "ar", "text": text}) for number in range(80))
    path = folder / "many.jsonl"
    path.write_text("\n".join(lines))
    return path


def test_ctrl_c_ends_all_processes_that_read_with_130(tmp_path: Path) -> None:
    program = start(
        *("extract", many(tmp_path), "--format", "jsonl", "--jobs", "2"),
        store=tmp_path / "store",
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    assert program.stdout is not None
    for _ in range(1200):
        program.stdout.readline()
    os.killpg(program.pid, signal.SIGINT)
    _, err = program.communicate()
    assert program.returncode == 130
    assert err.decode().strip() == "kg: interrupted"
    with pytest.raises(ProcessLookupError):
        os.killpg(program.pid, 0)


def test_the_order_of_claims_does_not_depend_on_how_many_processes_read(tmp_path: Path) -> None:
    path = many(tmp_path)
    told = [
        piped("extract", path, "--format", "jsonl", "--jobs", jobs, store=tmp_path / "store")
        for jobs in (1, 2)
    ]
    assert told[0] == told[1]
    documents = [json.loads(line)["document"] for line in told[0][1].splitlines()]
    assert list(dict.fromkeys(documents)) == [f"d{number}" for number in range(80)]


def test_a_bar_is_shown_on_a_terminal_and_taken_away_in_the_end(tmp_path: Path) -> None:
    sent = on_terminal("extract", many(tmp_path), "--format", "jsonl", store=tmp_path / "store")
    assert re.search(r"reading: \[#*\.*\] [\d,]+ of 80 documents, [\d,]+ a second, \d+:\d\d left", sent)
    assert sent.rpartition("reading:")[2].count("\x1b[K") == 1
