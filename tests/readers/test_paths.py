"""Files, folders and standard input as a user gives them."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.model import Document, Precision
from kg.readers import Unreadable, read_documents
from tests.reaching import open_the_way_to

_NOBODY = 65534


def _names(found: Iterator[Document | Unreadable]) -> list[str]:
    return [item.name for item in found]


def _only_refusal(*paths: str | Path) -> Unreadable:
    (found,) = read_documents([str(path) for path in paths])
    assert isinstance(found, Unreadable)
    return found


@contextmanager
def _without_rights() -> Iterator[None]:
    """As another user where the tests run as root, whom no permission stops."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(_NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


def test_a_folder_gives_its_texts_sorted_and_leaves_other_and_hidden_files_alone(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.TXT", "a/c.jsonl", "notes.pdf", ".hidden.txt", ".git/x.txt", "page.php"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text('{"id": "record", "text": "نص"}', encoding="utf-8")
    assert _names(read_documents([str(tmp_path)])) == [
        "record",
        str(tmp_path / "a/z.TXT"),
        str(tmp_path / "b.txt"),
    ]


def test_a_file_is_called_as_the_user_called_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("نص", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert _names(read_documents(["./a.txt", ".", "a.txt"])) == ["./a.txt", "a.txt", "a.txt"]


def test_an_input_that_cannot_be_read_does_not_stop_the_ones_after_it(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text("نص", encoding="utf-8")
    (tmp_path / "empty.txt").touch()
    found = list(
        read_documents([str(tmp_path / "none.txt"), str(tmp_path), "-"], stdin=io.BytesIO(b"from stdin"))
    )
    assert [type(item) for item in found] == [Unreadable, Unreadable, Document, Document]


def test_a_missing_path_is_named(tmp_path: Path) -> None:
    found = _only_refusal(tmp_path / "none.txt")
    assert str(found) == f"{tmp_path / 'none.txt'}: no such file or folder; check the path"


def test_a_folder_without_texts_is_refused(tmp_path: Path) -> None:
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    found = _only_refusal(tmp_path)
    assert (
        "no text in this folder or below it (looked for .htm, .html, .jsonl, .nq, .nt, .trig, .ttl, .txt"
        in found.problem
    )


@pytest.mark.parametrize("name", ["page.php", "article"])
def test_a_format_that_is_not_supported_is_refused_with_those_that_are(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("نص", encoding="utf-8")
    found = _only_refusal(path)
    assert (
        "not a supported format (supported: .htm, .html, .jsonl, .nq, .nt, .trig, .ttl, .txt, .xhtml"
        in found.problem
    )
    assert "--as" in found.way_out


@pytest.mark.parametrize(
    ("name", "what", "way_out"),
    [
        ("article.PDF", "a PDF file", "pdftotext"),
        ("report.docx", "a word processor", "plain text"),
        ("corpus.json", "one JSON value", ".jsonl"),
        ("articles.zip", "a packed file", "unpack it"),
        ("events.csv", "a table", "JSON Lines"),
    ],
)
def test_a_well_known_format_is_refused_by_its_name_with_a_way_to_its_text(
    tmp_path: Path, name: str, what: str, way_out: str
) -> None:
    path = tmp_path / name
    path.write_text("نص", encoding="utf-8")
    found = _only_refusal(path)
    assert what in found.problem
    assert way_out in found.way_out


def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text("نص", encoding="utf-8")
    path.chmod(0)
    with _without_rights():
        found = _only_refusal(path)
    assert found.problem == "cannot be read: permission denied"
    assert found.way_out == "ask for the right to read it"


def test_a_folder_that_may_not_be_read_is_refused_and_its_neighbours_are_read(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir()
    (tmp_path / "open.txt").write_text("نص", encoding="utf-8")
    closed.chmod(0)
    open_the_way_to(tmp_path)
    with _without_rights():
        found = list(read_documents([str(tmp_path)]))
    closed.chmod(0o755)
    assert [type(item) for item in found] == [Unreadable, Document]
    assert found[0].name == str(closed)


def test_a_path_that_the_system_cannot_look_up_is_refused(tmp_path: Path) -> None:
    found = _only_refusal(tmp_path / ("x" * 5000 + ".txt"))
    assert found.problem.startswith("cannot be read: ")


def test_a_link_to_nowhere_in_a_folder_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "gone.txt").symlink_to(tmp_path / "never-there")
    found = _only_refusal(tmp_path)
    assert found.name == str(tmp_path / "gone.txt")


def test_a_circle_of_linked_folders_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("نص", encoding="utf-8")
    (tmp_path / "again").symlink_to(tmp_path, target_is_directory=True)
    assert _names(read_documents([str(tmp_path)])) == [str(tmp_path / "a.txt")]


def test_a_file_name_that_is_not_utf8_gives_a_name_that_can_be_stored(tmp_path: Path) -> None:
    raw = os.fsencode(tmp_path) + b"/\xe1.txt"
    Path(os.fsdecode(raw)).write_text("نص", encoding="utf-8")
    (found,) = read_documents([str(tmp_path)])
    assert found.name.endswith("/\ufffd.txt")


def test_what_the_user_says_holds_where_a_document_says_nothing(tmp_path: Path) -> None:
    path = tmp_path / "two.jsonl"
    path.write_text(
        '{"id": "a", "text": "نص", "date": "2016", "source": "s"}\n{"id": "b", "text": "نص"}\n', "utf-8"
    )
    first, second = read_documents(
        [str(path)], language="FA", date="2015-10", source="Wire", url="https://example.org/"
    )
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert first.date is not None
    assert second.date is not None
    assert (first.date.value, first.source, first.language, first.url) == (
        "2016",
        "s",
        "fa",
        "https://example.org/",
    )
    assert (second.date.value, second.date.precision, second.source) == ("2015-10", Precision.MONTH, "Wire")


@pytest.mark.parametrize(
    ("said", "problem"),
    [
        ({"date": "yesterday"}, "'yesterday' is not a date"),
        ({"date": "2015-13"}, "'2015-13' is not a date"),
        ({"language": "the Arabic"}, "is not a language code"),
        ({"url": "example.org"}, "is not a web address"),
    ],
)
def test_what_the_user_says_wrongly_is_refused_before_anything_is_read(
    said: dict[str, str], problem: str
) -> None:
    with pytest.raises(InputError, match=problem):
        read_documents(
            ["never-looked-at.txt"], date=said.get("date"), language=said.get("language"), url=said.get("url")
        )


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("2015", "2015"),
        ("2015-10", "2015-10"),
        ("2015-10-16T08:30:00+03:00", "2015-10-16"),
        (" 2015-10-16 ", "2015-10-16"),
    ],
)
def test_a_date_may_be_a_year_a_month_a_day_or_a_moment(written: str, value: str) -> None:
    (found,) = read_documents(["-"], stdin=io.BytesIO("نص".encode()), date=written)
    assert isinstance(found, Document)
    assert found.date is not None
    assert found.date.value == value
