from pathlib import Path

import pytest

from kg.namespaces import RW
from kg.pipeline import validation
from kg.pipeline.validation import validate_whole
from kg.store import Change, open_store
from kg.validate import validate_store
from tests.validate.articles import FIGHT, SUPPORT, article, without


def test_several_processes_find_what_one_finds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(validation, "_BATCH", 2)
    with open_store(tmp_path / "store") as store:
        for number in range(9):
            text, relation = ((SUPPORT, "supports"), (FIGHT, "fights"))[number % 2]
            quads = article(f"{text} ({number})", relation, name=f"{number}.txt")
            store.apply(Change(insert=tuple(without(quads, "rule") if number == 3 else quads)))
        store.flush()
    with open_store(tmp_path / "store", read_only=True) as store:
        heard: list[str] = []
        report = validate_whole(store, jobs=2, on_document=heard.append)
        assert report == validate_store(store)
        assert [result.path for result in report.violations] == [RW + "rule"]
        assert report.warnings
        assert len(set(heard)) == len(heard) == 9
