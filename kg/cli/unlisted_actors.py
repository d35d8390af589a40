"""``kg actors --new``: actors that the registry does not list, for review."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from kg.cli.output import say, write_json
from kg.cli.table import Cell, write_table
from kg.query.naming import Naming
from kg.query.unlisted_actors import NewActor, new_actors, with_evidence
from kg.resolve.suggestions import Suggestion, Suggestions

_COLUMNS = {
    "label": "name",
    "type": "class",
    "documents": "documents",
    "sources": "sources",
    "standing": "standing",
    "suggestions": "did you mean",
    "evidence": "evidence",
}
_LONGEST = 120
"""Characters of evidence in the table; the data has all of it."""


def list_new(naming: Naming, text: str, classes: Collection[str] | None, *, as_json: bool) -> int:
    """Prints the actors outside the registry with ``text`` in a name and one of ``classes``; the exit code."""
    from kg.folding import fold_text

    wanted = fold_text(text)
    found = new_actors(naming.store)
    naming.prepare(each.iri for each in found)
    kept = [
        each
        for each in found
        if (not classes or each.type in classes)
        and any(wanted in fold_text(name) for name in naming.candidate(each.iri).names)
    ]
    new = {each.iri for each in found}
    near = Suggestions(each for each in naming.candidates if _is_listed(each.iri, new)) if kept else None
    rows: list[tuple[NewActor, tuple[Suggestion, ...]]] = [
        (each, near.near(naming.candidate(each.iri).names) if near else ())
        for each in with_evidence(naming.store, kept)
    ]
    if as_json:
        write_json([_record(actor, close, naming) for actor, close in rows])
    elif rows:
        write_table(_COLUMNS, [_row(actor, close, naming) for actor, close in rows])
        say(
            "'kg actors adopt NAME' writes the registry entry of one; --same-as makes it another name of a listed one"
        )
    if not rows:
        say("no document names an actor that the registry does not list" + (" and that fits" if text else ""))
    return 0 if rows else 1


def _is_listed(iri: str, new: Collection[str]) -> bool:
    from kg.iri import is_place

    return not is_place(iri) and iri not in new


def _row(actor: NewActor, close: tuple[Suggestion, ...], naming: Naming) -> dict[str, Cell]:
    quote = actor.evidence.quote if actor.evidence else ""
    return {
        "label": naming.label(actor.iri),
        "type": actor.type,
        "documents": actor.documents,
        "sources": actor.voices,
        "standing": actor.standing,
        "suggestions": [f"{each.candidate.label} {each.score}" for each in close],
        "evidence": quote if len(quote) <= _LONGEST else f"{quote[:_LONGEST]}…",
    }


def _record(actor: NewActor, close: tuple[Suggestion, ...], naming: Naming) -> dict[str, Any]:
    evidence = actor.evidence
    return {
        "id": actor.iri,
        "label": naming.label(actor.iri),
        "type": actor.type,
        "documents": actor.documents,
        "sources": actor.voices,
        "mentions": actor.mentions,
        "standing": actor.standing,
        "evidence": evidence
        and {
            "claim": evidence.claim,
            "document": evidence.document,
            "name": evidence.name,
            "start": evidence.start,
            "end": evidence.end,
            "quote": evidence.quote,
        },
        "suggestions": [
            {
                "id": each.candidate.iri,
                "label": each.candidate.label,
                "name": each.name,
                "score": each.score,
            }
            for each in close
        ],
    }
