"""The script that a language is written in."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import yaml

_FILE = Path(__file__).parent / "scripts.yaml"


@lru_cache(maxsize=1)
def scripts() -> dict[str, str]:
    """Language code to the name of its one script, for the languages that ``scripts.yaml`` lists."""
    listed: dict[str, list[str]] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return {language: script for script, languages in listed.items() for language in languages}
