"""What is read once of a store and asked for by many: whom claims name, how often, and what the registry states."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from kg.query.lookup import look_up, look_up_unsorted
from kg.query.search import Directory, directory
from kg.web.api.keeping import kept
from kg.web.view import View


def directory_of(view: View) -> Directory:
    """Whom the store knows and how often claims name them."""
    return kept(view, "directory", lambda: directory(view.store))


def facts_of(view: View, iri: str) -> Sequence[Mapping[str, str | None]]:
    """What the registry states of an actor or a place, as rows of ``facts-of``."""

    def read() -> dict[str, list[dict[str, str | None]]]:
        facts = defaultdict(list)
        for row in look_up(view.store, "facts-of", graph=[view.store.iris.graph("reference")]):
            facts[row["entity"] or ""].append(row)
        return dict(facts)

    return kept(view, "facts", read).get(iri, [])


def warm(view: View) -> None:
    """Reads what the first who looks at an actor would wait for."""
    directory_of(view)
    facts_of(view, "")


def size_of(view: View) -> dict[str, int]:
    """How many documents, claims, links and inferred links there are."""

    def read() -> dict[str, int]:
        iris = view.store.iris
        rows = look_up_unsorted(
            view.store, "size", links=[iris.graph("links")], inferred=[iris.graph("inferred")]
        )
        return {key: int(value or 0) for row in rows for key, value in row.items()}

    return kept(view, "size", read)
