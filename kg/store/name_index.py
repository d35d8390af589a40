"""A full-text index of names in SQLite: whom a name in any script may mean, without reading all names.

A name is indexed by the words that folding makes of it (``kg.folding.name_words``), so that vowel marks, variants of
alef and ya, case and articles make no difference. SQLite's FTS5 holds the numbers of those words, not the words: its
tokenisers know some scripts and not others. What it gives may hold more than was asked for, never less; ``kg.resolve``
decides. Only a misspelt name is looked for by its words' beginnings, ends and middles, of which one must be right.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

from kg.folding import ARTICLES, fold_text, name_words
from kg.iri import typed_id
from kg.store import name_beginnings
from kg.store.name_beginnings import LAST
from kg.store.name_tables import Kind, NameTables

_AT_ONCE = 500
_MOST = 2_000
"""Names that one search gives, and words that one beginning stands for."""
_MOST_WORDS = 2_000
"""Words that share a part with a misspelt one and are compared with it."""
_NEAR_WORDS, _NEAR_NAMES = 12, 150
_SHORTEST_PART = 3
"""Letters of a part of a word that the index knows."""
_ALIKE = 70.0
"""From which score of 100 a word may be another one, misspelt."""


@dataclass(frozen=True, slots=True)
class Named:
    """An actor or a place with its class (an IRI) and all its names, each list sorted."""

    iri: str
    type: str
    preferred: tuple[str, ...]
    others: tuple[str, ...]


class NameIndex(NameTables):
    """Finds those whom a name may mean."""

    def named(self, iris: Iterable[str]) -> list[Named]:
        """Those of ``iris`` that have a name."""
        wanted = json.dumps(list(iris), ensure_ascii=False)
        return self._gather(
            "SELECT id FROM entity WHERE iri IN (SELECT value FROM json_each(?))", [(wanted,)]
        )

    def least(self, iris: Iterable[str]) -> list[tuple[str, str, str]]:
        """Of those of ``iris`` that have preferred names, the least in each language: IRI, language, name."""
        wanted = json.dumps(sorted(iris), ensure_ascii=False)
        return self._data.execute(
            "SELECT iri, tag, MIN(text) FROM json_each(?) JOIN entity ON iri = value "
            "JOIN name ON name.entity = entity.id WHERE kind = ? GROUP BY entity.id, tag",
            (wanted, Kind.PREFERRED),
        ).fetchall()

    def spelled(self, typed: str, iris: Iterable[str] = ()) -> list[Named]:
        """Who is called ``typed`` in some spelling, has it as the last part of the IRI, or is one of ``iris``."""
        spelling, wanted = " ".join(name_words(typed)), typed.strip().strip("<>")
        slug = typed_id(wanted)
        return self._gather(
            "SELECT id FROM entity WHERE iri = ?1 UNION SELECT id FROM entity WHERE slug = ?1 "
            "UNION SELECT entity FROM name WHERE spelling = ?2",
            [(each, spelling) for each in dict.fromkeys((wanted, slug, *iris))],
        )

    def holding(self, typed: str) -> list[Named]:
        """Whose name holds all words of ``typed``, up to some thousands."""
        return self._with_words([self._exactly(word) for word in name_words(typed)], _MOST)

    def beginning(self, typed: str) -> list[Named]:
        """Whose name holds words that begin with those of ``typed``, up to some thousands."""
        return self._with_words([self._from(word) for word in name_words(typed)], _MOST)

    def near(self, typed: str) -> list[Named]:
        """Whose name may be ``typed``, misspelt: the most likely ones, and by far not all."""
        parts = name_words(typed)
        near = [self._alike(word) for word in parts]
        joined = self._alike("".join(parts)) if len(parts) > 1 else []
        spellings = [" ".join(word for _, word in each) for each in product(*(some[:3] for some in near[:4]))]
        found = self._gather("SELECT entity FROM name WHERE spelling = ?", [(each,) for each in spellings])
        groups = [[number for number, _ in some] for some in near if some]
        searches = [groups, [[number for number, _ in joined]]]
        if len(groups) > 1 and not found and not self._with_words(groups, 1):
            searches += [groups[:left] + groups[left + 1 :] for left in range(len(groups))]
        for each in searches:
            found += self._with_words(each, _NEAR_NAMES)
        return list(dict.fromkeys(found))

    def with_part(self, text: str) -> list[Named]:
        """Whose name may hold ``text``, be it in the midst of a word."""
        # Of a word that begins in the midst of the article, the index has the rest.
        parts = [word.removeprefix("ل") for word in name_words(text)]
        if fold_text(text) in ARTICLES or max(map(len, parts), default=0) < _SHORTEST_PART:
            return self.all()
        return self._with_words([self._within(part) for part in parts if len(part) >= _SHORTEST_PART], None)

    def begun(self, typed: str) -> set[int]:
        """The numbers of those with a name that holds, for each word of ``typed``, one that begins with it.

        For whoever is still typing: a word may be a single letter, and an article may be the beginning of a word.
        """
        return name_beginnings.begun(self._rows, typed)

    def everybody(self) -> list[tuple[int, str]]:
        """All numbers with their IRIs."""
        return list(self._data.execute("SELECT id, iri FROM entity"))

    def numbered(self, numbers: Iterable[int]) -> list[Named]:
        """Those with these numbers, sorted by IRI."""
        return self._gather("SELECT ?", [(number,) for number in numbers])

    def ids(self, begun: str, after: str, most: int) -> list[tuple[str, str, str]]:
        """IRIs whose last part begins with ``begun`` and stands behind ``after``: IRI, last part, a name; sorted."""
        return [
            (iri, slug, label)
            for iri, slug, label in self._rows(
                "SELECT iri, slug, (SELECT COALESCE(MIN(text), '') FROM name WHERE entity = entity.id AND kind = 1) "
                "FROM entity WHERE slug >= ? AND slug < ? AND slug > ? ORDER BY slug LIMIT ?",
                (begun, begun + LAST, after, most),
            )
        ]

    def all(self) -> list[Named]:
        """Everybody, sorted by IRI."""
        rows = self._data.execute(
            "SELECT iri, type, kind, text FROM entity JOIN name ON name.entity = entity.id ORDER BY iri"
        )
        return list(_together(rows))

    def _with_words(self, groups: Sequence[Sequence[int]], most: int | None) -> list[Named]:
        """Those with a name that holds a word of each group; none where a group is empty."""
        if not groups or not all(groups):
            return []
        match = " AND ".join(f"({' OR '.join(map(str, group))})" for group in groups)
        limit = -1 if most is None else most
        return self._gather(
            "SELECT entity FROM name WHERE id IN (SELECT rowid FROM said WHERE said MATCH ? LIMIT ?)",
            [(match, limit)],
        )

    def _gather(self, sql: str, values: Iterable[Sequence[object]]) -> list[Named]:
        """Those whose numbers ``sql`` gives for any of ``values``, sorted by IRI."""
        found = sorted({row[0] for each in values for row in self._data.execute(sql, each)})
        rows: list[tuple[str, ...]] = []
        for first in range(0, len(found), _AT_ONCE):
            some = found[first : first + _AT_ONCE]
            rows += self._rows(
                "SELECT iri, type, kind, text FROM entity JOIN name ON name.entity = entity.id "
                f"WHERE entity.id IN ({', '.join('?' * len(some))})",
                some,
            )
        return sorted(_together(rows), key=lambda each: each.iri)

    def _from(self, beginning: str) -> list[int]:
        if len(beginning) < _SHORTEST_PART:
            return []
        within = (beginning, beginning + LAST, _MOST)
        rows = self._data.execute("SELECT id FROM word WHERE word >= ? AND word < ? LIMIT ?", within)
        return [number for (number,) in rows]

    def _within(self, part: str) -> list[int]:
        letters = (part[at : at + 3] for at in range(len(part) - 2))
        match = " AND ".join('"' + each.replace('"', '""') + '"' for each in dict.fromkeys(letters))
        rows = self._data.execute(
            "SELECT id FROM word WHERE id IN (SELECT rowid FROM part WHERE part MATCH ?) AND instr(word, ?)",
            (match, part),
        )
        return [number for (number,) in rows]

    def _alike(self, word: str) -> list[tuple[int, str]]:
        """The words that ``word`` may be, misspelt, with their numbers, the most alike first."""
        # The matcher is slow to import, and most names are found without it.
        from rapidfuzz import fuzz

        third, length = max(2, len(word) // 3), len(word)
        bounds = (int(length * 0.7), int(length * 1.4) + 1, _MOST_WORDS)
        rows = dict[int, str]()
        for column, begun in (("word", word[:third]), ("back", word[: -third - 1 : -1])):
            where = f"{column} >= ? AND {column} < ?"
            rows.update(self._words_where(where, (begun, begun + LAST), bounds))
        if length >= 2 * _SHORTEST_PART:
            middle = (length - _SHORTEST_PART) // 2
            letters = f'"{word[middle : middle + _SHORTEST_PART]}"'
            where = "id IN (SELECT rowid FROM part WHERE part MATCH ?)"
            rows.update(self._words_where(where, (letters.replace('"""', '""""'),), bounds))
        scored = [(fuzz.ratio(word, other), number, other) for number, other in rows.items()]
        alike = sorted((-score, other, number) for score, number, other in scored if score >= _ALIKE)
        return [(number, other) for _, other, number in alike[:_NEAR_WORDS]]

    def _words_where(
        self, where: str, values: tuple[str, ...], bounds: tuple[int, int, int]
    ) -> Iterator[Any]:
        sql = f"SELECT id, word FROM word WHERE {where} AND length(word) BETWEEN ? AND ? LIMIT ?"
        return self._data.execute(sql, (*values, *bounds))


def _together(rows: Iterable[tuple[str, ...]]) -> Iterator[Named]:
    """The rows of each bearer as one; they may come in any order."""
    names: dict[tuple[str, str], list[tuple[int, str]]] = {}
    for iri, type_, kind, text in rows:
        names.setdefault((iri, type_), []).append((int(kind), text))
    for (iri, type_), own in names.items():
        preferred = {text for kind, text in own if kind == Kind.PREFERRED}
        others = {text for kind, text in own if kind != Kind.PREFERRED}
        if preferred:
            yield Named(iri, type_, tuple(sorted(preferred)), tuple(sorted(others)))
