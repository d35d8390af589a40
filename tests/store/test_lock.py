"""One writer alone, or readers: whoever must wait is told for whom."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pyoxigraph
import pytest

from kg.store import open_store
from kg.store.errors import StoreLockedError

_HOLD = """
import sys
from kg.store import open_store
with open_store(sys.argv[1], read_only=sys.argv[2] == "read") as store:
    print("held", flush=True)
    sys.stdin.read()
"""


@contextmanager
def held_by_another(folder: Path, how: str) -> Iterator[subprocess.Popen[str]]:
    """Another process that holds the store until the end of the block."""
    command = [sys.executable, "-c", _HOLD, str(folder), how]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        yield other
        if other.poll() is None:
            other.communicate("")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    open_store(tmp_path / "store").close()
    return tmp_path / "store"


def test_a_second_writer_is_told_who_writes(folder: Path) -> None:
    with held_by_another(folder, "write") as other, pytest.raises(StoreLockedError) as caught:
        open_store(folder)
    assert str(folder) in str(caught.value)
    assert f"in use by process {other.pid} (" in str(caught.value)
    assert "wait until it has ended" in str(caught.value)


def test_a_reader_is_kept_out_while_somebody_writes(folder: Path) -> None:
    with held_by_another(folder, "write") as other, pytest.raises(StoreLockedError, match=str(other.pid)):
        open_store(folder, read_only=True)


def test_readers_do_not_keep_each_other_out(folder: Path) -> None:
    with held_by_another(folder, "read"), open_store(folder, read_only=True) as store:
        assert store.graphs() == frozenset()


def test_a_writer_is_kept_out_while_somebody_reads(folder: Path) -> None:
    with (
        held_by_another(folder, "read"),
        pytest.raises(StoreLockedError, match=r"which reads it|another program that reads it"),
    ):
        open_store(folder)


def test_the_same_program_cannot_open_a_store_twice_for_writing(folder: Path) -> None:
    with open_store(folder), pytest.raises(StoreLockedError, match=f"process {os.getpid()} "):
        open_store(folder)


def test_a_store_is_free_again_once_its_writer_has_ended(folder: Path) -> None:
    with held_by_another(folder, "write"):
        pass
    open_store(folder).close()


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL on Windows")
def test_a_writer_that_was_killed_leaves_no_lock_behind(folder: Path) -> None:
    with held_by_another(folder, "write") as other:
        other.send_signal(signal.SIGKILL)
        other.wait()
    open_store(folder).close()


def test_a_program_that_knows_only_oxigraph_is_noticed_too(folder: Path) -> None:
    data = pyoxigraph.Store(str(folder / "data"))
    with pytest.raises(StoreLockedError):
        open_store(folder)
    del data
    open_store(folder).close()
