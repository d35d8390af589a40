"""The rules of the language packs, as an extractor among others."""

from __future__ import annotations

from kg.extractors.protocol import Context
from kg.languages import packs
from kg.model import RULES_VERSION, Claim, Document


class Rules:
    """The extractor that reads where no other is chosen."""

    name, _, version = RULES_VERSION.partition("/")

    def __init__(self, settings: dict[str, str]) -> None:
        del settings
        self.languages = frozenset(packs())

    def extract(self, document: Document, context: Context) -> tuple[Claim, ...]:
        """The claims that the rules find; they know exact offsets, and their arguments may be pronouns."""
        return context.rules()
