"""Whatever a user gets wrong: one clear line, the documented code, no traceback, and a store as it was."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import SEED, Kg, Ran, run, start


def refused(result: Ran, code: int, *words: str) -> None:
    assert result.code == code, (result.out, result.err)
    assert "Traceback" not in result.err + result.out
    lines = [line for line in result.err.splitlines() if not line.startswith("taking ")]
    assert len(lines) == 1, lines
    for word in words:
        assert word in lines[0]


def content(folder: Path) -> dict[str, bytes]:
    files = (
        path for path in folder.rglob("*") if path.is_file() and "data" not in path.relative_to(folder).parts
    )
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\n ", "no text"),
        ("binary.txt", bytes(range(256)) * 8, "binary"),
        ("latin.txt", "déjà vu à Alep".encode("latin-1") * 20, "UTF-8"),
        ("broken.jsonl", b'{"id": "a", "text": ', "line 1"),
        ("picture.png", b"\x89PNG\r\n\x1a\n" + bytes(200), "picture.png"),
    ],
)
def test_a_file_that_cannot_be_read_is_named_with_the_reason(
    own: Path, tmp_path: Path, name: str, data: bytes, said: str
) -> None:
    file = tmp_path / name
    file.write_bytes(data)
    before, dump = content(own), run("export", "nquads", store=own).out
    refused(run("load", file, store=own), 2, str(file), said)
    refused(run("extract", file), 2, str(file), said)
    assert content(own) == before
    assert run("export", "nquads", store=own).out == dump


def test_an_enormous_file_is_named_with_its_limit(tmp_path: Path) -> None:
    file = tmp_path / "enormous.txt"
    with file.open("wb") as stream:
        stream.truncate(3 * 1024**3)
    refused(run("load", file, store=tmp_path / "store"), 2, str(file), "larger than the limit")


def test_a_missing_file_and_an_empty_folder_are_named(tmp_path: Path) -> None:
    missing = tmp_path / "missing.txt"
    refused(run("load", missing, store=tmp_path / "store"), 2, str(missing))
    (tmp_path / "hollow").mkdir()
    refused(run("load", tmp_path / "hollow", store=tmp_path / "store"), 2, "no text in this folder")
    assert not (tmp_path / "store").exists()


def test_removing_from_where_no_store_is_makes_none(tmp_path: Path) -> None:
    refused(run("remove", "a.txt", store=tmp_path / "store"), 2, "no store at")
    assert not (tmp_path / "store").exists()


def test_turtle_with_an_error_is_named_with_line_and_column(tmp_path: Path) -> None:
    file = tmp_path / "broken.ttl"
    file.write_text("@prefix e: <https://example.org/> .\ne:a e:b ;; .\ne:c e:d\n", encoding="utf-8")
    refused(run("validate", file), 2, f"{file}: line ", "column ")
    refused(run("ontology", "check", file), 2, f"{file}: line ", "column ")


@pytest.mark.parametrize("command", ["validate", "ontology check"])
def test_a_missing_turtle_file_is_named(tmp_path: Path, command: str) -> None:
    refused(run(*command.split(), tmp_path / "missing.ttl"), 2, "missing.ttl")


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("links", "Nobody At All"), 1, "no actor or place is called 'Nobody At All'"),
        (("links", "Nusra Fornt Xyz"), 1, "did you mean"),
        (("links", "النظام"), 2, "say which"),
        (("links", ""), 1, "''"),
        (("links", "ISIS", "--relation", "adores"), 1, "no relation is called 'adores'"),
        (("links", "ISIS", "--source", "Nobody At All"), 1, "Nobody At All"),
        (("links", "ISIS", "--since", "yesterday"), 2, "2015-10-16"),
        (("links", "ISIS", "--since", "2015-13"), 2, "2015-13"),
        (("links", "ISIS", "--hops", "9"), 2, "--hops"),
        (("links", "ISIS", "--modality", "certain"), 2, "certain"),
        (("links",), 2, "missing argument 'ACTOR'; see 'kg links --help'"),
        (("links", "ISIS", "extra"), 2, "extra"),
        (("links", "--colour"), 2, "--colour"),
        (("evidence", "ISIS", "adores", "Hezbollah"), 1, "no relation is called"),
        (("why", "ISIS", "fights", "Nobody At All"), 1, "Nobody At All"),
        (("path", "Nobody At All", "ISIS"), 1, "Nobody At All"),
        (("between", "ISIS", "Nobody At All"), 1, "Nobody At All"),
        (("actor", "Nobody At All"), 1, "Nobody At All"),
        (("actors", "--type", "Gruop"), 1, "no class is called 'Gruop'"),
        (("actor", ""), 1, "no actor or place is called ''; 'kg actors --all' lists all names"),
        (("links", "ISIS", "-r", "bombs"), 1, "'kg ontology list --kind relation' lists all"),
        (("between", "ISIS", "Daesh"), 2, "both are Islamic State; name two"),
        (("path", "ISIS", "داعش"), 2, "both are Islamic State; name two"),
        (("query", "who-suports-whom"), 1, "did you mean who-supports-whom"),
        (("query", "missing.rq"), 2, "missing.rq"),
        (("query", "who-supports-whom", "-p", "patron=Iran"), 2, "has no parameter 'patron'"),
        (("query", "who-supports-whom", "-p", "supporter"), 2, "KEY=VALUE"),
        (("query", "who-supports-whom", "-p", "supporter=Nobody At All"), 1, "Nobody At All"),
        (("query", "links-of-actor"), 2, "needs 'actor'"),
        (("queries", "nothing-like-it"), 1, "nothing-like-it"),
        (("export", "xlsx"), 1, "turtle, trig, nquads, jsonld, csv"),
        (("export", "csv", "--actor", "Nobody At All"), 1, "Nobody At All"),
        (("export", "csv", "--document", "nothing.txt"), 1, "nothing.txt"),
        (("export", "turtle", "-o", "/nowhere/at/all.ttl"), 2, "/nowhere/at/all.ttl"),
        (("remove", "nothing.txt"), 1, "nothing.txt"),
        (("ontology", "show", "suport things"), 1, "did you mean givesAirSupportTo, supports"),
        (("completion", "tcsh"), 2, "tcsh"),
        (("lnks", "ISIS"), 2, "there is no command 'lnks'; did you mean links?"),
    ],
)
def test_words_that_mean_nothing_are_named_with_a_way_out(
    kg: Kg, words: tuple[str, ...], code: int, said: str
) -> None:
    result = kg(*words)
    refused(result, code, said)
    assert result.out == ""


@pytest.mark.parametrize(
    ("sparql", "said"),
    [
        ("SELECT * WHERE { ?s ?p }", "mine.rq"),
        ("SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }", "SERVICE"),
        ("DELETE WHERE { ?s ?p ?o }", "mine.rq"),
        ("SELECT * { " + "{" * 20_000, "mine.rq"),
    ],
)
def test_sparql_that_must_not_or_cannot_run_is_refused(
    kg: Kg, tmp_path: Path, sparql: str, said: str
) -> None:
    file = tmp_path / "mine.rq"
    file.write_text(sparql, encoding="utf-8")
    refused(kg("query", file), 2, said)


READING = ("links ISIS", "actors", "stats", "validate", "export csv", "query who-supports-whom")


@pytest.mark.parametrize("words", READING)
def test_where_no_store_is_reading_says_so_and_makes_none(tmp_path: Path, words: str) -> None:
    refused(run(*words.split(), store=tmp_path / "none"), 2, "no store at", "kg load")
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize("words", [*READING, f"load {SEED}"])
def test_what_is_not_a_store_is_left_alone(tmp_path: Path, words: str) -> None:
    folder = tmp_path / "holiday"
    folder.mkdir()
    (folder / "photo.jpg").write_bytes(b"\xff\xd8")
    refused(run(*words.split(), store=folder), 2, "is not a store", "--store")
    assert content(folder) == {"photo.jpg": b"\xff\xd8"}


@pytest.mark.parametrize("words", [*READING, f"load {SEED}"])
def test_a_store_of_another_version_is_left_alone(own: Path, words: str) -> None:
    mark = own / "rawabit.json"
    mark.write_text(json.dumps({**json.loads(mark.read_text()), "format": 99}), encoding="utf-8")
    before = content(own)
    refused(run(*words.split(), store=own), 2, "format 99")
    assert content(own) == before


def test_a_store_that_another_program_writes_to_is_busy(own: Path, tmp_path: Path) -> None:
    script = (
        "import sys\nfrom kg.store import open_store\n"
        "with open_store(sys.argv[1]) as store:\n    print('open', flush=True)\n    sys.stdin.read()\n"
    )
    holder = subprocess.Popen(
        [sys.executable, "-c", script, str(own)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    try:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"open\n"
        refused(run("load", SEED, store=own), 2, "is in use by", "try again")
        refused(run("remove", SEED, store=own), 2, "is in use by")
    finally:
        holder.communicate(b"")


def test_a_disk_that_is_full_leaves_the_store_as_it_was(own: Path, tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text("دارت اشتباكات بين جبهة النصرة وحزب الله في حلب. " * 200, encoding="utf-8")
    before = run("export", "nquads", store=own).out

    def fill() -> None:
        # The limit on the size of a file stands for the limit of a disk: writes fail in the same places.
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))

    program = start(
        "load", article, store=own, preexec_fn=fill, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    out, err = program.communicate()
    refused(Ran(program.returncode, out.decode(), err.decode()), 2)
    assert run("export", "nquads", store=own).out == before


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_disk_under_the_output_is_said(loaded: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        program = start("links", "Soleimani", store=loaded, stdout=full, stderr=subprocess.PIPE)
        _, err = program.communicate()
    refused(Ran(program.returncode, "", err.decode()), 2, "No space left on device")
