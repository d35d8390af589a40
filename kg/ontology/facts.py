"""Triples of Turtle files, gathered by subject, with the few look-ups that reading an ontology needs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import BlankNode, Literal, NamedNode

from kg.namespaces import RDF
from kg.turtle import read_turtle

Node = NamedNode | BlankNode
Value = NamedNode | BlankNode | Literal


class Facts:
    """All triples read so far. Blank nodes of different files stay apart."""

    def __init__(self) -> None:
        self._by_subject: dict[Node, dict[str, list[Value]]] = defaultdict(lambda: defaultdict(list))
        self._naming: dict[str, dict[Value, list[Node]]] = {}

    def read(self, path: Path) -> None:
        """Adds a Turtle file. Raises ``RdfSyntaxError`` with its line and column."""
        self._naming = {}
        for quad in read_turtle(path):
            subject, value = quad.subject, quad.object
            if isinstance(subject, Node) and isinstance(value, Value):
                self._by_subject[subject][quad.predicate.value].append(value)

    def subjects(self) -> Iterator[Node]:
        """Every subject, in the order of reading."""
        return iter(self._by_subject)

    def values(self, subject: Node, predicate: str) -> list[Value]:
        """The objects of ``subject predicate``."""
        return self._by_subject[subject][predicate] if subject in self._by_subject else []

    def iris(self, subject: Node, predicate: str) -> list[str]:
        """The objects that are IRIs."""
        return [value.value for value in self.values(subject, predicate) if isinstance(value, NamedNode)]

    def nodes(self, subject: Node, predicate: str) -> list[Node]:
        """The objects that are not literals."""
        return [value for value in self.values(subject, predicate) if isinstance(value, Node)]

    def naming(self, predicate: str, value: Value) -> list[Node]:
        """Every subject with this object, in the order of reading."""
        if predicate not in self._naming:
            found = self._naming[predicate] = defaultdict(list)
            for subject, own in self._by_subject.items():
                for each in own.get(predicate, ()):
                    found[each].append(subject)
        return self._naming[predicate].get(value, [])

    def text(self, subject: Node, predicate: str, language: str | None = None) -> str:
        """The first literal of this language (of any, for None); empty where there is none."""
        for value in self.values(subject, predicate):
            if isinstance(value, Literal) and language in (None, value.language):
                return value.value
        return ""

    def collection(self, head: Node) -> list[Node]:
        """The members of an RDF list."""
        members: list[Node] = []
        while head in self._by_subject:
            members += self.nodes(head, RDF + "first")
            head = next(iter(self.nodes(head, RDF + "rest")), NamedNode(RDF + "nil"))
        return members
