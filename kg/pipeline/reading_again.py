"""Documents of a store read again from the texts in it, with the registry as it is now; others are left and named."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kg.model import RULES, Document
from kg.pipeline.loading import load
from kg.pipeline.recording import was_read
from kg.pipeline.report import LoadReport, Progress
from kg.rdf import UnreadableGraphError, read_document
from kg.store import Entry, Store


@dataclass(frozen=True, slots=True)
class Left:
    """A document that stays as it is, since reading it again would not give its claims."""

    document: str
    """Its IRI."""
    name: str
    reason: str
    """Why, and the way out."""


@dataclass(frozen=True, slots=True)
class ReadAgain:
    """What became of documents that were to be read again."""

    report: LoadReport
    """Of those that were read."""
    left: tuple[Left, ...]


def read_again(store: Store, documents: Iterable[str], *, progress: Progress | None = None) -> ReadAgain:
    """Reads documents of the store again by the rules, from the texts that it keeps.

    ``documents`` are IRIs. Those whose claims the rules did not find, or whose text is not kept, are left as they
    are. Raises the errors of ``load``.
    """
    texts: list[Document] = []
    left: list[Left] = []
    for iri in documents:
        try:
            document = read_document(store.quads(f"{store.iris.document_graphs}{iri.rpartition('/')[2]}"))
        except UnreadableGraphError:
            left.append(Left(iri, iri, "a part of it is missing in the store; run 'kg repair'"))
            continue
        reason = _why_left(document, store.ledger.standing(document.sha256))
        if reason is None:
            texts.append(document)
        else:
            left.append(Left(iri, document.name, reason))
    return ReadAgain(load(texts, store, progress=progress), tuple(left))


def _why_left(document: Document, entry: Entry | None) -> str | None:
    """Why a document cannot be read again, and the way out; None where it can."""
    if entry is None:
        return "the ledger does not say what read it; load it again from where it is"
    if not was_read(entry):
        file = f" in {entry.path}" if entry.path else ""
        return f"its claims came with it{file}, and its text may give others; make them anew and load them"
    if entry.extractor is not None and entry.extractor != RULES:
        asked = " ".join(f"--extractor {name}" for name in entry.extractor.split())
        return (
            f"it was read with {entry.extractor}; load it again with: kg load {entry.path or 'PATH'} {asked}"
        )
    if document.length is not None:
        return "the store does not keep its text; load it again from a file that holds it"
    return None
