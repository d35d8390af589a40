"""What the index of claims holds counted beforehand, so that whoever much is said of is looked up as fast as others.

Ties with how often and by how many they are told; of everybody, the documents behind each relation, and who speaks of
it; and those inferred links that say more than what is said. All of it follows from the claims, the inferred links and
the ontology.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from enum import IntEnum
from functools import lru_cache

from kg.model import Modality
from kg.namespaces import RW
from kg.ontology import load_ontology
from kg.query.telling import mirrors, telling
from kg.rdf import Link, stances


class Origin(IntEnum):
    """Where a link comes from."""

    ASSERTED = 0
    INFERRED = 1
    REGISTERED = 2


OUT, IN, BOTH = range(3)
"""How a relation points, seen from somebody."""
INFERRED = 0
"""The modality of what no document says."""

TABLES = """
CREATE TABLE tie (
  subject INTEGER NOT NULL, relation INTEGER NOT NULL, object INTEGER NOT NULL, modality INTEGER NOT NULL,
  claims INTEGER NOT NULL, documents INTEGER NOT NULL, voices INTEGER NOT NULL, earliest TEXT, latest TEXT,
  first TEXT NOT NULL,
  PRIMARY KEY (subject, relation, object, modality)
) WITHOUT ROWID;
CREATE TABLE inferred (
  subject INTEGER NOT NULL, relation INTEGER NOT NULL, object INTEGER NOT NULL,
  PRIMARY KEY (subject, relation, object)
) WITHOUT ROWID;
CREATE TABLE link (
  subject INTEGER NOT NULL, relation INTEGER NOT NULL, object INTEGER NOT NULL, origin INTEGER NOT NULL,
  PRIMARY KEY (subject, relation, object, origin)
) WITHOUT ROWID;
CREATE TABLE told_of (
  entity INTEGER NOT NULL, relation INTEGER NOT NULL, way INTEGER NOT NULL, modality INTEGER NOT NULL,
  others INTEGER NOT NULL, documents INTEGER NOT NULL, claims INTEGER NOT NULL,
  PRIMARY KEY (entity, relation, way, modality)
) WITHOUT ROWID;
CREATE TABLE dispute (
  one INTEGER NOT NULL, other INTEGER NOT NULL, PRIMARY KEY (one, other)
) WITHOUT ROWID;
CREATE TABLE heard_of (
  entity INTEGER NOT NULL, voice INTEGER NOT NULL, publishes INTEGER NOT NULL,
  documents INTEGER NOT NULL, claims INTEGER NOT NULL, PRIMARY KEY (entity, voice, publishes)
) WITHOUT ROWID;
CREATE INDEX dispute_other ON dispute (other);
CREATE INDEX tie_object ON tie (object, relation, subject, modality, claims, documents);
CREATE INDEX inferred_object ON inferred (object);
"""
"""``tie.first`` is the least IRI of its claims; ``inferred`` has those links that say more than what is said, ``link``
all links of the store."""
_TOUCHED = """
CREATE TEMP TABLE touched (subject, relation, object, modality, PRIMARY KEY (subject, relation, object, modality));
CREATE TEMP VIEW whom AS SELECT subject id FROM touched UNION SELECT object FROM touched;
"""


@lru_cache(maxsize=1)
def rules() -> str:
    """What differs where the same claims would be counted otherwise."""
    ontology = load_ontology()
    below = {each.name: sorted(ontology.below(each.name)) for each in ontology.relations}
    return hashlib.sha256(json.dumps([below, mirrors(), stances()], sort_keys=True).encode()).hexdigest()[:16]


class Counts:
    """Counts the claims in an index: all of them, or only what documents touch that come and go."""

    def __init__(self, data: sqlite3.Connection, term: Callable[[str], int], *, whole: bool) -> None:
        """``term`` gives the number of a term, which is taken in if it is new."""
        self._data = data
        self._term = term
        self._whole = whole
        data.executescript(_TOUCHED)

    def touch(self, document: int) -> None:
        """To be called of each document before it goes and after it came."""
        if not self._whole:
            self._data.execute(
                "INSERT OR IGNORE INTO touched "
                "SELECT subject, relation, object, modality FROM claim WHERE document = ?",
                (document,),
            )

    def count(self) -> None:
        """Counts anew what was touched."""
        self._ties()
        self._disputes()
        self._of_everybody("told_of")
        self._data.execute(
            "INSERT INTO told_of SELECT entity, relation, way, modality, COUNT(DISTINCT other), "
            f"COUNT(DISTINCT document), COUNT(*) FROM ({self._both_ends('claim', 'modality, document', self._whom)}) "
            "GROUP BY entity, relation, way, modality"
        )
        self._of_everybody("heard_of")
        self._data.execute(
            "INSERT INTO heard_of SELECT entity, IFNULL(speaker, publisher) voice, speaker IS NULL publishes, "
            "COUNT(DISTINCT document), COUNT(*) FROM ("
            f"SELECT subject entity, document, speaker FROM claim {self._whom('subject')} UNION ALL "
            f"SELECT object, document, speaker FROM claim {self._whom('object', 'object <> subject')}"
            ") JOIN document ON document.id = document WHERE voice IS NOT NULL GROUP BY entity, voice, publishes"
        )

    def infer(self, links: Iterable[Link], registered: Iterable[Link]) -> None:
        """Takes the inferred links of the store, and what the registry states, for those that there were.

        Relations are IRIs; what is none of the ontology's is left out.
        """
        numbers = {each.name: self._term(RW + each.name) for each in load_ontology().relations}
        asserted = self._data.execute(
            "SELECT s.text, r.text, o.text FROM tie JOIN term s ON s.id = subject JOIN term r ON r.id = relation "
            "JOIN term o ON o.id = object WHERE modality = ?",
            (self._term(RW + Modality.ASSERTED),),
        )
        said = ((one, relation.removeprefix(RW), other) for one, relation, other in asserted)
        inferred = ((one, relation.removeprefix(RW), other) for one, relation, other in links)
        known = [(one, relation, other) for one, relation, other in inferred if relation in numbers]
        self._data.execute("DELETE FROM inferred")
        self._data.executemany(
            "INSERT INTO inferred VALUES (?, ?, ?)",
            (self._numbered(link, numbers) for link in telling(said, known)),
        )
        self._data.execute("DELETE FROM told_of WHERE modality = ?", (INFERRED,))
        self._data.execute(
            f"INSERT INTO told_of SELECT entity, relation, way, {INFERRED}, COUNT(DISTINCT other), 0, 0 "
            f"FROM ({self._both_ends('inferred')}) GROUP BY entity, relation, way"
        )
        stated = ((one, relation.removeprefix(RW), other) for one, relation, other in registered)
        self._link(
            [
                *((*self._numbered(link, numbers), Origin.INFERRED) for link in known),
                *(
                    (*self._numbered(link, numbers), Origin.REGISTERED)
                    for link in stated
                    if link[1] in numbers
                ),
            ]
        )

    def _numbered(self, link: Link, relations: Mapping[str, int]) -> tuple[int, int, int]:
        return self._term(link[0]), relations[link[1]], self._term(link[2])

    def _link(self, links: list[tuple[int, int, int, Origin]]) -> None:
        """Notes all links there are: ``links`` and those that claims assert."""
        # What comes in order, and into one tree at a time, is written several times as fast.
        self._data.execute("DROP INDEX IF EXISTS link_object")
        self._data.execute("DELETE FROM link")
        links.sort()
        self._data.executemany("INSERT INTO link VALUES (?, ?, ?, ?)", links)
        self._data.execute(
            f"INSERT INTO link SELECT subject, relation, object, {Origin.ASSERTED} FROM tie WHERE modality = ?",
            (self._term(RW + Modality.ASSERTED),),
        )
        self._data.execute("CREATE INDEX link_object ON link (object, relation, subject, origin)")

    def _disputes(self) -> None:
        """Notes anew who has asserted ties of both stances with whom, and one that is asserted and denied."""
        asserted, denied = (self._term(RW + each) for each in (Modality.ASSERTED, Modality.DENIED))
        sides = []
        for stance in sorted(set(stances().values())):
            relations = ", ".join(
                str(self._term(RW + each)) for each, own in stances().items() if own == stance
            )
            sides.append(
                "SELECT MIN(subject, object), MAX(subject, object) FROM tie "
                f"WHERE modality = {asserted} AND relation IN ({relations})"
            )
        links = "SELECT subject, relation, object FROM tie WHERE modality ="
        self._data.execute("DELETE FROM dispute")
        self._data.execute(f"INSERT INTO dispute {' INTERSECT '.join(sides)}")
        self._data.execute(
            "INSERT OR IGNORE INTO dispute SELECT MIN(subject, object), MAX(subject, object) "
            f"FROM ({links} {denied} INTERSECT {links} {asserted})"
        )

    def _ties(self) -> None:
        chosen = "claim c"
        if self._whole:
            self._data.execute("DELETE FROM tie")
        else:
            key = "(subject, relation, object, modality)"
            self._data.execute(f"DELETE FROM tie WHERE {key} IN (SELECT * FROM touched)")
            chosen = f"touched CROSS JOIN claim c USING {key}"
        self._data.execute(
            "INSERT INTO tie SELECT c.subject, c.relation, c.object, c.modality, COUNT(DISTINCT c.id), "
            "COUNT(DISTINCT c.document), COUNT(DISTINCT COALESCE(s.source, d.publisher, -c.document)), "
            f"MIN(c.earliest), MAX(c.latest), MIN(c.iri) FROM {chosen} "
            "JOIN document d ON d.id = c.document LEFT JOIN source s ON s.claim = c.id "
            "GROUP BY c.subject, c.relation, c.object, c.modality"
        )

    def _both_ends(self, table: str, more: str = "NULL", whom: Callable[[str], str] = lambda _: "") -> str:
        """A query for the rows of a table as either end sees them: entity, relation, way, other, and more."""
        both = [self._term(RW + relation) for relation, other in mirrors().items() if relation == other]
        mutual = f"IIF(relation IN ({', '.join(map(str, both))}), {BOTH}, "
        return (
            f"SELECT subject entity, relation, {mutual}{OUT}) way, object other, {more} FROM {table} {whom('subject')} "
            f"UNION ALL SELECT object, relation, {mutual}{IN}), subject, {more} FROM {table} {whom('object')}"
        )

    def _of_everybody(self, table: str) -> None:
        self._data.execute(f"DELETE FROM {table} {self._whom('entity')}")

    def _whom(self, column: str, *more: str) -> str:
        conditions = (*more, *(() if self._whole else (f"{column} IN (SELECT id FROM whom)",)))
        return f"WHERE {' AND '.join(conditions)}" if conditions else ""
