"""Leaves parameters that were given no value out of a query, where that changes nothing but the time it takes."""

from __future__ import annotations

import re

from kg.query.headers import MARKER
from kg.query.lines import OPTION_LINE, without_spans

_VARIABLE = re.compile(r"[?$](\w+)")
_OPTION = re.compile(OPTION_LINE, re.M)


def without_unset(text: str) -> str:
    """The SPARQL ``text`` without its lines ``VALUES ?x { UNDEF }``, which join with everything as it is.

    Nor are there the lines ``FILTER(!BOUND(?x) || …)`` of a variable that nothing binds. Lines keep their numbers.
    """
    lines = [match for match in MARKER.finditer(text) if match["value"] == "UNDEF"]
    unset = {match["name"] for match in lines}
    if not unset:
        return text
    options = [match for match in _OPTION.finditer(text) if match["name"] in unset]
    droppable = [match.span() for match in (*lines, *options)]
    bound = {each[1] for each in _VARIABLE.finditer(without_spans(text, droppable))}
    kept = {match.span() for match in options if match["name"] in bound}
    return without_spans(text, [span for span in droppable if span not in kept])
