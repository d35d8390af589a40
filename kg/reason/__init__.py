"""Infers links from links, and explains each down to the words it rests on."""

from kg.reason.closure import Closure, Delta, closure
from kg.reason.derivation import Derivation, why
from kg.reason.explain import Argument, Explanation, Ground, Standing, explain
from kg.reason.facts import Facts
from kg.reason.rules import Rule
from kg.reason.ruleset import load_rules
from kg.reason.stored import StoredFacts, held_facts

__all__ = [
    "Argument",
    "Closure",
    "Delta",
    "Derivation",
    "Explanation",
    "Facts",
    "Ground",
    "Rule",
    "Standing",
    "StoredFacts",
    "closure",
    "explain",
    "held_facts",
    "load_rules",
    "why",
]
