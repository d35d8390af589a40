"""Refuses, before it runs, a query that would reach out, change something, or break the engine."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.query.errors import QueryRefusedError

MAX_LENGTH = 100_000
"""Bytes of UTF-8 in a query."""
MAX_DEPTH = 200
"""Brackets and prefix operators inside one another. Engines that parse by recursion crash at thousands."""

_ASK_GRAPH = "name a graph inside the query with GRAPH <…> { … } instead"
_ASK_LOAD = "load the data first with 'kg load'"
_ASK_COMMAND = "a query only reads; change the store with 'kg load' and 'kg remove'"
_REFUSED = {
    "SERVICE": ("SERVICE would ask another server", _ASK_LOAD),
    "LOAD": ("LOAD would read from elsewhere", _ASK_LOAD),
    "FROM": ("FROM would let the query choose what is read", _ASK_GRAPH),
    **{
        word: (f"{word} belongs to an update", _ASK_COMMAND)
        for word in ("INSERT", "DELETE", "CLEAR", "CREATE", "DROP", "ADD", "MOVE", "COPY")
    },
}
_OWN_GRAPH = re.compile(r"<https?://", re.IGNORECASE)
_REFUSED_PREFIXES = re.compile(r"(?:TRUE|FALSE)?(SERVICE|LOAD|FROM)\Z")

# The terminals of SPARQL 1.1 (19.8) that matter here. A string, an IRI or a comment hides what it holds; a
# name that follows '?', '$', '@' or a prefix is no keyword. Long strings stand before short ones, as the
# longest match wins.
_TOKEN = re.compile(
    r"""(?P<comment>\#[^\r\n]*)
    | (?P<string>\"\"\"(?:\"{0,2}(?:[^\"\\]|\\.))*+\"\"\" | '''(?:'{0,2}(?:[^'\\]|\\.))*+''')
    | (?P<unclosed_long>\"\"\"|''')
    | (?P<short_string>\"(?:[^\"\\\r\n]|\\.)*+\" | '(?:[^'\\\r\n]|\\.)*+')
    | (?P<unclosed>[\"'])
    | (?P<iri><[^<>\"{}|^`\\\x00-\x20]*>)
    | (?P<variable>[?$]\w+)
    | (?P<language>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
    | (?P<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)
    | (?P<blank>_:[\w.\-]+)
    | (?P<local>:(?:[\w:\-]|\.(?=[\w:\-%\\])|%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?\#@%])+)
    | (?P<prefix>[^\W\d_](?:[\w.\-]*[\w\-])?(?=:))
    | (?P<word>[^\W\d_]\w*)
    | (?P<space>\s+)
    | (?P<other>.)""",
    re.X | re.S,
)
_CODE_POINT = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_PAIR_OR_CODE_POINT = re.compile(r"\\\\|" + _CODE_POINT.pattern)


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    line: int


def check(text: str, *, name: str, own_graphs: bool = False) -> None:
    """Raises ``QueryRefusedError`` if the SPARQL ``text`` must not run; ``name`` is for the message.

    With ``own_graphs`` it may choose, by FROM and an http or https IRI, among the graphs of the store: for an engine
    that never fetches them. A string without an end is refused too: what follows it has no meaning. Escaped code points
    may be decoded by a parser before anything else, so the text is judged as it stands and as it would stand decoded.
    """
    if len(text.encode("utf-8", "surrogatepass")) > MAX_LENGTH:
        raise QueryRefusedError(name, 1, f"longer than {MAX_LENGTH:,} bytes", "ask in parts")
    for reading in _readings(text):
        _check_reading(reading, name, own_graphs=own_graphs)


def chooses_graphs(text: str) -> bool:
    """Whether the SPARQL ``text`` says by FROM what its default graph is."""
    return any(
        token.kind == "word" and token.text.upper() == "FROM"
        for reading in _readings(text)
        if "FROM" in reading.upper()
        for token in _tokens(reading)
    )


def _readings(text: str) -> Iterable[str]:
    return dict.fromkeys((text, _CODE_POINT.sub(_decode, text), _PAIR_OR_CODE_POINT.sub(_decode, text)))


def _decode(match: re.Match[str]) -> str:
    code = match[1] or match[2]
    if code is None:
        return match[0]
    return chr(min(int(code, 16), 0x10FFFF))


def _tokens(text: str) -> Iterator[_Token]:
    line = 1
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or "other"
        if kind not in ("comment", "space"):
            yield _Token(kind, match[0], line)
        line += match[0].count("\n")


def _check_reading(text: str, name: str, *, own_graphs: bool) -> None:
    depth = run = 0
    chosen: _Token | None = None
    for token in _tokens(text):
        if chosen is not None and not (token.kind == "word" and token.text.upper() == "NAMED"):
            if not (token.kind == "iri" and _OWN_GRAPH.match(token.text)):
                _check_word(chosen, name)
            chosen = None
        if token.kind.startswith("unclosed"):
            raise QueryRefusedError(name, token.line, "a string begins here and has no end", "close it")
        if token.kind == "prefix":
            _check_prefix(token, name)
        elif own_graphs and token.kind == "word" and token.text.upper() == "FROM":
            chosen = token
        elif token.kind == "word":
            _check_word(token, name)
        if token.kind == "other":
            depth += (token.text in "([{") - (token.text in ")]}")
        run = run + 1 if token.text in ("!", "-", "+", "^") else 0
        if depth + run > MAX_DEPTH:
            raise QueryRefusedError(
                name, token.line, f"nested deeper than {MAX_DEPTH} levels", "write it with fewer brackets"
            )


def _check_word(token: _Token, name: str) -> None:
    # No keyword, function or operator of SPARQL holds one of these words, and some parsers read "trueSERVICE"
    # as two.
    for refused, (problem, way_out) in _REFUSED.items():
        if token.text.upper().endswith(refused):
            raise QueryRefusedError(name, token.line, problem, way_out)


def _check_prefix(token: _Token, name: str) -> None:
    # Some parsers read "SERVICE:x" as SERVICE with the name ":x".
    match = _REFUSED_PREFIXES.match(token.text.upper())
    if match:
        problem = f"{token.text}: reads as {match[1]}"
        raise QueryRefusedError(
            name, token.line, problem, "use another word as prefix, and no SERVICE, LOAD or FROM"
        )
