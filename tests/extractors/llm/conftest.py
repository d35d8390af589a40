"""A host with the large-model extractor, which asks a server that the test plays."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kg.extractors.host import Host
from kg.extractors.llm import LlmExtractor
from kg.extractors.llm.settings import Settings

Asking = Callable[..., Host]


@pytest.fixture
def asking(tmp_path: Path) -> Asking:
    """Makes a host that asks the server at ``url``, in haste, with a cache of this test's own."""

    def host(url: str, **more: Any) -> Host:
        common = {"model": "small-1", "timeout": 20.0, "cache": tmp_path / "cache", "backoff": 0.001}
        return Host([LlmExtractor(Settings(f"{url}/chat/completions", **{**common, **more}))])

    return host
