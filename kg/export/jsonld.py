"""JSON-LD 1.1: one graph as JSON, its context inside, so that nothing has to be fetched."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Set
from typing import Any

from pyoxigraph import Literal, NamedNode, Quad

from kg.export.names import Prefixes, prefixes_of
from kg.export.turtle_syntax import iris_in
from kg.iri import Iris
from kg.namespaces import RDF, XSD

_TYPE = RDF + "type"
# Larger ones lose digits where JSON numbers are read as binary fractions.
_INTEGER = re.compile(r"0|-?[1-9][0-9]{0,14}")


def jsonld(quads: Set[Quad], iris: Iris) -> Iterator[str]:
    """The triples of all graphs together, in pieces of text, one node a line. Same quads, same text."""
    triples = {quad.triple for quad in quads}
    shown = set(iris_in(triples))
    prefixes = _without_schemes(prefixes_of(iris).used_by(shown), shown)
    nodes: dict[str, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
    for triple in triples:
        assert isinstance(triple.subject, NamedNode)
        assert isinstance(triple.object, NamedNode | Literal)
        own = nodes[triple.subject.value]
        if triple.predicate.value == _TYPE and isinstance(triple.object, NamedNode):
            own["@type"].append(_short(triple.object.value, prefixes))
        else:
            own[_short(triple.predicate.value, prefixes)].append(_value(triple.object, prefixes))
    context = json.dumps(dict(prefixes.namespaces), ensure_ascii=False, indent=4).replace("\n}", "\n  }")
    yield f'{{\n  "@context": {context},\n  "@graph": ['
    for position, iri in enumerate(sorted(nodes)):
        node: dict[str, Any] = {"@id": _short(iri, prefixes)}
        node.update((name, sorted(values, key=_order)) for name, values in sorted(nodes[iri].items()))
        yield f"{',' if position else ''}\n    {json.dumps(node, ensure_ascii=False)}"
    yield "\n  ]\n}\n"


def _without_schemes(prefixes: Prefixes, shown: Set[str]) -> Prefixes:
    """``prefixes`` without any that a full IRI would be taken for: ``geo`` beside ``geo:34.8,39.1``."""
    schemes = {iri.partition(":")[0] for iri in shown}
    return Prefixes(tuple(pair for pair in prefixes.namespaces if pair[0] not in schemes))


def _short(iri: str, prefixes: Prefixes) -> str:
    return prefixes.shorten(iri) or iri


def _value(term: NamedNode | Literal, prefixes: Prefixes) -> Any:
    if isinstance(term, NamedNode):
        return {"@id": _short(term.value, prefixes)}
    value, datatype = term.value, term.datatype.value
    if term.language:
        return {"@value": value, "@language": term.language}
    if datatype == XSD + "string":
        return value
    if datatype == XSD + "boolean" and value in ("true", "false"):
        return value == "true"
    if datatype == XSD + "integer" and _INTEGER.fullmatch(value):
        return int(value)
    return {"@value": value, "@type": _short(datatype, prefixes)}


def _order(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
