"""Runs rules backward: from a link to all premises from which one step leads to it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from kg.iri import is_actor
from kg.rdf import Link
from kg.reason.facts import OBJECT, SUBJECT, Facts
from kg.reason.matching import in_order
from kg.reason.rules import Pattern, Rule

_MANY = 16
"""Links that are asked for one by one, before all with one end are."""


def instances(rule: Rule, conclusion: Link, facts: Facts) -> Iterator[tuple[Link, ...]]:
    """Every way in which ``rule`` concludes ``conclusion`` from ``facts``: its premises, in order."""
    subject, relation, target = conclusion
    if relation != rule.conclusion.relation:
        return
    binding = {rule.conclusion.subject: subject, rule.conclusion.object: target}
    if not _allowed(rule, binding):
        return
    for found in _extend(rule, _order(rule), binding, facts):
        yield tuple(pattern.link(found) for pattern in rule.premises)


def _extend(
    rule: Rule, rest: tuple[Pattern, ...], binding: dict[str, str], facts: Facts
) -> Iterator[dict[str, str]]:
    if not rest:
        yield binding
        return
    pattern, later = rest[0], rest[1:]
    if pattern.subject in binding and pattern.object in binding:
        if pattern.link(binding) in facts:
            yield from _extend(rule, later, binding, facts)
        return
    side = SUBJECT if pattern.subject in binding else OBJECT
    near, free = pattern.variables[side], pattern.variables[1 - side]
    values = facts.others(pattern.relation, binding[near], side)
    if len(values) > _MANY and later and free in later[0].variables:
        # One look at all that fits the next premise, instead of one for each of the many.
        end = 1 - later[0].variables.index(free)
        if (bound := later[0].variables[end]) in binding:
            values = values & facts.others(later[0].relation, binding[bound], end)
    for value in tuple(values):
        longer = {**binding, free: value}
        if _allowed(rule, longer):
            yield from _extend(rule, later, longer, facts)


def _allowed(rule: Rule, binding: dict[str, str]) -> bool:
    """Whether what is bound so far breaks no condition of the rule."""
    for one, other in rule.distinct:
        if one in binding and binding[one] == binding.get(other):
            return False
    return all(is_actor(binding[variable]) for variable in rule.actors if variable in binding)


@lru_cache(maxsize=1024)
def _order(rule: Rule) -> tuple[Pattern, ...]:
    return tuple(in_order(list(rule.premises), frozenset(rule.conclusion.variables)))
