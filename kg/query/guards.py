"""Leaves out what a query keeps for other values of its parameters, so that no engine plans for it.

A branch of a UNION may begin with a guard: a filter that asks whether parameters have a value. Which branches remain is
known as soon as the values are, but engines find out while they run, and read the store for all of them.
"""

from __future__ import annotations

import re

from kg.query.lines import OPTION_LINE, PARAMETER_LINE, without_spans

_TESTS = r"!?BOUND\(\?\w+\)(?: (?:&&|\|\|) !?BOUND\(\?\w+\))*"
_GUARD = re.compile(
    rf"^[ \t]*FILTER\((?P<filter>{_TESTS})\)[ \t\r]*$"
    rf"|^[ \t]*BIND\((?P<bind>{_TESTS}) AS \?(?P<name>\w+)\)\s*FILTER\(\?(?P=name)\)[ \t\r]*$",
    re.M,
)
_TEST = re.compile(r"(?P<no>!?)BOUND\(\?(?P<name>\w+)\)(?: (?P<join>&&|\|\|) )?")
_OPTION = re.compile(OPTION_LINE, re.M)
_FILLED = re.compile(PARAMETER_LINE.format(value=".*"), re.M)
"""A parameter's line, with whatever value."""
_Span = tuple[int, int]


def without_closed(text: str) -> str:
    """The SPARQL ``text`` without guards, and without the branches that they close. Lines keep their numbers.

    A guard counts where nothing but its parameter's line, or a filter, can bind what it asks for: in the whole of its
    group, or for one in a BIND before it.
    """
    for guard in reversed(list(_GUARD.finditer(text))):
        group = _around(text, guard.start())
        if group is None or not _decidable(text, guard, group):
            continue
        span = guard.span() if _holds(text, guard, group) else _branch(text, group)
        if span is not None:
            return without_closed(without_spans(text, [span]))
    return text


def _around(text: str, at: int) -> _Span | None:
    """The innermost braces around an offset. Our files have none in strings or IRIs."""
    depth, start = 0, at
    while depth >= 0:
        start -= 1
        if start < 0:
            return None
        depth += {"}": 1, "{": -1}.get(text[start], 0)
    depth, end = 1, at
    while depth:
        if end == len(text):
            return None
        depth += {"{": 1, "}": -1}.get(text[end], 0)
        end += 1
    return start, end


def _decidable(text: str, guard: re.Match[str], group: _Span) -> bool:
    within = text[group[0] : guard.start() if guard["bind"] else group[1]]
    for known in (_FILLED, _GUARD, _OPTION):
        within = known.sub("", within)
    asked = {test["name"] for test in _TEST.finditer(guard["filter"] or guard["bind"])}
    marked = {match["name"] for match in _FILLED.finditer(text, *group)}
    return asked <= marked and not any(re.search(rf"[?$]{name}\b", within) for name in asked)


def _holds(text: str, guard: re.Match[str], group: _Span) -> bool:
    given = {match["name"] for match in _FILLED.finditer(text, *group) if match["value"].strip() != "UNDEF"}
    tests = list(_TEST.finditer(guard["filter"] or guard["bind"]))
    found = [(test["name"] in given) is not bool(test["no"]) for test in tests]
    return any(found) if any(test["join"] == "||" for test in tests) else all(found)


def _branch(text: str, group: _Span | None) -> _Span | None:
    """The branch of a UNION that is empty when ``group`` is, with one UNION beside it."""
    while group is not None:
        before, behind = text[: group[0]].rstrip(), text[group[1] :]
        if behind.lstrip().startswith("UNION"):
            return group[0], group[1] + behind.index("UNION") + len("UNION")
        if before.endswith("UNION"):
            return len(before) - len("UNION"), group[1]
        around = _around(text, group[0])
        inner = text[around[0] + 1 : around[1] - 1].strip() if around else ""
        select = inner.startswith("SELECT") and ("GROUP BY" in inner or "COUNT(" not in inner)
        # What joins with nothing is nothing; what is behind a keyword, such as OPTIONAL, does not join.
        group = around if select or before.endswith(("{", "}", ".")) else None
    return None
