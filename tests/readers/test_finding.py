"""Which files of a folder are read, and which are passed over."""

from __future__ import annotations

from pathlib import Path

from kg.readers import others_under


def test_files_of_other_kinds_are_listed_and_hidden_ones_are_not(tmp_path: Path) -> None:
    (tmp_path / "below").mkdir()
    (tmp_path / ".cache").mkdir()
    for name in ("a.txt", "b.JSONL", "c.pdf", ".d.pdf", "below/e.docx", "below/f.html", ".cache/f.pdf"):
        (tmp_path / name).touch()
    assert list(others_under(tmp_path)) == [tmp_path / "below" / "e.docx", tmp_path / "c.pdf"]


def test_a_file_has_no_others_under_it(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.touch()
    assert list(others_under(file)) == []


def test_a_sidecar_is_not_left_alone_where_its_article_is(tmp_path: Path) -> None:
    for name in (
        "a.txt",
        "a.txt.json",
        "b.html.gz",
        "b.html.gz.json",
        "gone.txt.json",
        "c.jsonl",
        "c.jsonl.json",
    ):
        (tmp_path / name).touch()
    assert [path.name for path in others_under(tmp_path)] == ["c.jsonl.json", "gone.txt.json"]
