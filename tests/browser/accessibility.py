"""axe-core, run in the page: the rules of WCAG 2.2 A and AA, and its best practices."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

_PROGRAM = Path(__file__).parents[2] / "web" / "node_modules" / "axe-core" / "axe.min.js"
_RUN = "axe.run(document, {resultTypes: ['violations', 'incomplete']})"


def barriers(page: Page) -> list[str]:
    """What keeps somebody out of the page as it is now: each with its rule, its place and the reason."""
    page.evaluate(_source())
    found: dict[str, Any] = page.evaluate(_RUN)
    return [
        f"{each['id']} ({each['impact']}): {each['help']} at {' '.join(map(str, node['target']))}: {node['html'][:160]}"
        for each in found["violations"]
        for node in each["nodes"]
    ]


@cache
def _source() -> str:
    assert _PROGRAM.is_file(), "axe-core is not installed: make web, or npm ci --ignore-scripts in web/"
    return _PROGRAM.read_text(encoding="utf-8")
