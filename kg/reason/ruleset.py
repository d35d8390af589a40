"""Gathers the rules of inference: the ontology's axioms and the files of ``ontology/rules``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path

from kg.ontology import Axioms, axioms, relations
from kg.reason.axioms import axiom_rules
from kg.reason.construct import RuleFile, read_rule_file
from kg.reason.errors import UnknownRelationError
from kg.reason.rules import Pattern, Rule, without_self_links
from kg.resources import folder


@lru_cache(maxsize=1)
def load_rules() -> tuple[Rule, ...]:
    """The rules that travel with the program. Raises a ``RuleError`` for a file that is not a rule."""
    files = sorted((folder("ontology") / "rules").glob("*.rq"))
    return gather_rules(axioms(), files, {relation.name: relation.phrase for relation in relations()})


def gather_rules(own: Axioms, files: Iterable[Path], phrases: Mapping[str, str]) -> tuple[Rule, ...]:
    """The rules of ``files``, then those of the axioms ``own`` that say anything else.

    ``phrases`` holds every relation that files may name, with the words that stand between its ends. A file
    that says the same as an axiom replaces it, so that the words of its summary explain what follows.
    """
    written = tuple(
        without_self_links(rule) for path in files for rule in _checked(read_rule_file(path), phrases).rules
    )
    said = {_meaning(rule) for rule in written}
    return written + tuple(rule for rule in axiom_rules(own, phrases) if _meaning(rule) not in said)


def _checked(file: RuleFile, known: Mapping[str, str]) -> RuleFile:
    for placed in file.relations:
        name = placed.pattern.relation
        if name not in known:
            close = get_close_matches(name, sorted(known), n=2)
            raise UnknownRelationError(file.path, placed.token.line, placed.token.column, name, close)
    return file


def _meaning(rule: Rule) -> tuple[Pattern, frozenset[Pattern], frozenset[frozenset[str]], frozenset[str]]:
    """The rule without its names: variables are numbered from the conclusion on."""
    numbers = {variable: str(number) for number, variable in enumerate(rule.conclusion.variables)}
    for pattern in sorted(rule.premises, key=lambda pattern: pattern.relation):
        for variable in pattern.variables:
            numbers.setdefault(variable, str(len(numbers)))

    def numbered(pattern: Pattern) -> Pattern:
        return Pattern(numbers[pattern.subject], pattern.relation, numbers[pattern.object])

    return (
        numbered(rule.conclusion),
        frozenset(numbered(pattern) for pattern in rule.premises),
        frozenset(frozenset(numbers[variable] for variable in pair) for pair in rule.distinct),
        frozenset(numbers[variable] for variable in rule.actors),
    )
