"""JSON Lines of claims, and all that may be wrong with them."""

from __future__ import annotations

import io
import json
import pickle
from collections.abc import Callable
from typing import Any

import pytest

from benchmarks.made_claims import lines
from kg.model import Document
from kg.readers import Unreadable, read_documents, with_claims

_LINES = list(lines(45, actors=300))


def _read(*written: str) -> list[Document | Unreadable]:
    """What is read, which is the same whether the claims are read at once or later."""
    stream = io.BytesIO("".join(f"{line}\n" for line in written).encode())
    read = list(read_documents(["-"], stdin=stream, form="jsonl"))
    assert _read_later(*written) == read
    return read


def _read_later(*written: str) -> list[Document | Unreadable]:
    stream = io.BytesIO("".join(f"{line}\n" for line in written).encode())
    told = read_documents(["-"], stdin=stream, form="jsonl", claims_later=True)
    return [
        each if isinstance(each, Unreadable) else with_claims(pickle.loads(pickle.dumps(each)))
        for each in told
    ]


def _changed(line: str, change: Callable[[dict[str, Any]], object]) -> str:
    record = json.loads(line)
    change(record)
    return json.dumps(record)


def test_the_claims_of_a_document_are_read_together_and_its_text_is_not_there() -> None:
    read = _read(*_LINES)
    assert [len(each.claims or ()) for each in read if isinstance(each, Document)] == [20, 20, 5]
    first = read[0]
    assert isinstance(first, Document)
    source = json.loads(_LINES[0])["about"]["source"]
    assert (first.text, first.characters, first.name, first.source) == ("", 4000, "0.txt", source)
    assert len({claim.document for claim in first.claims or ()}) == 1


def test_claims_that_come_again_later_are_refused_and_named() -> None:
    read = _read(*_LINES[:20], *_LINES[20:40], *_LINES[:2])
    assert [type(each) for each in read] == [Document, Document, Unreadable]
    assert str(read[2]).startswith("-, line 41: 0.txt: claims of this document stand on lines before")


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (lambda record: record.pop("subject"), "not a claim (there is no 'subject'); 0.txt is left out"),
        (lambda record: record.update(modality="sure"), "not a claim ('sure' is not a valid Modality)"),
        (lambda record: record["evidence"].update(end=3), "not a claim (not a span: "),
        (lambda record: record["object"].update(id=7), "not a claim (7 is not a string)"),
        (lambda record: record.update(confidence="high"), "not a claim (could not convert string to float"),
        (lambda record: record.update(place=[]), None),
        (
            lambda record: record.update(date={"value": "2015-99", "precision": "month"}),
            "not a claim (month must be",
        ),
    ],
)
def test_a_document_with_a_broken_claim_is_left_out_as_a_whole(
    change: Callable[[dict[str, Any]], object], problem: str | None
) -> None:
    read = _read(_LINES[0], _changed(_LINES[1], change), *_LINES[2:40])
    if problem is None:
        assert [type(each) for each in read] == [Document, Document]
        return
    assert [type(each) for each in read] == [Unreadable, Document]
    assert str(read[0]).startswith(f"-, line 2: {problem}")
    assert str(read[0]).endswith("write the claims anew with: kg extract PATH --format jsonl")


@pytest.mark.parametrize(
    "change",
    [
        lambda record: record.pop("about"),
        lambda record: record["about"].update(sha256="../../etc/passwd"),
        lambda record: record["about"].update(sha256="A" * 64),
        lambda record: record["about"].update(characters=True),
        lambda record: record["about"].update(characters=-1),
        lambda record: record["about"].update(
            date={"value": "2015-02-01/2015-01-01", "precision": "interval"}
        ),
    ],
)
def test_a_claim_that_does_not_say_of_which_document_it_is_is_refused(
    change: Callable[[dict[str, Any]], object],
) -> None:
    read = _read(_changed(_LINES[0], change), *_LINES[20:40])
    assert [type(each) for each in read] == [Unreadable, Document]
    assert str(read[0]).startswith("-, line 1: the line does not say which document it is about (")


def test_lines_that_are_no_json_are_refused_one_by_one() -> None:
    read = _read(*_LINES[:20], "{", '"claim"', *_LINES[20:40])
    assert [type(each) for each in read] == [Document, Unreadable, Unreadable, Document]


def test_what_follows_of_a_document_that_was_left_out_is_no_half_of_it_where_claims_are_read_later() -> None:
    broken = _changed(_LINES[0], lambda record: record.pop("subject"))
    read = _read_later(broken, *_LINES[20:40], *_LINES[1:20])
    assert [type(each) for each in read] == [Unreadable, Document, Unreadable]
    assert str(read[2]).startswith("-, line 22: 0.txt: claims of this document stand on lines before")
