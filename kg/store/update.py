"""A change as one SPARQL update, which Oxigraph runs as one transaction."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from pyoxigraph import BlankNode, NamedNode, Quad

from kg.store.errors import BadChangeError
from kg.store.protocol import Change

# A term's own ``str`` is its serialisation: pyoxigraph has checked the IRI or escaped the literal by then, so
# no text from outside reaches the update unchecked.


def update_text(change: Change) -> str:
    """The SPARQL 1.1 update of ``change``. Raises ``BadChangeError`` for what a store never holds."""
    parts = [f"DROP SILENT GRAPH {NamedNode(iri)}" for iri in change.drop]
    if change.delete:
        parts.append(f"DELETE DATA {{ {graph_blocks(change.delete)} }}")
    if change.insert:
        parts.append(f"INSERT DATA {{ {graph_blocks(change.insert)} }}")
    return " ;\n".join(parts)


def graph_blocks(quads: Iterable[Quad]) -> str:
    """The quads as ``GRAPH`` blocks of an update. Raises ``BadChangeError``."""
    graphs: dict[str, list[str]] = defaultdict(list)
    for quad in quads:
        if not isinstance(quad.graph_name, NamedNode):
            raise BadChangeError("a quad outside every named graph", quad)
        if isinstance(quad.subject, BlankNode) or isinstance(quad.object, BlankNode):
            raise BadChangeError("a quad with a blank node", quad)
        graphs[str(quad.graph_name)].append(f"{quad.triple} .")
    return "\n".join(f"GRAPH {graph} {{ {' '.join(triples)} }}" for graph, triples in graphs.items())
