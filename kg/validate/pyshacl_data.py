"""The data as pySHACL sees it; importing this module imports pySHACL."""

from __future__ import annotations

from pyshacl.graph_abstraction import OxigraphDataGraph


class Data(OxigraphDataGraph):
    """An Oxigraph store under pySHACL that is never counted.

    For each result, pySHACL asks three times whether there is any data, which by default counts its triples:
    the time would grow with the number of results times the size of the data.
    """

    def __bool__(self) -> bool:
        return True
