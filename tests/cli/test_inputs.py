"""Whatever is given to read, through the command line: read, or refused by name, and the rest goes on."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from tests.cli.conftest import Ran, run
from tests.readers.pages import page

SAYS = "حزب الله يدعم القوات الحكومية السورية في حلب."
FIGHTS = "اندلعت معارك بين جبهة النصرة وحزب الله في القصير."


def extract(*words: object, stdin: str | bytes | None = None) -> Ran:
    return run("extract", *words, "--format", "jsonl", stdin=stdin)


def claims(result: Ran) -> list[dict[str, str]]:
    return [json.loads(line) for line in result.out.splitlines()]


def refusals(result: Ran) -> list[str]:
    return [line for line in result.err.splitlines() if line.startswith("unreadable: ")]


def test_a_folder_of_everything_that_can_be_wrong_gives_the_rest_and_exit_code_3(tmp_path: Path) -> None:
    wrong: dict[str, tuple[bytes, str]] = {
        "a_empty.txt": (b"", "there is no text in it"),
        "b_nul.txt": (SAYS.encode() + b"\0", "NUL"),
        "c_cp1256.txt": (SAYS.encode("cp1256"), "not UTF-8 text"),
        "d_pdf.txt": (b"%PDF-1.4\n" + bytes(range(128, 256)), "a PDF file"),
        "e_docx.txt": (b"PK\x03\x04" + bytes(100), "a word processor"),
        "f_menu.html": (b"<html><body><a href='/'>Home</a></body></html>", "no article"),
        "g_backwards.txt": ("ةيروسلا ةموكحلا ةموكح بلح يف".encode(), "spelled backwards"),
        "h_damaged.txt.gz": (b"no gzip at all", "not gzip"),
        "i_records.jsonl": (b'{"id": "a", "text": "x\\ud800"}\n{"id": }\n', "half of a surrogate pair"),
        "j_sidecar.txt": (SAYS.encode(), "not JSON"),
    }
    for name, (data, _) in wrong.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "j_sidecar.txt.json").write_text("{", encoding="utf-8")
    (tmp_path / "folder.txt").mkdir()
    (tmp_path / "folder.txt" / "good.txt").write_text(SAYS, encoding="utf-8")
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    result = extract(tmp_path)
    assert result.code == 3
    told = refusals(result)
    for name, (_, problem) in wrong.items():
        assert any(name in line and problem in line for line in told), (name, problem, told)
    assert any("i_records.jsonl, line 2: not JSON" in line for line in told)
    assert len(told) == len(wrong) + 1
    assert {claim["document"] for claim in claims(result)} == {str(tmp_path / "folder.txt" / "good.txt")}
    assert "Traceback" not in result.err
    assert extract(*(tmp_path / name for name in wrong)).code == 2


def test_a_page_a_packed_page_and_the_same_page_by_a_pipe_give_the_same_claims(tmp_path: Path) -> None:
    data = page(body=f"<p>{SAYS}</p><p>{FIGHTS}</p>").encode("cp1256")
    (tmp_path / "page.html").write_bytes(data)
    (tmp_path / "page.htm.gz").write_bytes(gzip.compress(data))
    (tmp_path / "page.php").write_bytes(data)
    runs = [
        extract(tmp_path / "page.html"),
        extract(tmp_path / "page.htm.gz"),
        extract(tmp_path / "page.php", "--as", "html"),
        extract("-", stdin=data),
        extract("-", stdin=gzip.compress(data)),
    ]
    assert [result.code for result in runs] == [0] * 5
    found = [[{**claim, "document": ""} for claim in claims(result)] for result in runs]
    assert {claim["predicate"] for claim in found[0]} >= {"supports", "fights"}
    assert all(each == found[0] for each in found[1:])


def test_offsets_are_into_the_text_as_it_was_read_whatever_stands_in_it(tmp_path: Path) -> None:
    texts = {
        "crlf": f"خبر\r\n{SAYS}\r\n{FIGHTS}\r\n",
        "astral": f"😀 𐏿 {SAYS}",
        "marks": "ح\u064fزب \u202bالله\u202c \u200bيدعم القوات الحكومية السورية.",
        "forms": "ﺣﺰﺏ ﺍﻟﻠﻪ ﻳﺪﻋﻢ القوات الحكومية السورية.",
        "mixed": f"Hezbollah, as they say: {SAYS} That was all. {FIGHTS}",
        "quotes": f"قال المتحدث «إن القائد أعلن «{SAYS} وأضاف «{FIGHTS} " * 50,
    }
    corpus = tmp_path / "corpus.jsonl"
    corpus.write_text(
        "".join(json.dumps({"id": name, "text": text}) + "\n" for name, text in texts.items()),
        encoding="utf-8",
    )
    result = extract(corpus, "--language", "ar")
    assert result.code == 0
    found = claims(result)
    assert {claim["document"] for claim in found} == set(texts)
    for claim in found:
        text = texts[claim["document"]]
        for span in (claim["subject"], claim["object"], claim["evidence"]):
            assert isinstance(span, dict)
            assert text[span["start"] : span["end"]] == span.get("text", span.get("quote"))


def test_a_corpus_goes_on_after_broken_lines_and_names_the_first_of_them(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus.jsonl"
    with corpus.open("w", encoding="utf-8") as lines:
        for number in range(3_000):
            lines.write(
                '{"id": "broken\n' if number % 100 else json.dumps({"id": number, "text": SAYS}) + "\n"
            )
    result = extract(corpus)
    assert result.code == 3
    assert len({claim["document"] for claim in claims(result)}) == 30
    told = refusals(result)
    assert told[0].startswith(f"unreadable: {corpus}, line 2: not JSON")
    assert len(told) == 21
    assert told[-1].startswith(
        f"unreadable: {corpus}: 2,950 more lines cannot be read. In all: not JSON (2,970)"
    )


def test_a_declared_language_that_the_letters_rule_out_gives_way_and_is_told(tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text(SAYS, encoding="utf-8")
    result = extract(article, "--language", "en")
    assert result.code == 0
    assert claims(result)[0]["language"] == "ar"
    assert result.err.startswith(f"note: {article}: said to be in 'en'")


@pytest.mark.parametrize("words", [("--as", "pdf"), ("--date", "yesterday"), ("--language", "the Arabic")])
def test_only_wrong_usage_stops_a_run(tmp_path: Path, words: tuple[str, ...]) -> None:
    article = tmp_path / "article.txt"
    article.write_text(SAYS, encoding="utf-8")
    result = extract(article, *words)
    assert (result.code, result.out) == (2, "")


def test_files_left_alone_are_told_once_by_kind_with_their_number(tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_text(SAYS, encoding="utf-8")
    (tmp_path / "article.txt.json").write_text('{"title": "خبر"}', encoding="utf-8")
    for name in ("a.pdf", "b.PDF", "c.pdf", "d.docx", "e"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    result = extract(tmp_path)
    assert result.code == 0
    assert len(result.err.splitlines()) == 1
    assert f"3 files .pdf (the first is {tmp_path / 'a.pdf'})" in result.err
    assert str(tmp_path / "d.docx") in result.err
    assert str(tmp_path / "e") in result.err
    assert ".txt.json" not in result.err
    assert "(not .htm, .html, .jsonl, .nq, .nt, .trig, .ttl, .txt or .xhtml)" in result.err


def test_what_a_sidecar_and_a_page_say_is_stored_and_loading_again_changes_nothing(tmp_path: Path) -> None:
    store, folder = tmp_path / "store", tmp_path / "reports"
    folder.mkdir()
    (folder / "article.txt").write_text(SAYS, encoding="utf-8")
    sidecar = folder / "article.txt.json"
    sidecar.write_text('{"title": "خبر", "author": "رنا", "date": "2015-10"}', encoding="utf-8")
    (folder / "page.html").write_text(page(body=f"<p>{FIGHTS}</p>"), encoding="utf-8")
    (folder / "corpus.jsonl").write_text(
        json.dumps({"id": "wire-1", "text": f"{SAYS} {FIGHTS}", "author": "Dana"}), encoding="utf-8"
    )
    assert run("load", folder, store=store).code == 0
    told = json.loads(run("query", "documents", "--json", store=store).out)
    rows = told["rows"] if isinstance(told, dict) else told
    by_name = {Path(str(row["name"])).name: row for row in rows}
    assert by_name["article.txt"]["author"] == "رنا"
    assert by_name["page.html"]["author"] == "سمير المحرر"
    assert by_name["wire-1"]["author"] == "Dana"
    assert "3 unchanged" in run("load", folder, store=store).out
    sidecar.write_text('{"title": "خبر", "author": "سلمى", "date": "2015-10"}', encoding="utf-8")
    assert "1 replaced, 2 unchanged" in run("load", folder, store=store).out
    assert "سلمى" in run("query", "documents", "--json", store=store).out
    assert run("remove", "wire-1", store=store).code == 0


def test_loading_names_what_cannot_be_read_and_loads_the_rest(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus.jsonl"
    corpus.write_text("{\n" * 1_000 + json.dumps({"id": "a", "text": SAYS}), encoding="utf-8")
    result = run("load", corpus, "-", store=tmp_path / "store", stdin=b"<html><body></body></html>")
    assert result.code == 3
    assert "1 loaded" in result.out
    told = refusals(result)
    assert len(told) == 22
    assert "980 more lines cannot be read" in told[20]
    assert told[21].startswith("unreadable: -: no article")
