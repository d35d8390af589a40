"""How much a view holds, as its ledger says: counting the graph would read all of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from kg.store import Ledger
from kg.web.view import View


@dataclass(frozen=True, slots=True)
class Counts:
    """Of all documents together."""

    documents: int
    claims: int
    quads: int


def counts_of(view: View) -> Counts:
    """The counts of ``view``; read once for each state of the store."""
    if view.data is None:
        return _counted(view.store.ledger)
    return _kept(view.data.parent.name + view.revision, view.store.ledger)


@lru_cache(maxsize=4)
def _kept(_: str, ledger: Ledger) -> Counts:
    return _counted(ledger)


def _counted(ledger: Ledger) -> Counts:
    standing = ledger.loaded().values()
    return Counts(len(standing), sum(each.claims for each in standing), sum(each.quads for each in standing))
