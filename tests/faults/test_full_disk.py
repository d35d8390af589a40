"""A small file system that fills up: a clear error, reading goes on, and so does loading once there is room."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import ROOT
from tests.faults.conftest import FEW

_MOUNT = 'mount -t tmpfs -o size=160m none "$1" && exec "$2" -m tests.faults.filling "$1" "$3" "$4"'


def _apart() -> list[str] | None:
    """How to run something that may mount a file system that nobody else sees, where this system allows it."""
    for options in (["--mount"], ["--mount", "--map-root-user"]):
        command = ["unshare", *options]
        try:
            if subprocess.run([*command, "true"], capture_output=True, check=False).returncode == 0:
                return command
        except FileNotFoundError:
            return None
    return None


@pytest.mark.skipif(
    _apart() is None, reason="nobody may mount here; tests/store/test_full_disk.py limits files instead"
)
def test_loading_goes_on_after_a_disk_was_full(tmp_path: Path, kills: int, moments: random.Random) -> None:
    command = [*(_apart() or ()), "sh", "-c", _MOUNT, "sh", str(tmp_path), sys.executable]
    ran = subprocess.run(
        [*command, str(moments.randrange(10**6)), str(2 if kills <= FEW else kills // 10)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert ran.stdout.startswith("full ")
    assert list(tmp_path.iterdir()) == []
