"""One extractor of Arabic for all tests of extraction: building it takes longer than reading an article."""

from __future__ import annotations

import pytest

from kg.extract import Extractor
from kg.languages import load_pack
from kg.model import Registry
from kg.registry import load_registry


@pytest.fixture(scope="session")
def registry() -> Registry:
    return load_registry()


@pytest.fixture(scope="session")
def extractor(registry: Registry) -> Extractor:
    return Extractor(registry, load_pack("ar"))
