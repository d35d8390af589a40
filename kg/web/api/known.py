"""What is read once of a store and asked for by many: whom claims name, and how often."""

from __future__ import annotations

from kg.query.search import Directory, directory
from kg.web.api.keeping import kept
from kg.web.view import View


def directory_of(view: View) -> Directory:
    """Whom the store knows and how often claims name them."""
    return kept(view, "directory", lambda: directory(view.store))
