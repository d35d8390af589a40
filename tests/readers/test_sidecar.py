"""A file beside an article that says what is known of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.model import Document
from kg.readers import Unreadable, read_documents
from tests.readers.pages import page

SAID = {
    "title": "هدنة",
    "date": "2015-10",
    "source": "وكالة الضفة",
    "author": "رنا المراسلة",
    "url": "https://news.example/9",
    "language": "ar",
}


def _beside(path: Path, said: object) -> Path:
    sidecar = path.with_name(path.name + ".json")
    sidecar.write_text(said if isinstance(said, str) else json.dumps(said), encoding="utf-8")
    return sidecar


def _document(path: Path, **said: str) -> Document:
    (found,) = read_documents([str(path)], **said)  # type: ignore[arg-type]
    assert isinstance(found, Document), found
    return found


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "truce.txt"
    path.write_text("أعلنت الفصائل هدنة في المدينة.", encoding="utf-8")
    return path


def test_a_sidecar_says_of_its_article_what_a_line_of_json_lines_would(article: Path) -> None:
    _beside(article, SAID)
    found = _document(article)
    assert found.date is not None
    assert {
        "title": found.title,
        "date": found.date.value,
        "source": found.source,
        "author": found.author,
        "url": found.url,
        "language": found.language,
    } == SAID
    assert found.name == str(article)


def test_a_sidecar_may_give_the_document_an_id(article: Path) -> None:
    _beside(article, {"id": "wire-9", "pages": 2, "title": None})
    found = _document(article)
    assert (found.name, found.title) == ("wire-9", None)


def test_a_sidecar_goes_before_the_page_and_the_page_before_the_command_line(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(page(), encoding="utf-8")
    _beside(path, {"source": "أرشيف الباحث"})
    found = _document(path, source="Elsewhere", date="1999", url="https://example.org/")
    assert found.date is not None
    assert (found.source, found.date.value, found.url) == (
        "أرشيف الباحث",
        "2015-10-16",
        "https://news.example/2015/withdrawal",
    )


def test_the_command_line_says_what_neither_says(article: Path) -> None:
    _beside(article, {"title": "هدنة"})
    found = _document(article, source="Wire", date="2015")
    assert found.date is not None
    assert (found.title, found.source, found.date.value) == ("هدنة", "Wire", "2015")


@pytest.mark.parametrize(
    ("said", "problem"),
    [
        ("{", "not JSON"),
        ("[]", "not a JSON object"),
        ({"date": "16/10/2015"}, "'16/10/2015' is not a date"),
        ({"title": 7}, "'title' is not a string"),
        ({"url": "news.example"}, "is not a web address"),
        ({"language": "Arabic language"}, "is not a language code"),
        (json.dumps({"title": "x" * 1_000_001}), "the limit of 1,000,000 bytes for a sidecar"),
    ],
    ids=lambda value: repr(value)[:30],
)
def test_a_faulty_sidecar_is_named_and_its_article_waits(article: Path, said: object, problem: str) -> None:
    sidecar = _beside(article, said)
    other = article.with_name("zzz.txt")
    other.write_text("نص آخر", encoding="utf-8")
    refused, read = read_documents([str(article.parent)])
    assert isinstance(refused, Unreadable)
    assert refused.name == str(sidecar)
    assert problem in refused.problem
    assert "remove this file" in refused.way_out
    assert isinstance(read, Document)


def test_a_corpus_has_no_sidecar(tmp_path: Path) -> None:
    path = tmp_path / "corpus.jsonl"
    path.write_text('{"id": "a", "text": "نص"}', encoding="utf-8")
    _beside(path, "{")
    assert _document(path).name == "a"
