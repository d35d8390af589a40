"""Where the claims of a store are read from, for one who asks once: the index of claims if there is one that fits."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from kg.store import Store
from kg.store.still import revision_of

if TYPE_CHECKING:
    from kg.query.claims import Claims


def claims_in(store: Store) -> Claims:
    """The claims of ``store``: from the index that a server left in its folder, unless the store has changed since."""
    # What is not needed is not imported: a command answers in less time than all of it takes.
    if store.layout is not None and store.layout.claims.exists():
        from kg.query.claim_index import ClaimIndex

        try:
            index = ClaimIndex(store.layout.claims, store)
            if index.file.state == revision_of(store.layout):
                return index
            index.close()
        except sqlite3.Error:
            pass
    from kg.query.claims import GraphClaims

    return GraphClaims(store)
