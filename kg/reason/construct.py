"""Reads rules from a SPARQL CONSTRUCT file.

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

from kg.errors import InputError
from kg.namespaces import RW
from kg.reason.cursor import Cursor
from kg.reason.rules import Pattern, Rule
from kg.reason.tokens import Token

_SUMMARY, _SUMMARY_AR = "#+ summary:", "#+ summary@ar:"


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
    summary, in_arabic = _after(_SUMMARY, text), _after(_SUMMARY_AR, text)
    if not summary:
        raise InputError(path, "has no summary", f"open it with a line '{_SUMMARY} …' that says what follows")
    return _Reader(Cursor(path, text)).read(summary, in_arabic or None)


def _after(key: str, text: str) -> str:
    return next((line for line in text.splitlines() if line.startswith(key)), "").removeprefix(key).strip()


@dataclass(slots=True)
class _Reader:
    at: Cursor
    prefixes: dict[str, str] = field(default_factory=dict)
    unequal: list[tuple[frozenset[str], Token]] = field(default_factory=list)

    def read(self, summary: str, in_arabic: str | None) -> RuleFile:
        at = self.at
        while at.now.is_word("PREFIX"):
            at.step()
            name = at.take("name", "a prefix such as rw:")
            self.prefixes[name.text] = at.take("iri", "an IRI in angle brackets").text[1:-1]
        at.word("CONSTRUCT")
        conclusions = self._group(filters=False)
        if at.now.is_word("WHERE"):
            at.step()
        premises = self._group(filters=True)
        if at.now.kind != "end":
            at.refuse(at.now, "the end of the file")
        self._check(conclusions, premises)
        stem = at.path.stem
        names = (
            [stem] if len(conclusions) == 1 else [f"{stem}#{each + 1}" for each in range(len(conclusions))]
        )
        body = tuple(premise.pattern for premise in premises)
        distinct = frozenset(pair for pair, _ in self.unequal)
        rules = tuple(
            Rule(name, "rule", summary, conclusion.pattern, body, distinct, wording_ar=in_arabic)
            for name, conclusion in zip(names, conclusions, strict=True)
        )
        return RuleFile(at.path, rules, (*conclusions, *premises))

    def _group(self, *, filters: bool) -> list[Placed]:
        at, triples = self.at, list[Placed]()
        opening = at.now
        at.mark("{")
        while not at.sees("}"):
            if filters and at.now.is_word("FILTER"):
                at.step()
                self._inequalities()
                at.skip(".")
                continue
            triples += self._same_subject()
            if not at.skip(".") and not at.sees("}") and not at.now.is_word("FILTER"):
                at.refuse(at.now, "'.' or '}'")
        at.step()
        if not triples:
            raise at.broken(opening, "at least one triple", found="an empty group")
        return triples

    def _same_subject(self) -> list[Placed]:
        at, found = self.at, list[Placed]()
        subject = at.variable()
        while True:
            token, relation = at.now, self._relation()
            found.append(Placed(Pattern(subject, relation, at.variable()), token))
            while at.skip(","):
                found.append(Placed(Pattern(subject, relation, at.variable()), token))
            if not at.skip(";"):
                return found
            while at.skip(";"):
                pass
            if at.sees(".") or at.sees("}"):
                return found

    def _relation(self) -> str:
        at, token = self.at, self.at.step()
        if token.kind == "variable":
            raise at.unsupported(token, f"a variable in the place of a relation ({token.text})")
        if token.kind == "mark" and token.text in {"^", "!", "("}:
            raise at.unsupported(token, "a property path")
        if token.text == "a":
            raise at.unsupported(token, "a class (the keyword 'a')")
        if token.kind not in {"iri", "name"}:
            at.refuse(token, "a relation such as rw:supports")
        iri = self._iri(token)
        if at.now.kind == "mark" and at.now.text in {"/", "|", "*", "+", "?"}:
            raise at.unsupported(at.now, "a property path")
        if not iri.startswith(RW) or iri == RW:
            raise at.unsupported(token, f"the property {token.text}, which is no relation of the ontology,")
        return iri.removeprefix(RW)

    def _iri(self, token: Token) -> str:
        if token.kind == "iri":
            return token.text[1:-1]
        prefix, colon, local = token.text.partition(":")
        if prefix + colon not in self.prefixes:
            raise self.at.broken(token, "a prefix declared above")
        return self.prefixes[prefix + colon] + local

    def _inequalities(self) -> None:
        at = self.at
        at.mark("(")
        while True:
            token = at.now
            if token.kind != "variable":
                raise at.unsupported(token, f"FILTER over {token.text or 'nothing'!r}")
            left = at.variable()
            if not at.sees("!="):
                raise at.unsupported(at.now, f"FILTER with {at.now.text or 'nothing'!r}")
            at.step()
            self.unequal.append((frozenset({left, at.variable()}), token))
            if not at.sees("&&"):
                break
            at.step()
        if not at.skip(")"):
            raise at.unsupported(at.now, f"FILTER with {at.now.text or 'nothing'!r}")

    def _check(self, conclusions: list[Placed], premises: list[Placed]) -> None:
        at = self.at
        bound = {variable for premise in premises for variable in premise.pattern.variables}
        for pair, token in self.unequal:
            if len(pair) == 1:
                raise at.unsupported(token, "an inequality of a variable with itself")
        used = [(placed.pattern.variables, placed.token) for placed in conclusions]
        for variables, token in [*used, *((sorted(pair), token) for pair, token in self.unequal)]:
            for variable in variables:
                if variable not in bound:
                    raise at.unsupported(token, f"?{variable}, which no triple of WHERE names,")
        for placed in (*conclusions, *premises):
            if len(set(placed.pattern.variables)) == 1:
                raise at.unsupported(placed.token, "a triple that links a thing to itself")
        joined, rest = set(premises[0].pattern.variables), premises[1:]
        while near := next((placed for placed in rest if joined & set(placed.pattern.variables)), None):
            joined |= set(near.pattern.variables)
            rest.remove(near)
        if rest:
            raise at.unsupported(rest[0].token, "a premise that shares no variable with the others")
