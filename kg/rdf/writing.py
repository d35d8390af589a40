"""Documents and claims to triples, all for the named graph of the document.

The layout is the one that ``ontology/modules/claims.ttl`` and ``documents.ttl`` define. There are no blank
nodes: the same input gives the same triples.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Quad

from kg.iri import Iris
from kg.model import Claim, Document, Entity, Mention, PartialDate, Span
from kg.namespaces import DCTERMS, OA, PROV, RW, SKOS
from kg.rdf.packing import PackedTriple, Value, quads_of, string
from kg.rdf.terms import TYPE, day, decimal, integer, iri, is_arabic, text, truth

_Pair = tuple[str, Value]


def document_triples(document: Document, claims: Iterable[Claim], iris: Iris) -> list[PackedTriple]:
    """Everything that one document puts into the store: its text, its claims, and whom only it names. Each once.

    ``rw:claimCount`` marks the document as whole: it is written with the rest in one atomic change.
    Raises ``UnstorableError`` for a value that RDF cannot hold.
    """
    distinct = {iris.claim(claim): claim for claim in claims}
    node = iris.document(document.sha256)
    found = dict.fromkeys((node, predicate, value) for predicate, value in _about(document, len(distinct)))
    for about, claim in distinct.items():
        found.update(dict.fromkeys(_claim(about, claim, document, iris)))
    return list(found)


def claim_count(triples: Iterable[PackedTriple]) -> int:
    """How many claims the document says that it states."""
    found = (int(value[0]) for _, predicate, value in triples if predicate == RW + "claimCount")
    return next(found, 0)


def document_quads(document: Document, claims: Iterable[Claim], iris: Iris) -> frozenset[Quad]:
    """``document_triples`` in the graph of the document."""
    return quads_of(document_triples(document, claims, iris), iris.document_graph(document.sha256))


def _claim(about: str, claim: Claim, document: Document, iris: Iris) -> Iterator[PackedTriple]:
    """One claim with its evidence, mentions and sources."""
    for predicate, value in _statement(claim, document, iris):
        yield about, predicate, value
    passage = iris.evidence(document.sha256, claim.evidence.start, claim.evidence.end)
    yield from _words(passage, RW + "Evidence", claim.evidence, document, iris)
    for position, source in enumerate(claim.attributed_to):
        step = iris.attribution(about, position)
        yield about, RW + "attribution", step
        yield step, TYPE, RW + "Attribution"
        yield step, RW + "position", integer(position)
        yield step, RW + "source", _entity(source.entity, document)
        yield step, RW + "mention", _span(source.span, document, iris)
    for mention in (claim.subject, claim.object, *claim.attributed_to):
        yield from _mention(mention, document, iris)
    if claim.place is not None:
        yield from _mention(claim.place, document, iris)


def _about(document: Document, claims: int) -> Iterator[_Pair]:
    name = document.name
    yield TYPE, RW + "Document"
    yield RW + "sha256", string(document.sha256)
    if document.length is None:
        yield RW + "text", text(document.text, name, "text")
    else:
        yield RW + "textKept", truth(value=False)
    yield RW + "name", text(name, name, "name")
    yield RW + "characters", integer(document.characters)
    yield RW + "claimCount", integer(claims)
    yield DCTERMS + "language", text(document.language, name, "language")
    if document.title is not None:
        yield DCTERMS + "title", text(document.title, name, "title")
    if document.source is not None:
        yield DCTERMS + "publisher", text(document.source, name, "source")
    if document.author is not None:
        yield DCTERMS + "creator", text(document.author, name, "author")
    if document.url is not None:
        yield DCTERMS + "source", iri(document.url, name, "url")
    if document.date is not None:
        yield from _date(document.date)


def _statement(claim: Claim, document: Document, iris: Iris) -> Iterator[_Pair]:
    name = document.name
    yield TYPE, RW + "Claim"
    yield RW + "statedIn", iris.document(document.sha256)
    yield RW + "subject", _entity(claim.subject.entity, document)
    yield RW + "predicate", iri(RW + claim.predicate, name, "relation")
    yield RW + "object", _entity(claim.object.entity, document)
    yield RW + "modality", RW + claim.modality.value
    yield RW + "evidence", iris.evidence(document.sha256, claim.evidence.start, claim.evidence.end)
    yield RW + "subjectMention", _span(claim.subject.span, document, iris)
    yield RW + "objectMention", _span(claim.object.span, document, iris)
    yield RW + "confidence", decimal(claim.confidence)
    yield RW + "rule", text(claim.rule, name, "rule")
    yield PROV + "wasGeneratedBy", iri(iris.extraction(claim.extractor), name, "extractor")
    for source in claim.attributed_to:
        yield RW + "attributedTo", _entity(source.entity, document)
    if claim.place is not None:
        yield RW + "place", _entity(claim.place.entity, document)
        yield RW + "placeMention", _span(claim.place.span, document, iris)
    if claim.date is not None:
        yield from _date(claim.date)


def _date(value: PartialDate) -> Iterator[_Pair]:
    yield RW + "date", string(value.value)
    yield RW + "datePrecision", string(value.precision.value)
    yield RW + "earliest", day(value.earliest)
    yield RW + "latest", day(value.latest)


def _mention(mention: Mention, document: Document, iris: Iris) -> Iterator[PackedTriple]:
    words = _span(mention.span, document, iris)
    entity = _entity(mention.entity, document)
    yield from _words(words, RW + "Mention", mention.span, document, iris)
    yield words, RW + "means", entity
    if not mention.entity.known:
        for predicate, value in _described(mention.entity, document):
            yield entity, predicate, value


def _words(node: str, kind: str, span: Span, document: Document, iris: Iris) -> Iterator[PackedTriple]:
    yield node, TYPE, kind
    yield node, OA + "hasSource", iris.document(document.sha256)
    yield node, RW + "start", integer(span.start)
    yield node, RW + "end", integer(span.end)
    yield node, RW + "quote", text(span.quote, document.name, "quote")


def _described(entity: Entity, document: Document) -> Iterator[_Pair]:
    yield TYPE, iri(RW + entity.type, document.name, "class")
    yield RW + "known", truth(value=False)
    labels = {
        _language_of(label, document.language): label for label in (entity.label_ar, entity.label) if label
    }
    for tag, label in labels.items():
        yield SKOS + "prefLabel", text(label, document.name, "label", language=tag)
    if entity.country is not None:
        yield RW + "country", iri(entity.country, document.name, "country")
    if entity.within is not None:
        yield RW + "within", iri(entity.within, document.name, "place")


def _language_of(label: str, language: str) -> str:
    from kg.languages.scripts import scripts

    if not is_arabic(label):
        return "en"
    return language if scripts().get(language) == "arabic" else "ar"


def _span(span: Span, document: Document, iris: Iris) -> str:
    return iris.span(document.sha256, span.start, span.end)


def _entity(entity: Entity, document: Document) -> str:
    return iri(entity.iri, document.name, f"identifier of {entity.label!r}")
