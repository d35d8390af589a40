"""Claims in short from the index beside the graph: what would take seconds of an actor of whom much is said."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from typing import Any

from kg.model import Modality
from kg.namespaces import RW
from kg.query.claim_tables import opened
from kg.query.claims import Direction, Group
from kg.query.said import Said
from kg.query.speakers import Speaker, ranked
from kg.query.ties import Period, Told
from kg.rdf import Link

_SAID = """
SELECT claim.id, claim.iri, s.text, r.text, o.text, m.text, d.iri, p.text, b.text, claim.earliest, claim.latest,
  claim.own, claim.speaker
FROM claim JOIN term s ON s.id = claim.subject JOIN term r ON r.id = claim.relation JOIN term o ON o.id = claim.object
  JOIN term m ON m.id = claim.modality JOIN document d ON d.id = claim.document
  LEFT JOIN term p ON p.id = claim.place LEFT JOIN term b ON b.id = d.publisher
"""
_SOURCES = "SELECT source.claim, t.text FROM source JOIN term t ON t.id = source.source"
_IDS = "(SELECT id FROM term WHERE text IN (SELECT value FROM json_each(?)))"
"""The numbers of terms that are given as a list in JSON."""
_ABOUT = (
    "(SELECT id, document, speaker FROM claim WHERE subject = :of "
    "UNION ALL SELECT id, document, speaker FROM claim WHERE object = :of AND subject <> :of)"
)
"""The claims about somebody."""
_DIRECTIONS: tuple[Direction, ...] = ("out", "in", "both")


class ClaimIndex:
    """Answers as ``Claims`` says, from an index at ``path`` that was brought up to date with the store it stands for.

    Raises ``sqlite3.Error`` where the file is none. Of the same store, ``base`` is the base IRI.
    """

    def __init__(self, path: Path, base: str) -> None:
        self._data = opened(path)
        self._base = base

    def close(self) -> None:
        """Lets go of the file."""
        self._data.close()

    def of(self, entity: str) -> tuple[Said, ...]:
        """See ``Claims``."""
        return self._said(
            f"SELECT id FROM claim WHERE subject IN {_IDS} OR object IN {_IDS}", [entity], [entity]
        )

    def between(self, ones: Sequence[str], others: Sequence[str]) -> tuple[Said, ...]:
        """See ``Claims``."""
        return self._said(f"SELECT id FROM claim WHERE subject IN {_IDS} AND +object IN {_IDS}", ones, others)

    def at(self, places: Sequence[str]) -> tuple[Said, ...]:
        """See ``Claims``."""
        return self._said(f"SELECT id FROM claim WHERE place IN {_IDS} OR object IN {_IDS}", places, places)

    def by(self, sources: Sequence[str]) -> tuple[Said, ...]:
        """See ``Claims``."""
        actors = [each for each in sources if each.startswith(("http://", "https://"))]
        return self._said(
            f"SELECT claim FROM source WHERE source IN {_IDS} UNION SELECT id FROM claim WHERE document IN "
            f"(SELECT id FROM document WHERE publisher IN {_IDS})",
            actors,
            sources,
        )

    def stating(self, links: Collection[Link], modality: Modality | None) -> list[str]:
        """See ``Claims``."""
        numbers = self._numbers(
            part for one, relation, other in links for part in (one, RW + relation, other)
        )
        surely = self._modalities()
        wanted = [number for number, each in surely.items() if modality in (None, each)]
        found = []
        for one, relation, other in links:
            ends = (numbers.get(one), numbers.get(RW + relation), numbers.get(other))
            found += self._rows(
                "SELECT IFNULL(d.name, ''), d.iri, claim.start, claim.iri "
                "FROM claim JOIN document d ON d.id = claim.document "
                "WHERE subject = ? AND relation = ? AND object = ? "
                f"AND modality IN ({', '.join(map(str, wanted))})",
                ends,
            )
        return [self._base + iri for *_, iri in sorted(found)]

    def speakers(self, entity: str | None) -> tuple[Speaker, ...]:
        """See ``Claims``."""
        about = "claim" if entity is None else _ABOUT
        values = {} if entity is None else {"of": self._number(entity)}
        found = [
            Speaker(*row)
            for row in self._rows(
                "SELECT t.text, COUNT(DISTINCT document), COUNT(*) "
                f"FROM {about} c JOIN term t ON t.id = c.speaker GROUP BY c.speaker",
                values,
            )
        ]
        found += [
            Speaker(*row)
            for row in self._rows(
                "SELECT t.text, COUNT(*), SUM(claims) FROM "
                f"(SELECT document, COUNT(*) claims FROM {about} WHERE speaker IS NULL GROUP BY document) c "
                "JOIN document d ON d.id = c.document JOIN term t ON t.id = d.publisher GROUP BY d.publisher",
                values,
            )
        ]
        return ranked(found)

    def documents(self, entity: str, mutual: Collection[str]) -> dict[Group, int]:
        """See ``Claims``."""
        both = json.dumps([RW + relation for relation in sorted(mutual)])
        found: dict[Group, int] = {}
        for relation, way, modality, documents in self._rows(
            "SELECT r.text, c.way, m.text, COUNT(DISTINCT c.document) FROM ("
            "SELECT relation, modality, document, IIF(relation IN mutual, 2, 0) way FROM claim WHERE subject = :of "
            "UNION ALL SELECT relation, modality, document, IIF(relation IN mutual, 2, 1) FROM claim WHERE object = :of"
            ") c JOIN term r ON r.id = c.relation JOIN term m ON m.id = c.modality "
            "GROUP BY c.relation, c.way, c.modality",
            {"of": self._number(entity), "both": both},
            f"WITH mutual AS {_IDS.replace('?', ':both')} ",
        ):
            found[relation.removeprefix(RW), _DIRECTIONS[way], _modality(modality)] = documents
        return found

    def periods(self, links: Iterable[Link], centre: str | None = None) -> dict[Told, Period]:
        """See ``Claims``."""
        wanted = dict.fromkeys(links)
        numbers = self._numbers(
            part for one, relation, other in wanted for part in (one, RW + relation, other)
        )
        surely = self._modalities()
        found: dict[Told, Period] = {}
        for one, relation, other in wanted:
            for modality, earliest, latest in self._rows(
                "SELECT modality, MIN(earliest), MAX(latest) FROM claim "
                "WHERE subject = ? AND relation = ? AND object = ? GROUP BY modality",
                (numbers.get(one), numbers.get(RW + relation), numbers.get(other)),
            ):
                found[one, relation, other, surely[modality]] = earliest, latest
        return found

    def _said(self, claims: str, *lists: Sequence[str]) -> tuple[Said, ...]:
        values = [json.dumps(list(each)) for each in lists]
        rows = self._rows(f"{_SAID} WHERE claim.id IN ({claims})", values)
        chains: dict[int, dict[str, None]] = defaultdict(dict)
        if any(row[-1] is not None for row in rows):
            for claim, source in self._rows(
                f"{_SOURCES} WHERE source.claim IN ({claims}) ORDER BY source.claim, source.position, t.text",
                values,
            ):
                chains[claim][source] = None
        return tuple(self._one(row, tuple(chains.get(row[0], ()))) for row in rows)

    def _one(self, row: tuple[Any, ...], sources: tuple[str, ...]) -> Said:
        _, iri, subject, relation, target, modality, document, place, publisher, earliest, latest, own, _ = row
        return Said(
            self._base + iri,
            subject,
            relation.removeprefix(RW),
            target,
            _modality(modality),
            document,
            place,
            sources,
            publisher,
            earliest,
            latest,
            bool(own),
        )

    def _rows(self, sql: str, values: Any = (), common: str = "") -> list[Any]:
        return self._data.execute(common + sql, values).fetchall()

    def _numbers(self, texts: Iterable[str]) -> dict[str, int]:
        wanted = json.dumps(sorted(set(texts)))
        return dict(
            self._rows("SELECT text, id FROM term WHERE text IN (SELECT value FROM json_each(?))", (wanted,))
        )

    def _number(self, text: str) -> int | None:
        return self._numbers([text]).get(text)

    def _modalities(self) -> dict[int, Modality]:
        return {
            number: _modality(text) for text, number in self._numbers(RW + each for each in Modality).items()
        }


def _modality(iri: str) -> Modality:
    return Modality(iri.removeprefix(RW))
