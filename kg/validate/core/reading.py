"""Reads what a shapes graph says of a shape: single values, lists, paths, prefixes."""

from __future__ import annotations

from collections.abc import Iterator

from kg.namespaces import OWL, RDF, RDFS, SH
from kg.validate.paths import Chain, Either, Inverse, Link, Path, Repeated, reversed_, walk
from kg.validate.sparql import UnsupportedError
from kg.validate.terms import BOOLEAN, Value, Words, is_blank, is_literal
from kg.validate.triples import Triples

_FIRST, _REST, _NIL = RDF + "first", RDF + "rest", RDF + "nil"


class ShapesGraph:
    """A shapes graph. Its readers raise ``UnsupportedError`` for what is not as SHACL has it."""

    def __init__(self, triples: Triples) -> None:
        self.triples = triples

    def values(self, node: Value, name: str) -> tuple[Value, ...]:
        """The values of ``sh:name``."""
        return tuple(self.triples.table(SH + name).get(node, ()))

    def one(self, node: Value, name: str) -> Value | None:
        """The value of ``sh:name``, if there is one."""
        found = self.values(node, name)
        if len(found) > 1:
            raise UnsupportedError(f"a shape with {len(found)} values of sh:{name}")
        return found[0] if found else None

    def literals(self, node: Value, name: str) -> Iterator[Words]:
        """The values of ``sh:name``, which are literals."""
        for value in self.values(node, name):
            if not is_literal(value):
                raise UnsupportedError(f"sh:{name} with a value that is no literal")
            yield value

    def iris(self, node: Value, name: str) -> Iterator[str]:
        """The values of ``sh:name``, which are IRIs."""
        for value in self.values(node, name):
            if is_literal(value) or is_blank(value):
                raise UnsupportedError(f"sh:{name} with a value that is no IRI")
            yield str(value)

    def whole(self, node: Value, name: str) -> int | None:
        """The whole number that ``sh:name`` gives."""
        value = self.one(node, name)
        if value is None:
            return None
        if not is_literal(value) or not (value[0].isascii() and value[0].isdigit()):
            raise UnsupportedError(f"sh:{name} with a value that is no whole number")
        return int(value[0])

    def says(self, node: Value, name: str) -> bool:
        """Whether ``sh:name`` is true."""
        value = self.one(node, name)
        if value not in (None, ("true", BOOLEAN, ""), ("false", BOOLEAN, "")):
            raise UnsupportedError(f"sh:{name} with a value that is neither true nor false")
        return value == ("true", BOOLEAN, "")

    def items(self, start: Value) -> tuple[Value, ...]:
        """The members of an RDF list."""
        found: list[Value] = []
        seen: set[Value] = set()
        while start != _NIL:
            first = self.triples.table(_FIRST).get(start, ())
            rest = self.triples.table(_REST).get(start, ())
            if len(first) != 1 or len(rest) != 1 or start in seen:
                raise UnsupportedError("a list that is not well formed in the shapes")
            seen.add(start)
            found.append(first[0])
            start = rest[0]
        return tuple(found)

    def path(self, node: Value, depth: int = 0) -> Path:
        """The property path that ``node`` writes (SHACL, section 2.3.1)."""
        if depth > 50:
            raise UnsupportedError("a path of great depth in the shapes")
        if is_literal(node):
            raise UnsupportedError("a literal as a path in the shapes")
        if not is_blank(node):
            return Link(str(node))
        kinds = [name for name in _PATHS if self.values(node, name)]
        is_list = bool(self.triples.table(_FIRST).get(node))
        if len(kinds) + is_list != 1:
            raise UnsupportedError("a path that is none, or several at once")
        if is_list:
            return Chain(tuple(self.path(each, depth + 1) for each in self.items(node)))
        (kind,) = kinds
        value = self.one(node, kind)
        if value is None:
            raise UnsupportedError("a path without its end")
        if kind == "alternativePath":
            return Either(tuple(self.path(each, depth + 1) for each in self.items(value)))
        inner = self.path(value, depth + 1)
        if kind == "inversePath":
            return Inverse(inner.iri) if isinstance(inner, Link) else reversed_(inner)
        return Repeated(inner, 1 if kind == "oneOrMorePath" else 0, kind != "zeroOrOnePath")

    def prefixes(self, node: Value) -> dict[str, str]:
        """The prefixes of the query of ``node``: those that ``sh:prefixes`` leads to, and the usual three."""
        found = {"rdf": RDF, "rdfs": RDFS, "owl": OWL}
        for declaring in self.values(node, "prefixes"):
            for declaration in self._declarations(declaring):
                prefix, namespace = self.one(declaration, "prefix"), self.one(declaration, "namespace")
                if prefix is None or namespace is None or not is_literal(prefix) or not is_literal(namespace):
                    raise UnsupportedError("a prefix that is not declared by two literals")
                found[prefix[0]] = namespace[0]
        return found

    def _declarations(self, declaring: Value) -> list[Value]:
        imports = walk(Repeated(Link(OWL + "imports"), 0, further=True))
        found = [each for node in imports(self.triples, declaring) for each in self.values(node, "declare")]
        if found:
            return found
        ontologies = self.triples.inverse(RDF + "type").get(OWL + "Ontology", ())
        return [each for ontology in ontologies for each in self.values(ontology, "declare")]


_PATHS = ("inversePath", "alternativePath", "zeroOrMorePath", "oneOrMorePath", "zeroOrOnePath")
