"""Puts a refused document aside, with the report that says why."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from pyoxigraph import Quad, RdfFormat, serialize

from kg.model import Document
from kg.namespaces import PREFIXES
from kg.store.failures import filing
from kg.store.layout import Layout, write_whole

Record: TypeAlias = Mapping[str, str | None]
"""One result of validation, as plain data."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A document that lies aside."""

    sha256: str
    name: str
    reasons: tuple[str, ...]
    at: Path


def put_aside(
    layout: Layout | None,
    document: Document,
    reasons: Sequence[str],
    *,
    quads: Iterable[Quad] = (),
    results: Sequence[Record] = (),
) -> Path | None:
    """Writes the report as JSON and the quads, if there are any, as Turtle that ``kg validate`` reads.

    ``results`` are those of the validation, as plain data. Gives the path of the report;
    nothing is written for a store in memory.
    """
    if layout is None:
        return None
    stem = document.sha256[:16]
    triples = sorted((quad.triple for quad in quads), key=str)
    turtle = serialize(triples, format=RdfFormat.TURTLE, prefixes=PREFIXES) or b""
    told = {
        "sha256": document.sha256,
        "name": document.name,
        "reasons": list(reasons),
        "results": list(results),
        "text": document.text,
    }
    report = layout.refused / f"{stem}.json"
    with filing(layout.folder):
        layout.refused.mkdir(exist_ok=True)
        if triples:
            write_whole(report.with_suffix(".ttl"), turtle)
        write_whole(report, json.dumps(told, ensure_ascii=False, indent=2).encode(errors="replace") + b"\n")
    return report


def take_back(layout: Layout | None, sha256: str) -> None:
    """Forgets the refusal of a document, because it was accepted or removed since."""
    if layout is not None:
        for suffix in (".json", ".ttl"):
            (layout.refused / (sha256[:16] + suffix)).unlink(missing_ok=True)


def refusals(layout: Layout | None) -> tuple[Refusal, ...]:
    """All documents that lie aside, by file name."""
    if layout is None:
        return ()
    found = (_refusal(path) for path in sorted(layout.refused.glob("*.json")))
    return tuple(refusal for refusal in found if refusal is not None)


def _refusal(path: Path) -> Refusal | None:
    try:
        told: dict[str, Any] = json.loads(path.read_bytes())
        return Refusal(told["sha256"], told["name"], tuple(told["reasons"]), path)
    except (ValueError, KeyError, TypeError):
        return None
