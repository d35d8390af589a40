"""Names a graph outright where a parameter gives one: for a variable, Oxigraph reads all graphs and joins later."""

from __future__ import annotations

import re

from kg.query.headers import MARKER

_GRAPH = re.compile(r"^(?P<indent>[ \t]*)GRAPH \?(?P<name>\w+) \{", re.M)


def with_graphs_named(text: str) -> str:
    """The SPARQL ``text`` with ``GRAPH <…> {`` for lines ``GRAPH ?x {`` that a line ``VALUES ?x { <…> }`` stands for.

    That line stays, so that the variable is bound as before.
    """
    graphs = {match["name"]: match["value"] for match in MARKER.finditer(text) if match["value"] != "UNDEF"}
    return _GRAPH.sub(
        lambda match: f"{match['indent']}GRAPH {graphs.get(match['name'], '?' + match['name'])} {{", text
    )
