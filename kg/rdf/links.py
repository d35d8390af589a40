"""The links that a document's claims hold up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from pyoxigraph import NamedNode, Quad

from kg.iri import Iris
from kg.model import Claim, Modality
from kg.namespaces import RW

Link = tuple[str, str, str]
"""Subject IRI, local name of the relation, object IRI."""

_PARTS = frozenset(RW + name for name in ("subject", "predicate", "object", "modality"))


def stated_links(quads: Iterable[Quad]) -> frozenset[Link]:
    """One link for each pair and relation that the claims in a document's graph assert.

    Doubt, denial and hypothesis hold up no link.
    """
    claims: dict[str, dict[str, str]] = defaultdict(dict)
    for quad in quads:
        if quad.predicate.value in _PARTS and isinstance(quad.subject, NamedNode):
            claims[quad.subject.value][quad.predicate.value] = str(getattr(quad.object, "value", ""))
    return frozenset(
        (parts[RW + "subject"], parts[RW + "predicate"].removeprefix(RW), parts[RW + "object"])
        for parts in claims.values()
        if len(parts) == len(_PARTS) and parts[RW + "modality"] == RW + Modality.ASSERTED.value
    )


def asserted_links(claims: Iterable[Claim]) -> frozenset[Link]:
    """The links that ``stated_links`` finds in the graph of a document with these claims."""
    return frozenset(
        (claim.subject.entity.iri, claim.predicate, claim.object.entity.iri)
        for claim in claims
        if claim.modality is Modality.ASSERTED
    )


def link_quads(links: Iterable[Link], graph: str, iris: Iris) -> tuple[Quad, ...]:
    """The plain triples of ``links`` in ``graph`` (``links`` or ``inferred``), sorted."""
    name = NamedNode(iris.graph(graph))
    return tuple(Quad(NamedNode(s), NamedNode(RW + p), NamedNode(o), name) for s, p, o in sorted(links))


def read_links(quads: Iterable[Quad]) -> frozenset[Link]:
    """The links in quads of the links graph or of the inferred graph."""
    return frozenset(
        (quad.subject.value, quad.predicate.value.removeprefix(RW), quad.object.value)
        for quad in quads
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode)
    )
