"""The tables of the index of names, in SQLite: names go in and out, and the words that they are made of."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum
from pathlib import Path
from urllib.parse import quote

from kg.folding import name_words
from kg.iri import last_part

_TABLES = """
CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE entity (id INTEGER PRIMARY KEY, iri TEXT NOT NULL UNIQUE, slug TEXT NOT NULL, type TEXT NOT NULL);
CREATE INDEX entity_slug ON entity (slug);
CREATE TABLE name (
  id INTEGER PRIMARY KEY, entity INTEGER NOT NULL, kind INTEGER NOT NULL, text TEXT NOT NULL, tag TEXT NOT NULL,
  spelling TEXT NOT NULL, UNIQUE (entity, text, kind, tag)
);
CREATE INDEX name_spelling ON name (spelling);
CREATE TABLE word (id INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE, back TEXT NOT NULL);
CREATE INDEX word_back ON word (back);
CREATE TABLE begins (
  word TEXT NOT NULL, name INTEGER NOT NULL, entity INTEGER NOT NULL, PRIMARY KEY (word, name)
) WITHOUT ROWID;
CREATE VIRTUAL TABLE said USING fts5(words, content='', detail=none, tokenize='ascii');
CREATE VIRTUAL TABLE part USING fts5(word, content='', detail=none, tokenize='trigram');
"""
_KEPT = 100_000
"""Words whose numbers are kept at hand."""


class Kind(IntEnum):
    """What a name is to its bearer."""

    PREFERRED = 1
    ALTERNATIVE = 2
    HIDDEN = 3
    AMBIGUOUS = 4


class NameTables:
    """The names of one graph. Whatever SQLite finds wrong is raised as ``sqlite3.Error``."""

    def __init__(self, path: Path | None = None, *, writable: bool = True) -> None:
        """Opens the index in a file, which must be there unless it is ``writable``, or makes one in memory."""
        if path is None:
            self._data = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        else:
            mode = "rwc" if writable else "ro"
            # Whoever uses it, it is one thread after another: a server's requests go on in any.
            self._data = sqlite3.connect(
                f"file:{quote(str(path))}?mode={mode}",
                uri=True,
                isolation_level=None,
                check_same_thread=False,
            )
        self._words: dict[str, int] = {}
        if writable and not self._rows("SELECT name FROM sqlite_master LIMIT 1"):
            self._data.execute("PRAGMA cache_size = -65536")
            self._data.executescript(_TABLES)

    def close(self) -> None:
        """Lets go of the file; what was not saved is gone."""
        self._data.close()

    def mark(self) -> str:
        """What ``save`` was last told; empty where it was told nothing."""
        return next((value for (value,) in self._rows("SELECT value FROM about WHERE key = 'mark'")), "")

    def save(self, mark: str) -> None:
        """Writes all changes to the disk, with a mark."""
        self._begin()
        self._data.execute("INSERT OR REPLACE INTO about VALUES ('mark', ?)", (mark,))
        self._data.execute("COMMIT")

    def knows(self, iri: str) -> bool:
        """Whether this has a name."""
        return bool(self._rows("SELECT 1 FROM entity WHERE iri = ?", (iri,)))

    def type(self, iri: str, type_: str) -> None:
        """Takes in the class of an actor or a place."""
        self._begin()
        self._data.execute(
            "INSERT INTO entity (iri, slug, type) VALUES (?, ?, ?) "
            "ON CONFLICT (iri) DO UPDATE SET type = excluded.type",
            (iri, last_part(iri), type_),
        )

    def add(self, iri: str, kind: Kind, text: str, tag: str) -> None:
        """Takes in a name of somebody whose class is known; one that is there already changes nothing."""
        self._begin()
        words = name_words(text)
        done = self._data.execute(
            "INSERT OR IGNORE INTO name (entity, kind, text, tag, spelling) "
            "SELECT id, ?, ?, ?, ? FROM entity WHERE iri = ?",
            (kind, text, tag, " ".join(words), iri),
        )
        if done.rowcount:
            self._data.execute(
                "INSERT INTO said (rowid, words) VALUES (?, ?)", (done.lastrowid, self._numbers(words))
            )
            self._data.executemany(
                "INSERT OR IGNORE INTO begins SELECT ?, id, entity FROM name WHERE id = ?",
                ((word, done.lastrowid) for word in words),
            )

    def fill(self, bearers: Iterable[tuple[str, str]], names: Iterable[tuple[str, Kind, str, str]]) -> None:
        """Takes in everybody at once, into an empty index: IRIs with classes, and what ``add`` takes, each once."""
        self._begin()
        entities: dict[str, int] = {}
        rows = (
            (entities.setdefault(iri, len(entities) + 1), iri, last_part(iri), type_)
            for iri, type_ in bearers
        )
        self._data.executemany("INSERT INTO entity VALUES (?, ?, ?, ?)", rows)
        words: dict[str, int] = {}
        said: list[tuple[int, str]] = []
        begins: set[tuple[str, int, int]] = set()

        def spelled() -> Iterator[tuple[object, ...]]:
            for number, (iri, kind, text, tag) in enumerate(names, 1):
                own = name_words(text)
                said.append((number, " ".join(str(words.setdefault(word, len(words) + 1)) for word in own)))
                begins.update((word, number, entities[iri]) for word in own)
                yield number, entities[iri], kind, text, tag, " ".join(own)

        self._data.executemany("INSERT INTO name VALUES (?, ?, ?, ?, ?, ?)", spelled())
        self._data.executemany("INSERT INTO said (rowid, words) VALUES (?, ?)", said)
        self._data.executemany("INSERT INTO begins VALUES (?, ?, ?)", sorted(begins))
        known = [(number, word, word[::-1]) for word, number in words.items()]
        self._data.executemany("INSERT INTO word VALUES (?, ?, ?)", known)
        self._data.executemany("INSERT INTO part (rowid, word) VALUES (?, ?)", (each[:2] for each in known))

    def discard(self, iri: str, kind: Kind, text: str, tag: str) -> None:
        """Forgets a name, and with the last one its bearer."""
        self._begin()
        for name, entity in self._rows(
            "SELECT name.id, entity.id FROM name JOIN entity ON entity.id = name.entity "
            "WHERE iri = ? AND kind = ? AND text = ? AND tag = ?",
            (iri, kind, text, tag),
        ):
            words = name_words(text)
            numbers = self._numbers(words)
            self._data.execute(
                "INSERT INTO said (said, rowid, words) VALUES ('delete', ?, ?)", (name, numbers)
            )
            self._data.executemany(
                "DELETE FROM begins WHERE word = ? AND name = ?", ((word, name) for word in words)
            )
            self._data.execute("DELETE FROM name WHERE id = ?", (name,))
            if not self._rows("SELECT 1 FROM name WHERE entity = ? LIMIT 1", (entity,)):
                self._data.execute("DELETE FROM entity WHERE id = ?", (entity,))

    def size(self) -> int:
        """How many names there are."""
        return int(self._rows("SELECT COUNT(*) FROM name")[0][0])

    def _begin(self) -> None:
        if not self._data.in_transaction:
            self._data.execute("BEGIN IMMEDIATE")

    def _rows(self, sql: str, values: Sequence[object] = ()) -> list[tuple[str, ...]]:
        return self._data.execute(sql, values).fetchall()

    def _exactly(self, word: str) -> list[int]:
        return [number for (number,) in self._data.execute("SELECT id FROM word WHERE word = ?", (word,))]

    def _numbers(self, words: Iterable[str]) -> str:
        return " ".join(str(self._words.get(word) or self._number(word)) for word in words)

    def _number(self, word: str) -> int:
        done = self._data.execute("INSERT OR IGNORE INTO word (word, back) VALUES (?, ?)", (word, word[::-1]))
        if done.rowcount:
            number = done.lastrowid or 0
            self._data.execute("INSERT INTO part (rowid, word) VALUES (?, ?)", (number, word))
        else:
            (number,) = self._exactly(word)
        if len(self._words) < _KEPT:
            self._words[word] = number
        return number
