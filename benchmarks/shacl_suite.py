"""The W3C's SHACL test suite through the compiled shapes and through pySHACL.

Run: ``python -m benchmarks.shacl_suite FOLDER``, with the folder ``data-shapes-test-suite/tests`` of
https://github.com/w3c/data-shapes. Prints each test that the compiled shapes leave to pySHACL, with the reason, and
each in which either engine finds something else than the suite says; then the counts.

A result is compared by focus node, path, value, kind of constraint, shape and severity; blank nodes, and paths of more
than one property, count as equal.
"""

from __future__ import annotations

import argparse
import logging
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from pyoxigraph import Quad, RdfFormat, parse, serialize
from pyshacl import validate
from rdflib import Graph

from kg.namespaces import SH
from kg.validate.core import compile_shapes
from kg.validate.core.reading import ShapesGraph
from kg.validate.terms import Value, is_blank, is_literal
from kg.validate.triples import Triples, tables_of

_MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#"
_SHT = "http://www.w3.org/ns/shacl-test#"
_PARTS = ("focusNode", "resultPath", "value", "sourceConstraintComponent", "sourceShape", "resultSeverity")

Results: TypeAlias = Counter[tuple[Value | None, ...]]
"""Results by the parts that are compared."""


@dataclass(frozen=True, slots=True)
class Test:
    """One test of the suite. ``expected`` is none where the shapes are to be refused."""

    name: str
    data: tuple[Quad, ...]
    shapes: tuple[Quad, ...]
    expected: Results | None


def tests(folder: Path) -> Iterator[Test]:
    """The tests below ``folder``, by file."""
    for path in sorted(folder.rglob("*.ttl")):
        quads = _read(path)
        triples = Triples(tables_of(quads))
        for entries in triples.table(_MF + "entries").values():
            for entry in ShapesGraph(triples).items(entries[0]):
                yield _test(path, str(path.relative_to(folder).with_suffix("")), entry, triples, quads)


def _test(path: Path, name: str, entry: Value, triples: Triples, quads: tuple[Quad, ...]) -> Test:
    def one(node: Value, predicate: str) -> Value:
        return triples.table(predicate)[node][0]

    def graph(kind: str) -> tuple[Quad, ...]:
        named = Path(str(one(one(entry, _MF + "action"), _SHT + kind)).removeprefix("file://"))
        return quads if named == path else _read(named)

    report = one(entry, _MF + "result")
    expected = None if report == _SHT + "Failure" else _results(triples, report)
    return Test(name, graph("dataGraph"), graph("shapesGraph"), expected)


def _read(path: Path) -> tuple[Quad, ...]:
    return tuple(parse(path.read_bytes(), format=RdfFormat.TURTLE, base_iri=f"file://{path}"))


def _results(triples: Triples, report: Value) -> Results:
    found: Results = Counter()
    for result in triples.table(SH + "result").get(report, ()):
        parts = (next(iter(triples.table(SH + name).get(result, ())), None) for name in _PARTS)
        found[tuple(map(_shown, parts))] += 1
    return found


def _shown(value: Value | None) -> Value | None:
    if value is None or is_literal(value):
        return value
    return "_:" if is_blank(value) else value


def by_compiled(test: Test) -> Results | str:
    """What the compiled shapes find, or why they leave the test to pySHACL."""
    compiled = compile_shapes(test.shapes)
    if compiled.unsupported:
        return next(iter(compiled.unsupported.values()))
    found: Results = Counter()
    for shape, constraint, offence in compiled.found(Triples(tables_of(test.data))):
        path = offence.path or shape.path or (None if shape.walk is None else "_:")
        parts = (offence.focus, path, offence.value, constraint.component, shape.iri, shape.severity)
        found[tuple(map(_shown, parts))] += 1
    return found


def by_pyshacl(test: Test) -> Results | None:
    """What pySHACL finds on rdflib; none where it refuses."""

    def graph(quads: tuple[Quad, ...]) -> Graph:
        return Graph().parse(
            data=serialize([quad.triple for quad in quads], format=RdfFormat.N_TRIPLES), format="nt"
        )

    try:
        _, report, _ = validate(graph(test.data), shacl_graph=graph(test.shapes), do_owl_imports=False)
    # What pySHACL raises has no parent of its own; any refusal is one.
    except Exception:  # noqa: BLE001
        return None
    if not isinstance(report, Graph):
        return None
    triples = Triples(
        tables_of(parse(report.serialize(format="nt", encoding="utf-8"), format=RdfFormat.N_TRIPLES))
    )
    (whole,) = triples.inverse("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")[SH + "ValidationReport"]
    return _results(triples, whole)


def main() -> None:
    """Runs and prints."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path, help="where the tests lie")
    logging.disable(logging.CRITICAL)
    counts: Counter[str] = Counter()
    for test in tests(parser.parse_args().folder.resolve()):
        own, reference = by_compiled(test), by_pyshacl(test)
        counts["tests"] += 1
        counts["pySHACL as the suite says"] += reference == test.expected
        if isinstance(own, str):
            counts["left to pySHACL"] += 1
            print(f"{test.name}: left to pySHACL, because {own} is not compiled")
        elif own == test.expected:
            counts["compiled as the suite says"] += 1
        else:
            print(f"{test.name}: compiled differs from the suite" + _difference(own, test.expected))
        if reference != test.expected:
            print(f"{test.name}: pySHACL differs from the suite")
    print(", ".join(f"{name}: {count}" for name, count in counts.items()))


def _difference(own: Results, expected: Results | None) -> str:
    if expected is None:
        return ", which has it refused"
    return f"; beyond it {sorted((own - expected), key=str)}; less {sorted((expected - own), key=str)}"


if __name__ == "__main__":
    main()
