"""The tokens of a query, read one after the other, with prefixes put in place."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kg.namespaces import RDF
from kg.validate.paths import Path
from kg.validate.sparql.errors import UnsupportedError
from kg.validate.terms import BOOLEAN, DECIMAL, INTEGER, LANG_STRING, Value, string

_TOKEN = re.compile(
    r"""
    (?P<blank>\s+|\#[^\n]*)
    | (?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
    | (?P<var>[?$]\w+)
    | (?P<text>'''(?:(?:'|'')?(?:[^'\\]|\\.))*'''|\"\"\"(?:(?:"|"")?(?:[^"\\]|\\.))*\"\"\"
        |'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*")
    | (?P<lang>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
    | (?P<number>\d+\.\d+|\d+)
    | (?P<name>(?:[A-Za-z](?:[\w.-]*[\w-])?)?:(?:[\w:](?:[\w.:-]*[\w:-])?)?)
    | (?P<word>[A-Za-z]\w*)
    | (?P<mark>\^\^|&&|\|\||!=|<=|>=|[][(){}.;,=<>!+*/|^?-])
    """,
    re.VERBOSE,
)
_BOUND_BEFOREHAND = ("PATH", "shapesGraph", "currentShape")
_ESCAPES = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f", '"': '"', "'": "'", "\\": "\\"}
_ESCAPED = re.compile(r"\\(u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)", re.DOTALL)


class Cursor:
    """Where a reader of a query stands. Raises ``UnsupportedError`` for what it cannot take."""

    def __init__(self, query: str, prefixes: Mapping[str, str], path: Path | None = None) -> None:
        self._path = path
        self._prefixes = prefixes
        self._tokens: list[tuple[str, str]] = []
        at = 0
        while at < len(query):
            match = _TOKEN.match(query, at)
            if match is None or match.lastgroup is None:
                raise UnsupportedError(f"{query[at : at + 20]!r} in a query")
            if match.lastgroup != "blank":
                self._tokens.append((match.lastgroup, match[0]))
            at = match.end()
        self._at = 0

    @property
    def kind(self) -> str:
        """The kind of the next token; empty at the end."""
        return self._tokens[self._at][0] if self._at < len(self._tokens) else ""

    def sees(self, *marks: str) -> bool:
        """Whether the next token is one of ``marks``, or of these words in any case."""
        if self.kind not in ("mark", "word"):
            return False
        text = self._tokens[self._at][1]
        return text in marks or (self.kind == "word" and text.upper() in marks)

    def take(self) -> str:
        """The next token, passed over."""
        if not self.kind:
            raise UnsupportedError("a query that ends too early")
        self._at += 1
        return self._tokens[self._at - 1][1]

    def takes(self, *marks: str) -> bool:
        """Whether the next token is one of ``marks``; then it is passed over."""
        seen = self.sees(*marks)
        self._at += seen
        return seen

    def demand(self, mark: str) -> None:
        """Passes over ``mark``, which must come next."""
        if not self.takes(mark):
            raise UnsupportedError(f"{self.take()!r} in a query, where {mark!r} is looked for")

    def variable(self) -> str:
        """The name of the variable that must come next."""
        if self.kind != "var":
            raise UnsupportedError(f"{self.take()!r} in a query, where a variable is looked for")
        name = self.take()[1:]
        if name in _BOUND_BEFOREHAND:
            raise UnsupportedError(f"${name} in a query")
        return name

    def path(self) -> Path | None:
        """The path of the property shape, if ``$PATH`` comes next and there is one."""
        if self._path is not None and self.kind == "var" and self._tokens[self._at][1][1:] == "PATH":
            self.take()
            return self._path
        return None

    def iri(self) -> str | None:
        """The IRI that comes next, if one does; a prefixed name in full."""
        if self.kind == "iri":
            return self.take()[1:-1]
        if self.kind == "name":
            name = self.take()
            prefix, _, rest = name.partition(":")
            if prefix not in self._prefixes:
                raise UnsupportedError(f"the undeclared prefix {prefix!r} in a query")
            return self._prefixes[prefix] + rest
        if self.kind == "word" and self._tokens[self._at][1] == "a":
            self.take()
            return RDF + "type"
        return None

    def constant(self) -> Value | None:
        """The IRI or literal that comes next, if one does."""
        if self.kind == "number":
            words = self.take()
            return (words, DECIMAL if "." in words else INTEGER, "")
        if self.sees("TRUE", "FALSE"):
            return (self.take().lower(), BOOLEAN, "")
        if self.kind == "text":
            return self._literal()
        return self.iri()

    def _literal(self) -> Value:
        written = self.take()
        width = 3 if written[:3] in ("'''", '"""') else 1
        words = _ESCAPED.sub(_unescaped, written[width:-width])
        if self.kind == "lang":
            return (words, LANG_STRING, self.take()[1:].lower())
        if self.takes("^^"):
            datatype = self.iri()
            if datatype is None:
                raise UnsupportedError("a literal without its datatype in a query")
            return (words, datatype, "")
        return string(words)


def _unescaped(match: re.Match[str]) -> str:
    code = match[1]
    if code[0] in "uU" and len(code) > 1:
        return chr(int(code[1:], 16))
    if code not in _ESCAPES:
        raise UnsupportedError(f"\\{code} in a text of a query")
    return _ESCAPES[code]
