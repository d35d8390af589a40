"""The page of the checkout, made where it is missing or older than its sources."""

from __future__ import annotations

import subprocess
import sys
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent


@cache
def built_page() -> Path:
    """The folder of the page. Needs Node and what the page is made of, as ``make web`` does."""
    made = subprocess.run(
        [sys.executable, "-B", str(ROOT / "web" / "build.py")], capture_output=True, text=True, check=False
    )
    assert made.returncode == 0, made.stderr
    return ROOT / "kg" / "web" / "page"
