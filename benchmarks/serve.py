"""How long ``kg serve`` takes to answer eight clients, beside ``oxigraph serve`` on the same files in the same run.

Run: ``python -m benchmarks.serve [--claims N] [--store DIR] [--clients N] [--requests N]``. Actors are drawn from the
claims, so that one of whom much is said comes as often as in reading. Each client is a process with one connection that
asks one thing after the other; they begin when the server has read what it reads once. Printed are the median
and the 95th percentile in milliseconds, as the clients see them, and answers a second. What the page asks for (search,
actor, neighbourhood, evidence) comes from the JSON API. The questions of ``queries/lookup`` go as SPARQL to both
servers, whose answers must have as many rows.
"""

from __future__ import annotations

import argparse
import http.client
import json
import multiprocessing
import random
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode, urlsplit

from pyoxigraph import Literal, NamedNode

from benchmarks.made_claims import made_store
from benchmarks.served import served
from kg.namespaces import RW, SKOS
from kg.query import find_query
from kg.query.parameters import bind
from kg.store import EmbeddedStore, open_store
from kg.store.layout import Layout
from kg.web.indexing import WORTH

_DRAWN = 400
_Values = dict[str, str | int | NamedNode | Literal | Sequence[str | int | NamedNode | Literal]]
_JSON = "application/sparql-results+json"


@dataclass(frozen=True, slots=True)
class _Claim:
    """Two actors, what ties them, and a name of the first."""

    subject: str
    relation: str
    object: str
    name: str


@dataclass(frozen=True, slots=True)
class _Figures:
    median: float
    late: float
    """The 95th percentile, in milliseconds like the median."""
    rate: float


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--claims", type=int, default=20_000, help="how many claims (default 20,000)")
    parser.add_argument("--store", type=Path, help="a store that is there, instead of a new one")
    parser.add_argument("--clients", type=int, default=8, help="how many ask at once (default 8)")
    parser.add_argument("--requests", type=int, default=100, help="how often each asks (default 100)")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        place = given.store or made_store(folder, given.claims)
        with open_store(place, read_only=True) as store:
            drawn = _drawn(store)
            texts = _texts(store, drawn)
            # The same files, as the other server would have loaded them.
            store.snapshot(folder / "raw")
        measure = _Measure(given.clients, given.requests)
        began = time.perf_counter()
        with served(place) as ours, _theirs(folder / "raw") as theirs:
            print(f"both servers after {time.perf_counter() - began:.1f} s", flush=True)
            print(f"the index of claims after {_indexed(place):.1f} s; milliseconds, {given.clients} clients")
            print(f"{'':28} {'median':>8} {'95 %':>8} {'a second':>9}")
            _warmed(ours, drawn[0])
            for title, paths in _pages(drawn).items():
                _show(title, measure(ours, paths))
            for title, queries in texts.items():
                asked = [f"?{urlencode({'query': text})}" for text in queries]
                _same(ours, theirs, asked)
                own = measure(ours, [f"/sparql{each}" for each in asked])
                other = measure(theirs, [f"/query{each}" for each in asked])
                _show(f"{title}, kg serve", own)
                _show(f"{title}, oxigraph serve", other)
                print(
                    f"{'':28} {own.median / other.median:8.2f} {own.late / other.late:8.2f}   times as long"
                )


def _indexed(store: Path) -> float:
    """Waits until the server counts from its index of claims; the seconds that took. A small store has none."""
    began = time.perf_counter()
    if Layout(store).ledger.stat().st_size >= WORTH:
        while not any(store.glob("serving/*/*/claims.sqlite")):
            time.sleep(0.1)
    return time.perf_counter() - began


def _warmed(address: str, somebody: _Claim) -> None:
    """Waits until the server has read what it reads once of a store, as the first who asks does."""
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=120)
    _answer(connection, f"/api/entity?{urlencode({'id': somebody.subject})}")
    connection.close()


def _drawn(store: EmbeddedStore) -> list[_Claim]:
    """Claims at random, the same ones on every run: one of each document that is drawn."""
    chance = random.Random(1)
    documents = sorted(store.ledger.loaded())
    drawn: list[_Claim] = []
    while len(drawn) < _DRAWN:
        graph = NamedNode(store.iris.document_graph(chance.choice(documents)))
        rows = store.select(
            f"SELECT ?s ?p ?o {{ GRAPH {graph} {{ ?c <{RW}subject> ?s ; <{RW}predicate> ?p ; <{RW}object> ?o ; "
            f"<{RW}modality> <{RW}asserted> }} FILTER(CONTAINS(STR(?o), '/actor/')) }} ORDER BY ?c"
        ).rows
        if rows:
            drawn.append(_named(store, *(str(getattr(term, "value", "")) for term in chance.choice(rows))))
    return drawn


def _named(store: EmbeddedStore, subject: str, relation: str, target: str) -> _Claim:
    names = store.select(f"SELECT ?name {{ <{subject}> <{SKOS}prefLabel> ?name }} ORDER BY ?name").rows
    name = str(getattr(names[0][0], "value", "")) if names else subject
    return _Claim(subject, relation.removeprefix(RW), target, name)


def _pages(drawn: Sequence[_Claim]) -> dict[str, list[str]]:
    """What the page asks for, by what the user does."""

    def paths(path: str, told: Callable[[_Claim], dict[str, str]]) -> list[str]:
        return [f"/api/{path}?{urlencode(told(each))}" for each in drawn]

    return {
        "search as you type": paths("search", lambda each: {"q": each.name[: 2 + len(each.subject) % 6]}),
        "actor page": paths("entity", lambda each: {"id": each.subject}),
        "neighbourhood": paths("links", lambda each: {"of": each.subject, "limit": "50"}),
        "evidence": paths(
            "evidence",
            lambda each: {"subject": each.subject, "relation": each.relation, "object": each.object},
        ),
    }


def _texts(store: EmbeddedStore, drawn: Sequence[_Claim]) -> dict[str, list[str]]:
    """The questions of the query files, about those who were drawn."""
    asked: dict[str, list[str]] = {"neighbours": [], "evidence-of-link": []}
    for each in drawn:
        ends: _Values = {"subject": NamedNode(each.subject), "object": NamedNode(each.object)}
        of_one: _Values = {"entity": NamedNode(each.subject)}
        for name, values in (("neighbours", of_one), ("evidence-of-link", ends)):
            query = find_query(name)
            asked[name].append(bind(query.text, query.header, values, name=name, iris=store.iris))
    return asked


@contextmanager
def _theirs(data: Path) -> Iterator[str]:
    with socket.create_server(("127.0.0.1", 0)) as free:
        where = f"127.0.0.1:{free.getsockname()[1]}"
    program = str(Path(sys.executable).with_name("oxigraph"))
    command = [program, "serve-read-only", "-l", str(data), "-b", where, "--union-default-graph"]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
        try:
            _wait(where)
            yield f"http://{where}"
        finally:
            process.terminate()


def _wait(where: str) -> None:
    for _ in range(200):
        try:
            http.client.HTTPConnection(where, timeout=5).request("GET", "/")
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise SystemExit(f"no server came up at {where}")


def _same(ours: str, theirs: str, asked: Sequence[str]) -> None:
    for each in asked[:20]:
        counts = []
        for address, path in ((ours, "/sparql"), (theirs, "/query")):
            connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=60)
            counts.append(len(json.loads(_answer(connection, path + each))["results"]["bindings"]))
            connection.close()
        assert counts[0] == counts[1], f"{counts} rows for {each}"


def _answer(connection: http.client.HTTPConnection, path: str) -> bytes:
    connection.request("GET", path, headers={"Accept": f"{_JSON}, application/json"})
    reply = connection.getresponse()
    body = reply.read()
    if reply.status != 200:
        raise SystemExit(f"{path}: {reply.status} {body[:300]!r}")
    return body


@dataclass(frozen=True, slots=True)
class _Measure:
    clients: int
    requests: int

    def __call__(self, address: str, paths: Sequence[str]) -> _Figures:
        """What clients side by side see of ``address``, each asking for its own of ``paths`` in turn."""
        context = multiprocessing.get_context("spawn")
        shares = [
            [paths[(at * 37 + n) % len(paths)] for n in range(self.requests)] for at in range(self.clients)
        ]
        with context.Pool(self.clients) as pool:
            # Each opens its connection and asks once before it counts.
            pool.starmap(_taken, [(address, share[:2]) for share in shares])
            began = time.perf_counter()
            taken = [
                each for own in pool.starmap(_taken, [(address, share) for share in shares]) for each in own
            ]
            whole = time.perf_counter() - began
        ordered = sorted(1000 * each for each in taken)
        return _Figures(statistics.median(ordered), ordered[int(0.95 * len(ordered))], len(ordered) / whole)


def _taken(address: str, paths: Sequence[str]) -> list[float]:
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=120)
    taken = []
    for path in paths:
        start = time.perf_counter()
        _answer(connection, path)
        taken.append(time.perf_counter() - start)
    connection.close()
    return taken


def _show(title: str, figures: _Figures) -> None:
    print(f"{title:28} {figures.median:8.1f} {figures.late:8.1f} {figures.rate:9.0f}", flush=True)


if __name__ == "__main__":
    main()
