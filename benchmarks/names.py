"""How long the index of names takes to find somebody, and how long a path between two actors takes, both warm.

Run: ``python -m benchmarks.names [--labels N] [--store DIR]``. Made-up groups with a name in Latin and one in Arabic
letters each; for 50 of them, in milliseconds, median and longest: the name as it is, the first letters of its words, a
part of a word, and the name with a letter left out. With ``--store``, also paths between 50 pairs of its actors.
"""

from __future__ import annotations

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from benchmarks.made_claims import World
from kg.folding import name_words
from kg.query.paths import shortest_paths
from kg.rdf import read_links
from kg.store import open_store
from kg.store.name_index import NameIndex
from kg.store.name_tables import Kind


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--labels", type=int, default=100_000, help="how many names (default 100,000)")
    parser.add_argument("--store", help="a store whose links are walked")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        _names(Path(folder) / "names.sqlite", given.labels)
    if given.store:
        _paths(given.store)


def _names(path: Path, labels: int) -> None:
    chance = random.Random(1)
    everybody = World(labels // 2, chance).actors
    index = NameIndex(path)
    start = time.perf_counter()
    rows = ((each.iri, kind, text, tag) for each in everybody for kind, text, tag in (
        (Kind.PREFERRED, each.label, "en"), (Kind.PREFERRED, each.label_ar, "ar")))  # fmt: skip
    index.fill(((each.iri, each.type) for each in everybody), rows)
    index.save("")
    print(
        f"{index.size():,} names indexed in {time.perf_counter() - start:.1f} s, {path.stat().st_size / 1e6:,.0f} MB"
    )
    some = [chance.choice((each.label, each.label_ar)) for each in chance.sample(everybody, 50)]
    for what, typed, search in (
        ("whole name", lambda name: name, index.spelled),
        ("first letters", lambda name: " ".join(word[:7] for word in name_words(name)), index.beginning),
        ("part of a word", lambda name: max(name_words(name), key=len)[1:9], index.with_part),
        ("misspelt", lambda name: name[: len(name) // 2] + name[len(name) // 2 + 1 :], index.near),
    ):
        _print(what, (partial(search, typed(name)) for name in some))
    index.close()


def _paths(folder: str) -> None:
    with open_store(folder, read_only=True) as store:
        links = read_links(store.quads(store.iris.graph("links")))
        actors = sorted({end for subject, _, target in links for end in (subject, target)})
        pairs = [random.Random(number).sample(actors, 2) for number in range(50)]
        print(f"{len(actors):,} actors and places, {len(links):,} links")
        _print("path", (partial(shortest_paths, store, *pair) for pair in pairs))


def _print(what: str, questions: Iterable[Callable[[], object]]) -> None:
    taken = []
    for question in questions:
        start = time.perf_counter()
        question()
        taken.append(1000 * (time.perf_counter() - start))
    print(f"{what:15} median {statistics.median(taken):7.1f} ms, longest {max(taken):7.1f} ms")


if __name__ == "__main__":
    main()
