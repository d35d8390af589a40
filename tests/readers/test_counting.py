"""How many documents there will be, told before they are read."""

from __future__ import annotations

from pathlib import Path

from kg.readers import count_documents, read_documents


def test_files_count_one_each_and_lines_of_json_lines_one_each(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("قصف")
    (tmp_path / "b.jsonl").write_text('{"id": "1", "text": "قصف"}\n{"id": "2"}\n{"id": "3", "text": "هجوم"}')
    (tmp_path / "c.pdf").write_text("x")
    assert count_documents([str(tmp_path)]) == len(list(read_documents([str(tmp_path)]))) == 4


def test_what_is_not_there_counts_as_the_refusal_that_it_will_be(tmp_path: Path) -> None:
    paths = [str(tmp_path / "none.txt"), str(tmp_path)]
    assert count_documents(paths) == len(list(read_documents(paths))) == 2


def test_a_stream_cannot_be_counted(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("قصف")
    assert count_documents([str(tmp_path / "a.txt"), "-"]) is None
    assert count_documents(["/dev/null"]) is None


def test_an_empty_file_of_json_lines_has_none(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("")
    assert count_documents([str(tmp_path / "a.jsonl")]) == 0
