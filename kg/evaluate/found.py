"""Claims that were found, as ``kg extract --format jsonl`` writes them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.evaluate.argument import Argument
from kg.evaluate.records import Record, read_records
from kg.evaluate.words import argument, checked_relation, checked_words
from kg.model import Modality


@dataclass(frozen=True, slots=True)
class FoundClaim:
    """One claim that an extractor made. ``start`` and ``end`` are those of its evidence."""

    subject: Argument
    predicate: str
    object: Argument
    sources: tuple[Argument, ...]
    """Innermost first; empty where the author speaks."""
    modality: Modality
    rule: str
    confidence: float
    start: int
    end: int


def read_predictions(
    path: Path, texts: Mapping[str, str], relations: Collection[str]
) -> dict[str, list[FoundClaim]]:
    """The claims in ``path`` by document. ``texts`` maps the ids of documents to their texts.

    Raises ``InputError`` with file and line for what is not as ``kg extract`` writes it, and for a document that is
    not among ``texts``.
    """
    found: dict[str, list[FoundClaim]] = defaultdict(list)
    for record in read_records(path):
        document = record.text("document")
        if document not in texts:
            raise record.refuse(
                f"no passage is called {document!r}", "score claims of the passages that are annotated"
            )
        found[document].append(found_claim(record, texts[document], relations))
    return dict(found)


def found_claim(record: Record, text: str, relations: Collection[str]) -> FoundClaim:
    """The claim that ``record`` describes, which was read from ``text``. Raises ``InputError``."""
    predicate, modality = checked_relation(record, relations)
    start, end, _ = checked_words(record.record("evidence"), text, "quote")
    return FoundClaim(
        _named(record.record("subject"), text),
        predicate,
        _named(record.record("object"), text),
        tuple(_named(each, text) for each in record.records("attributed_to")),
        modality,
        record.text("rule"),
        record.fraction("confidence"),
        start,
        end,
    )


def _named(record: Record, text: str) -> Argument:
    return argument(record, text, id_key="id", label_key="label")
