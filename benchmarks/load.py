"""How long loading takes against Oxigraph's own ``extend`` on the same quads, one call a document.

Run: ``python -m benchmarks.load [--documents N] [--shapes]``. Prints seconds and ratios for quads that are
made before the clock starts (raw), for the same through one atomic change a document (store), and for the
whole of ``load`` from claims on: quads, links, inferences, ledger and flush (load), with ``--shapes`` also
through SHACL (load + shapes).
"""

from __future__ import annotations

import argparse
import hashlib
import random
import tempfile
import time
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

import pyoxigraph
from pyoxigraph import Quad

from kg.iri import Iris
from kg.model import Claim, Document, Mention, Modality, RegistryEntry
from kg.pipeline import load
from kg.rdf import document_quads
from kg.registry import load_registry
from kg.store import Change, EmbeddedStore, open_store
from kg.validate import Report

_CLAIMS = 20
_RELATIONS = ("supports", "fights", "alliedWith", "opposes")


class MadeClaims:
    """Claims that were made beforehand, so that extraction is no part of the measure."""

    def __init__(self, made: dict[str, tuple[Claim, ...]]) -> None:
        self._made = made

    def extract(self, document: Document) -> Iterable[Claim]:
        """The claims of ``document``."""
        return self._made[document.sha256]


def corpus(size: int) -> dict[Document, tuple[Claim, ...]]:
    """Documents of twenty claims each between actors of the registry, a few of which are in most of them."""
    actors = [entry for entry in load_registry().entries if not entry.is_place]
    choice = random.Random(0)
    return dict(_document(number, actors, choice) for number in range(size))


def _document(
    number: int, actors: list[RegistryEntry], choice: random.Random
) -> tuple[Document, tuple[Claim, ...]]:
    chosen = [_zipf(actors, choice) for _ in range(2 * _CLAIMS)]
    lines = [
        f"{one.entity.label} ؛ {other.entity.label} ({number})"
        for one, other in zip(chosen[::2], chosen[1::2], strict=True)
    ]
    text = "\n".join(lines)
    document = Document(hashlib.sha256(text.encode()).hexdigest(), text, f"{number}.txt")
    claims, start = [], 0
    for line, one, other in zip(lines, chosen[::2], chosen[1::2], strict=True):
        if one is not other:
            middle = start + len(one.entity.label) + 3
            subject = Mention(document.span(start, start + len(one.entity.label)), one.entity)
            target = Mention(document.span(middle, middle + len(other.entity.label)), other.entity)
            evidence = document.span(start, start + len(line))
            relation = choice.choice(_RELATIONS)
            claims.append(
                Claim(document.sha256, subject, relation, target, Modality.ASSERTED, evidence, "made", 0.9)
            )
        start += len(line) + 1
    return document, tuple(claims)


def _zipf(actors: list[RegistryEntry], choice: random.Random) -> RegistryEntry:
    return actors[min(int(choice.paretovariate(0.8)) - 1, len(actors) - 1)]


def seconds(run: Callable[[Path], None]) -> float:
    """How long ``run`` takes in a folder of its own."""
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        run(Path(folder))
        return time.perf_counter() - start


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--documents", type=int, default=500, help="how many documents (default 500)")
    parser.add_argument("--shapes", action="store_true", help="also measure with SHACL")
    given = parser.parse_args()
    made = corpus(given.documents)
    quads = [tuple(document_quads(document, claims, Iris())) for document, claims in made.items()]
    print(f"{len(made):,} documents, {sum(map(len, made.values())):,} claims, {sum(map(len, quads)):,} quads")
    raw = seconds(lambda folder: _raw(folder, quads))
    print(f"raw           {raw:8.2f} s   1.0")
    ways: dict[str, Callable[[EmbeddedStore], object]] = {
        "store": lambda store: _changes(store, quads),
        "load": lambda store: load(
            made, store, extractor=MadeClaims(_by_hash(made)), validator=lambda _: Report()
        ),
    }
    if given.shapes:
        ways["load + shapes"] = lambda store: load(made, store, extractor=MadeClaims(_by_hash(made)))
    for name, way in ways.items():
        took = seconds(partial(_ours, way=way))
        print(f"{name:13} {took:8.2f} s   {took / raw:.1f}")


def _by_hash(made: dict[Document, tuple[Claim, ...]]) -> dict[str, tuple[Claim, ...]]:
    return {document.sha256: claims for document, claims in made.items()}


def _raw(folder: Path, quads: list[tuple[Quad, ...]]) -> None:
    store = pyoxigraph.Store(folder / "data")
    for each in quads:
        store.extend(each)
    store.flush()


def _ours(folder: Path, way: Callable[[EmbeddedStore], object]) -> None:
    with open_store(folder / "store") as store:
        way(store)


def _changes(store: EmbeddedStore, quads: list[tuple[Quad, ...]]) -> None:
    for each in quads:
        store.apply(Change(insert=each))
    store.flush()


if __name__ == "__main__":
    main()
