"""Annotated passages (``*.gold.jsonl``): what a careful reader takes from each text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.errors import InputError
from kg.evaluate.argument import Argument, name_key
from kg.evaluate.records import Record, read_records
from kg.evaluate.words import argument, checked_relation
from kg.model import Modality


@dataclass(frozen=True, slots=True)
class AnnotatedClaim:
    """A claim that the passage makes. An optional one counts neither for nor against who finds it."""

    subject: Argument
    predicate: str
    object: Argument
    source: Argument | None
    """The innermost source; None where the author speaks."""
    modality: Modality
    required: bool


@dataclass(frozen=True, slots=True)
class Annotated:
    """One passage with its claims. ``names`` maps an actor's name to its name and mentions, as names are compared."""

    id: str
    text: str
    claims: tuple[AnnotatedClaim, ...]
    names: Mapping[str, frozenset[str]]


def read_annotations(path: Path, texts: Mapping[str, str], relations: Collection[str]) -> list[Annotated]:
    """The annotated passages in ``path``, in its order. ``texts`` maps the ids of passages to their texts.

    Raises ``InputError`` with file and line for what is not as it must be: JSON, fields, relation, modality, words
    that do not stand where they should, a passage that is missing or annotated twice.
    """
    found: dict[str, Annotated] = {}
    for record in read_records(path):
        id_ = record.text("id")
        if id_ not in texts:
            raise record.refuse(
                f"there is no passage {id_!r} beside it", "add it to the passages, or mend the id"
            )
        if id_ in found:
            raise record.refuse(f"the passage {id_!r} is annotated twice", "leave one of the two lines")
        found[id_] = _annotated(record, id_, texts[id_], relations)
    if not found:
        raise InputError(path, "there is no annotated passage in it", "give one JSON object a line")
    return list(found.values())


def _annotated(record: Record, id_: str, text: str, relations: Collection[str]) -> Annotated:
    names: dict[str, set[str]] = defaultdict(set)
    actors = [_mention(each, text) for each in record.records("actors")]
    claims = tuple(_claim(each, text, relations) for each in record.records("claims"))
    ends = (end for claim in claims for end in (claim.subject, claim.object, claim.source) if end)
    for each in (*actors, *ends):
        names[each.name] |= {name_key(each.name), name_key(each.text)}
    return Annotated(id_, text, claims, {name: frozenset(own) for name, own in names.items()})


def _mention(record: Record, text: str) -> Argument:
    return argument(record, text, id_key="name", label_key="name")


def _claim(record: Record, text: str, relations: Collection[str]) -> AnnotatedClaim:
    predicate, modality = checked_relation(record, relations)
    source = record.optional("attributed_to")
    return AnnotatedClaim(
        _mention(record.record("subject"), text),
        predicate,
        _mention(record.record("object"), text),
        _mention(source, text) if source else None,
        modality,
        record.truth("required"),
    )
