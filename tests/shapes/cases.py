"""The cases beside this file: Turtle that must pass, and Turtle that must fail with the results its header names.

A header line reads ``# violation ex:claim rw:subject The message.`` or ``# warning …``; the path is ``-`` where the
result has none, and a blank node is ``_:``. Each case stands on ``ground.ttl``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

from kg.validate import Result, validate_file

HOME = Path(__file__).parent
_EXPECTED = re.compile(r"^# (violation|warning) (\S+) (\S+) (.+)$", re.MULTILINE)
_PREFIX = re.compile(r"^@prefix (\S*:) <(\S+)> \.$", re.MULTILINE)


@dataclass(frozen=True, slots=True, order=True)
class Outcome:
    """What a test looks at in one result. Node and path are prefixed names."""

    severity: str
    node: str
    path: str
    message: str


def files(start: str) -> list[Path]:
    """The cases of all topics whose names begin with ``start``."""
    return sorted(HOME.glob(f"*/{start}_*.ttl"))


def expected(case: Path) -> list[Outcome]:
    """The results that the header of ``case`` names, sorted."""
    return sorted(Outcome(*found) for found in _EXPECTED.findall(case.read_text(encoding="utf-8")))


def outcomes(case: Path) -> list[Outcome]:
    """What validation finds in ``case``, each once, sorted."""
    return sorted(
        {
            Outcome(result.severity.value, _short(result.node), _short(result.path), result.message)
            for result in results(case)
        }
    )


@cache
def results(case: Path) -> tuple[Result, ...]:
    """What validation finds in ``case`` together with the ground it stands on."""
    ground = (HOME / "ground.ttl").read_text(encoding="utf-8")
    with TemporaryDirectory() as folder:
        whole = Path(folder) / case.name
        whole.write_text(f"{ground}\n{case.read_text(encoding='utf-8')}", encoding="utf-8")
        return validate_file(whole).results


@lru_cache(maxsize=1)
def _prefixes() -> list[tuple[str, str]]:
    declared = {
        prefix: iri
        for path in HOME.rglob("*.ttl")
        for prefix, iri in _PREFIX.findall(path.read_text("utf-8"))
    }
    return sorted(((iri, prefix) for prefix, iri in declared.items()), key=lambda pair: -len(pair[0]))


def _short(iri: str | None) -> str:
    if iri is None:
        return "-"
    if iri.startswith("_:"):
        return "_:"
    return next(
        (prefix + iri.removeprefix(start) for start, prefix in _prefixes() if iri.startswith(start)), iri
    )
