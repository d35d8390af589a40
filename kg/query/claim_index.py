"""Claims in short from the index beside the graph: what would take seconds of an actor of whom much is said."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kg.model import Modality
from kg.namespaces import RW
from kg.query.claim_counts import BOTH, IN, INFERRED, OUT
from kg.query.claim_file import IDS, ClaimFile
from kg.query.claims import Weight, Whereabouts
from kg.query.indexed_said import said_in
from kg.query.indexed_ties import inferred_in, page_in, ties_in
from kg.query.said import Said
from kg.query.tie_groups import Counted, Direction, Group, counted, grouped
from kg.query.tie_pages import TiePage, WhichTies
from kg.query.ties import Period, Tie, Told, contradicted, inferred_between, inferred_of
from kg.rdf import Link
from kg.store import Store

if TYPE_CHECKING:
    from kg.query.cited import Cited
    from kg.query.speakers import Speaker

_TOLD_SO = (
    "FROM claim WHERE subject = :one AND relation = :relation AND object = :other AND modality = :modality"
)
_VOICES = (
    "SELECT text FROM term WHERE id IN ("
    f"SELECT source FROM source WHERE claim IN (SELECT id {_TOLD_SO} AND speaker IS NOT NULL) "
    f"UNION SELECT publisher FROM document WHERE id IN (SELECT document {_TOLD_SO} AND speaker IS NULL)) "
    f"UNION SELECT iri FROM document WHERE publisher IS NULL AND id IN (SELECT document {_TOLD_SO} AND speaker IS NULL)"
)
_SPEAKERS = (
    "SELECT t.text, COUNT(DISTINCT document), COUNT(*) FROM claim JOIN term t ON t.id = speaker GROUP BY speaker "
    "UNION ALL SELECT t.text, COUNT(*), SUM(own) FROM "
    "(SELECT document, COUNT(*) own FROM claim WHERE speaker IS NULL GROUP BY document) c "
    "JOIN document d ON d.id = c.document JOIN term t ON t.id = d.publisher GROUP BY d.publisher"
)
_WEIGHTS = (
    "SELECT wanted.key, modality, voices, earliest, latest FROM json_each(?) AS wanted CROSS JOIN tie ON "
    "subject = json_extract(value, '$[0]') AND relation = json_extract(value, '$[1]') "
    "AND object = json_extract(value, '$[2]')"
)
_DIRECTIONS: dict[int, Direction] = {OUT: "out", IN: "in", BOTH: "both"}


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

    def of(self, *entities: str) -> tuple[Said, ...]:
        """See ``Claims``."""
        return said_in(
            self.file, f"SELECT id FROM claim WHERE subject IN {IDS} OR object IN {IDS}", entities, entities
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
        surely = self.file.modalities
        wanted = [number for number, each in surely.items() if modality in (None, each)]
        found = []
        for numbers in self._numbered(links).values():
            found += self.file.rows(
                "SELECT IFNULL(d.name, ''), d.iri, claim.start, claim.iri "
                "FROM claim JOIN document d ON d.id = claim.document "
                "WHERE subject = ? AND relation = ? AND object = ? "
                f"AND modality IN ({', '.join(map(str, wanted))})",
                numbers,
            )
        return [self.file.base + iri for *_, iri in sorted(found)]

    def cite(self, claims: Sequence[str]) -> tuple[Cited, ...]:
        """See ``Claims``."""
        from kg.query.indexed_words import cite_from

        return cite_from(self.file, self._store, claims)

    def ties(self, entity: str) -> tuple[Tie, ...]:
        """See ``Claims``."""
        whom = self.file.number(entity)
        return ties_in(self.file, "subject = :of OR object = :of", {"of": whom})

    def page(self, entity: str, which: WhichTies, offset: int, limit: int) -> TiePage | None:
        """See ``Claims``."""
        if which.inferred and not self.file.state:
            return None
        return page_in(self.file, entity, which, offset, limit)

    def ties_between(self, entities: Sequence[str]) -> tuple[Tie, ...]:
        """See ``Claims``."""
        ends = json.dumps(sorted(set(entities)))
        return ties_in(self.file, f"subject IN {IDS} AND +object IN {IDS}", (ends, ends))

    def inferred(self, entity: str, said: Iterable[Tie]) -> tuple[Tie, ...]:
        """See ``Claims``."""
        if not self.file.state:
            return inferred_of(self._store, entity, said)
        whom = self.file.number(entity)
        return inferred_in(self.file, "subject = :of OR object = :of", {"of": whom})

    def inferred_between(self, entities: Sequence[str], said: Iterable[Tie]) -> tuple[Tie, ...]:
        """See ``Claims``."""
        if not self.file.state:
            return inferred_between(self._store, entities, said)
        ends = json.dumps(sorted(set(entities)))
        return inferred_in(self.file, f"subject IN {IDS} AND +object IN {IDS}", (ends, ends))

    def disputed(self, entity: str | None) -> tuple[Tie, ...]:
        """See ``Claims``."""
        if entity is None:
            pairs = "SELECT one, other FROM dispute UNION ALL SELECT other, one FROM dispute"
            ties = ties_in(self.file, f"(subject, object) IN ({pairs})", ())
        else:
            others = "(SELECT other FROM dispute WHERE one = :of UNION ALL SELECT one FROM dispute WHERE other = :of)"
            ties = ties_in(
                self.file,
                f"(subject = :of AND object IN {others}) OR (object = :of AND subject IN {others})",
                {"of": self.file.number(entity)},
            )
        against = contradicted(ties)
        return tuple(tie for tie in ties if tie.told in against)

    def disputes(self, entity: str) -> int:
        """See ``Claims``."""
        whom = self.file.number(entity)
        ((found,),) = self.file.rows("SELECT COUNT(*) FROM dispute WHERE one = ? OR other = ?", (whom, whom))
        return int(found)

    def voices(self, told: Iterable[Told]) -> dict[Told, frozenset[str]]:
        """See ``Claims``."""
        wanted = dict.fromkeys(told)
        numbered = self._numbered([each[:3] for each in wanted])
        surely = {each: number for number, each in self.file.modalities.items()}
        found = {}
        for each in wanted:
            one, relation, other = numbered[each[:3]]
            rows = self.file.rows(
                _VOICES, {"one": one, "relation": relation, "other": other, "modality": surely.get(each[3])}
            )
            if rows:
                found[each] = frozenset(voice for (voice,) in rows)
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
        from kg.query.speakers import Speaker, ranked

        rows = (
            self.file.rows(_SPEAKERS)
            if entity is None
            else self.file.rows(
                "SELECT text, documents, claims FROM heard_of JOIN term ON term.id = voice WHERE entity = ?",
                (self.file.number(entity),),
            )
        )
        return ranked([Speaker(*row) for row in rows])

    def groups(self, entity: str) -> dict[Group, Counted]:
        """See ``Claims``."""
        surely: dict[int, Modality | None] = {**self.file.modalities, INFERRED: None}
        found: dict[Group, Counted] = {
            (self.file.relations[relation], _DIRECTIONS[way], surely[modality]): Counted(*counts)
            for relation, way, modality, *counts in self.file.rows(
                "SELECT relation, way, modality, others, documents, claims FROM told_of WHERE entity = ?",
                (self.file.number(entity),),
            )
        }
        if not self.file.state:
            said = self.ties(entity)
            found |= counted(entity, grouped(entity, self.inferred(entity, said)), {})
        return found

    def periods(self, links: Iterable[Link], centre: str | None = None) -> dict[Told, Period]:
        """See ``Claims``."""
        return {told: (weight.earliest, weight.latest) for told, weight in self._weights(links)}

    def weights(self, told: Iterable[Told], centre: str | None = None) -> dict[Told, Weight]:
        """See ``Claims``."""
        wanted = set(told)
        return {each: weight for each, weight in self._weights(each[:3] for each in wanted) if each in wanted}

    def _weights(self, links: Iterable[Link]) -> Iterator[tuple[Told, Weight]]:
        surely, numbered = self.file.modalities, self._numbered(links)
        links = list(numbered)
        # All at once: beside other threads, each question waits for its turn.
        for place, modality, *weight in self.file.rows(_WEIGHTS, (json.dumps(list(numbered.values())),)):
            yield (*links[place], surely[modality]), Weight(*weight)

    def _numbered(self, links: Iterable[Link]) -> dict[Link, tuple[int | None, int | None, int | None]]:
        """The numbers of what each link is made of; ``None`` for what the index does not know."""
        wanted = dict.fromkeys(links)
        known = self.file.numbers(
            part for one, relation, other in wanted for part in (one, RW + relation, other)
        )
        return {link: (known.get(link[0]), known.get(RW + link[1]), known.get(link[2])) for link in wanted}
