"""A fingerprint of quads that does not depend on their order."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from pyoxigraph import Quad


def digest(quads: Iterable[Quad]) -> str:
    """SHA-256, in hex, over the sorted N-Quads lines. Without blank nodes they are canonical."""
    total = hashlib.sha256()
    for line in sorted(map(str, quads)):
        total.update(line.encode() + b" .\n")
    return total.hexdigest()
