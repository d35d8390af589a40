"""What is read once of a store and asked for by many: whom claims name, and how often."""

from __future__ import annotations

from kg.query.lookup import look_up_unsorted
from kg.query.search import Directory, directory
from kg.web.api.keeping import kept
from kg.web.view import View


def directory_of(view: View) -> Directory:
    """Whom the store knows and how often claims name them."""
    return kept(view, "directory", lambda: directory(view.store))


def size_of(view: View) -> dict[str, int]:
    """How many documents, claims, links and inferred links there are."""

    def read() -> dict[str, int]:
        iris = view.store.iris
        rows = look_up_unsorted(
            view.store, "size", links=[iris.graph("links")], inferred=[iris.graph("inferred")]
        )
        return {key: int(value or 0) for row in rows for key, value in row.items()}

    return kept(view, "size", read)
