"""Who bears a name letter for letter."""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode

from kg.namespaces import RW, SKOS
from kg.query.parameters import serialise
from kg.store import Store

_LABELS = " ".join(
    str(NamedNode(iri))
    for iri in (SKOS + "prefLabel", SKOS + "altLabel", SKOS + "hiddenLabel", RW + "ambiguousLabel")
)


def bearers(store: Store, name: str) -> frozenset[str]:
    """The IRIs of those with ``name`` as a label in English or Arabic.

    The literals stand in the query as they stand in the graph: put together by the query, they would be looked for
    among all labels.
    """
    values = " ".join(serialise(Literal(name, language=language)) for language in ("en", "ar"))
    found = store.select(
        f"SELECT DISTINCT ?who WHERE {{ VALUES ?label {{ {values} }} "
        f"?who ?kind ?label . VALUES ?kind {{ {_LABELS} }} }}"
    )
    return frozenset(str(getattr(who, "value", "")) for (who,) in found.rows)
