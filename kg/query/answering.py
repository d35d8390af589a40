"""Answers a packaged query with its rows sorted and its labels looked up outside the engine."""

from __future__ import annotations

from kg.query.one_graph import with_graphs_named
from kg.query.sorting import sorted_rows, without_order
from kg.query.unset import without_unset
from kg.store import Rows, Store


def answer(store: Store, text: str, *, in_order: bool = True, plain: Rows | None = None) -> Rows:
    """The rows that the engine gives for the SPARQL ``text``, in the same order; in any order if not ``in_order``.

    ``plain`` are these rows without labels and in any order, where they are known from elsewhere.

    Five things are taken out of the engine's hands where the text has the form that our files give them: parameters
    that were left open (``kg.query.unset``), branches for other values (``kg.query.guards``), which graph a parameter
    names (``kg.query.one_graph``), labels (``kg.query.labelling``), and the order of the rows (``kg.query.sorting``).
    Oxigraph reads each term anew from the disk for each comparison and for each label, which takes longer than finding
    the rows. Where the rows cannot be sorted or labelled here as the engine would, the engine is given the whole text.
    Raises ``QuerySyntaxError``.
    """
    lighter = without_unset(text)
    if "BOUND(?" in lighter:
        lighter = without_unset(_without_closed(text))
    if "GRAPH ?" in lighter:
        lighter = with_graphs_named(lighter)
    lighter, order = without_order(lighter)
    rows = _labelled(store, lighter, plain) if "(MIN(?" in lighter else plain or store.select(lighter)
    if in_order and rows is not None:
        rows = sorted_rows(rows, order)
    return store.select(text) if rows is None else rows


def _without_closed(text: str) -> str:
    # Imported here, as its patterns too take milliseconds to compile.
    from kg.query.guards import without_closed

    return without_closed(text)


def _labelled(store: Store, text: str, plain: Rows | None) -> Rows | None:
    # Imported here: most lookups behind commands have no labels, and its patterns take milliseconds to compile.
    from kg.query.labelling import labelled, without_labels

    lighter, columns = without_labels(text)
    found = plain or store.select(lighter)
    return found if columns is None else labelled(store, found, columns)
