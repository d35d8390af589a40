"""Answers questions: query files with typed parameters, run over a store."""

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
