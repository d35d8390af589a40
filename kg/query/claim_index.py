"""Claims in short from the index beside the graph: what would take seconds of an actor of whom much is said."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

from kg.model import Modality
from kg.namespaces import RW
from kg.query.cited import Cited
from kg.query.claim_file import IDS, NAMED, ClaimFile, modality_of
from kg.query.claims import Direction, Group, Whereabouts
from kg.query.indexed_said import said_in
from kg.query.indexed_words import cite_from
from kg.query.said import Said
from kg.query.speakers import Speaker, ranked
from kg.query.ties import Period, Tie, Told, contradicted
from kg.rdf import Link, stances
from kg.store import Store

_TOLD_SO = (
    "FROM claim WHERE subject = :one AND relation = :relation AND object = :other AND modality = :modality"
)
_VOICES = (
    "SELECT text FROM term WHERE id IN ("
    f"SELECT source FROM source WHERE claim IN (SELECT id {_TOLD_SO} AND speaker IS NOT NULL) "
    f"UNION SELECT publisher FROM document WHERE id IN (SELECT document {_TOLD_SO} AND speaker IS NULL)) "
    f"UNION SELECT iri FROM document WHERE publisher IS NULL AND id IN (SELECT document {_TOLD_SO} AND speaker IS NULL)"
)
_ABOUT = (
    "(SELECT id, document, speaker FROM claim WHERE subject = :of "
    "UNION ALL SELECT id, document, speaker FROM claim WHERE object = :of AND subject <> :of)"
)
"""The claims about somebody."""
_DIRECTIONS: tuple[Direction, ...] = ("out", "in", "both")


class ClaimIndex:
    """Answers as ``Claims`` says, from an index at ``path`` that was brought up to date with ``store``.

    Raises ``sqlite3.Error`` where the file is none.
    """

    def __init__(self, path: Path, store: Store) -> None:
        self.file = ClaimFile(path, store.iris.base)
        self._store = store

    def close(self) -> None:
        """Lets go of the file."""
        self.file.close()

    def of(self, entity: str) -> tuple[Said, ...]:
        """See ``Claims``."""
        return said_in(
            self.file, f"SELECT id FROM claim WHERE subject IN {IDS} OR object IN {IDS}", [entity], [entity]
        )

    def between(self, ones: Sequence[str], others: Sequence[str]) -> tuple[Said, ...]:
        """See ``Claims``."""
        return said_in(
            self.file, f"SELECT id FROM claim WHERE subject IN {IDS} AND +object IN {IDS}", ones, others
        )

    def at(self, places: Sequence[str]) -> tuple[Said, ...]:
        """See ``Claims``."""
        return said_in(
            self.file, f"SELECT id FROM claim WHERE place IN {IDS} OR object IN {IDS}", places, places
        )

    def by(self, sources: Sequence[str]) -> tuple[Said, ...]:
        """See ``Claims``."""
        actors = [each for each in sources if each.startswith(("http://", "https://"))]
        return said_in(
            self.file,
            f"SELECT claim FROM source WHERE source IN {IDS} UNION SELECT id FROM claim WHERE document IN "
            f"(SELECT id FROM document WHERE publisher IN {IDS})",
            actors,
            sources,
        )

    def stating(self, links: Collection[Link], modality: Modality | None) -> list[str]:
        """See ``Claims``."""
        numbers = self.file.numbers(
            part for one, relation, other in links for part in (one, RW + relation, other)
        )
        surely = self.file.modalities()
        wanted = [number for number, each in surely.items() if modality in (None, each)]
        found = []
        for one, relation, other in dict.fromkeys(links):
            ends = (numbers.get(one), numbers.get(RW + relation), numbers.get(other))
            found += self.file.rows(
                "SELECT IFNULL(d.name, ''), d.iri, claim.start, claim.iri "
                "FROM claim JOIN document d ON d.id = claim.document "
                "WHERE subject = ? AND relation = ? AND object = ? "
                f"AND modality IN ({', '.join(map(str, wanted))})",
                ends,
            )
        return [self.file.base + iri for *_, iri in sorted(found)]

    def cite(self, claims: Sequence[str]) -> tuple[Cited, ...]:
        """See ``Claims``."""
        return cite_from(self.file, self._store, claims)

    def ties(self, entity: str) -> tuple[Tie, ...]:
        """See ``Claims``."""
        return self._ties(
            "claim.subject = :of OR claim.object = :of",
            {"of": self.file.number(entity)},
        )

    def ties_between(self, entities: Sequence[str]) -> tuple[Tie, ...]:
        """See ``Claims``."""
        ends = json.dumps(sorted(set(entities)))
        return self._ties(f"claim.subject IN {IDS} AND +claim.object IN {IDS}", (ends, ends))

    def disputed(self) -> tuple[Tie, ...]:
        """See ``Claims``."""
        asserted, denied = (
            self.file.number(RW + each) or 0 for each in (Modality.ASSERTED.value, Modality.DENIED.value)
        )
        sides = [
            json.dumps([RW + relation for relation, own in stances().items() if own == stance])
            for stance in sorted(set(stances().values()))
        ]
        pairs = (
            "SELECT MIN(subject, object) one, MAX(subject, object) other FROM claim "
            f"WHERE modality = {asserted} AND relation IN {IDS}"
        )
        links = "SELECT subject, relation, object FROM claim WHERE modality = "
        both = (
            f"SELECT one, other FROM (SELECT one, other FROM ({pairs}) INTERSECT SELECT one, other FROM ({pairs})) "
            "UNION SELECT MIN(subject, object), MAX(subject, object) "
            f"FROM ({links}{denied} INTERSECT {links}{asserted})"
        )
        ties = self._ties(
            f"(MIN(claim.subject, claim.object), MAX(claim.subject, claim.object)) IN ({both})", sides
        )
        against = contradicted(ties)
        return tuple(tie for tie in ties if tie.told in against)

    def voices(self, told: Iterable[Told]) -> dict[Told, frozenset[str]]:
        """See ``Claims``."""
        wanted = dict.fromkeys(told)
        numbers = self.file.numbers(
            part for one, relation, other, _ in wanted for part in (one, RW + relation, other)
        )
        surely = {each: number for number, each in self.file.modalities().items()}
        found = {}
        for one, relation, other, modality in wanted:
            rows = self.file.rows(
                _VOICES,
                {
                    "one": numbers.get(one),
                    "relation": numbers.get(RW + relation),
                    "other": numbers.get(other),
                    "modality": surely.get(modality),
                },
            )
            if rows:
                found[one, relation, other, modality] = frozenset(voice for (voice,) in rows)
        return found

    def whereabouts(self) -> tuple[Whereabouts, ...]:
        """See ``Claims``."""
        rows = self.file.rows(
            "WITH place AS (SELECT id FROM term WHERE text LIKE '%/place/%') "
            "SELECT t.text, COUNT(*), COUNT(DISTINCT document) FROM ("
            "SELECT id, document, place FROM claim WHERE place IS NOT NULL "
            "UNION SELECT id, document, object FROM claim WHERE object IN place"
            ") c JOIN term t ON t.id = c.place GROUP BY c.place"
        )
        return tuple(Whereabouts(*row) for row in rows)

    def speakers(self, entity: str | None) -> tuple[Speaker, ...]:
        """See ``Claims``."""
        about = "claim" if entity is None else _ABOUT
        values = {} if entity is None else {"of": self.file.number(entity)}
        found = [
            Speaker(*row)
            for row in self.file.rows(
                "SELECT t.text, COUNT(DISTINCT document), COUNT(*) "
                f"FROM {about} c JOIN term t ON t.id = c.speaker GROUP BY c.speaker",
                values,
            )
        ]
        found += [
            Speaker(*row)
            for row in self.file.rows(
                "SELECT t.text, COUNT(*), SUM(own) FROM "
                f"(SELECT document, COUNT(*) own FROM {about} WHERE speaker IS NULL GROUP BY document) c "
                "JOIN document d ON d.id = c.document JOIN term t ON t.id = d.publisher GROUP BY d.publisher",
                values,
            )
        ]
        return ranked(found)

    def documents(self, entity: str, mutual: Collection[str]) -> dict[Group, int]:
        """See ``Claims``."""
        both = json.dumps([RW + relation for relation in sorted(mutual)])
        found: dict[Group, int] = {}
        for relation, way, modality, documents in self.file.rows(
            f"WITH mutual AS {IDS.replace('?', ':both')} "
            "SELECT r.text, c.way, m.text, COUNT(DISTINCT c.document) FROM ("
            "SELECT relation, modality, document, IIF(relation IN mutual, 2, 0) way FROM claim WHERE subject = :of "
            "UNION ALL SELECT relation, modality, document, IIF(relation IN mutual, 2, 1) FROM claim WHERE object = :of"
            ") c JOIN term r ON r.id = c.relation JOIN term m ON m.id = c.modality "
            "GROUP BY c.relation, c.way, c.modality",
            {"of": self.file.number(entity), "both": both},
        ):
            found[relation.removeprefix(RW), _DIRECTIONS[way], modality_of(modality)] = documents
        return found

    def periods(self, links: Iterable[Link], centre: str | None = None) -> dict[Told, Period]:
        """See ``Claims``."""
        wanted = dict.fromkeys(links)
        numbers = self.file.numbers(
            part for one, relation, other in wanted for part in (one, RW + relation, other)
        )
        surely = self.file.modalities()
        found: dict[Told, Period] = {}
        for one, relation, other in wanted:
            for modality, earliest, latest in self.file.rows(
                "SELECT modality, MIN(earliest), MAX(latest) FROM claim "
                "WHERE subject = ? AND relation = ? AND object = ? GROUP BY modality",
                (numbers.get(one), numbers.get(RW + relation), numbers.get(other)),
            ):
                found[one, relation, other, surely[modality]] = earliest, latest
        return found

    def _ties(self, claims: str, values: Sequence[str] | dict[str, int | None]) -> tuple[Tie, ...]:
        return tuple(
            Tie(subject, relation.removeprefix(RW), target, modality_of(modality), claims, documents)
            for subject, relation, target, modality, claims, documents in self.file.rows(
                "SELECT s.text, r.text, o.text, m.text, COUNT(*), COUNT(DISTINCT claim.document) "
                f"FROM claim {NAMED} WHERE {claims} "
                "GROUP BY claim.subject, claim.relation, claim.object, claim.modality",
                values,
            )
        )
