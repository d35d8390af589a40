from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from kg.export import export_file
from kg.export.errors import ExportWriteError, NothingToExportError
from kg.namespaces import BASE
from kg.store import EmbeddedStore
from tests.export.conftest import exported


def test_a_file_holds_what_the_stream_would(store: EmbeddedStore, tmp_path: Path) -> None:
    path = tmp_path / "out.ttl"
    export_file(store, "turtle", path)
    assert path.read_bytes() == exported(store, "turtle")
    assert [each.name for each in tmp_path.iterdir()] == ["out.ttl"]


def test_a_file_can_be_read_by_whom_the_umask_allows(store: EmbeddedStore, tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        export_file(store, "csv", tmp_path / "out.csv")
    finally:
        os.umask(before)
    assert (tmp_path / "out.csv").stat().st_mode & 0o777 == 0o640


def test_an_export_that_fails_leaves_the_old_file_as_it_was(store: EmbeddedStore, tmp_path: Path) -> None:
    path = tmp_path / "out.ttl"
    path.write_text("old")
    with pytest.raises(NothingToExportError):
        export_file(store, "turtle", path, actor=BASE + "actor/nobody")
    assert path.read_text() == "old"
    assert [each.name for each in tmp_path.iterdir()] == ["out.ttl"]


@pytest.mark.parametrize("name", ["missing/out.ttl", "folder", "file/out.ttl"])
def test_a_place_that_cannot_be_written_is_named(store: EmbeddedStore, tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_text("")
    with pytest.raises(ExportWriteError, match=f"{name}: .*; nothing was written there"):
        export_file(store, "turtle", tmp_path / name)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["file", "folder"]


def test_a_pipe_in_the_place_of_the_file_is_written_to_and_stays(
    store: EmbeddedStore, tmp_path: Path
) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    with subprocess.Popen(["cat", path], stdout=subprocess.PIPE) as reader:
        export_file(store, "csv", path)
        assert reader.stdout is not None
        assert reader.stdout.read().startswith(b"claim,")
    assert path.is_fifo()
