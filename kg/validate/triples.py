"""Triples in memory as the compiled shapes read them: for each property, from subject to objects.

One body of data is read over the ontology's axioms, which are indexed once and shared: a property that the data does
not use is looked up in the axioms' own table, and what follows from such properties is remembered with them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain
from typing import TypeAlias

from pyoxigraph import Literal, NamedNode, Quad, Store, Triple

from kg.namespaces import RDF, RDFS, SKOS
from kg.rdf import PackedTriple
from kg.validate.terms import Value, unpacked

TYPE = RDF + "type"
SUBCLASS = RDFS + "subClassOf"
PREF_LABEL = SKOS + "prefLabel"

Table: TypeAlias = Mapping[Value, Sequence[Value]]
Tables: TypeAlias = Mapping[str, Table]
"""A table for each property, by its IRI."""
Known: TypeAlias = Mapping[str, tuple[Sequence[Value], Sequence[Value]]]
"""The classes and the preferred labels of nodes that data refers to without describing them."""

NOTHING: Table = {}


def tables_of(quads: Iterable[Quad]) -> dict[str, dict[Value, list[Value]]]:
    """The quads as one table a property, without the names of their graphs; each triple once."""
    tables: dict[str, dict[Value, list[Value]]] = {}
    several: set[tuple[str, Value]] = set()
    for subject, predicate, object_, _ in quads:
        # These lines run for every quad that is ever loaded.
        kind = type(object_)
        value: Value
        if kind is NamedNode:
            value = object_.value
        elif kind is Literal:
            value = (object_.value, object_.datatype.value, object_.language or "")
        elif kind is Triple:
            continue
        else:
            value = str(object_)
        if type(subject) is NamedNode:
            node = subject.value
        elif type(subject) is Triple:
            continue
        else:
            node = str(subject)
        name = predicate.value
        table = tables.get(name)
        if table is None:
            table = tables[name] = {}
        objects = table.get(node)
        if objects is None:
            table[node] = [value]
        else:
            objects.append(value)
            several.add((name, node))
    for name, node_ in several:
        tables[name][node_] = list(dict.fromkeys(tables[name][node_]))
    return tables


def tables_of_packed(triples: Iterable[PackedTriple]) -> dict[str, dict[Value, list[Value]]]:
    """Triples that are plain values already, each there once, as one table a property."""
    tables: dict[str, dict[Value, list[Value]]] = {}
    for subject, predicate, value in triples:
        table = tables.get(predicate)
        if table is None:
            table = tables[predicate] = {}
        objects = table.get(subject)
        if objects is None:
            table[subject] = [value]
        else:
            objects.append(value)
    return tables


class Triples:
    """Data over axioms. Nothing in it changes after it is made."""

    __slots__ = ("_below", "_inverse", "_memos", "_store", "axioms", "own", "subjects", "tables")

    def __init__(
        self,
        own: Tables,
        axioms: Triples | None = None,
        known: Known | None = None,
    ) -> None:
        self.axioms = axioms
        self.own = own
        self.subjects: set[Value] = set().union(*own.values())
        """The nodes that the data itself says something about."""
        above = own if not known else _with_known(own, known, self.subjects)
        tables: dict[str, Table] = {} if axioms is None else dict(axioms.tables)
        for name, table in above.items():
            beneath = tables.get(name)
            tables[name] = table if beneath is None else _merged(beneath, table)
        self.tables: Tables = tables
        self._inverse: dict[str, dict[Value, list[Value]]] = {}
        self._memos: dict[object, dict[Value, tuple[Value, ...]]] = {}
        self._below: dict[Value, frozenset[Value]] = {}
        self._store: Store | None = None

    def table(self, predicate: str) -> Table:
        """From subject to objects."""
        return self.tables.get(predicate, NOTHING)

    def inverse(self, predicate: str) -> Table:
        """From object to subjects."""
        found = self._inverse.get(predicate)
        if found is None:
            beneath = self.axioms
            if beneath is not None and self.table(predicate) is beneath.table(predicate):
                return beneath.inverse(predicate)
            found = self._inverse[predicate] = {}
            for subject, objects in self.table(predicate).items():
                for value in objects:
                    found.setdefault(value, []).append(subject)
        return found

    def below(self, kind: Value) -> frozenset[Value]:
        """The class and all classes below it."""
        if self.axioms is not None and SUBCLASS not in self.own:
            return self.axioms.below(kind)
        found = self._below.get(kind)
        if found is None:
            found = self._below[kind] = frozenset(_reached(kind, self.inverse(SUBCLASS)))
        return found

    def instances(self) -> dict[Value, list[Value]]:
        """Of the nodes that the data says something about, those of each class, not of the classes above it."""
        found: dict[Value, list[Value]] = {}
        types = self.table(TYPE)
        for subject in self.subjects & types.keys():
            for kind in types[subject]:
                found.setdefault(kind, []).append(subject)
        return found

    def remembered(
        self,
        key: object,
        predicates: frozenset[str],
        node: Value,
        reached: Callable[[Triples, Value], Iterable[Value]],
    ) -> tuple[Value, ...]:
        """What ``reached`` finds from ``node`` along ``predicates``, worked out once.

        Where the data uses none of the properties, the axioms remember it for all data.
        """
        axioms = self.axioms
        if axioms is not None and predicates.isdisjoint(self.own):
            if node not in axioms.subjects:
                return tuple(reached(self, node))
            return axioms.remembered(key, predicates, node, reached)
        memo = self._memos.setdefault(key, {})
        found = memo.get(node)
        if found is None:
            found = memo[node] = tuple(reached(self, node))
        return found

    def store(self) -> Store:
        """The same triples for Oxigraph."""
        if self._store is None:
            self._store = Store()
            self._store.extend(
                Quad(subject, NamedNode(name), unpacked(value))
                for name, table in self.tables.items()
                for node, values in table.items()
                for value in values
                if not isinstance(subject := unpacked(node), Literal)
            )
        return self._store


def _with_known(own: Tables, known: Known, subjects: set[Value]) -> Tables:
    """The tables with what is known of nodes that they refer to and give no class."""
    types, labels = own.get(TYPE, NOTHING), own.get(PREF_LABEL, NOTHING)
    objects = chain.from_iterable(chain.from_iterable(table.values() for table in own.values()))
    found = (known.keys() & subjects.union(objects)) - types.keys()
    if not found:
        return own
    described = [(node, *known[node]) for node in found]
    more_types: Table = {node: kinds for node, kinds, _ in described if kinds}
    more_labels: Table = {node: names for node, _, names in described if names}
    return {**own, TYPE: {**types, **more_types}, PREF_LABEL: _merged(labels, more_labels)}


def _merged(beneath: Table, table: Table) -> Table:
    both = beneath.keys() & table.keys()
    if not both:
        return {**beneath, **table}
    return {
        **beneath,
        **table,
        **{node: list(dict.fromkeys([*beneath[node], *table[node]])) for node in both},
    }


def _reached(start: Value, steps: Table) -> set[Value]:
    found, waiting = {start}, [start]
    while waiting:
        for each in steps.get(waiting.pop(), ()):
            if each not in found:
                found.add(each)
                waiting.append(each)
    return found
