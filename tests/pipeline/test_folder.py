"""Loading into a folder: the store is opened once there is something to put into it."""

from __future__ import annotations

from pathlib import Path

from kg.iri import Iris
from kg.pipeline import Status, load_into
from kg.store import open_store

ARTICLE = "تدعم تركيا أحرار الشام بالسلاح."


def test_no_store_is_made_where_nothing_can_be_read(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    report = load_into(tmp_path / "store", [tmp_path / "missing.txt", tmp_path / "empty.txt"])
    assert [outcome.status for outcome in report.outcomes] == [Status.UNREADABLE] * 2
    assert not (tmp_path / "store").exists()


def test_what_could_not_be_read_before_the_first_document_is_reported_in_its_place(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(ARTICLE, encoding="utf-8")
    iris = Iris("https://example.org/graph/")
    inputs = [tmp_path / "missing.txt", file, tmp_path / "gone.txt"]
    report = load_into(tmp_path / "store", inputs, iris=iris)
    assert [each.status for each in report.outcomes] == [
        Status.UNREADABLE,
        Status.LOADED,
        Status.UNREADABLE,
    ]
    with open_store(tmp_path / "store", read_only=True) as store:
        assert store.iris == iris
