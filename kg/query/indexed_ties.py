"""Ties from the index of claims, which has them counted."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TypeAlias

from kg.query.claim_counts import INFERRED
from kg.query.claim_file import ClaimFile
from kg.query.telling import mirrors
from kg.query.tie_pages import TiePage, WhichTies
from kg.query.ties import Tie

_SAID = "SELECT subject, relation, object, modality, claims, documents FROM tie"
_FOLLOWING = f"SELECT subject, relation, object, {INFERRED} modality, 0 claims, 0 documents FROM inferred"


_Values: TypeAlias = Sequence[str] | Mapping[str, int | None]


def ties_in(file: ClaimFile, chosen: str, values: _Values) -> tuple[Tie, ...]:
    """What is said, of those rows of ``tie`` that a condition chooses."""
    return _ties(file, f"{_SAID} WHERE {chosen}", values)


def inferred_in(file: ClaimFile, chosen: str, values: _Values) -> tuple[Tie, ...]:
    """What follows, of those rows of ``inferred`` that a condition chooses."""
    return _ties(file, f"{_FOLLOWING} WHERE {chosen}", values)


def _ties(file: ClaimFile, numbered: str, values: _Values) -> tuple[Tie, ...]:
    rows = file.rows(
        f"SELECT s.text, relation, o.text, modality, claims, documents FROM ({numbered}) "
        "JOIN term s ON s.id = subject JOIN term o ON o.id = object",
        values,
    )
    return tuple(_tie(file, row) for row in rows)


def page_in(file: ClaimFile, entity: str, which: WhichTies, offset: int, limit: int) -> TiePage:
    """Some of the ties of ``entity``; only those that are told by as many documents are sorted."""
    whom = {
        "of": file.number(entity),
        "other": file.number(which.other) if which.other is not None else None,
    }
    some = " UNION ALL ".join(_parts(file, which))
    if not some:
        return TiePage((), 0)
    before = total = 0
    told_by: list[int] = []
    for documents, ties in file.rows(
        f"SELECT documents, COUNT(*) FROM ({some}) GROUP BY documents ORDER BY documents DESC", whom
    ):
        if total + ties <= offset:
            before += ties
        elif total < offset + limit:
            told_by.append(documents)
        total += ties
    if not told_by:
        return TiePage((), total)
    rows = file.rows(
        "SELECT s.text, relation, o.text, modality, claims, documents "
        f"FROM ({some}) t JOIN term s ON s.id = subject JOIN term o ON o.id = object JOIN term r ON r.id = relation "
        "LEFT JOIN term m ON m.id = modality WHERE documents BETWEEN :least AND :most "
        "ORDER BY documents DESC, s.text, r.text, o.text, m.text LIMIT :limit OFFSET :offset",
        {**whom, "least": told_by[-1], "most": told_by[0], "limit": limit, "offset": offset - before},
    )
    return TiePage(tuple(_tie(file, row) for row in rows), total)


def _parts(file: ClaimFile, which: WhichTies) -> Iterator[str]:
    """Queries for the ties that are asked for, by the end at which ``:of`` stands."""
    both_ways = {relation for relation, other in mirrors().items() if relation == other}
    for here, there, way in (("subject", "object", "out"), ("object", "subject", "in")):
        conditions = [f"{here} = :of"]
        if which.other is not None:
            conditions.append(f"{there} = :other")
        if way != ("in" if which.direction == "in" else "out"):
            # Whoever is tied to himself is found at the other end.
            conditions.append("subject <> object")
        if which.relations:
            conditions.append(f"relation IN ({_numbers(file.relations, which.relations)})")
        if which.direction not in (way, "both"):
            conditions.append(f"relation IN ({_numbers(file.relations, both_ways)})")
        chosen = " AND ".join(conditions)
        if which.said:
            surely = f" AND modality IN ({_numbers(file.modalities, which.modalities)})"
            yield f"{_SAID} WHERE {chosen}{surely if which.modalities else ''}"
        if which.inferred:
            yield f"{_FOLLOWING} WHERE {chosen}"


def _numbers(known: Mapping[int, str], wanted: Collection[str]) -> str:
    return ", ".join(str(number) for number, name in known.items() if name in wanted)


def _tie(file: ClaimFile, row: tuple[str, int, str, int, int, int]) -> Tie:
    subject, relation, target, modality, claims, documents = row
    return Tie(subject, file.relations[relation], target, file.modalities.get(modality), claims, documents)
