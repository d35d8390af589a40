"""Documents and claims to quads, all in the named graph of the document.

The layout is the one that ``ontology/modules/claims.ttl`` and ``documents.ttl`` define. There are no blank
nodes: the same input gives the same quads.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from pyoxigraph import Literal, NamedNode, Quad

from kg.iri import Iris
from kg.model import Claim, Document, Entity, Mention, PartialDate, Span
from kg.namespaces import DCTERMS, OA, PROV, RW, SKOS, XSD
from kg.rdf.terms import TYPE, day, decimal, iri, is_arabic, rw, text

_HAS_SOURCE = NamedNode(OA + "hasSource")
_Pair = tuple[NamedNode, NamedNode | Literal]


def document_quads(document: Document, claims: Iterable[Claim], iris: Iris) -> frozenset[Quad]:
    """Everything that one document puts into the store: its text, its claims, and whom only it names.

    ``rw:claimCount`` marks the document as whole: it is written with the rest in one atomic change.
    Raises ``UnstorableError`` for a value that RDF cannot hold.
    """
    distinct = {iris.claim(claim): claim for claim in claims}
    node, graph = _place(document, iris)
    quads = {Quad(node, predicate, value, graph) for predicate, value in _about(document, len(distinct))}
    for claim in distinct.values():
        quads.update(claim_quads(claim, document, iris))
    return frozenset(quads)


def claim_quads(claim: Claim, document: Document, iris: Iris) -> frozenset[Quad]:
    """One claim with its evidence, mentions and sources. Raises ``UnstorableError``."""
    node, graph = _place(document, iris)
    about = NamedNode(iris.claim(claim))
    quads = {Quad(about, predicate, value, graph) for predicate, value in _statement(claim, document, iris)}
    quads.add(Quad(about, rw("statedIn"), node, graph))
    quads.update(_evidence(claim.evidence, document, iris))
    for position, source in enumerate(claim.attributed_to):
        step = NamedNode(iris.attribution(about.value, position))
        mention = _span(source.span, document, iris)
        quads |= {
            Quad(about, rw("attribution"), step, graph),
            Quad(step, TYPE, rw("Attribution"), graph),
            Quad(step, rw("position"), Literal(position), graph),
            Quad(step, rw("source"), _entity(source.entity, document), graph),
            Quad(step, rw("mention"), mention, graph),
        }
    for mention_ in _mentions(claim):
        quads.update(_mention(mention_, document, iris))
    return frozenset(quads)


def _place(document: Document, iris: Iris) -> tuple[NamedNode, NamedNode]:
    return _nodes(document.sha256, iris)


@lru_cache(maxsize=16)
def _nodes(sha256: str, iris: Iris) -> tuple[NamedNode, NamedNode]:
    """The document, and its graph."""
    return NamedNode(iris.document(sha256)), NamedNode(iris.document_graph(sha256))


def _about(document: Document, claims: int) -> Iterator[_Pair]:
    name = document.name
    yield TYPE, rw("Document")
    yield rw("sha256"), Literal(document.sha256)
    if document.length is None:
        yield rw("text"), text(document.text, name, "text")
    else:
        yield rw("textKept"), Literal("false", datatype=NamedNode(XSD + "boolean"))
    yield rw("name"), text(name, name, "name")
    yield rw("characters"), Literal(document.characters)
    yield rw("claimCount"), Literal(claims)
    yield NamedNode(DCTERMS + "language"), text(document.language, name, "language")
    if document.title is not None:
        yield NamedNode(DCTERMS + "title"), text(document.title, name, "title")
    if document.source is not None:
        yield NamedNode(DCTERMS + "publisher"), text(document.source, name, "source")
    if document.author is not None:
        yield NamedNode(DCTERMS + "creator"), text(document.author, name, "author")
    if document.url is not None:
        yield NamedNode(DCTERMS + "source"), iri(document.url, name, "url")
    if document.date is not None:
        yield from _date(document.date)


def _statement(claim: Claim, document: Document, iris: Iris) -> Iterator[_Pair]:
    name = document.name
    yield TYPE, rw("Claim")
    yield rw("subject"), _entity(claim.subject.entity, document)
    yield rw("predicate"), iri(RW + claim.predicate, name, "relation")
    yield rw("object"), _entity(claim.object.entity, document)
    yield rw("modality"), rw(claim.modality.value)
    yield rw("evidence"), NamedNode(iris.evidence(document.sha256, claim.evidence.start, claim.evidence.end))
    yield rw("subjectMention"), _span(claim.subject.span, document, iris)
    yield rw("objectMention"), _span(claim.object.span, document, iris)
    yield rw("confidence"), decimal(claim.confidence)
    yield rw("rule"), text(claim.rule, name, "rule")
    yield NamedNode(PROV + "wasGeneratedBy"), NamedNode(iris.extraction(claim.extractor))
    for source in claim.attributed_to:
        yield rw("attributedTo"), _entity(source.entity, document)
    if claim.place is not None:
        yield rw("place"), _entity(claim.place.entity, document)
        yield rw("placeMention"), _span(claim.place.span, document, iris)
    if claim.date is not None:
        yield from _date(claim.date)


def _date(value: PartialDate) -> Iterator[_Pair]:
    yield rw("date"), Literal(value.value)
    yield rw("datePrecision"), Literal(value.precision.value)
    yield rw("earliest"), day(value.earliest)
    yield rw("latest"), day(value.latest)


def _mentions(claim: Claim) -> Iterator[Mention]:
    yield claim.subject
    yield claim.object
    yield from claim.attributed_to
    if claim.place is not None:
        yield claim.place


def _evidence(span: Span, document: Document, iris: Iris) -> Iterator[Quad]:
    passage = NamedNode(iris.evidence(document.sha256, span.start, span.end))
    return _words(passage, "Evidence", span, document, iris)


def _mention(mention: Mention, document: Document, iris: Iris) -> Iterator[Quad]:
    _, graph = _place(document, iris)
    words = _span(mention.span, document, iris)
    entity = _entity(mention.entity, document)
    yield from _words(words, "Mention", mention.span, document, iris)
    yield Quad(words, rw("means"), entity, graph)
    if not mention.entity.known:
        for predicate, value in _described(mention.entity, document):
            yield Quad(entity, predicate, value, graph)


def _words(node: NamedNode, kind: str, span: Span, document: Document, iris: Iris) -> Iterator[Quad]:
    source, graph = _place(document, iris)
    yield Quad(node, TYPE, rw(kind), graph)
    yield Quad(node, _HAS_SOURCE, source, graph)
    yield Quad(node, rw("start"), Literal(span.start), graph)
    yield Quad(node, rw("end"), Literal(span.end), graph)
    yield Quad(node, rw("quote"), text(span.quote, document.name, "quote"), graph)


def _described(entity: Entity, document: Document) -> Iterator[_Pair]:
    yield TYPE, iri(RW + entity.type, document.name, "class")
    yield rw("known"), Literal("false", datatype=NamedNode(XSD + "boolean"))
    labels = {
        _language_of(label, document.language): label for label in (entity.label_ar, entity.label) if label
    }
    for tag, label in labels.items():
        yield NamedNode(SKOS + "prefLabel"), text(label, document.name, "label", language=tag)
    if entity.country is not None:
        yield rw("country"), iri(entity.country, document.name, "country")
    if entity.within is not None:
        yield rw("within"), iri(entity.within, document.name, "place")


def _language_of(label: str, language: str) -> str:
    from kg.languages.scripts import scripts

    if not is_arabic(label):
        return "en"
    return language if scripts().get(language) == "arabic" else "ar"


def _span(span: Span, document: Document, iris: Iris) -> NamedNode:
    return NamedNode(iris.span(document.sha256, span.start, span.end))


def _entity(entity: Entity, document: Document) -> NamedNode:
    return iri(entity.iri, document.name, f"identifier of {entity.label!r}")
