"""Files, folders and streams -> documents, with every input that cannot be read named and explained."""

from __future__ import annotations

from kg.readers.finding import others_under
from kg.readers.formats import SUFFIXES
from kg.readers.reading import read_documents
from kg.readers.settings import DEFAULT_LIMIT
from kg.readers.unreadable import Unreadable

__all__ = ["DEFAULT_LIMIT", "SUFFIXES", "Unreadable", "others_under", "read_documents"]
