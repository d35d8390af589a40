"""One reader of Arabic and one set of relations for all tests of grounding."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.extract.engine import Extractor
from kg.extractors import CandidateClaim
from kg.extractors.grounding import Grounded, Grounding
from kg.extractors.packed import PackedExtractors
from kg.extractors.relations import Relations
from kg.ontology import load_ontology
from tests.building import document
from tests.extract.conftest import pytest_make_parametrize_id

__all__ = ["pytest_make_parametrize_id"]

Ground = Callable[..., Grounded]


@pytest.fixture(scope="session")
def packed() -> PackedExtractors:
    return PackedExtractors()


@pytest.fixture(scope="session")
def engine(packed: PackedExtractors) -> Extractor:
    return packed.of("ar")


@pytest.fixture(scope="session")
def relations() -> Relations:
    return Relations(load_ontology())


@pytest.fixture(scope="session")
def ground(packed: PackedExtractors, relations: Relations) -> Ground:
    """Grounds one candidate in one text; the first place of several is taken."""

    def in_text(text: str, candidate: CandidateClaim, language: str = "ar") -> Grounded:
        grounding = Grounding(document(text, language=language), packed.of(language), relations)
        return grounding.ground(candidate, "test/1", lambda places: places[0])

    return in_text
