"""The pages that people read, and the commands that they name."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]

_FENCE = re.compile(r"^(```|~~~).*?^\1", re.M | re.S)
_INLINE = re.compile(r"`(kg [^`\n]+)`")
_PROMPT = re.compile(r"^(?:\$ )?(?:[A-Z_]+=\S+ )*((?:\.venv/bin/)?kg .*)$", re.M)
_ENDS = frozenset({"|", ">", ">>", "&&", ";", "||", "2>"})


def pages() -> tuple[Path, ...]:
    """Every page of prose in the checkout, in a fixed order."""
    tops = (ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md"))
    below = (
        path
        for name in ("docs", "ontology", "seeds", "benchmarks", "queries")
        for path in (ROOT / name).rglob("*.md")
    )
    return tuple(sorted(path for path in (*tops, *below) if path.is_file()))


def commands(text: str) -> Iterator[list[str]]:
    """The words of every ``kg`` command in a page, in code blocks and within lines, without what is piped on."""
    blocks = "\n".join(match[0] for match in _FENCE.finditer(text))
    prose = _FENCE.sub("", text)
    for line in (
        *(match[1] for match in _PROMPT.finditer(blocks)),
        *(match[1] for match in _INLINE.finditer(prose)),
    ):
        words = shlex.split(line, comments=True)
        stop = next((index for index, word in enumerate(words) if word in _ENDS), len(words))
        yield words[1:stop]


def links(text: str) -> Iterator[str]:
    """The targets of all links in a page that lead to other files or to a heading."""
    for match in re.finditer(r"\]\(([^)\s]+)\)", _FENCE.sub("", text)):
        if not match[1].startswith(("http://", "https://", "mailto:")):
            yield match[1]
