"""Packed files: unpacked while they are read, and refused where they are damaged or made to fill a machine."""

from __future__ import annotations

import gzip
import io
from pathlib import Path

import pytest

from kg.model import Document
from kg.readers import Unreadable, read_documents

LINES = b'{"id": "a", "text": "army"}\n{"id": "b", "text": "front"}\n'


def _read(path: Path, data: bytes) -> list[Document | Unreadable]:
    path.write_bytes(data)
    return list(read_documents([str(path)]))


def _names(found: list[Document | Unreadable]) -> list[str]:
    return [each.name for each in found]


def test_a_packed_text_is_the_text(tmp_path: Path) -> None:
    text = "قال ناشطون إن القوات انسحبت.\r\n"
    (found,) = _read(tmp_path / "a.txt.gz", gzip.compress(text.encode()))
    assert isinstance(found, Document)
    assert found.text == text


def test_a_packed_corpus_of_several_parts_is_read_line_by_line(tmp_path: Path) -> None:
    found = _read(tmp_path / "a.JSONL.GZ", gzip.compress(LINES[:28]) + gzip.compress(LINES[28:]))
    assert _names(found) == ["a", "b"]


def test_a_folder_gives_its_packed_files_too(tmp_path: Path) -> None:
    (tmp_path / "b.txt.gz").write_bytes(gzip.compress(b"The army withdrew."))
    (tmp_path / "a.gz").write_bytes(gzip.compress(b"what it is nobody knows"))
    assert _names(list(read_documents([str(tmp_path)]))) == [str(tmp_path / "b.txt.gz")]


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (gzip.compress(LINES * 5000, mtime=0)[:-200], "break off"),
        (b"plain text after all", "damaged, or not gzip"),
        (gzip.compress(LINES, mtime=0)[:-8] + bytes(8), "damaged, or not gzip"),
    ],
)
def test_damaged_data_are_refused_by_name(tmp_path: Path, data: bytes, problem: str) -> None:
    found = _read(tmp_path / "a.jsonl.gz", data)[-1]
    assert isinstance(found, Unreadable)
    assert found.name == str(tmp_path / "a.jsonl.gz")
    assert problem in found.problem


def test_what_stands_before_the_damage_is_read(tmp_path: Path) -> None:
    many = b"".join(b'{"id": "%d", "text": "army %d"}\n' % (n, n * n) for n in range(100_000))
    found = _read(tmp_path / "a.jsonl.gz", gzip.compress(many)[:-2000])
    assert isinstance(found[-1], Unreadable)
    assert all(isinstance(each, Document) for each in found[:-1])
    assert len(found) > 1000


def test_an_article_that_unpacks_beyond_the_limit_is_refused_unread(tmp_path: Path) -> None:
    (found,) = _read(tmp_path / "a.txt.gz", gzip.compress(b"x" * 30_000_000))
    assert isinstance(found, Unreadable)
    assert "larger than the limit of 20,000,000 bytes" in found.problem


def test_a_corpus_that_unpacks_out_of_all_proportion_is_refused(tmp_path: Path) -> None:
    (found,) = _read(tmp_path / "a.jsonl.gz", gzip.compress(b"x" * 60_000_000))
    assert isinstance(found, Unreadable)
    assert "unpacks to more than 200 times its size" in found.problem


def test_a_packed_stream_is_unpacked(tmp_path: Path) -> None:
    found = list(read_documents(["-"], stdin=io.BytesIO(gzip.compress(LINES))))
    assert _names(found) == ["a", "b"]
