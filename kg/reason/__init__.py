"""Infers links from links, and explains each down to the words it rests on."""

from kg.reason.closure import Closure, Delta, closure
from kg.reason.derivation import Derivation, why
from kg.reason.explain import Argument, Explanation, Ground, Standing, explain
from kg.reason.rules import Rule
from kg.reason.ruleset import load_rules
from kg.reason.stored import StoredFacts

__all__ = [
    "Argument",
    "Closure",
    "Delta",
    "Derivation",
    "Explanation",
    "Ground",
    "Rule",
    "Standing",
    "StoredFacts",
    "closure",
    "explain",
    "load_rules",
    "why",
]
