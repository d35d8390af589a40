"""Plain text files: what is kept, what is refused, and what the refusal says."""

from __future__ import annotations

import codecs
import hashlib
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Document
from kg.readers import DEFAULT_LIMIT, Unreadable, read_documents

_ARTICLE = "قال ناشطون إن القوات انسحبت.\r\n\r\nوأضافوا:\tلا قتال.\r"
_TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")).filter(
    lambda text: text.strip() and not text.startswith("\ufeff")
)


def _read(data: bytes, limit: int = DEFAULT_LIMIT) -> Document | Unreadable:
    # Any text is of some language; its script is looked at where it is said to be Arabic or nothing is said.
    (found,) = read_documents(["-"], stdin=io.BytesIO(data), form="txt", language="und", limit=limit)
    return found


def _refusal(path: Path) -> Unreadable:
    (found,) = read_documents([str(path)])
    assert isinstance(found, Unreadable)
    return found


@given(_TEXTS)
def test_utf8_text_is_kept_exactly_and_its_hash_is_that_of_the_bytes(text: str) -> None:
    found = _read(text.encode())
    assert isinstance(found, Document)
    assert found.text == text
    assert found.sha256 == hashlib.sha256(text.encode()).hexdigest()


@given(_TEXTS, st.sampled_from([(codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")]))
def test_utf16_text_with_a_byte_order_mark_is_kept_exactly(text: str, form: tuple[bytes, str]) -> None:
    found = _read(form[0] + text.encode(form[1]))
    assert isinstance(found, Document)
    assert found.text == text


@given(st.binary(max_size=200))
def test_any_bytes_are_read_exactly_or_refused(data: bytes) -> None:
    found = _read(data)
    if isinstance(found, Document) and not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        assert found.text.encode() == data.removeprefix(codecs.BOM_UTF8)


def test_line_ends_are_not_translated_so_that_offsets_are_true(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes(_ARTICLE.encode())
    (found,) = read_documents([str(path)])
    assert isinstance(found, Document)
    assert found.text == _ARTICLE
    assert found.name == str(path)
    assert found.span(28, 32).quote == "\r\n\r\n"


def test_a_byte_order_mark_is_not_part_of_the_text() -> None:
    found = _read(codecs.BOM_UTF8 + _ARTICLE.encode())
    assert isinstance(found, Document)
    assert found.text == _ARTICLE


@pytest.mark.parametrize(
    "data", [b"", b" \n\t\r\n", codecs.BOM_UTF8, codecs.BOM_UTF16_LE, "\u00a0\u2003".encode()]
)
def test_a_text_without_words_is_refused(data: bytes) -> None:
    found = _read(data)
    assert isinstance(found, Unreadable)
    assert str(found) == "-: there is no text in it; give an article, or leave it out"


def test_a_windows_arabic_file_is_refused_with_the_byte_and_the_command_that_converts_it(
    tmp_path: Path,
) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes(b"News: " + "قال ناشطون".encode("cp1256"))
    found = _refusal(path)
    assert found.name == str(path)
    assert "byte 6 cannot be decoded" in found.problem
    assert "iconv -f cp1256 -t utf-8" in found.way_out


def test_the_byte_named_counts_the_byte_order_mark() -> None:
    found = _read(codecs.BOM_UTF8 + b"abc\xff")
    assert isinstance(found, Unreadable)
    assert "byte 6 cannot be decoded" in found.problem


def test_half_a_character_of_utf16_is_refused() -> None:
    found = _read(codecs.BOM_UTF16_LE + "قال".encode("utf-16-le") + b"\x42")
    assert isinstance(found, Unreadable)
    assert "not UTF-16 text: byte 8" in found.problem


@pytest.mark.parametrize(
    ("data", "offset"), [(b"ELF\x01\0\0", 4), (codecs.BOM_UTF16_LE + b"a\0\0\0", 4), (b"abcd\0", 4)]
)
def test_a_binary_file_is_refused_with_the_byte_that_gives_it_away(data: bytes, offset: int) -> None:
    found = _read(data)
    assert isinstance(found, Unreadable)
    assert found.problem == f"not text: byte {offset} is NUL, so this is a binary file"


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7\n1 0 obj\n", "a PDF file"),
        (b"PK\x03\x04\x14\0", "a packed file"),
        (b"{\\rtf1\\ansi Hello}", "a word processor"),
        (b"\x1f\x8b\x08\0", "a gzip file"),
        (b"\x89PNG\r\n\x1a\n", "a picture"),
    ],
)
def test_a_file_of_another_format_under_a_wrong_name_is_named_by_its_beginning(
    tmp_path: Path, data: bytes, what: str
) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes(data)
    assert what in _refusal(path).problem


def test_a_text_at_the_limit_is_read_and_one_byte_more_is_refused() -> None:
    assert isinstance(_read(b"x" * 100, limit=100), Document)
    found = _read(b"x" * 101, limit=100)
    assert isinstance(found, Unreadable)
    assert "the limit of 100 bytes" in found.problem


def test_a_stream_without_end_is_read_only_up_to_the_limit() -> None:
    with Path("/dev/zero").open("rb") as endless:
        (found,) = read_documents(["-"], stdin=endless, limit=1000)
    assert isinstance(found, Unreadable)
    assert "larger than the limit" in found.problem
