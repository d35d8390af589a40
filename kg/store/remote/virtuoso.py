"""What Virtuoso 7 does in its own way: graphs beside the data that every query would see, and queries it gets wrong."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg.store.remote.text import TOKEN

_EXCLUDING = ("input:default-graph-exclude", "input:named-graph-exclude")

_PATH = re.compile(r"[\w>)][*+|/]|[|/]\^|\s\^")
_DISTRUSTED_WORDS = frozenset({"EXISTS", "SAMPLE"})


def distrusted(sparql: str) -> bool:
    """Whether Virtuoso 7.2 is known to answer queries of this kind wrongly, with rows missing or from another group.

    These are property paths, EXISTS, SAMPLE, and a sub-select that is grouped again with what is joined to it.
    """
    depth = selects = 0
    grouped = False
    plain: list[str] = []
    done = 0
    for token in TOKEN.finditer(sparql):
        plain.append(sparql[done : token.start()])
        done = token.end()
        if token["hidden"]:
            name = not token["hidden"].startswith(("#", '"', "'", "@"))
            plain.append("x" if name else " ")
        elif token["variable"]:
            plain.append("?x ")
        elif token["word"]:
            word = token["word"].upper()
            if word in _DISTRUSTED_WORDS:
                return True
            selects += word == "SELECT"
            grouped = grouped or (word == "GROUP" and depth == 0)
            plain.append("x")
        else:
            depth += 1 if token["brace"] == "{" else -1
    return (grouped and selects > 1) or _PATH.search("".join(plain)) is not None


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
