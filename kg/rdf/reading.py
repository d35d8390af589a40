"""Quads back to documents and claims."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from decimal import Decimal
from urllib.parse import unquote

from pyoxigraph import Literal, NamedNode, Quad

from kg.iri import is_place
from kg.model import Claim, Document, Entity, Mention, Modality, PartialDate, Precision, Span
from kg.namespaces import DCTERMS, PROV, RDF, RW, SKOS
from kg.rdf.errors import UnreadableGraphError

_TYPE = RDF + "type"
_LABEL = SKOS + "prefLabel"

Describe = Callable[[str], Entity]
"""Gives the entity of an IRI that the document itself does not describe."""


def read_document(quads: Iterable[Quad]) -> Document:
    """The document in the quads of its graph. Raises ``UnreadableGraphError`` where a part is missing."""
    return _Graph(quads).document()


def read_claims(quads: Iterable[Quad], describe: Describe | None = None) -> tuple[Claim, ...]:
    """The claims in the quads of one document's graph, by evidence, then subject and object.

    ``describe`` gives what the reference graph knows of an actor or place; without it an entity that the
    document does not describe has its IRI's last segment as label. Raises ``UnreadableGraphError``.
    """
    return _Graph(quads).claims(describe or bare_entity)


def bare_entity(iri: str) -> Entity:
    """An entity of which only the IRI is known."""
    return Entity(iri, "Place" if is_place(iri) else "Actor", iri.rpartition("/")[2])


class _Graph:
    def __init__(self, quads: Iterable[Quad]) -> None:
        self._facts: dict[str, dict[str, list[NamedNode | Literal]]] = defaultdict(lambda: defaultdict(list))
        for quad in quads:
            if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal):
                self._facts[quad.subject.value][quad.predicate.value].append(quad.object)

    def document(self) -> Document:
        iri = next(iter(self._of_type("Document")), None)
        if iri is None:
            raise UnreadableGraphError("the graph", "document")
        text = self._maybe(iri, RW + "text")
        if text is None and not self._all(iri, RW + "textKept"):
            raise UnreadableGraphError(iri, "text")
        return Document(
            sha256=self._one(iri, RW + "sha256"),
            text=text or "",
            length=int(self._one(iri, RW + "characters")) if text is None else None,
            name=self._one(iri, RW + "name"),
            language=self._one(iri, DCTERMS + "language"),
            title=self._maybe(iri, DCTERMS + "title"),
            date=self._date(iri),
            source=self._maybe(iri, DCTERMS + "publisher"),
            url=self._maybe(iri, DCTERMS + "source"),
            author=self._maybe(iri, DCTERMS + "creator"),
        )

    def claims(self, describe: Describe) -> tuple[Claim, ...]:
        sha256 = self.document().sha256
        found = [self._claim(iri, sha256, describe) for iri in self._of_type("Claim")]
        return tuple(sorted(found, key=_order))

    def _claim(self, iri: str, sha256: str, describe: Describe) -> Claim:
        def mention(node: str, entity: str, words: str) -> Mention:
            return Mention(
                self._span(self._one(node, words)), self._entity(self._one(node, entity), describe)
            )

        steps = sorted(
            self._all(iri, RW + "attribution"), key=lambda step: int(self._one(step, RW + "position"))
        )
        return Claim(
            document=sha256,
            subject=mention(iri, RW + "subject", RW + "subjectMention"),
            predicate=self._one(iri, RW + "predicate").removeprefix(RW),
            object=mention(iri, RW + "object", RW + "objectMention"),
            modality=Modality(self._one(iri, RW + "modality").removeprefix(RW)),
            evidence=self._span(self._one(iri, RW + "evidence")),
            rule=self._one(iri, RW + "rule"),
            confidence=float(Decimal(self._one(iri, RW + "confidence"))),
            attributed_to=tuple(mention(step, RW + "source", RW + "mention") for step in steps),
            place=mention(iri, RW + "place", RW + "placeMention") if self._all(iri, RW + "place") else None,
            date=self._date(iri),
            extractor=unquote(self._one(iri, PROV + "wasGeneratedBy").rpartition("/")[2]),
        )

    def _span(self, iri: str) -> Span:
        start, end = (int(self._one(iri, RW + side)) for side in ("start", "end"))
        return Span(start, end, self._one(iri, RW + "quote"))

    def _entity(self, iri: str, describe: Describe) -> Entity:
        if not self._all(iri, RW + "known"):
            return describe(iri)
        terms = self._facts[iri].get(_LABEL, [])
        labels = {term.language or "": term.value for term in terms if isinstance(term, Literal)}
        local = next((label for language, label in sorted(labels.items()) if language != "en"), None)
        return Entity(
            iri,
            self._one(iri, _TYPE).removeprefix(RW),
            labels.get("en") or local or bare_entity(iri).label,
            local,
            known=False,
            country=self._maybe(iri, RW + "country"),
            within=self._maybe(iri, RW + "within"),
        )

    def _date(self, iri: str) -> PartialDate | None:
        value = self._maybe(iri, RW + "date")
        return PartialDate(value, Precision(self._one(iri, RW + "datePrecision"))) if value else None

    def _of_type(self, name: str) -> list[str]:
        kind = NamedNode(RW + name)
        return sorted(iri for iri, own in self._facts.items() if kind in own.get(_TYPE, ()))

    def _all(self, iri: str, predicate: str) -> list[str]:
        return [term.value for term in self._facts.get(iri, {}).get(predicate, ())]

    def _maybe(self, iri: str, predicate: str) -> str | None:
        return next(iter(self._all(iri, predicate)), None)

    def _one(self, iri: str, predicate: str) -> str:
        value = self._maybe(iri, predicate)
        if value is None:
            raise UnreadableGraphError(iri, predicate.removeprefix(RW))
        return value


def _order(claim: Claim) -> tuple[int, int, int, int, str, str, str]:
    spans = (claim.evidence.start, claim.evidence.end, claim.subject.span.start, claim.object.span.start)
    return (*spans, claim.subject.entity.iri, claim.predicate, claim.object.entity.iri)
