"""The rule-based reader of each language, made from its pack when first needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.iri import Iris
from kg.model import RULES, Claim, Document

if TYPE_CHECKING:
    from kg.extract import Extractor


class PackedExtractors:
    """The rules of every language pack."""

    name = RULES

    def __init__(self, iris: Iris | None = None) -> None:
        self._iris = iris
        self._made: dict[str, Extractor] = {}

    def extract(self, document: Document) -> tuple[Claim, ...]:
        """The claims of ``document``. Raises ``UnknownLanguageError`` where no pack reads its language."""
        return self.of(document.language).extract(document)

    def of(self, language: str) -> Extractor:
        """The reader of ``language``. Raises ``UnknownLanguageError``."""
        if language not in self._made:
            self._made[language] = self._make(language)
        return self._made[language]

    def _make(self, language: str) -> Extractor:
        from kg.extract import Extractor, kept_names
        from kg.languages import load_pack
        from kg.ontology.kinds import relation_kinds
        from kg.registry import load_registry

        registry, pack = load_registry(), load_pack(language)
        return Extractor(registry, pack, relation_kinds(), self._iris, kept_names(registry, pack))
