"""How fast the compiled shapes are, beside pySHACL on the same data in the same run.

Run: ``python -m benchmarks.validation [--triples N] [--on-rdflib N] [--runs N]``. Made-up documents of twenty claims,
with texts, are put into one graph of N triples, of which some are then taken away so that fifty documents break a
shape. The graph is held against ``ontology/shapes`` by the compiled shapes and by pySHACL on Oxigraph and on rdflib,
with the constraints in SPARQL and without; whether all found the same is printed too. On rdflib each triple costs
pySHACL some twenty milliseconds where constraints are in SPARQL, so that there the data is cut to ``--on-rdflib``.
Beside them stand the queries of the SPARQL constraints alone, run on Oxigraph in memory for all nodes at once. Then the
documents are validated one by one and in one call, as ``kg load`` does. All seconds are of CPU time.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import logging
import random
import statistics
import time
import warnings
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from typing import Any, TypeAlias

from pyoxigraph import NamedNode, Quad, RdfFormat, serialize
from pyshacl import validate
from rdflib import SH, Graph

from benchmarks.made_claims import lines
from kg.iri import Iris
from kg.jsonl import claim_of, document_of
from kg.model import Document
from kg.namespaces import PREFIXES, RW
from kg.namespaces import SH as SHACL
from kg.rdf import document_quads
from kg.turtle import read_turtle
from kg.validate import compiled_engine, validate_document, validate_documents
from kg.validate.context import context_of, ontology_quads, referred
from kg.validate.core import Compiled, compile_shapes
from kg.validate.pyshacl_data import Data
from kg.validate.pyshacl_engine import data_store
from kg.validate.shapes import SHAPE, Scope, load_shapes, shape_files
from kg.validate.triples import Triples, tables_of

_Found: TypeAlias = set[tuple[str, str, str]]
"""Focus node, shape and kind of constraint of each result."""
_PLANTED = 50


def documents(claims: int) -> Iterator[tuple[Quad, ...]]:
    """The quads of made-up documents with ``claims`` claims in all."""
    told = (json.loads(line) for line in lines(claims))
    for _, records in groupby(told, key=lambda record: record["document"]):
        own = list(records)
        document = _with_text(document_of(own[0]), own)
        yield tuple(document_quads(document, [claim_of(each, document.sha256) for each in own], Iris()))


def _with_text(document: Document, records: list[dict[str, Any]]) -> Document:
    """The document with a text in which all that its claims quote stands where they say."""
    letters = [" "] * (document.length or 1)
    for record in records:
        named = [record["subject"], record["object"], record["place"], *record["attributed_to"]]
        for words in (record["evidence"], *filter(None, named)):
            letters[words["start"] : words["end"]] = words.get("quote") or words["text"]
    text = "".join(letters)
    return replace(document, text=text, sha256=hashlib.sha256(text.encode()).hexdigest(), length=None)


def planted(made: list[tuple[Quad, ...]]) -> list[Quad]:
    """All quads but one each of fifty documents, without which a shape is broken."""
    chance = random.Random(0)
    harmed = {*chance.sample(range(len(made)), min(_PLANTED, len(made)))}
    found: list[Quad] = []
    for number, quads in enumerate(made):
        if number in harmed:
            needed = [
                quad
                for quad in quads
                if quad.predicate.value in (RW + "modality", RW + "sha256", RW + "rule")
            ]
            lost = chance.choice(sorted(needed, key=str))
            found += (quad for quad in quads if quad != lost)
        else:
            found += quads
    return [Quad(quad.subject, quad.predicate, quad.object) for quad in found]


def compiled(quads: Iterable[Quad], shapes: Compiled) -> _Found:
    """What the compiled shapes find, from quads on."""
    own = tuple(quads)
    triples = Triples(tables_of(own), compiled_engine.axioms(), context_of().known)
    return {
        (
            str(found.offence.focus).removeprefix("_:"),
            found.constraint.source or found.shape.iri,
            found.constraint.component,
        )
        for found in shapes.found(triples)
        if found.offence.focus in triples.subjects
    }


def pyshacl(data: Any, shapes: Graph, subjects: set[str]) -> _Found:
    """What pySHACL finds in data that it has in the form it likes."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        _, report, _ = validate(
            data, shacl_graph=shapes, inference="none", inplace=True, do_owl_imports=False
        )
    assert isinstance(report, Graph)
    found = set()
    for result in report.objects(None, SH.result):
        source = report.value(result, SH.sourceConstraint) or report.value(result, SH.sourceShape)
        found.add(
            (
                str(report.value(result, SH.focusNode)),
                str(source),
                str(report.value(result, SH.sourceConstraintComponent)),
            )
        )
    return {each for each in found if each[0] in subjects}


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--triples", type=int, default=100_000, help="how many triples (default 100,000)")
    parser.add_argument(
        "--on-rdflib",
        type=int,
        default=1_500,
        help="how many, for pySHACL on rdflib with SPARQL (default 1,500)",
    )
    parser.add_argument("--runs", type=int, default=3, help="runs of the fast ones, for a median (default 3)")
    given = parser.parse_args()
    logging.disable(logging.CRITICAL)
    made = list(documents(given.triples // 38))
    quads = planted(made)
    print(f"{len(quads):,} triples, {len(made):,} documents")
    _Round("all constraints", quads, given.runs, with_queries=True).run(on_rdflib=False)
    _Round("core constraints alone", quads, given.runs, with_queries=False).run(on_oxigraph=False)
    _queries(quads)
    few = planted(made[: max(1, given.on_rdflib // 700)])
    _Round(f"all constraints, {len(few):,} triples", few, given.runs, with_queries=True).run()
    _by_document(made, given.runs)


class _Round:
    """One body of data, held against one body of shapes by each engine."""

    def __init__(self, title: str, quads: list[Quad], runs: int, *, with_queries: bool) -> None:
        self._quads = quads
        self._subjects = {getattr(quad.subject, "value", "") for quad in quads}
        self._around = tuple(context_of().about(referred(quads)))
        self._graph = Graph()
        for triple in load_shapes().graphs[Scope.DOCUMENT]:
            if with_queries or triple[1] != SH.sparql:
                self._graph.add(triple)
        shapes = compile_shapes(_shapes(with_queries=with_queries))
        self._found = compiled(quads, shapes)
        self._took = statistics.median(_cpu(lambda: compiled(quads, shapes)) for _ in range(runs))
        print(f"\n{title}\n  compiled             {self._took:9.2f} s      1   {len(self._found)} results")

    def run(self, *, on_oxigraph: bool = True, on_rdflib: bool = True) -> None:
        """Prints what the others took, as a ratio."""
        if on_oxigraph:
            self._other("pySHACL on Oxigraph", Data(data_store(self._quads, self._around)))
        if on_rdflib:
            whole = _n_triples((*self._quads, *self._around, *ontology_quads()))
            self._other("pySHACL on rdflib", Graph().parse(data=whole, format="nt"))

    def _other(self, name: str, data: Any) -> None:
        start = time.process_time()
        found = pyshacl(data, self._graph, self._subjects)
        took = time.process_time() - start
        differ = found ^ self._found
        verdict = f"{len(differ)} results differ" if differ else "the same results"
        print(f"  {name:20} {took:9.2f} s  {took / self._took:5.0f}   {verdict}", flush=True)


def _shapes(*, with_queries: bool) -> Iterator[Quad]:
    for path in shape_files():
        for quad in read_turtle(path):
            wide = quad.subject == NamedNode(SHAPE + "Contradiction")
            if not wide and (with_queries or quad.predicate.value != SHACL + "sparql"):
                yield quad


def _queries(quads: list[Quad]) -> None:
    """The alternative that was not taken: the compiled queries of a SPARQL engine."""
    selects = [note.select for note in load_shapes().notes.values() if note.select]
    print(f"\nthe {len(selects)} SPARQL constraints alone")
    store_made = _cpu(lambda: data_store(quads, context_of().about(referred(quads))))
    store = data_store(quads, context_of().about(referred(quads)))
    asked = _cpu(lambda: [list(store.query(text, prefixes=PREFIXES)) for text in selects])  # type: ignore[arg-type]
    print(f"  on Oxigraph          {asked:9.2f} s, and {store_made:.2f} s to put the data into it")
    shapes = compile_shapes(_shapes(with_queries=True))
    core = compile_shapes(_shapes(with_queries=False))
    both = min(_cpu(lambda: compiled(quads, shapes)) for _ in range(3))
    both -= min(_cpu(lambda: compiled(quads, core)) for _ in range(3))
    print(f"  compiled to Python   {both:9.2f} s")


def _by_document(made: list[tuple[Quad, ...]], runs: int) -> None:
    claims = sum(quad.predicate.value == RW + "statedIn" for quads in made for quad in quads)
    size = sum(map(len, made)) / len(made)
    one = statistics.median(_cpu(lambda quads=quads: validate_document(quads)) for quads in made)  # type: ignore[misc]
    print(f"\none document of {claims / len(made):.0f} claims and {size:.0f} quads: {one * 1000:.1f} ms")
    batch = statistics.median(_cpu(lambda: list(validate_documents(made))) for _ in range(runs))
    print(f"{len(made):,} documents in one call: {batch / claims * 1e6:.0f} microseconds of CPU a claim")


def _n_triples(quads: Iterable[Quad]) -> bytes:
    written = serialize([quad.triple for quad in quads], format=RdfFormat.N_TRIPLES)
    assert written is not None
    return written


def _cpu(run: Callable[[], object]) -> float:
    start = time.process_time()
    run()
    return time.process_time() - start


if __name__ == "__main__":
    main()
