"""Values of the calls beneath as the shapes of answers: labels are put to IRIs here, and IRIs are cut to paths."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from kg.iri import is_place
from kg.model import Span
from kg.namespaces import BASE
from kg.query.about_documents import AboutDocument
from kg.query.cited import Argument, Cited
from kg.query.claims import Weight
from kg.query.naming import Naming
from kg.query.ties import Tie, Told
from kg.web.api.shapes import Arg, Claim, ClaimDate, DocumentRef, Evidence, Link, Named

_NONE = Weight(0, None, None)


class Showing:
    """Shows what stands in one store."""

    def __init__(self, naming: Naming) -> None:
        self._naming = naming
        self._base = naming.store.iris.base
        self._named: dict[str, Named] = {}

    def prepare(self, iris: Iterable[str | None]) -> None:
        """Reads the labels of all ``iris`` at once."""
        self._naming.prepare(iri for iri in iris if iri)

    def path(self, iri: str) -> str:
        """The part of an IRI below the base of the store, or of the registry."""
        return iri.removeprefix(self._base) if iri.startswith(self._base) else iri.removeprefix(BASE)

    def named(self, iri: str) -> Named:
        """An actor or a place."""
        if iri not in self._named:
            known = self._naming.candidate(iri)
            self._named[iri] = Named(
                id=iri,
                path=self.path(iri),
                label=known.label,
                label_ar=self._naming.arabic(iri),
                type=known.type,
                kind="place" if is_place(iri) else "actor",
            )
        return self._named[iri]

    def argument(self, argument: Argument) -> Arg:
        """An actor or a place in a claim."""
        words: Span | None = argument.words
        named = self.named(argument.iri)
        return Arg(
            id=named.id,
            path=named.path,
            label=named.label,
            label_ar=named.label_ar,
            type=named.type,
            kind=named.kind,
            start=words.start if words else None,
            end=words.end if words else None,
            text=words.quote if words else None,
        )

    def document(self, about: AboutDocument) -> DocumentRef:
        """A document without its text."""
        return DocumentRef(
            id=about.iri,
            path=self.path(about.iri),
            name=about.name,
            title=about.title,
            date=about.date,
            publisher=about.publisher,
            url=about.url,
            language=about.language,
        )

    def claims(self, cited: Sequence[Cited]) -> list[Claim]:
        """Claims with their words."""
        self.prepare(
            each.iri
            for claim in cited
            for each in (claim.subject, claim.object, *claim.sources, *([claim.place] if claim.place else []))
        )
        return [self._claim(each) for each in cited]

    def _claim(self, cited: Cited) -> Claim:
        dated = cited.earliest or cited.latest
        return Claim(
            id=cited.claim,
            path=self.path(cited.claim),
            subject=self.argument(cited.subject),
            relation=cited.relation,
            object=self.argument(cited.object),
            modality=cited.modality,
            attributed_to=[self.argument(each) for each in cited.sources],
            publisher=cited.document.publisher,
            document=self.document(cited.document),
            evidence=Evidence(start=cited.evidence.start, end=cited.evidence.end, quote=cited.evidence.quote),
            before=cited.before,
            after=cited.after,
            place=self.argument(cited.place) if cited.place else None,
            date=ClaimDate(
                earliest=cited.earliest,
                latest=cited.latest,
                of="claim" if cited.own_date else "document",
            )
            if dated
            else None,
            confidence=cited.confidence,
            rule=cited.rule,
            extractor=cited.extractor,
        )

    def links(
        self,
        ties: Sequence[Tie],
        *,
        weights: Mapping[Told, Weight],
        contradicted: frozenset[Told],
    ) -> list[Link]:
        """Ties with what is told of them."""
        self.prepare(end for tie in ties for end in (tie.subject, tie.object))
        shown = []
        for tie in ties:
            weight = _NONE if tie.inferred else weights.get(tie.told, _NONE)
            shown.append(
                Link(
                    subject=self.named(tie.subject),
                    relation=tie.relation,
                    object=self.named(tie.object),
                    modality=tie.modality,
                    inferred=tie.inferred,
                    claims=tie.claims,
                    documents=tie.documents,
                    **weight._asdict(),
                    contradicted=not tie.inferred and tie.told in contradicted,
                )
            )
        return shown
