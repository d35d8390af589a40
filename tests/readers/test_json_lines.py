"""JSON Lines: a document a line, and every bad line refused by itself with its number."""

from __future__ import annotations

import json
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Document, Precision
from kg.readers import Unreadable, read_documents
from kg.readers.seen import Seen

_TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")).filter(str.strip)


def _read(path: Path, lines: list[str | bytes], limit: int = 20_000_000) -> list[Document | Unreadable]:
    file = path / "articles.jsonl"
    file.write_bytes(b"\n".join(line.encode() if isinstance(line, str) else line for line in lines))
    return list(read_documents([str(file)], limit=limit))


def _refusal(path: Path, line: str | bytes) -> Unreadable:
    found, after = _read(path, [line, '{"id": "next", "text": "بعده"}'])
    assert isinstance(after, Document), "a bad line must not end the reading"
    assert isinstance(found, Unreadable)
    assert found.line == 1
    return found


@given(texts=st.lists(_TEXTS, min_size=1), ascii_only=st.booleans())
def test_every_text_is_kept_exactly_however_it_is_escaped(
    tmp_path_factory: pytest.TempPathFactory, *, texts: list[str], ascii_only: bool
) -> None:
    lines: list[str | bytes] = [
        json.dumps({"id": str(number), "text": text, "language": "und"}, ensure_ascii=ascii_only)
        for number, text in enumerate(texts)
    ]
    found = _read(tmp_path_factory.mktemp("lines"), lines)
    assert [item.text for item in found if isinstance(item, Document)] == texts


def test_a_record_says_all_that_is_known_of_its_document(tmp_path: Path) -> None:
    record = {
        "id": "wire-7",
        "text": "The army withdrew.",
        "title": "Withdrawal",
        "date": "2015-10-16",
        "source": "A Wire",
        "url": "https://example.org/7",
        "language": "en-GB",
        "pages": 3,
    }
    (found,) = _read(tmp_path, [json.dumps(record)])
    assert isinstance(found, Document)
    assert (found.name, found.title, found.source, found.url, found.language) == (
        "wire-7",
        "Withdrawal",
        "A Wire",
        "https://example.org/7",
        "en",
    )
    assert found.date is not None
    assert (found.date.value, found.date.precision) == ("2015-10-16", Precision.DAY)


def test_null_and_empty_metadata_are_absent_and_blank_lines_are_skipped(tmp_path: Path) -> None:
    (found,) = _read(tmp_path, ["", '{"id": 12, "text": "نص", "date": null, "title": ""}', "  \r", ""])
    assert isinstance(found, Document)
    assert (found.name, found.date, found.title) == ("12", None, None)


def test_a_byte_order_mark_before_the_first_record_does_no_harm(tmp_path: Path) -> None:
    (found,) = _read(tmp_path, [b"\xef\xbb\xbf" + '{"id": "a", "text": "نص"}'.encode()])
    assert isinstance(found, Document)


@pytest.mark.parametrize("lines", [[], ["", "  ", "\r"]])
def test_a_file_without_records_is_refused(tmp_path: Path, lines: list[str | bytes]) -> None:
    (found,) = _read(tmp_path, lines)
    assert isinstance(found, Unreadable)
    assert "there is no document in it" in str(found)


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ('{"id": "a", "text": ', "not JSON"),
        ("قال ناشطون", "not JSON"),
        ('["a", "b"]', "not a JSON object"),
        ("null", "not a JSON object"),
        ('{"text": "نص"}', "the record has no 'id'"),
        ('{"id": "", "text": "نص"}', "the record has no 'id'"),
        ('{"id": "a"}', "the record has no 'text'"),
        ('{"id": "a", "text": null}', "the record has no 'text'"),
        ('{"id": "a", "text": ["نص"]}', "'text' is not a string"),
        ('{"id": true, "text": "نص"}', "'id' is not a string"),
        ('{"id": "a", "text": "نص", "title": 7}', "'title' is not a string"),
        ('{"id": "a", "text": " \\n "}', "there is no text in it"),
        ('{"id": "a", "text": "x\\u0000y"}', "'text' holds the character NUL"),
        (b'{"id": "a", "text": "x\0y"}', "NUL"),
        ('{"id": "a", "text": "ab\\ud83d"}', "half of a surrogate pair, \\ud83d, at character 3"),
        ('{"id": "\\udc00", "text": "ab"}', "'id' holds half of a surrogate pair"),
        (b'{"id": "a", "text": "\xc7\xe1"}', "not UTF-8 text: byte 21"),
        ('{"id": "a", "text": "نص", "date": "16/10/2015"}', "'16/10/2015' is not a date"),
        ('{"id": "a", "text": "نص", "date": "2015-02-30"}', "'2015-02-30' is not a date"),
        ('{"id": "a", "text": "نص", "language": "Arabic language"}', "is not a language code"),
        ('{"id": "a", "text": "نص", "url": "example.org/a b"}', "is not a web address"),
        ("[" * 1_000_000, "nested too deep"),
        ('{"id": "a", "text": ' + '{"a":' * 1_000_000, "nested too deep"),
        ("9" * 10_000, "a number is too long"),
    ],
    ids=lambda value: repr(value)[:40],
)
def test_a_bad_line_is_refused_by_number_and_the_next_is_read(
    tmp_path: Path, line: str | bytes, problem: str
) -> None:
    found = _refusal(tmp_path, line)
    assert problem in found.problem
    assert str(found).startswith(f"{tmp_path / 'articles.jsonl'}, line 1: ")
    assert found.way_out


def test_a_line_over_the_limit_is_skipped_and_the_numbers_after_it_stay_true(tmp_path: Path) -> None:
    good = '{"id": "a", "text": "نص"}'
    long = '{"id": "b", "text": "' + "x" * 200_000 + '"}'
    found = _read(tmp_path, [good, long, good.replace('"a"', '"c"'), "{"], limit=1000)
    assert [type(item) for item in found] == [Document, Unreadable, Document, Unreadable]
    assert [item.line for item in found if isinstance(item, Unreadable)] == [2, 4]


def test_a_last_line_without_an_end_of_line_is_refused_where_it_is_over_the_limit(tmp_path: Path) -> None:
    (found,) = _read(tmp_path, ["x" * 5000], limit=1000)
    assert isinstance(found, Unreadable)
    assert found.line == 1


def test_a_line_of_exactly_the_limit_is_read_with_either_line_end(tmp_path: Path) -> None:
    line = '{"id": "a", "text": "x"}'
    found = _read(tmp_path, [line + "\r", line.replace('"a"', '"b"')], limit=len(line))
    assert [type(item) for item in found] == [Document, Document]


def test_an_id_that_stands_on_a_line_before_is_refused(tmp_path: Path) -> None:
    found = _read(tmp_path, [f'{{"id": "{name}", "text": "نص {name}"}}' for name in ("a", "b", "a", "c")])
    assert [item.name for item in found if isinstance(item, Document)] == ["a", "b", "c"]
    (refused,) = (item for item in found if isinstance(item, Unreadable))
    assert refused.line == 3
    assert "the id 'a' stands on a line before" in refused.problem


def test_an_author_is_kept(tmp_path: Path) -> None:
    (found,) = _read(tmp_path, ['{"id": "a", "text": "نص", "author": "رنا المراسلة"}'])
    assert isinstance(found, Document)
    assert found.author == "رنا المراسلة"


def test_of_many_bad_lines_the_first_are_named_and_the_others_counted_by_kind(tmp_path: Path) -> None:
    lines: list[str | bytes] = []
    for number in range(100):
        lines += [
            "{",
            f'{{"id": "{number}", "text": "نص"}}',
            f'{{"id": "x", "text": "n", "date": "{number}"}}',
        ]
    found = _read(tmp_path, lines)
    refused = [item for item in found if isinstance(item, Unreadable)]
    assert len([item for item in found if isinstance(item, Document)]) == 100
    assert [item.line for item in refused[:-1]] == sorted(
        {1 + 3 * n for n in range(10)} | {3 + 3 * n for n in range(10)}
    )
    assert refused[-1].line is None
    assert refused[-1].problem == (
        "180 more lines cannot be read. In all: not JSON (100), a date that is none (100)"
    )


def test_a_long_file_of_bad_lines_takes_no_more_memory_than_a_short_one(tmp_path: Path) -> None:
    def peak(count: int) -> int:
        path = tmp_path / f"{count}.jsonl"
        path.write_bytes(b'{"id": 1, "text": \n' * count)
        tracemalloc.start()
        assert sum(1 for _ in read_documents([str(path)])) == 21
        _, highest = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return highest

    peak(100)
    assert peak(20_000) < peak(200) + 100_000


@given(st.lists(st.text(max_size=5)))
def test_whether_a_name_was_there_before_is_remembered(names: list[str]) -> None:
    seen, before = Seen(), set[str]()
    for name in names * 2:
        assert seen.add(name) == (name not in before)
        before.add(name)


def test_many_names_are_remembered() -> None:
    seen = Seen()
    assert all(seen.add(str(number)) for number in range(10_000))
    assert not any(seen.add(str(number)) for number in range(10_000))
