"""Reads a document into claims: an engine of general mechanisms over a language pack that is data."""

from kg.extract.engine import Extractor, Understood

__all__ = ["Extractor", "Understood"]
