"""The index of claims as a file that is read: numbers stand for terms in it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import Any

from kg.model import Modality
from kg.namespaces import RW
from kg.ontology import load_ontology
from kg.query.claim_tables import opened, state_of

NAMED = (
    "JOIN term s ON s.id = claim.subject JOIN term r ON r.id = claim.relation JOIN term o ON o.id = claim.object "
    "JOIN term m ON m.id = claim.modality"
)
"""What gives the terms of ``claim``: its subject, relation, object and modality as ``s``, ``r``, ``o`` and ``m``."""
IDS = "(SELECT id FROM term WHERE text IN (SELECT value FROM json_each(?)))"
"""The numbers of terms that are given as a list in JSON."""


class ClaimFile:
    """An index of claims, made for data under ``base``. Raises ``sqlite3.Error`` where the file is none."""

    def __init__(self, path: Path, base: str) -> None:
        self._data = opened(path)
        self.base = base

    def close(self) -> None:
        """Lets go of the file."""
        self._data.close()

    def rows(self, sql: str, values: Any = ()) -> list[Any]:
        """What a query finds."""
        return self._data.execute(sql, values).fetchall()

    def named_rows(self, sql: str, values: Any = ()) -> tuple[tuple[str, ...], list[Any]]:
        """The names of the columns of what a query finds, and the rows."""
        found = self._data.execute(sql, values)
        return tuple(column for column, *_ in found.description), found.fetchall()

    def numbers(self, texts: Iterable[str]) -> dict[str, int]:
        """The numbers of those terms that it knows."""
        wanted = json.dumps(sorted(set(texts)))
        return dict(
            self.rows("SELECT text, id FROM term WHERE text IN (SELECT value FROM json_each(?))", (wanted,))
        )

    def texts(self, numbers: Iterable[int]) -> dict[int, str]:
        """The terms that numbers stand for."""
        wanted = json.dumps(sorted(set(numbers)))
        return dict(
            self.rows("SELECT id, text FROM term WHERE id IN (SELECT value FROM json_each(?))", (wanted,))
        )

    def number(self, text: str) -> int | None:
        """The number of one term."""
        return self.numbers([text]).get(text)

    @cached_property
    def state(self) -> str:
        """Which state of the store it was made of; empty as long as it lacks the inferred links."""
        return state_of(self._data)

    @cached_property
    def modalities(self) -> dict[int, Modality]:
        """Modalities by their numbers."""
        known = self.numbers(RW + each for each in Modality)
        return {number: modality_of(text) for text, number in known.items()}

    @cached_property
    def relations(self) -> dict[int, str]:
        """Local names of relations by their numbers."""
        known = self.numbers(RW + each.name for each in load_ontology().relations)
        return {number: text.removeprefix(RW) for text, number in known.items()}


def modality_of(iri: str) -> Modality:
    """The modality that an IRI of the ontology stands for."""
    return Modality(iri.removeprefix(RW))
