"""The tables of the index of claims, in SQLite: what each claim says in short, read from the graphs of documents.

The index is a copy that can be made anew at any time. What has been read of a document is known by the digest that the
ledger has of its graph, so that bringing an index up to date reads what has changed.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, suppress
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

import pyoxigraph as ox

from kg.iri import Iris, start_of
from kg.namespaces import DCTERMS, RW

_VERSION = 1
"""To be raised with every change of the tables."""
_TABLES = """
CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE term (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE);
CREATE TABLE document (
  id INTEGER PRIMARY KEY, graph TEXT NOT NULL UNIQUE, digest TEXT NOT NULL, iri TEXT, name TEXT, publisher INTEGER
);
CREATE TABLE claim (
  id INTEGER PRIMARY KEY, iri TEXT NOT NULL, document INTEGER NOT NULL, start INTEGER NOT NULL,
  subject INTEGER NOT NULL, relation INTEGER NOT NULL, object INTEGER NOT NULL, modality INTEGER NOT NULL,
  place INTEGER, speaker INTEGER, earliest TEXT, latest TEXT, own INTEGER NOT NULL
);
CREATE TABLE source (
  claim INTEGER NOT NULL, position INTEGER NOT NULL, source INTEGER NOT NULL, PRIMARY KEY (claim, position, source)
) WITHOUT ROWID;
"""
_INDEXES = """
CREATE INDEX claim_subject ON claim (subject, relation, object, modality, document, speaker);
CREATE INDEX claim_object ON claim (object, relation, subject, modality, document, speaker);
CREATE INDEX claim_document ON claim (document);
CREATE INDEX claim_place ON claim (place) WHERE place IS NOT NULL;
CREATE INDEX source_source ON source (source);
CREATE INDEX document_publisher ON document (publisher);
"""
_TOLD = tuple(
    ox.NamedNode(iri)
    for iri in (
        *(
            RW + name
            for name in ("subject", "object", "predicate", "modality", "place", "earliest", "latest")
        ),
        *(RW + name for name in ("evidence", "attribution", "position", "source", "name")),
        DCTERMS + "publisher",
    )
)
"""What the index is made of."""


class Graphs:
    """The graphs of documents in Oxigraph's files, to be read while nobody writes them."""

    def __init__(self, data: ox.Store, iris: Iris) -> None:
        self._data = data
        self.iris = iris

    def __iter__(self) -> Iterator[str]:
        """Their IRIs."""
        for name in self._data.named_graphs():
            if isinstance(name, ox.NamedNode) and name.value.startswith(self.iris.document_graphs):
                yield name.value

    def told(self, graph: str) -> Iterator[ox.Quad]:
        """What one of them says that the index is made of. Asked one by one: the rest of a graph is ten times more."""
        for predicate in _TOLD:
            yield from self._data.quads_for_pattern(None, predicate, None, ox.NamedNode(graph))


class _Row(NamedTuple):
    claim: str
    told: Mapping[str, str]
    chain: tuple[tuple[int, str], ...]
    """Position and source, innermost first."""


def opened(path: Path) -> sqlite3.Connection:
    """An index to be read. Raises ``sqlite3.Error`` where there is none, or one with other tables."""
    # Whoever uses it, it is one thread after another: a server's requests go on in any.
    data = sqlite3.connect(
        f"file:{quote(str(path))}?mode=ro", uri=True, isolation_level=None, check_same_thread=False
    )
    if _said(data, "version") != str(_VERSION):
        data.close()
        raise sqlite3.DatabaseError("its tables are of another version")
    return data


def bring_up_to_date(
    path: Path, graphs: Graphs, digests: Mapping[str, str], last: Path | None = None
) -> None:
    """Makes the index of all ``graphs`` at ``path``, from that of an earlier state at ``last`` if there is one.

    ``digests`` has for a graph what changes with it; one of which it has none is read each time. The file is there when
    it is whole. Raises ``OSError`` and ``sqlite3.Error``.
    """
    there = {graph: digests.get(graph, "") for graph in graphs}
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        known = _copied(last, draft, graphs.iris.base) if last is not None else {}
        if not known:
            draft.unlink(missing_ok=True)
        with closing(sqlite3.connect(draft, isolation_level=None)) as data:
            # The draft is thrown away if anything goes wrong.
            data.execute("PRAGMA journal_mode = OFF")
            data.execute("PRAGMA synchronous = OFF")
            data.execute("PRAGMA cache_size = -65536")
            if not known:
                data.executescript(_TABLES)
                data.executemany(
                    "INSERT INTO about VALUES (?, ?)",
                    [("version", str(_VERSION)), ("base", graphs.iris.base)],
                )
            data.execute("BEGIN")
            _forget(
                data, (graph for graph, digest in known.items() if not digest or there.get(graph) != digest)
            )
            writer = _Writer(data, graphs.iris.base)
            for graph, digest in there.items():
                if not digest or known.get(graph) != digest:
                    writer.add(graph, digest, graphs.told(graph))
            data.execute("COMMIT")
            if not known:
                data.executescript(_INDEXES)
        draft.replace(path)
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)


def _copied(last: Path, draft: Path, base: str) -> dict[str, str]:
    """Digests by graph of the index at ``last``, copied to ``draft``; none where it cannot be built on."""
    try:
        shutil.copyfile(last, draft)
        with closing(sqlite3.connect(draft, isolation_level=None)) as data:
            whole = data.execute("PRAGMA quick_check(1)").fetchone() == ("ok",)
            if whole and _said(data, "version") == str(_VERSION) and _said(data, "base") == base:
                return dict(data.execute("SELECT graph, digest FROM document"))
    except (OSError, sqlite3.Error):
        pass
    return {}


def _said(data: sqlite3.Connection, key: str) -> str:
    return next((value for (value,) in data.execute("SELECT value FROM about WHERE key = ?", (key,))), "")


def _forget(data: sqlite3.Connection, graphs: Iterable[str]) -> None:
    for graph in graphs:
        own = "(SELECT id FROM document WHERE graph = ?)"
        data.execute(
            f"DELETE FROM source WHERE claim IN (SELECT id FROM claim WHERE document = {own})", (graph,)
        )
        data.execute(f"DELETE FROM claim WHERE document = {own}", (graph,))
        data.execute("DELETE FROM document WHERE graph = ?", (graph,))


class _Writer:
    """Adds documents."""

    def __init__(self, data: sqlite3.Connection, base: str) -> None:
        self._data = data
        self._base = base
        self._terms: dict[str, int] = {}
        self._claims = int(data.execute("SELECT IFNULL(MAX(id), 0) FROM claim").fetchone()[0])

    def add(self, graph: str, digest: str, quads: Iterable[ox.Quad]) -> None:
        """Takes in the claims of a graph that the index does not hold."""
        about, rows = _read(quads)
        publisher, days = (
            about.get(DCTERMS + "publisher"),
            (about.get(RW + "earliest"), about.get(RW + "latest")),
        )
        document = self._data.execute(
            "INSERT INTO document (graph, digest, iri, name, publisher) VALUES (?, ?, ?, ?, ?)",
            (graph, digest, about.get("iri"), about.get(RW + "name"), publisher and self._term(publisher)),
        ).lastrowid
        claims, sources = [], []
        for row in rows:
            self._claims += 1
            told = row.told
            own = RW + "earliest" in told
            claims.append(
                (
                    self._claims,
                    row.claim.removeprefix(self._base),
                    document,
                    start_of(told.get(RW + "evidence", "")),
                    *(self._term(told[RW + key]) for key in ("subject", "predicate", "object", "modality")),
                    self._term(told[RW + "place"]) if RW + "place" in told else None,
                    self._term(row.chain[-1][1]) if row.chain else None,
                    told.get(RW + "earliest", days[0]),
                    told.get(RW + "latest", days[1]),
                    own,
                )
            )
            sources += [(self._claims, position, self._term(source)) for position, source in row.chain]
        self._data.executemany(f"INSERT INTO claim VALUES ({', '.join('?' * 13)})", claims)
        self._data.executemany("INSERT OR IGNORE INTO source VALUES (?, ?, ?)", sources)

    def _term(self, text: str) -> int:
        if text not in self._terms:
            self._data.execute("INSERT OR IGNORE INTO term (text) VALUES (?)", (text,))
            (self._terms[text],) = self._data.execute(
                "SELECT id FROM term WHERE text = ?", (text,)
            ).fetchone()
        return self._terms[text]


def _read(quads: Iterable[ox.Quad]) -> tuple[dict[str, str], list[_Row]]:
    """What a graph says of its document, under ``iri`` what this is; and its claims."""
    told: dict[str, dict[str, str]] = defaultdict(dict)
    steps: dict[str, list[str]] = defaultdict(list)
    for quad in quads:
        subject, predicate, value = (str(getattr(each, "value", "")) for each in quad.triple)
        if predicate == RW + "attribution":
            steps[subject].append(value)
        else:
            told[subject][predicate] = value
    claims = {node: own for node, own in told.items() if RW + "predicate" in own}
    documents = {node: own for node, own in told.items() if RW + "name" in own}
    about = next(({**own, "iri": node} for node, own in sorted(documents.items())), {})
    rows = [
        _Row(node, own, _chain(told[step] for step in steps[node])) for node, own in sorted(claims.items())
    ]
    return about, rows


def _chain(steps: Iterable[Mapping[str, str]]) -> tuple[tuple[int, str], ...]:
    return tuple(
        sorted(
            (int(step.get(RW + "position", 0)), step[RW + "source"])
            for step in steps
            if RW + "source" in step
        )
    )
