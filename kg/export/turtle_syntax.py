"""Terms and blocks of triples in the syntax that Turtle and TriG share.

rdflib's serializer is not used: it rewrites the lexical form of numbers, holds the whole graph a second time,
and its order of subjects depends on how they refer to each other.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from pyoxigraph import Literal, NamedNode, Triple

from kg.export.names import Prefixes
from kg.namespaces import RDF, RDFS, SKOS, XSD

_WIDTH = 110
_TYPE = RDF + "type"
_FIRST = {_TYPE: 0, SKOS + "prefLabel": 1, RDFS + "label": 2, SKOS + "altLabel": 3}
_INTEGER = re.compile(r"-?[0-9]+")
_DECIMAL = re.compile(r"-?[0-9]+\.[0-9]+")
_SPECIAL = re.compile(r"[\"\\\x00-\x1f\x7f]")
_SPECIAL_LONG = re.compile(r"[\"\\\x00-\x09\x0b-\x1f\x7f]")
_NAMED = {"\t": "\\t", "\n": "\\n", "\r": "\\r", '"': '\\"', "\\": "\\\\"}


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes triples with one set of prefixes, remembering how each IRI is written."""

    prefixes: Prefixes
    _known: dict[str, str] = field(default_factory=dict)

    def header(self) -> Iterator[str]:
        """The prefix declarations, one line each, and an empty line."""
        for prefix, namespace in self.prefixes.namespaces:
            yield f"@prefix {prefix}: <{namespace}> .\n"
        yield "\n"

    def blocks(self, triples: Iterable[Triple], indent: str = "") -> Iterator[str]:
        """One block a subject. Subjects and predicates are sorted by IRI, objects by how they are written."""
        subjects: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        for triple in triples:
            subject, target = triple.subject, triple.object
            assert isinstance(subject, NamedNode)
            assert isinstance(target, NamedNode | Literal)
            subjects[subject.value][triple.predicate.value].add(self.term(target))
        for iri in sorted(subjects):
            facts = subjects[iri]
            lines = [
                self._line(f"{indent}  {self._predicate(predicate)}", sorted(facts[predicate]), indent)
                for predicate in sorted(facts, key=lambda name: (_FIRST.get(name, 9), name))
            ]
            first, *rest = lines
            text = " ;\n".join([first.lstrip(), *rest])
            yield f"{indent}{self.iri(iri)} {text} .\n\n"

    def _line(self, start: str, objects: list[str], indent: str) -> str:
        line = f"{start} {' , '.join(objects)}"
        if len(objects) == 1 or len(line) <= _WIDTH:
            return line
        return f"{start}\n{indent}    " + f" ,\n{indent}    ".join(objects)

    def term(self, term: NamedNode | Literal) -> str:
        """One IRI or literal. The lexical form of a literal is kept."""
        return self.iri(term.value) if isinstance(term, NamedNode) else self._literal(term)

    def iri(self, iri: str) -> str:
        """One IRI, shortened where that is safe."""
        if iri not in self._known:
            self._known[iri] = self.prefixes.shorten(iri) or f"<{iri}>"
        return self._known[iri]

    def _predicate(self, iri: str) -> str:
        return "a" if iri == _TYPE else self.iri(iri)

    def _literal(self, literal: Literal) -> str:
        value, datatype = literal.value, literal.datatype.value
        if literal.language:
            return f"{_quoted(value)}@{literal.language}"
        if datatype == XSD + "string":
            return _quoted(value)
        if datatype == XSD + "integer" and _INTEGER.fullmatch(value) and str(int(value)) == value:
            return value
        if datatype == XSD + "decimal" and _DECIMAL.fullmatch(value) and str(Decimal(value)) == value:
            return value
        if datatype == XSD + "boolean" and value in ("true", "false"):
            return value
        return f"{_quoted(value)}^^{self.iri(datatype)}"


def _quoted(value: str) -> str:
    if "\n" in value:
        return f'"""{_SPECIAL_LONG.sub(_escape, value)}"""'
    return f'"{_SPECIAL.sub(_escape, value)}"'


def _escape(match: re.Match[str]) -> str:
    return _NAMED.get(match[0]) or f"\\u{ord(match[0]):04X}"


def iris_in(triples: Iterable[Triple]) -> Iterator[str]:
    """Every IRI that the text of ``triples`` may show, datatypes included."""
    for triple in triples:
        if isinstance(triple.subject, NamedNode):
            yield triple.subject.value
        yield triple.predicate.value
        yield triple.object.datatype.value if isinstance(triple.object, Literal) else str(triple.object)[1:-1]
