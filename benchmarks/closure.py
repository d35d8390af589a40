"""How long inference takes, beside owlrl on the same links in the same run.

Run: ``python -m benchmarks.closure [--links N] [--alone N]``. Both sides infer from the ontology's axioms
about relations and nothing else, so that both have the same to do, and the results are compared. Then this
program alone, with its rule files, on more links; and one document's worth of change against that graph.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from time import perf_counter

from kg.iri import Iris
from kg.ontology import axioms
from kg.rdf import Link
from kg.reason import Closure, closure, load_rules
from kg.reason.closure import closed
from tests.reason.by_owlrl import by_owlrl, by_rawabit

_BETWEEN_ANY = ("supports", "fights", "attacks", "arms", "alliedWith", "opposes")
_UPWARDS = ("memberOf", "partOf", "commandedBy")
_DOCUMENT = 20


def made_up(size: int) -> list[Link]:
    """Links between a third as many actors, a few of them far busier than the rest; who belongs to whom is a
    tree.
    """
    choice, found = random.Random(0), dict[Link, None]()
    actors = [Iris().actor(f"made-up-{number}") for number in range(size // 3)]
    while len(found) < size:
        one = int(len(actors) * choice.random() ** 2)
        if choice.random() < 0.25:
            found[actors[one], choice.choice(_UPWARDS), actors[one // 8]] = None
        else:
            other = int(len(actors) * choice.random() ** 2)
            found[actors[one], choice.choice(_BETWEEN_ANY), actors[other]] = None
    return [link for link in found if link[0] != link[2]]


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--links", type=int, default=10_000, help="links for both (default 10,000)")
    parser.add_argument(
        "--alone", type=int, default=100_000, help="links for this program alone (default 100,000)"
    )
    given = parser.parse_args()
    _beside_owlrl(made_up(given.links))
    _alone(made_up(given.alone))


def _beside_owlrl(links: list[Link]) -> None:
    start = perf_counter()
    ours = by_rawabit(set(links), axioms())
    between = perf_counter()
    theirs = by_owlrl(set(links), axioms())
    end = perf_counter()
    own, other = between - start, end - between
    same = "the same links" if ours == theirs else f"{len(ours ^ theirs):,} links differ"
    print(f"{len(links):,} links, axioms only: {len(ours):,} inferred, {same}")
    print(f"rawabit       {own:8.2f} s   1.0")
    print(f"owlrl         {other:8.2f} s   {other / own:.0f}")


def _alone(links: list[Link]) -> None:
    start = perf_counter()
    inferred = closure(links, load_rules())
    took = perf_counter() - start
    kinds = Counter(relation for _, relation, _ in inferred)
    most = ", ".join(f"{relation} {count:,}" for relation, count in kinds.most_common(3))
    print(f"\n{len(links):,} links, axioms and rules: {len(inferred):,} inferred ({most})")
    print(f"all at once   {took:8.2f} s")
    kept = Closure(load_rules(), closed(links, load_rules()))
    some = links[:: max(1, len(links) // _DOCUMENT)]
    for name, change in (("removed", kept.remove), ("added", kept.add)):
        start = perf_counter()
        delta = change(some)
        took = perf_counter() - start
        changed = len(delta.added) + len(delta.removed)
        print(f"{len(some)} {name:10} {took:8.4f} s   {changed:,} inferences changed")


if __name__ == "__main__":
    main()
