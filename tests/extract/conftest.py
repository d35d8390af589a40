"""One extractor of Arabic for all tests of extraction: building it takes longer than reading an article."""

from __future__ import annotations

import pytest

from kg.extract import Extractor
from kg.languages import load_pack
from kg.model import Registry
from kg.ontology.kinds import relation_kinds
from kg.registry import load_registry
from tests.extract.stages import Stages, stages

_LATIN = str.maketrans(
    dict(zip("ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئةى", "abtvjHxd*rzs$SDTZEgfqklmnhwy'|>&<}pY", strict=True))
)
"""Letters as Buckwalter writes them, so that the ids of tests with Arabic parameters can be read."""


def pytest_make_parametrize_id(val: object) -> str | None:
    arabic = isinstance(val, str) and not val.isascii()
    return str(val).translate(_LATIN).encode("ascii", "ignore").decode() if arabic else None


@pytest.fixture(scope="session")
def registry() -> Registry:
    return load_registry()


@pytest.fixture(scope="session")
def extractor(registry: Registry) -> Extractor:
    return Extractor(registry, load_pack("ar"), relation_kinds())


@pytest.fixture(scope="session")
def extractors(registry: Registry, extractor: Extractor) -> dict[str, Extractor]:
    """One extractor of each language that passages are written in."""
    return {"ar": extractor, "en": Extractor(registry, load_pack("en"), relation_kinds())}


@pytest.fixture(scope="session")
def stage(registry: Registry) -> Stages:
    return stages(registry)
