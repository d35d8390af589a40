"""Finds where documents contradict each other: only pairs on which they differ reach the shapes.

Comparing all claims with all claims costs the square of what the busiest actor has. So one pass over the
claims groups them by their two ends, and keeps one claim of each document for each relation and modality.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import NamedNode, Quad

from kg.namespaces import RDF, RW, SKOS
from kg.store import Term
from kg.validate import compiled_engine, pyshacl_engine
from kg.validate.finding import Engine, Finding
from kg.validate.pyshacl_engine import data_store
from kg.validate.report import Result
from kg.validate.shapes import Scope
from kg.validate.triples import Triples, tables_of
from kg.validate.wording import worded

CLAIMS = f"""PREFIX rw: <{RW}>
SELECT ?claim ?subject ?predicate ?object ?modality ?document WHERE {{
  ?claim rw:subject ?subject ; rw:predicate ?predicate ; rw:object ?object ;
    rw:modality ?modality ; rw:statedIn ?document .
}}"""
"""Selects the rows of ``Statement``, in the order of its fields."""


_SHOWN = frozenset((RW + "name", RW + "quote", RW + "evidence", SKOS + "prefLabel"))


@dataclass(frozen=True, slots=True, order=True)
class Statement:
    """What one claim says, in IRIs."""

    claim: str
    subject: str
    predicate: str
    object: str
    modality: str
    document: str

    def quads(self) -> Iterator[Quad]:
        """The statement as the shapes read it."""
        node = NamedNode(self.claim)
        yield Quad(node, NamedNode(RDF + "type"), NamedNode(RW + "Claim"))
        for name in ("subject", "predicate", "object", "modality"):
            yield Quad(node, NamedNode(RW + name), NamedNode(getattr(self, name)))
        yield Quad(node, NamedNode(RW + "statedIn"), NamedNode(self.document))


def statements(rows: Iterable[Iterable[Term | None]]) -> Iterator[Statement]:
    """The rows of ``CLAIMS`` as statements; a row that holds anything but IRIs is left out."""
    for row in rows:
        names = [term.value for term in row if isinstance(term, NamedNode)]
        if len(names) == 6:
            yield Statement(*names)


def candidates(found: Iterable[Statement]) -> tuple[Statement, ...]:
    """Of the pairs on which documents differ, one statement a relation, modality and document; sorted."""
    pairs: dict[frozenset[str], dict[tuple[str, ...], Statement]] = defaultdict(dict)
    for each in found:
        key = (each.subject, each.predicate, each.modality, each.document)
        first = pairs[frozenset((each.subject, each.object))].setdefault(key, each)
        if each.claim < first.claim:
            pairs[frozenset((each.subject, each.object))][key] = each
    return tuple(sorted(each for own in pairs.values() if _differ(own.values()) for each in own.values()))


def _differ(found: Iterable[Statement]) -> bool:
    own = tuple(found)
    said = {(each.predicate, each.modality) for each in own}
    return len(said) > 1 and len({each.document for each in own}) > 1


def contradictions(
    found: tuple[Statement, ...], context: Iterable[Quad], engine: Engine = Engine.COMPILED
) -> Iterator[Result]:
    """The contradictions among ``found``.

    Of ``context``, the names of documents, the labels of actors and the evidence of claims are used, and
    no more: so a claim that is not among ``found`` stays out.
    """
    if not found:
        return
    shown = tuple(quad for quad in context if quad.predicate.value in _SHOWN)
    store = data_store((quad for each in found for quad in each.quads()), shown)
    if engine is Engine.PYSHACL:
        findings = pyshacl_engine.run(store, Scope.ALL_DOCUMENTS)
    else:
        names = [quad for quad in shown if quad.predicate.value == RW + "name"]
        findings = _by_pair(found, names)
        left = compiled_engine.compiled(Scope.ALL_DOCUMENTS).unsupported
        if left:
            findings += pyshacl_engine.run(store, Scope.ALL_DOCUMENTS, only=left)
    for finding in findings:
        yield worded(finding, store)


def _by_pair(found: Iterable[Statement], names: Iterable[Quad]) -> tuple[Finding, ...]:
    """What the shapes find within each pair: documents contradict each other about the same two ends alone."""
    named: dict[str, list[Quad]] = defaultdict(list)
    for quad in names:
        named[getattr(quad.subject, "value", "")].append(quad)
    pairs: dict[frozenset[str], list[Statement]] = defaultdict(list)
    for each in found:
        pairs[frozenset((each.subject, each.object))].append(each)
    findings: list[Finding] = []
    for own in pairs.values():
        quads = [quad for each in own for quad in each.quads()]
        quads += [quad for document in {each.document for each in own} for quad in named[document]]
        triples = Triples(tables_of(quads), compiled_engine.axioms())
        findings += compiled_engine.run(triples, Scope.ALL_DOCUMENTS)
    return tuple(findings)
