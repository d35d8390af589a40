"""The document that a graph from outside states, if it states one, all of it, and nothing else."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace

from pyoxigraph import BlankNode, NamedNode, RdfFormat, Triple, parse

from kg.errors import KGError
from kg.iri import Iris
from kg.model import Claim, Document, Mention, Span
from kg.namespaces import RDF, RW
from kg.rdf.reading import Describe, read_claims, read_document
from kg.rdf.writing import document_quads

_NAMED = 3


class MisstatedError(KGError):
    """A graph that is not what this program writes of a document."""

    def __init__(
        self, name: str, problem: str, way_out: str = "export it anew with 'kg export trig'"
    ) -> None:
        super().__init__(f"{name}: {problem}; {way_out}")


def as_stated(document: Document, describe: Describe | None = None) -> Document:
    """The document with what its graph ``stated`` says of it and its claims, ready to be written under any base.

    Written anew it gives the same triples, so that nothing came in which the model has no place for, its text has its
    hash, and every quotation stands where it says. ``describe`` is as for ``read_claims``. Raises ``MisstatedError``.
    """
    assert document.stated is not None
    name = document.name
    quads = tuple(parse(document.stated, format=RdfFormat.N_QUADS))
    triples = frozenset(quad.triple for quad in quads)
    _refuse_blank(triples, name)
    nodes = [each.subject for each in triples if each.predicate == _TYPE and each.object == _DOCUMENT]
    base, _, _ = str(getattr(next(iter(nodes), None), "value", "")).rpartition("document/")
    try:
        found = replace(read_document(quads), origin=document.origin)
        claims = read_claims(quads, describe)
        written = {quad.triple for quad in document_quads(found, claims, Iris(base))}
    except (KGError, ValueError, ArithmeticError, KeyError) as error:
        raise MisstatedError(name, f"its graph cannot be read as a document ({_short(error)})") from error
    if found.length is None and hashlib.sha256(found.text.encode()).hexdigest() != found.sha256:
        raise MisstatedError(name, "its text is not the one that its rw:sha256 is of")
    if found.length is None:
        _refuse_misquoted(found, claims)
    _compare(triples, written, name)
    return replace(found, claims=claims)


_TYPE = NamedNode(RDF + "type")
_DOCUMENT = NamedNode(RW + "Document")


def _refuse_blank(triples: Iterable[Triple], name: str) -> None:
    for triple in triples:
        if isinstance(triple.subject, BlankNode) or isinstance(triple.object, BlankNode | Triple):
            raise MisstatedError(
                name, f"its graph has a node without a name, or speaks of statements ({_shown(triple)})"
            )


def _refuse_misquoted(document: Document, claims: Iterable[Claim]) -> None:
    for span in (span for claim in claims for span in _spans(claim)):
        if document.text[span.start : span.end] != span.quote:
            raise MisstatedError(
                document.name, f"its text does not say {span.quote[:60]!r} at {span.start} to {span.end}"
            )


def _spans(claim: Claim) -> Iterator[Span]:
    mentions: tuple[Mention | None, ...] = (claim.subject, claim.object, claim.place, *claim.attributed_to)
    yield claim.evidence
    yield from (each.span for each in mentions if each is not None)


def _compare(stated: frozenset[Triple], written: set[Triple], name: str) -> None:
    """Refuses statements that the document's claims do not account for, and the lack of some that they do."""
    for problem, others in (
        ("its graph holds more than a document and its claims", stated - written),
        ("its graph lacks what its claims call for, or says it otherwise", written - stated),
    ):
        if others:
            some = ", ".join(_shown(each) for each in sorted(others, key=str)[:_NAMED])
            more = f" and {len(others) - _NAMED:,} more" if len(others) > _NAMED else ""
            raise MisstatedError(name, f"{problem}: {some}{more}")


def _shown(triple: Triple) -> str:
    return str(triple)[:240]


def _short(error: Exception) -> str:
    return str(error).partition(";")[0][:240]
