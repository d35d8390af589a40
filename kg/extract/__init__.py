"""Reads a document into claims: an engine of general mechanisms over a language pack that is data."""

from kg.extract.engine import Extractor, Understood
from kg.extract.name_table import kept_names

__all__ = ["Extractor", "Understood", "kept_names"]
