"""Tells small stories: documents whose claims are written down, and what the queries answer over them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace

from pyoxigraph import Quad

from kg.model import Claim, Document, Entity, Mention, Modality, PartialDate, Precision
from kg.namespaces import BASE
from kg.query import find_query, run_query
from kg.query.parameters import Value, Values
from kg.store import EmbeddedStore, Store
from tests.graphs import graph_of

_PRECISIONS = {4: Precision.YEAR, 7: Precision.MONTH, 10: Precision.DAY}


@dataclass(frozen=True, slots=True)
class Said:
    """One statement: slugs of actors, ``place/…`` for places; ``by`` is the chain of sources, innermost first."""

    subject: str
    relation: str
    object: str
    by: tuple[str, ...] = ()
    modality: str = "asserted"
    at: str | None = None
    date: str | None = None


def told(
    name: str, *said: Said, date: str | None = None, publisher: str | None = None
) -> tuple[Document, tuple[Claim, ...]]:
    """A document called ``name`` that says ``said``, one line each, and its claims."""
    lines = [" ".join(filter(None, (name, *_words(each)))) for each in said]
    text = "\n".join(lines)
    digest = hashlib.sha256(text.encode()).hexdigest()
    document = Document(digest, text, name, "en", date=_date(date), source=publisher)
    starts = [sum(len(line) + 1 for line in lines[:index]) for index in range(len(lines))]
    return document, tuple(_claim(document, start, each) for start, each in zip(starts, said, strict=True))


def story(*documents: tuple[Document, tuple[Claim, ...]], extra: Iterable[Quad] = ()) -> EmbeddedStore:
    """A store in memory that holds the told documents and the descriptions in ``extra``."""
    return graph_of(dict(documents), extra=extra)


def answers(
    store: Store, query: str, *columns: str, **values: str | tuple[str, ...]
) -> list[tuple[str | None, ...]]:
    """The rows of a packaged query, only ``columns``, each IRI by its last part. Values are slugs or text."""
    found = run_query(store, find_query(query), _given(query, values))
    chosen = [found.variables.index(column) for column in columns]
    return [tuple(_short(row[index]) for index in chosen) for row in found.rows]


def _given(query: str, values: dict[str, str | tuple[str, ...]]) -> Values:
    kinds = {each.name: each.kind for each in find_query(query).header.parameters}
    given: dict[str, Value | list[Value]] = {}
    for name, value in values.items():
        texts = (value,) if isinstance(value, str) else value
        entity = kinds.get(name) in ("actor", "place", "entity")
        given[name] = [_iri(text) if entity else text for text in texts]
    return given


def _words(said: Said) -> tuple[str | None, ...]:
    return (said.subject, said.relation, said.object, said.at, *said.by)


def _claim(document: Document, start: int, said: Said) -> Claim:
    end = document.text.find("\n", start)
    end = len(document.text) if end < 0 else end

    def mention(slug: str) -> Mention:
        at = document.text.index(slug, start + len(document.name), end)
        return Mention(document.span(at, at + len(slug)), Entity(_iri(slug), "Actor", slug))

    made = Claim(
        document.sha256,
        mention(said.subject),
        said.relation,
        mention(said.object),
        Modality(said.modality),
        document.span(start, end),
        rule="test.told",
        confidence=0.5,
        attributed_to=tuple(mention(source) for source in said.by),
        date=_date(said.date),
    )
    return replace(made, place=mention(said.at)) if said.at else made


def _date(value: str | None) -> PartialDate | None:
    return PartialDate(value, _PRECISIONS[len(value)]) if value else None


def _iri(slug: str) -> str:
    return BASE + (slug if slug.startswith("place/") else f"actor/{slug}")


def _short(term: object) -> str | None:
    value = getattr(term, "value", None)
    return (
        value
        if value is None or not str(value).startswith("http")
        else value.replace("#", "/").rpartition("/")[2]
    )
