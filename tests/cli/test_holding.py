"""Whoever needs the store while another holds it is told who that is: process and command."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import SEED, run, start

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no lock that tells who holds it")


@pytest.fixture
def loading(own: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A ``kg load`` that holds the store and waits for the rest of its input."""
    with start("load", SEED, "-", store=own, stdin=subprocess.PIPE, stderr=subprocess.DEVNULL) as program:
        while not (own / "lock").read_bytes():
            assert program.poll() is None
        yield program
        program.kill()


@pytest.mark.parametrize(
    "words",
    [("load", SEED), ("remove", SEED), ("repair",), ("restore", "BACKUP"), ("backup", "NEW"), ("stats",)],
)
def test_who_holds_the_store_is_said_to_every_command(
    own: Path, loaded: Path, tmp_path: Path, loading: subprocess.Popen[bytes], words: tuple[str, ...]
) -> None:
    assert run("backup", tmp_path / "backup", store=loaded).code == 0
    places = {"BACKUP": tmp_path / "backup", "NEW": tmp_path / "new"}
    result = run(*(places.get(word, word) for word in words), store=own)
    assert result.code == 2
    assert f"is in use by process {loading.pid} (kg load {SEED} -); wait until it has ended" in result.err
    assert not (tmp_path / "new").exists()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells who shares a lock")
def test_a_writer_is_told_who_reads(own: Path) -> None:
    reader = "import sys; from kg.store import open_store\nwith open_store(sys.argv[1], read_only=True): input('held')"
    command = [sys.executable, "-u", "-c", reader, str(own)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as program:
        assert program.stdout is not None
        assert program.stdout.read(4) == b"held"
        result = run("load", SEED, store=own)
        program.communicate(b"\n")
    assert result.code == 2
    assert f"is in use by process {program.pid} (" in result.err
    assert "which reads it" in result.err
