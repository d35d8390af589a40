"""Files, folders and streams -> documents, with every input that cannot be read named and explained."""

from __future__ import annotations

from kg.readers.claims import with_claims
from kg.readers.counting import count_documents
from kg.readers.finding import others_under
from kg.readers.formats import READERS, SUFFIXES
from kg.readers.reading import read_documents
from kg.readers.settings import DEFAULT_LIMIT
from kg.readers.unreadable import Unreadable

FORMATS = tuple(READERS)
"""The formats that ``read_documents`` can be told to take an input for."""

__all__ = [
    "DEFAULT_LIMIT",
    "FORMATS",
    "SUFFIXES",
    "Unreadable",
    "count_documents",
    "others_under",
    "read_documents",
    "with_claims",
]
