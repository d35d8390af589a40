"""The answers that a server has given in JSON, by what was asked and of which state of the store."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TypeAlias

from starlette.types import Scope

from kg.web.kept import Kept

Answers: TypeAlias = Kept[bytes]

_MOST_BYTES = 100_000_000


def no_answers() -> Answers:
    """A server that was asked nothing yet."""
    return Kept(_MOST_BYTES)


def asked_for(scope: Scope, revision: str, *more: Hashable) -> Hashable:
    """What tells an answer from all others; ``more`` is what the address does not say."""
    return revision, scope["method"], scope["path"], scope["query_string"], *more
