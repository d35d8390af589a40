"""Cuts the text of a rule file into the tokens of SPARQL 1.1, each with its line and column."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

# SPARQL 1.1, section 19.8: IRIREF, VAR1, VAR2, BLANK_NODE_LABEL, PNAME_NS and PNAME_LN.
_TOKEN = re.compile(
    r"""(?P<space>\s+|\#[^\n]*)
      | (?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
      | (?P<variable>[?$]\w+)
      | (?P<blank>_:\w+)
      | (?P<name>(?:[^\W\d_][\w.-]*)?:(?:\w(?:[\w.-]*[\w-])?)?)
      | (?P<literal>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|\d[\w.]*)
      | (?P<word>[^\W\d]\w*)
      | (?P<mark>!=|&&|\|\||<=|>=|\^\^|.)""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a file. Line and column are counted from 1; ``text`` is empty at the end of the file."""

    kind: str
    """``iri``, ``variable``, ``blank``, ``name``, ``literal``, ``word``, ``mark`` or ``end``."""
    text: str
    line: int
    column: int

    def is_word(self, word: str) -> bool:
        """Whether this is the keyword ``word`` (upper case), in any case as SPARQL allows."""
        return self.kind == "word" and self.text.upper() == word


def tokens(text: str) -> Iterator[Token]:
    """The tokens of ``text`` without spaces and comments, closed by one of kind ``end``."""
    line, line_start = 1, 0
    for match in _TOKEN.finditer(text):
        kind, piece = match.lastgroup or "mark", match.group()
        if kind != "space":
            yield Token(kind, piece, line, match.start() - line_start + 1)
        if newlines := piece.count("\n"):
            line += newlines
            line_start = match.start() + piece.rindex("\n") + 1
    yield Token("end", "", line, len(text) - line_start + 1)
