"""What reads documents, by the names of extractors."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence

from kg.iri import Iris
from kg.model import RULES
from kg.pipeline.stages import ClaimSource


def claim_source(names: Sequence[str]) -> Callable[[Iris], ClaimSource]:
    """What makes the chosen extractors, from the IRIs of a store. Raises the errors of ``make_extractors``."""
    if set(names) <= {RULES}:
        from kg.extractors.packed import PackedExtractors

        return PackedExtractors
    from kg.extractors.host import Host
    from kg.extractors.installed import make_extractors

    chosen = make_extractors(names, os.environ)
    return lambda iris: Host(chosen, iris)
