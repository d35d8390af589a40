"""How long every query file takes, warm, over made-up claims.

Run: ``python -m benchmarks.queries [--claims N] [--store DIR] [--only NAME ...]``. A store that has an index of claims
is asked by way of it, as a server and ``kg query`` do. Parameters are drawn from the data:
an actor of whom much is said (hub), one of the middle, and a rare one, each with the one he has most to do with. A
question about one of them is to take at most 20 ms, one about all at most two seconds. Each is asked once, then again
as often as time allows; printed are the medians in milliseconds of processor time, which other programs on the machine
change little, the rows, and what is over its limit. A question that does not end in time is ended with the process that
runs it, and another goes on.
"""

from __future__ import annotations

import argparse
import multiprocessing
import statistics
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from pyoxigraph import Literal, NamedNode

from benchmarks.made_claims import made_store
from kg.namespaces import DCTERMS, RW
from kg.query import find_query, packaged_queries, run_query
from kg.query.claims import Claims
from kg.query.claims_in import claims_in
from kg.query.indexed_reasons import stated_from
from kg.reason import explain
from kg.store import Store, open_store

_ABOUT_ONE, _ABOUT_ALL = 20.0, 2000.0
"""Milliseconds."""
_TWO_ENDS = {("one", "other"), ("subject", "object"), ("supporter", "supported"), ("fighter", "opponent")}
_OF_ONE = (
    "actor",
    "entity",
    "organisation",
    "supporter",
    "fighter",
    "commander",
    "backer",
    "state",
    "force",
    "one",
)
_Values = dict[str, str]


@dataclass(frozen=True, slots=True)
class Case:
    """One question with its values."""

    name: str
    about: str
    """hub, middle, rare, or all."""
    values: _Values
    why: tuple[str, str, str] | None = None

    @property
    def limit(self) -> float:
        """Milliseconds that it may take."""
        return _ABOUT_ALL if self.about == "all" else _ABOUT_ONE


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--claims", type=int, default=20_000, help="how many claims (default 20,000)")
    parser.add_argument("--store", type=Path, help="a store that is there, instead of a new one")
    parser.add_argument("--only", nargs="*", default=(), metavar="NAME", help="only these queries, or 'why'")
    parser.add_argument("--patience", type=float, default=60, help="seconds a question may take (default 60)")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        store = given.store or made_store(Path(folder), given.claims)
        with open_store(store, read_only=True) as opened:
            asked = [case for case in cases(opened) if not given.only or case.name in given.only]
        over = 0
        print(f"{'ms':>10} {'rows':>9}  about   query")
        for case, taken, rows in measured(store, asked, given.patience):
            slow = taken is None or taken > case.limit
            over += slow
            shown = f"> {given.patience * 1000:.0f}" if taken is None else f"{taken:.1f}"
            mark = f"   over {case.limit:.0f} ms" if slow else ""
            print(f"{shown:>10} {rows:>9,}  {case.about:<7} {case.name}{mark}", flush=True)
        print(f"{over} of {len(asked)} over their limits")


def cases(store: Store) -> Iterator[Case]:
    """Every query file about a hub, a middling and a rare actor and about all, and ``kg why``."""
    drawn = _drawn(store)
    for query in packaged_queries():
        wanted = {each.name for each in query.header.parameters}
        required = {each.name for each in query.header.parameters if each.required}
        if not required:
            yield Case(query.name, "all", {})
        for about, values in drawn.items():
            own = next((_OF_ONE[at] for at in range(len(_OF_ONE)) if _OF_ONE[at] in wanted), None)
            told = {name: values[name] for name in required}
            if not required and own is not None:
                told = {own: values["actor"]}
            elif not required and "source" in wanted:
                told = {"source": values["source"]}
            if told:
                yield Case(query.name, about, told)
            for one, other in _TWO_ENDS:
                if not required and {one, other} <= wanted:
                    pair = {one: values["subject"], other: values["object"]}
                    yield Case(query.name, f"{about} 2", pair)
    for about, values in drawn.items():
        relation = values["relation"]
        yield Case("why", about, {}, (values["subject"], relation, values["object"]))
        yield Case("why", about, {}, (values["subject"], "opponentOf", values["opponent"]))


def _drawn(store: Store) -> dict[str, _Values]:
    """For hub, middle and rare: an actor, whom he has most to do with, an inferred opponent, and what cites him."""
    often = [
        row[0].value
        for row in store.select(
            f"SELECT ?s (COUNT(*) AS ?n) {{ GRAPH <{store.iris.graph('links')}> {{ ?s ?p ?o }} }}"
            " GROUP BY ?s ORDER BY DESC(?n) ?s"
        ).rows
        if isinstance(row[0], NamedNode)
    ]
    (sources,) = zip(
        *store.select(
            f"SELECT ?s {{ ?c <{RW}attributedTo> ?s }} GROUP BY ?s ORDER BY DESC(COUNT(*)) ?s"
        ).rows,
        strict=True,
    )
    places = _places(store)
    nodes = dict(_nodes(store))
    drawn = {}
    for about, part in (("hub", 0.0), ("middle", 0.1), ("rare", 0.9)):
        actor = often[int(part * len(often))]
        source = sources[int(part * len(sources))]
        assert isinstance(source, NamedNode)
        relation, other = _most(store, actor)
        opponent = store.select(
            f"SELECT ?o {{ GRAPH <{store.iris.graph('inferred')}> {{ <{actor}> <{RW}opponentOf> ?o }} }}"
            " ORDER BY ?o LIMIT 1"
        ).rows
        against = opponent[0][0] if opponent else None
        drawn[about] = {
            "actor": actor, "entity": actor, "organisation": actor, "one": actor, "subject": actor,
            "other": other, "object": other, "relation": relation, "source": source.value,
            "said_by": source.value, "name": actor.rpartition("/")[2], "place": places[int(part * len(places))],
            "opponent": against.value if isinstance(against, NamedNode) else other, "documents": "1", **nodes,
        }  # fmt: skip
    return drawn


def _places(store: Store) -> list[str]:
    """Where something is said to happen, those places first that most claims name."""
    rows = store.select(
        f"SELECT ?place {{ ?c <{RW}place> ?place }} GROUP BY ?place ORDER BY DESC(COUNT(*)) ?place"
    ).rows
    return [place.value for (place,) in rows if isinstance(place, NamedNode)]


def _nodes(store: Store) -> Iterator[tuple[str, str]]:
    """A document, a claim, words, the summary of a tie, and a publisher: any that comes first."""
    kinds = {"document": "Document", "claim": "Claim", "words": "Mention", "summary": "TieSummary"}
    asked = {name: f"?it a <{RW}{kind}>" for name, kind in kinds.items()}
    asked["publisher"] = f"?d <{DCTERMS}publisher> ?it"
    for name, pattern in asked.items():
        ((found,),) = store.select(f"SELECT ?it {{ {pattern} }} LIMIT 1").rows
        assert isinstance(found, NamedNode | Literal)
        yield name, found.value


def _most(store: Store, actor: str) -> tuple[str, str]:
    """What ties an actor to the one with whom most claims name him."""
    found = store.select(
        f"SELECT ?p ?o {{ ?c <{RW}subject> <{actor}> ; <{RW}object> ?o ; <{RW}predicate> ?p ;"
        f" <{RW}modality> <{RW}asserted> }}"
        " GROUP BY ?p ?o ORDER BY DESC(COUNT(*)) ?p ?o LIMIT 1"
    ).rows[0]
    relation, other = (term.value for term in found if isinstance(term, NamedNode))
    return relation.removeprefix(RW), other


def measured(store: Path, asked: list[Case], patience: float) -> Iterator[tuple[Case, float | None, int]]:
    """Each case with its milliseconds of processor time, warm, or None after ``patience`` seconds; and its rows."""
    context = multiprocessing.get_context("spawn")
    process = None
    for case in asked:
        if process is None:
            here, there = context.Pipe()
            process = context.Process(target=_answer, args=(str(store), there), daemon=True)
            process.start()
            there.close()
        here.send(case)
        if here.poll(patience + 10):
            yield case, *here.recv()
        else:
            process.kill()
            process.join()
            process = None
            yield case, None, 0
    if process is not None:
        process.kill()
        process.join()


def _answer(folder: str, pipe: Connection) -> None:
    """Runs what comes: once, then again for about a second."""
    with open_store(folder, read_only=True) as store:
        # As a server has them open from question to question.
        claims = claims_in(store)
        while True:
            case: Case = pipe.recv()
            rows, first = _run(store, claims, case)
            taken = []
            again = max(2 if first < 20 else 1, min(15, int(1 / max(first, 0.001))))
            for _ in range(again):
                taken.append(_run(store, claims, case)[1])
            pipe.send((1000 * statistics.median(taken), rows))


def _run(store: Store, claims: Claims, case: Case) -> tuple[int, float]:
    query = None if case.why else find_query(case.name)
    start = time.process_time()
    if query is not None:
        rows = len(run_query(store, query, case.values, claims=claims).rows)
    else:
        rows = (
            len(explain(store, *case.why, limit=3, between=stated_from(claims)).arguments) if case.why else 0
        )
    return rows, time.process_time() - start


if __name__ == "__main__":
    main()
