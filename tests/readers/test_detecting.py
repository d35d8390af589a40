"""What comes in by a pipe is told by its beginning, or by the user."""

from __future__ import annotations

import io
import os
import threading
from pathlib import Path

import pytest

from kg.model import Document
from kg.readers import Unreadable, read_documents
from tests.readers.pages import LEAD, page

RECORD = '{"id": "a", "text": "The army withdrew."}\n'


def _read(data: bytes, form: str | None = None) -> Document | Unreadable:
    (found,) = read_documents(["-"], stdin=io.BytesIO(data), form=form)
    return found


@pytest.mark.parametrize(
    "data",
    [
        page().encode(),
        page().encode("cp1256"),
        page().encode("utf-16"),
        b"\xef\xbb\xbf\r\n" + page().encode(),
        b"<?xml version='1.0' encoding='utf-8'?>\n<!-- saved -->" + page().encode(),
        f"<article><p>{LEAD}</p></article>".encode(),
    ],
)
def test_a_page_is_read_as_an_article(data: bytes) -> None:
    found = _read(data)
    assert isinstance(found, Document)
    assert LEAD in found.text
    assert "<" not in found.text
    assert found.name == "-"


@pytest.mark.parametrize("data", [RECORD, "\n  " + RECORD, "\ufeff" + RECORD, RECORD.replace("{", "{ ")])
def test_records_are_read_line_by_line(data: str) -> None:
    assert _read(data.encode()).name == "a"


def test_a_broken_record_is_refused_by_its_line() -> None:
    found = _read(b'{"id": "a", "text": ')
    assert isinstance(found, Unreadable)
    assert found.line == 1


@pytest.mark.parametrize(
    "text",
    ["قال ناشطون", "<3 of them fled", "{the army}", "<b>bold</b> claims", "a", "{", "html is a language"],
)
def test_everything_else_is_plain_text_and_kept_exactly(text: str) -> None:
    found = _read(text.encode())
    assert isinstance(found, Document)
    assert found.text == text


@pytest.mark.parametrize("size", [1023, 1024, 1025, 200_000])
def test_what_was_looked_at_ahead_is_not_lost(size: int) -> None:
    text = "ابتثج" * (size // 5) + "x" * (size % 5)
    found = _read(text.encode())
    assert isinstance(found, Document)
    assert found.text == text


def test_the_user_may_say_what_it_is() -> None:
    found = _read(RECORD.encode(), form="txt")
    assert isinstance(found, Document)
    assert found.text == RECORD
    assert isinstance(_read(b"The army withdrew.", form="jsonl"), Unreadable)


def test_the_user_may_say_what_a_named_file_is_but_a_folder_goes_by_endings(tmp_path: Path) -> None:
    (tmp_path / "page.php").write_text(page(), encoding="utf-8")
    (tmp_path / "a.txt").write_text("نص", encoding="utf-8")
    found, text = read_documents([str(tmp_path / "page.php"), str(tmp_path)], form="html")
    assert isinstance(found, Document)
    assert LEAD in found.text
    assert isinstance(text, Document)
    assert text.text == "نص"


def test_a_named_pipe_is_read_like_standard_input_and_one_in_a_folder_is_not(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    (refused,) = read_documents([str(tmp_path)])
    assert isinstance(refused, Unreadable)
    assert refused.name == str(pipe)
    assert "a pipe, socket or device" in refused.problem
    other = pipe.rename(tmp_path / "pipe")
    writer = threading.Thread(target=lambda: other.write_text(RECORD, encoding="utf-8"))
    writer.start()
    (found,) = read_documents([str(other)])
    writer.join()
    assert found.name == "a"
