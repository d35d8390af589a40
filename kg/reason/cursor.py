"""A place in a rule file, from which its grammar is read token by token and errors are named."""

from __future__ import annotations

from pathlib import Path
from typing import NoReturn

from kg.reason.errors import RuleSyntaxError, UnsupportedRuleError
from kg.reason.tokens import Token, tokens

_BEYOND = frozenset(
    # As one text, because a list would take a line for each word.
    """ASK BASE BIND DELETE DESCRIBE DISTINCT EXISTS FILTER FROM GRAPH GROUP HAVING INSERT LIMIT LOAD MINUS
    NAMED NOT OFFSET OPTIONAL ORDER PREFIX REDUCED SELECT SERVICE UNION VALUES""".split()  # noqa: SIM905
)
"""Keywords of SPARQL 1.1 that could stand where a rule has none."""

_NO_VARIABLES = {
    "iri": "a constant",
    "name": "a constant",
    "literal": "a literal",
    "blank": "a blank node",
    "[": "a blank node",
    "(": "a list",
    "{": "a group within the group",
}
"""What SPARQL allows in the place of a variable, by the kind of a token or its text."""


class Cursor:
    """Walks over the tokens of one file."""

    def __init__(self, path: Path, text: str) -> None:
        self.path = path
        self._tokens = list(tokens(text))
        self._at = 0

    @property
    def now(self) -> Token:
        """The next token to read; at the end, one of kind ``end``."""
        return self._tokens[self._at]

    def step(self) -> Token:
        """Reads one token."""
        token = self.now
        self._at = min(self._at + 1, len(self._tokens) - 1)
        return token

    def sees(self, mark: str) -> bool:
        """Whether ``mark`` comes next."""
        return self.now.kind == "mark" and self.now.text == mark

    def skip(self, mark: str) -> bool:
        """Reads ``mark`` if it comes next, and says whether it did."""
        there = self.sees(mark)
        if there:
            self.step()
        return there

    def mark(self, mark: str) -> None:
        """Reads ``mark``, which must come next."""
        if not self.skip(mark):
            self.refuse(self.now, repr(mark))

    def word(self, word: str) -> None:
        """Reads the keyword ``word`` (upper case), which must come next, in any case."""
        if not self.now.is_word(word):
            self.refuse(self.now, word)
        self.step()

    def take(self, kind: str, expected: str) -> Token:
        """Reads a token of ``kind``, which must come next."""
        if self.now.kind != kind:
            self.refuse(self.now, expected)
        return self.step()

    def variable(self) -> str:
        """Reads a variable, which must come next, and gives its name. Raises a ``RuleError``."""
        token = self.now
        other = _NO_VARIABLES.get(token.text if token.kind == "mark" else token.kind)
        if other is not None:
            raise self.unsupported(token, other if token.kind == "mark" else f"{other} ({token.text})")
        return self.take("variable", "a variable such as ?a").text[1:]

    def refuse(self, token: Token, expected: str) -> NoReturn:
        """Raises ``UnsupportedRuleError`` for a keyword of SPARQL, else ``RuleSyntaxError``."""
        if token.kind == "word" and token.text.upper() in _BEYOND:
            raise self.unsupported(token, token.text.upper())
        raise self.broken(token, expected)

    def broken(self, token: Token, expected: str, *, found: str = "") -> RuleSyntaxError:
        """The error that ``token`` stands where ``expected`` should."""
        seen = found or (repr(token.text) if token.text else "the end of the file")
        return RuleSyntaxError(self.path, token.line, token.column, seen, expected)

    def unsupported(self, token: Token, construct: str) -> UnsupportedRuleError:
        """The error that ``construct``, at ``token``, is more than a rule may say."""
        return UnsupportedRuleError(self.path, token.line, token.column, construct)
