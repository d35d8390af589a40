"""The data as pySHACL sees it; importing this module imports pySHACL."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

from pyshacl.graph_abstraction import OxigraphDataGraph
from rdflib import Literal


class Data(OxigraphDataGraph):
    """An Oxigraph store under pySHACL that is never counted.

    For each result, pySHACL asks three times whether there is any data, which by default counts its triples:
    the time would grow with the number of results times the size of the data.
    """

    def __bool__(self) -> bool:
        return True

    def objects(
        self, subject: Any = None, predicate: Any = None, unique: Any = None
    ) -> Generator[Any, None, None]:
        """The objects of triples. A literal has none; pySHACL asks for the class above one that stands as a class."""
        if not isinstance(subject, Literal):
            yield from super().objects(subject, predicate, bool(unique))
