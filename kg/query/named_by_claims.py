"""Which actors and places claims are about."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import NamedNode

from kg.namespaces import RW
from kg.store import Store


def named_by_claims(store: Store, iris: Iterable[str]) -> frozenset[str]:
    """Those of ``iris`` that are the subject or the object of a claim."""
    values = " ".join(str(NamedNode(iri)) for iri in iris)
    found = store.select(
        f"SELECT ?who WHERE {{ VALUES ?who {{ {values} }} "
        f"FILTER (EXISTS {{ ?claim <{RW}subject> ?who }} || EXISTS {{ ?claim <{RW}object> ?who }}) }}"
    )
    return frozenset(str(getattr(who, "value", "")) for (who,) in found.rows)
