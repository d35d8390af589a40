"""A server over the seed article, for all tests that only ask it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kg.store import EmbeddedStore
from tests.serving import serving


@pytest.fixture(scope="session")
def address(seed_store: EmbeddedStore) -> Iterator[str]:
    """The address of a server over the seed article."""
    with serving(seed_store) as where:
        yield where
