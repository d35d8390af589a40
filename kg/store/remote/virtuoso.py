"""Virtuoso keeps graphs of its own beside the data, some 2,500 triples, which every query would see."""

from __future__ import annotations

from collections.abc import Iterable

from kg.store.remote.text import TOKEN

_EXCLUDING = ("input:default-graph-exclude", "input:named-graph-exclude")


def hiding(sparql: str, graphs: Iterable[str]) -> str:
    """The query so that it does not see ``graphs``.

    With these pragmas Virtuoso finds nothing in a graph that is named outright, so that each such name becomes
    that of a variable and a filter.
    """
    pragmas = [f"define {kind} <{iri}>" for iri in graphs for kind in _EXCLUDING]
    return "\n".join((*pragmas, _named_by_filters(sparql))) if pragmas else sparql


def _named_by_filters(text: str) -> str:
    parts: list[str] = []
    closing: list[str] = []
    depth = done = count = 0
    graph = name = ""
    for token in TOKEN.finditer(text):
        if token["word"]:
            graph = token["word"] if token["word"].upper() == "GRAPH" else ""
            name = ""
        elif token["hidden"] and not token["hidden"].startswith("#"):
            name = token["hidden"] if graph and not name else ""
        elif token["variable"]:
            graph = name = ""
        elif token["brace"] == "{":
            depth += 1
            ending = ""
            if graph and name:
                count += 1
                at = text.rindex(graph, 0, token.start())
                parts += [text[done:at], f"{{ GRAPH ?kg_graph_{count} {{"]
                done, ending = token.end(), f" FILTER(?kg_graph_{count} = {name}) }}"
            closing.append(ending)
            graph = name = ""
        elif token["brace"]:
            depth -= 1
            ending = closing.pop() if closing else ""
            if ending:
                parts += [text[done : token.end()], ending]
                done = token.end()
    return "".join(parts) + text[done:]
