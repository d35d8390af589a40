"""The only place that mints an IRI."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from kg.errors import KGError
from kg.namespaces import BASE, PREFIXES

if TYPE_CHECKING:
    from kg.model import Claim

_WORDS = re.compile(r"(?:#char=|/evidence/)([0-9]+)[,-]([0-9]+)\Z")
_ABSOLUTE = re.compile(r"https?://[^\s<>\"{}|\\^`\x00-\x20]+/\Z")


class BadBaseError(KGError):
    """A base IRI that cannot carry data."""

    def __init__(self, base: str) -> None:
        super().__init__(
            f"{base!r} cannot be a base IRI; give an absolute http or https IRI that ends in '/', such as {BASE}"
        )


def slug(name: str) -> str:
    """A stable, readable path segment for a name in any script: lower case, words joined by hyphens.

    Letters outside ASCII stay (an IRI may hold them), so that two Arabic names never fall together.
    """
    folded = unicodedata.normalize("NFKC", name).casefold()
    words = re.findall(r"\w+", folded.replace("_", " "))
    return "-".join(words) or hashlib.sha256(name.encode()).hexdigest()[:16]


def last_part(iri: str) -> str:
    """What stands behind the last slash or hash of an IRI."""
    return iri.replace("#", "/").rpartition("/")[2]


def typed_id(typed: str) -> str:
    """The id of an actor or a place as somebody typed it, with ``actor:`` or ``place/`` before it or without."""
    return re.sub(r"^(actor|place)[:/]", "", typed)


def offsets(iri: str) -> tuple[int, int] | None:
    """Where the words begin and end whose IRI ``Iris.span`` or ``Iris.evidence`` minted; ``None`` for any other IRI."""
    found = _WORDS.search(iri)
    return (int(found[1]), int(found[2])) if found else None


def is_actor(iri: str) -> bool:
    """Whether an IRI is one that ``Iris.actor`` mints, under whatever base."""
    return iri.rpartition("/")[0].endswith("/actor")


def is_place(iri: str) -> bool:
    """Whether an IRI is one that ``Iris.place`` mints, under whatever base."""
    return iri.rpartition("/")[0].endswith("/place")


@dataclass(frozen=True, slots=True)
class Iris:
    """Mints the IRIs of one installation's data under one base."""

    base: str = BASE

    def __post_init__(self) -> None:
        if not _ABSOLUTE.match(self.base):
            raise BadBaseError(self.base)

    def actor(self, name: str) -> str:
        """The IRI of an actor, from a slug or a name."""
        return f"{self.base}actor/{slug(name)}"

    def place(self, name: str) -> str:
        """The IRI of a place, from a slug or a name."""
        return f"{self.base}place/{slug(name)}"

    def document(self, sha256: str) -> str:
        """The IRI of a document, from the SHA-256 of its text."""
        return f"{self.base}document/{sha256[:16]}"

    def span(self, sha256: str, start: int, end: int) -> str:
        """The IRI of the words ``[start, end)`` of a document: an RFC 5147 ``char`` fragment."""
        return f"{self.document(sha256)}#char={start},{end}"

    def evidence(self, sha256: str, start: int, end: int) -> str:
        """The IRI of a passage in its role as evidence."""
        return f"{self.document(sha256)}/evidence/{start}-{end}"

    def claim(self, claim: Claim) -> str:
        """The IRI of a claim, from the hash of what it says, where, and who says it.

        What an extractor other than the rules finds is a claim of its own, even if the rules find the same.
        """
        # Who only mints other IRIs need not wait for claims.
        from kg.model import RULES

        extractor = claim.extractor.partition("/")[0]
        parts = (
            claim.document,
            claim.subject.entity.iri,
            claim.predicate,
            claim.object.entity.iri,
            claim.modality,
            *(source.entity.iri for source in claim.attributed_to),
            f"{claim.subject.span.start}-{claim.object.span.start}-{claim.evidence.start}-{claim.evidence.end}",
            *(() if extractor == RULES else (extractor,)),
        )
        return f"{self.base}claim/{hashlib.sha256(chr(31).join(parts).encode()).hexdigest()[:16]}"

    def attribution(self, claim_iri: str, position: int) -> str:
        """The IRI of one step in a claim's chain of sources; position 0 is the innermost."""
        return f"{claim_iri}/attribution/{position}"

    def summary(self, *of: str) -> str:
        """The IRI of a count of claims, from what they have in common."""
        return f"{self.base}summary/{hashlib.sha256(chr(31).join(of).encode()).hexdigest()[:20]}"

    def extraction(self, extractor: str) -> str:
        """The IRI of the software that made claims, from its name and version such as ``rules/0.1``."""
        return f"{self.base}software/{quote(extractor, safe='')}"

    @property
    def prefixes(self) -> dict[str, str]:
        """The prefixes of ``kg.namespaces``, in their order, those of what is minted here bound to this base.

        The registry's actors and places keep theirs.
        """
        own = {prefix: f"{self.base}{prefix}/" for prefix in ("document", "claim", "graph")}
        return PREFIXES | own

    @property
    def document_graphs(self) -> str:
        """What the names of all documents' graphs begin with, and no other graph's."""
        return f"{self.base}graph/document/"

    def document_graph(self, sha256: str) -> str:
        """The named graph of one document: its text and its claims."""
        return f"{self.document_graphs}{sha256[:16]}"

    def graph(self, name: str) -> str:
        """A named graph: ``reference``, ``links``, ``inferred``, ``summary``, ``judgements`` or ``unfinished``."""
        return f"{self.base}graph/{name}"
