"""What a server is told when it starts."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from kg.query.sandbox import Limits

PORT = 8642
"""The port of ``kg serve`` unless another is given."""
PAGE = Path(__file__).parent / "page"
"""Where the build puts the explorer's page."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How a server answers."""

    limits: Limits = field(default_factory=Limits)
    """What a SPARQL query of a client's own may use."""
    workers: int = 4
    """Processes that run such queries, and so how many run side by side."""
    hosts: tuple[str, ...] = ()
    """Names beside those of this machine under which clients may address the server, without ports."""
    token: str | None = field(default=None, repr=False)
    """What a client must show. ``None``: whoever can reach the server may read."""
    page: Path = PAGE
    """The folder of the explorer's page."""
