"""Reads a rule from a SPARQL CONSTRUCT file.

A rule is the part of SPARQL 1.1 that is a Horn rule with inequality::

    #+ summary: Who supports one side of a fight is an opponent of the other.
    PREFIX rw: <https://w3id.org/rawabit/ontology#>
    CONSTRUCT { ?a rw:opponentOf ?c }
    WHERE { ?a rw:supports ?b . ?b rw:fights ?c . FILTER(?a != ?c) }

Allowed are PREFIX, triples of variables joined by relations of the ontology (with ``;`` and ``,``), and
FILTER over ``!=`` and ``&&``. Premises must hang together, since pairing everything with everything would
drown the graph. The file stays plain SPARQL that any engine runs; this reader starts in no time, where
loading a whole SPARQL implementation takes longer than most answers, and refuses by name whatever it would
have to guess at.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn

from kg.errors import InputError
from kg.namespaces import RW
from kg.reason.errors import RuleSyntaxError, UnsupportedRuleError
from kg.reason.rules import Pattern, Rule
from kg.reason.tokens import Token, tokens

_BEYOND = frozenset(
    {
        "ASK",
        "BASE",
        "BIND",
        "DELETE",
        "DESCRIBE",
        "DISTINCT",
        "EXISTS",
        "FILTER",
        "FROM",
        "GRAPH",
        "GROUP",
        "HAVING",
        "INSERT",
        "LIMIT",
        "LOAD",
        "MINUS",
        "NAMED",
        "NOT",
        "OFFSET",
        "OPTIONAL",
        "ORDER",
        "PREFIX",
        "REDUCED",
        "SELECT",
        "SERVICE",
        "UNION",
        "VALUES",
    }
)
"""Keywords of SPARQL 1.1 that could stand where a rule has none."""

_PATH_MARKS = frozenset("/|*+?")
_TERMS = {"iri": "a constant", "name": "a constant", "literal": "a literal", "blank": "a blank node"}


@dataclass(frozen=True, slots=True)
class Placed:
    """A pattern and the token of its relation, so that an error can point at it."""

    pattern: Pattern
    token: Token


@dataclass(frozen=True, slots=True)
class RuleFile:
    """One file: its rules (one for each triple of CONSTRUCT), and every relation it names with its place."""

    path: Path
    rules: tuple[Rule, ...]
    relations: tuple[Placed, ...]


def read_rule_file(path: Path) -> RuleFile:
    """The rules of one ``.rq`` file.

    Raises ``InputError`` for a file that cannot be read or has no ``#+ summary:``, ``RuleSyntaxError`` for
    what is not SPARQL and ``UnsupportedRuleError`` for what is SPARQL but not a rule.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(path, f"cannot be read as a rule ({error})", "give a UTF-8 text file") from error
    summary = next((line[2:].strip() for line in text.splitlines() if line.startswith("#+ summary:")), "")
    summary = summary.removeprefix("summary:").strip()
    if not summary:
        raise InputError(
            path, "has no summary", "open it with a line '#+ summary: …' that says what follows from what"
        )
    return _Reader(path, list(tokens(text))).read(summary)


@dataclass(slots=True)
class _Reader:
    path: Path
    tokens: list[Token]
    at: int = 0
    prefixes: dict[str, str] = field(default_factory=dict)

    def read(self, summary: str) -> RuleFile:
        while self._now.is_word("PREFIX"):
            self._step()
            name = self._take("name", "a prefix such as rw:")
            self.prefixes[name.text] = self._take("iri", "an IRI in angle brackets").text[1:-1]
        self._word("CONSTRUCT")
        start = self._now
        conclusions, unequal = self._group(filters=False)
        if self._now.is_word("WHERE"):
            self._step()
        premises, unequal = self._group(filters=True)
        if self._now.kind != "end":
            self._refuse(self._now, "the end of the file")
        if not conclusions or not premises:
            raise RuleSyntaxError(
                self.path, start.line, start.column, "an empty group", "at least one triple"
            )
        self._check(conclusions, premises, unequal)
        stem = self.path.stem
        rules = tuple(
            Rule(
                stem if len(conclusions) == 1 else f"{stem}#{number}",
                "rule",
                summary,
                conclusion.pattern,
                tuple(premise.pattern for premise in premises),
                frozenset(frozenset(pair) for pair, _ in unequal),
            )
            for number, conclusion in enumerate(conclusions, 1)
        )
        return RuleFile(self.path, rules, (*conclusions, *premises))

    def _group(self, *, filters: bool) -> tuple[list[Placed], list[tuple[tuple[str, str], Token]]]:
        triples: list[Placed] = []
        unequal: list[tuple[tuple[str, str], Token]] = []
        self._mark("{")
        while not self._is("}"):
            if filters and self._now.is_word("FILTER"):
                self._step()
                self._mark("(")
                unequal += self._inequalities()
                self._mark(")")
                if self._is("."):
                    self._step()
            else:
                triples += self._same_subject()
                if self._is("."):
                    self._step()
                elif not self._is("}") and not self._now.is_word("FILTER"):
                    self._refuse(self._now, "'.' or '}'")
        self._step()
        return triples, unequal

    def _same_subject(self) -> list[Placed]:
        found: list[Placed] = []
        subject = self._variable()
        while True:
            token, relation = self._now, self._relation()
            while True:
                found.append(Placed(Pattern(subject, relation, self._variable()), token))
                if not self._is(","):
                    break
                self._step()
            if not self._is(";"):
                return found
            while self._is(";"):
                self._step()
            if self._is(".") or self._is("}"):
                return found

    def _relation(self) -> str:
        token = self._step()
        if token.kind == "variable":
            raise self._unsupported(token, f"a variable in the place of a relation ({token.text})")
        if token.text in {"^", "!", "("}:
            raise self._unsupported(token, "a property path")
        if token.text == "a":
            raise self._unsupported(token, "a class (the keyword 'a')")
        if token.kind not in {"iri", "name"}:
            self._refuse(token, "a relation such as rw:supports")
        iri = self._iri(token)
        if self._now.text in _PATH_MARKS:
            raise self._unsupported(self._now, "a property path")
        if not iri.startswith(RW) or iri == RW:
            raise self._unsupported(
                token, f"the property {token.text}, which is no relation of the ontology,"
            )
        return iri.removeprefix(RW)

    def _iri(self, token: Token) -> str:
        if token.kind == "iri":
            return token.text[1:-1]
        prefix, _, local = token.text.partition(":")
        if prefix + ":" not in self.prefixes:
            raise RuleSyntaxError(
                self.path, token.line, token.column, repr(token.text), "a prefix declared above"
            )
        return self.prefixes[prefix + ":"] + local

    def _inequalities(self) -> list[tuple[tuple[str, str], Token]]:
        found: list[tuple[tuple[str, str], Token]] = []
        while True:
            if self._is("("):
                self._step()
                found += self._inequalities()
                self._mark(")")
            else:
                token = self._now
                if token.kind != "variable":
                    raise self._unsupported(token, f"FILTER over {token.text or 'nothing'!r}")
                left = self._variable()
                if not self._is("!="):
                    raise self._unsupported(self._now, f"FILTER with {self._now.text or 'nothing'!r}")
                self._step()
                found.append(((left, self._variable()), token))
            if not self._is("&&"):
                return found
            self._step()

    def _check(
        self, conclusions: list[Placed], premises: list[Placed], unequal: list[tuple[tuple[str, str], Token]]
    ) -> None:
        bound = {variable for premise in premises for variable in premise.pattern.variables}
        named = [(variable, placed.token) for placed in conclusions for variable in placed.pattern.variables]
        named += [(variable, token) for pair, token in unequal for variable in pair]
        for variable, token in named:
            if variable not in bound:
                raise self._unsupported(token, f"?{variable}, which no triple of WHERE names,")
        for placed in (*conclusions, *premises):
            if len(set(placed.pattern.variables)) == 1:
                raise self._unsupported(placed.token, "a triple that links a thing to itself")
        for pair, token in unequal:
            if len(set(pair)) == 1:
                raise self._unsupported(token, "an inequality of a variable with itself")
        joined, rest = set(premises[0].pattern.variables), premises[1:]
        while near := next((placed for placed in rest if joined & set(placed.pattern.variables)), None):
            joined |= set(near.pattern.variables)
            rest.remove(near)
        if rest:
            raise self._unsupported(rest[0].token, "a premise that shares no variable with the others")

    @property
    def _now(self) -> Token:
        return self.tokens[self.at]

    def _step(self) -> Token:
        token = self.tokens[self.at]
        self.at = min(self.at + 1, len(self.tokens) - 1)
        return token

    def _is(self, mark: str) -> bool:
        return self._now.kind == "mark" and self._now.text == mark

    def _mark(self, mark: str) -> None:
        if not self._is(mark):
            self._refuse(self._now, repr(mark))
        self._step()

    def _word(self, word: str) -> None:
        if not self._now.is_word(word):
            self._refuse(self._now, word)
        self._step()

    def _take(self, kind: str, expected: str) -> Token:
        if self._now.kind != kind:
            self._refuse(self._now, expected)
        return self._step()

    def _variable(self) -> str:
        token = self._now
        if token.kind in _TERMS:
            raise self._unsupported(token, f"{_TERMS[token.kind]} ({token.text})")
        return self._take("variable", "a variable such as ?a").text[1:]

    def _refuse(self, token: Token, expected: str) -> NoReturn:
        if token.kind == "word" and token.text.upper() in _BEYOND:
            raise self._unsupported(token, token.text.upper())
        if token.text in {"[", "("} and expected.startswith("a variable"):
            raise self._unsupported(token, "a blank node" if token.text == "[" else "a list")
        raise RuleSyntaxError(
            self.path, token.line, token.column, repr(token.text) if token.text else "the end", expected
        )

    def _unsupported(self, token: Token, construct: str) -> UnsupportedRuleError:
        return UnsupportedRuleError(self.path, token.line, token.column, construct)
