"""Passages as their YAML files state them, and how a claim is held against what they expect."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from kg.folding import fold_text
from kg.model import Claim, Mention, Span

_HERE = Path(__file__).parent
_SYMMETRIC = {"fights", "alliedWith", "negotiatesWith"}
_KEYS = {"id", "text", "published", "only", "expect", "optional", "forbid", "known_gap"}
_FIELDS = {
    *("subject", "predicate", "object", "modality", "attributed_to", "place", "date"),
    *("subject_text", "object_text"),
}

Pattern = Mapping[str, Any]
"""What a claim must have. A list means one of its members; for ``attributed_to`` it is the whole chain."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A short text and the claims that must, may and must not be read from it."""

    mechanism: str
    id: str
    text: str
    expect: tuple[Pattern, ...]
    optional: tuple[Pattern, ...]
    forbid: tuple[Pattern, ...]
    only: bool
    """Whether every claim must be expected or optional."""
    known_gap: str | None
    language: str
    published: str | None
    """The day on which the text appeared."""


def passages(language: str = "ar") -> tuple[Passage, ...]:
    """The passages in ``language``, in the order of the files; those in Arabic need no folder of their own."""
    folder = _HERE / "passages" / ("" if language == "ar" else language)
    return tuple(
        _passage(path, entry, language)
        for path in sorted(folder.glob("*.yaml"))
        for entry in yaml.safe_load(path.read_text("utf-8"))
    )


def _passage(path: Path, entry: dict[str, Any], language: str) -> Passage:
    expect, optional, forbid = (tuple(entry.get(key, ())) for key in ("expect", "optional", "forbid"))
    named = {key for pattern in (*expect, *optional, *forbid) for key in pattern}
    unknown = set(entry) - _KEYS | named - _FIELDS
    if unknown:
        raise ValueError(f"{path.name}, {entry['id']}: {sorted(unknown)} means nothing")
    return Passage(
        path.stem,
        entry["id"],
        entry["text"],
        expect,
        optional,
        forbid,
        only=entry.get("only", False),
        known_gap=entry.get("known_gap"),
        language=language,
        published=entry.get("published"),
    )


def spans(claim: Claim) -> list[Span]:
    """Every span that ``claim`` points to the text with."""
    mentions = [claim.subject, claim.object, *claim.attributed_to, *([claim.place] if claim.place else [])]
    return [claim.evidence, *(mention.span for mention in mentions)]


def slug(mention: Mention) -> str:
    """The last part of the IRI of whom ``mention`` means."""
    return mention.entity.iri.rpartition("/")[2]


def states(claim: Claim, pattern: Pattern) -> bool:
    """Whether ``claim`` is what an ``expect`` pattern asks for: asserted by the author unless it says otherwise."""
    wanted = {"modality": "asserted", "attributed_to": None, **pattern}
    if wanted["attributed_to"] == "any":
        del wanted["attributed_to"]
    return resembles(claim, wanted)


def resembles(claim: Claim, pattern: Pattern) -> bool:
    """Whether ``claim`` has all that ``pattern`` names; what it does not name may be anything."""
    ends = [(claim.subject, claim.object)]
    if claim.predicate in _SYMMETRIC:
        ends.append((claim.object, claim.subject))
    fits = any(
        all(_means(mention, pattern.get(role), pattern.get(f"{role}_text")) for role, mention in pair)
        for pair in ((("subject", one), ("object", other)) for one, other in ends)
    )
    return fits and all(_has(claim, key, pattern[key]) for key in pattern if key not in _ENDS)


_ENDS = {"subject", "object", "subject_text", "object_text"}


def _means(mention: Mention, names: str | list[str] | None, text: str | None) -> bool:
    if text is not None and mention.span.quote != text:
        return False
    if names is None:
        return True
    known = {slug(mention), *map(_bare, (mention.entity.label, mention.span.quote))}
    return not known.isdisjoint(map(_bare, [names] if isinstance(names, str) else names))


def _bare(text: str) -> str:
    """The folded text without quotation marks: how a name outside the registry is compared."""
    return " ".join(fold_text(text).replace('"', "").split())


def _has(claim: Claim, key: str, wanted: Any) -> bool:
    if key == "attributed_to":
        return _attributed(claim, wanted)
    if key == "place":
        return (
            claim.place is None
            if wanted is None
            else claim.place is not None and _means(claim.place, wanted, None)
        )
    if key == "date":
        return bool((claim.date.value if claim.date else None) == wanted)
    value = claim.modality.value if key == "modality" else claim.predicate
    return value in ([wanted] if isinstance(wanted, str) else wanted)


def _attributed(claim: Claim, wanted: str | list[str] | None) -> bool:
    if wanted is None:
        return not claim.attributed_to
    if isinstance(wanted, str):
        return bool(claim.attributed_to) and _means(claim.attributed_to[0], wanted, None)
    chain = claim.attributed_to
    return len(chain) == len(wanted) and all(_means(m, w, None) for m, w in zip(chain, wanted, strict=True))


def follows_from_another(claim: Claim, passage: Passage) -> bool:
    """Whether a claim only says where the parties of another claim are, of which the passage says nothing itself."""
    patterns = (*passage.expect, *passage.optional, *passage.forbid)
    return claim.rule.endswith(".place") and not any("presentIn" in str(p.get("predicate")) for p in patterns)


def told(claim: Claim) -> str:
    """One line that shows ``claim`` in a failed test."""
    ends = f"{slug(claim.subject)} {claim.predicate} {slug(claim.object)}"
    sources = ",".join(map(slug, claim.attributed_to)) or "-"
    place = slug(claim.place) if claim.place else "-"
    date = claim.date.value if claim.date else "-"
    said = f"{claim.modality.value}; by {sources}; in {place}; on {date}; {claim.rule}"
    return f"{ends} [{said}; “{claim.evidence.quote}”]"
