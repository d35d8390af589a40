"""The tables of the index of claims, in SQLite: what each claim says in short, read from the graphs of documents.

The index is a copy that can be made anew at any time. What has been read of a document is known by the digest that the
ledger has of its graph, so that bringing an index up to date reads what has changed.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing, suppress
from pathlib import Path
from urllib.parse import quote

import pyoxigraph as ox

from kg.iri import offsets
from kg.namespaces import DCTERMS, PROV, RW
from kg.query.claim_counts import TABLES, Counts, rules
from kg.query.claim_graphs import Graphs, read_graph, words_at

_MAPPED = 1 << 34
"""Bytes of a file that are read by way of memory, at most."""
_ALL_FROM = 5
"""Where one document in so many has changed, all claims are counted again: that reads them in order."""
_VERSION = 4
"""To be raised with every change of the tables."""
_TABLES = """
CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE term (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE);
CREATE TABLE document (
  id INTEGER PRIMARY KEY, graph TEXT NOT NULL UNIQUE, digest TEXT NOT NULL,
  iri TEXT NOT NULL, sha256 TEXT NOT NULL, name TEXT NOT NULL, title TEXT, date TEXT, earliest TEXT, latest TEXT,
  publisher INTEGER, url TEXT, language TEXT, kept INTEGER NOT NULL, claims INTEGER NOT NULL
);
CREATE TABLE claim (
  id INTEGER PRIMARY KEY, iri TEXT NOT NULL, document INTEGER NOT NULL,
  subject INTEGER NOT NULL, relation INTEGER NOT NULL, object INTEGER NOT NULL, modality INTEGER NOT NULL,
  place INTEGER, speaker INTEGER, earliest TEXT, latest TEXT, own INTEGER NOT NULL, date TEXT,
  start INTEGER NOT NULL, end INTEGER NOT NULL, subject_start INTEGER, subject_end INTEGER, object_start INTEGER,
  object_end INTEGER, place_start INTEGER, place_end INTEGER, confidence REAL NOT NULL, rule INTEGER NOT NULL,
  extractor INTEGER
);
CREATE TABLE source (
  claim INTEGER NOT NULL, position INTEGER NOT NULL, source INTEGER NOT NULL, start INTEGER, end INTEGER,
  PRIMARY KEY (claim, position, source)
) WITHOUT ROWID;
CREATE TABLE quote (
  document INTEGER NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL, text TEXT NOT NULL,
  PRIMARY KEY (document, start, end)
) WITHOUT ROWID;
"""
"""Quotes are there of documents whose texts are not kept."""
_INDEXES = """
CREATE INDEX claim_subject ON claim (subject, relation, object, modality, document, speaker);
CREATE INDEX claim_object ON claim (object, relation, subject, modality, document, speaker);
CREATE INDEX claim_iri ON claim (iri);
CREATE INDEX claim_document ON claim (document);
CREATE INDEX claim_place ON claim (place) WHERE place IS NOT NULL;
CREATE INDEX source_source ON source (source);
CREATE INDEX document_publisher ON document (publisher);
CREATE INDEX document_iri ON document (iri);
"""


def opened(path: Path) -> sqlite3.Connection:
    """An index to be read. Raises ``sqlite3.Error`` where there is none, or one with other tables."""
    # Whoever uses it, it is one thread after another: a server's requests go on in any.
    data = sqlite3.connect(
        f"file:{quote(str(path))}?mode=ro", uri=True, isolation_level=None, check_same_thread=False
    )
    if _said(data, "version") != _version():
        data.close()
        raise sqlite3.DatabaseError("its tables are of another version")
    # Many connections read one file, each once: pages are taken from the system's cache and not copied into their own.
    data.execute(f"PRAGMA mmap_size = {_MAPPED}")
    return data


def state_of(data: sqlite3.Connection) -> str:
    """Which state an index was made of; empty as long as it lacks the inferred links, which come last."""
    return _said(data, "state")


def is_of(path: Path, base: str, state: str) -> bool:
    """Whether there is a whole and sound index of this state at ``path``."""
    try:
        with closing(opened(path)) as data:
            told = _said(data, "base"), state_of(data)
            return told == (base, state) and _is_sound(data)
    except sqlite3.Error:
        return False


def bring_up_to_date(
    path: Path, graphs: Graphs, digests: Mapping[str, str], state: str, last: Path | None = None
) -> None:
    """Makes the index of all ``graphs`` at ``path``, from that of an earlier state at ``last`` if there is one.

    ``digests`` has for a graph what changes with it; one of which it has none is read each time. ``state`` names what
    the graphs and the inferred links are now. The file is there when it has all claims, and is replaced when it has the
    inferred links. Raises ``OSError`` and ``sqlite3.Error``.
    """
    there = {graph: digests.get(graph, "") for graph in graphs}
    draft, early = (path.with_name(f"{path.name}.{os.getpid()}{end}") for end in ("", ".early"))
    try:
        known = _copied(last, draft, graphs.iris.base) if last is not None else {}
        if not known:
            draft.unlink(missing_ok=True)
        with closing(sqlite3.connect(draft, isolation_level=None)) as data:
            # The draft is thrown away if anything goes wrong.
            data.execute("PRAGMA journal_mode = OFF")
            data.execute("PRAGMA synchronous = OFF")
            data.execute("PRAGMA cache_size = -65536")
            counts = _take(data, graphs, known, there)
            shutil.copyfile(draft, early)
            early.replace(path)
            data.execute("BEGIN")
            counts.infer(graphs.inferred(), graphs.registered())
            data.execute("INSERT INTO about VALUES ('state', ?)", (state,))
            data.execute("COMMIT")
        draft.replace(path)
    finally:
        for left in (draft, early):
            with suppress(OSError):
                left.unlink(missing_ok=True)


def _take(
    data: sqlite3.Connection, graphs: Graphs, known: Mapping[str, str], there: Mapping[str, str]
) -> Counts:
    """Takes in what is new ``there`` and forgets what is no more, and counts; ``known`` is what the index holds."""
    past = [graph for graph, digest in known.items() if not digest or there.get(graph) != digest]
    fresh = [graph for graph, digest in there.items() if not digest or known.get(graph) != digest]
    if not known:
        data.executescript(_TABLES + TABLES)
        about = [("version", _version()), ("base", graphs.iris.base)]
        data.executemany("INSERT INTO about VALUES (?, ?)", about)
    writer = _Writer(data, graphs.iris.base)
    counts = Counts(data, writer.term, whole=_ALL_FROM * (len(past) + len(fresh)) > len(there))
    data.execute("BEGIN")
    data.execute("DELETE FROM about WHERE key = 'state'")
    for graph in past:
        _forget(data, graph, counts)
    for graph in fresh:
        counts.touch(writer.add(graph, there[graph], graphs.told(graph)))
    data.execute("COMMIT")
    if not known:
        data.executescript(_INDEXES)
    data.execute("BEGIN")
    counts.count()
    data.execute("COMMIT")
    return counts


def _copied(last: Path, draft: Path, base: str) -> dict[str, str]:
    """Digests by graph of the index at ``last``, copied to ``draft``; none where it cannot be built on."""
    try:
        shutil.copyfile(last, draft)
        with closing(sqlite3.connect(draft, isolation_level=None)) as data:
            if _is_sound(data) and _said(data, "version") == _version() and _said(data, "base") == base:
                return dict(data.execute("SELECT graph, digest FROM document"))
    except (OSError, sqlite3.Error):
        pass
    return {}


def _said(data: sqlite3.Connection, key: str) -> str:
    return next((value for (value,) in data.execute("SELECT value FROM about WHERE key = ?", (key,))), "")


def _is_sound(data: sqlite3.Connection) -> bool:
    return bool(data.execute("PRAGMA quick_check(1)").fetchone() == ("ok",))


def _version() -> str:
    return f"{_VERSION} {rules()}"


def _forget(data: sqlite3.Connection, graph: str, counts: Counts) -> None:
    (document,) = data.execute("SELECT id FROM document WHERE graph = ?", (graph,)).fetchone()
    counts.touch(document)
    data.execute("DELETE FROM source WHERE claim IN (SELECT id FROM claim WHERE document = ?)", (document,))
    for table, key in (("claim", "document"), ("quote", "document"), ("document", "id")):
        data.execute(f"DELETE FROM {table} WHERE {key} = ?", (document,))


class _Writer:
    """Adds documents."""

    def __init__(self, data: sqlite3.Connection, base: str) -> None:
        self._data = data
        self._base = base
        self._terms: dict[str, int] = {}
        self._claims = int(data.execute("SELECT IFNULL(MAX(id), 0) FROM claim").fetchone()[0])

    def add(self, graph: str, digest: str, quads: Iterable[ox.Quad]) -> int:
        """Takes in the claims of a graph that the index does not hold; the number of its document."""
        about, rows, quotes = read_graph(quads)
        days = (about.get(RW + "earliest"), about.get(RW + "latest"))
        publisher = about.get(DCTERMS + "publisher")
        document = self._data.execute(
            "INSERT INTO document (graph, digest, iri, sha256, name, title, date, earliest, latest, publisher, url, "
            f"language, kept, claims) VALUES ({', '.join('?' * 14)})",
            (
                graph,
                digest,
                *(about.get(key, "") for key in ("iri", RW + "sha256", RW + "name")),
                *(about.get(key) for key in (DCTERMS + "title", RW + "date")),
                *days,
                publisher and self.term(publisher),
                *(about.get(DCTERMS + key) for key in ("source", "language")),
                about.get(RW + "textKept") != "false",
                int(about.get(RW + "claimCount", 0)),
            ),
        ).lastrowid
        claims, sources = [], []
        for claim, told, chain in rows:
            self._claims += 1
            claims.append(
                (
                    self._claims,
                    claim.removeprefix(self._base),
                    document,
                    *(self.term(told[RW + key]) for key in ("subject", "predicate", "object", "modality")),
                    self.term(told[RW + "place"]) if RW + "place" in told else None,
                    self.term(chain[-1].source) if chain else None,
                    told.get(RW + "earliest", days[0]),
                    told.get(RW + "latest", days[1]),
                    RW + "earliest" in told,
                    told.get(RW + "date"),
                    *(offsets(told.get(RW + "evidence", "")) or (0, 0)),
                    *(
                        each
                        for key in ("subjectMention", "objectMention", "placeMention")
                        for each in words_at(told.get(RW + key))
                    ),
                    float(told.get(RW + "confidence", 0)),
                    self.term(told.get(RW + "rule", "")),
                    self.term(told[PROV + "wasGeneratedBy"]) if PROV + "wasGeneratedBy" in told else None,
                )
            )
            sources += [(self._claims, step.position, self.term(step.source), *step.words) for step in chain]
        self._data.executemany(f"INSERT INTO claim VALUES ({', '.join('?' * 24)})", claims)
        self._data.executemany("INSERT OR IGNORE INTO source VALUES (?, ?, ?, ?, ?)", sources)
        self._data.executemany(
            "INSERT OR IGNORE INTO quote VALUES (?, ?, ?, ?)", ((document, *each) for each in quotes)
        )
        return int(document or 0)

    def term(self, text: str) -> int:
        """The number that stands for a term."""
        if text not in self._terms:
            self._data.execute("INSERT OR IGNORE INTO term (text) VALUES (?)", (text,))
            (self._terms[text],) = self._data.execute(
                "SELECT id FROM term WHERE text = ?", (text,)
            ).fetchone()
        return self._terms[text]
