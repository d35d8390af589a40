"""What one request sees: the store as it stands at one moment."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from starlette.requests import HTTPConnection

from kg.query.claim_index import ClaimIndex
from kg.query.claims import Claims, GraphClaims
from kg.query.naming import Naming
from kg.resolve.names import Candidate
from kg.store import Store

if TYPE_CHECKING:
    from kg.web.views import Views


class _Opened(NamedTuple):
    """Where claims are read from, and the number of the file; ``last``, if none will take its place."""

    claims: Claims
    file: int
    last: bool


@dataclass(frozen=True, slots=True)
class View:
    """The store as one request sees it, whatever is written meanwhile. One thread at a time uses it."""

    store: Store
    revision: str
    """What differs after each load, and is the same for the same content of the same store."""
    data: Path | None = None
    """Oxigraph's files, for other processes to read while this view lasts; ``None`` where there are none."""
    index: Path | None = None
    """Where the index of claims of this state is, or will be; ``None`` where there will be none."""
    shown: dict[str, Candidate] | None = field(default=None, repr=False)
    """Labels that were read, shared by the views of one state; ``None`` where each reads its own."""
    naming: Naming = field(init=False)
    """Whom a typed name means, and the labels to show."""
    _opened: list[_Opened] = field(init=False, default_factory=list, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "naming", Naming(self.store, shown=self.shown))

    @property
    def claims(self) -> Claims:
        """What is said, in short: from the index of claims once that is there, else from the graph."""
        if self.index is not None and not (self._opened and self._opened[0].last):
            self._open(self.index)
        return self._opened[0].claims if self._opened else GraphClaims(self.store)

    def _open(self, path: Path) -> None:
        """Opens the index, unless it is the file that is open: a better one takes its place."""
        try:
            file = path.stat().st_ino
        except FileNotFoundError:
            return
        if self._opened and self._opened[0].file == file:
            return
        try:
            index = ClaimIndex(path, self.store)
            self._opened[:] = [_Opened(index, file, last=bool(index.file.state))]
        except sqlite3.Error:
            self._opened[:] = [_Opened(GraphClaims(self.store), file, last=False)]


async def current_view(connection: HTTPConnection) -> AsyncIterator[View]:
    """The view of a request, to be had by ``Depends(current_view)``."""
    views: Views = connection.app.state.views
    async with views.view() as view:
        yield view
