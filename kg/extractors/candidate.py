"""What an extractor hands over: words, not offsets. The host finds them in the text, or refuses them."""

from __future__ import annotations

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class CandidateClaim:
    """One statement in the words of the document.

    ``predicate`` and ``modality`` are local names in the ontology; everything else but the types and the
    confidence must stand in the text. Spelling may differ as ``kg.folding`` allows, and what a language writes onto
    the first word may be missing.
    """

    evidence: str
    """The passage that says it, holding ``subject``, ``object`` and ``trigger``."""
    subject: str
    predicate: str
    object: str
    modality: str = "asserted"
    trigger: str | None = None
    """The words that say the relation. They tell the host which negation or hedge of a long passage reaches it."""
    speakers: tuple[str, ...] = ()
    """To whom the document ascribes it, innermost first; they may stand outside the evidence."""
    place: str | None = None
    date: str | None = None
    subject_type: str | None = None
    """Class of the subject in the ontology, such as ``Person``: used only where the registry does not list it."""
    object_type: str | None = None
    confidence: float = 0.5

    def __post_init__(self) -> None:
        wrong = [each.name for each in fields(self) if not _fits(each.name, getattr(self, each.name))]
        if wrong:
            raise TypeError(f"a CandidateClaim cannot have these values: {', '.join(wrong)}")


@dataclass(frozen=True, slots=True)
class Refused:
    """Something that an extractor was given and could make no candidate of. The host counts it by ``reason``."""

    reason: str


_OPTIONAL = frozenset({"trigger", "place", "date", "subject_type", "object_type"})


def _fits(name: str, value: object) -> bool:
    if name == "speakers":
        return isinstance(value, tuple) and all(isinstance(each, str) for each in value)
    if name == "confidence":
        return isinstance(value, int | float) and 0 <= value <= 1
    return isinstance(value, str) or (value is None and name in _OPTIONAL)
