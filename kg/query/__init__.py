"""Answers questions: query files with typed parameters, run over a store.

A part is imported when its name is first asked for, so that a lookup does not wait for what runs a user's own queries.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.on_demand import on_demand

if TYPE_CHECKING:
    from kg.query.catalog import Query, find_query, own_folders, own_queries, packaged_queries
    from kg.query.headers import Header, Parameter
    from kg.query.run import run_query
    from kg.query.sandbox import Answer, Limits, run_apart

__all__ = [
    "Answer",
    "Header",
    "Limits",
    "Parameter",
    "Query",
    "find_query",
    "own_folders",
    "own_queries",
    "packaged_queries",
    "run_apart",
    "run_query",
]

_HOMES = {
    "Answer": "sandbox",
    "Header": "headers",
    "Limits": "sandbox",
    "Parameter": "headers",
    "Query": "catalog",
    "find_query": "catalog",
    "own_folders": "catalog",
    "own_queries": "catalog",
    "packaged_queries": "catalog",
    "run_apart": "sandbox",
    "run_query": "run",
}
"""Which module defines a name."""

__getattr__ = on_demand(__name__, _HOMES)
