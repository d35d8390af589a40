"""Small worlds of links for the tests of inference, and the slow and obvious way to infer."""

from __future__ import annotations

from itertools import product

from hypothesis import strategies as st

from kg.iri import Iris
from kg.namespaces import BASE
from kg.rdf import Link
from kg.reason import Rule
from kg.reason.rules import Pattern

ACTORS = [Iris().actor(name) for name in "abcde"]
PLACES = [Iris().place(name) for name in "pq"]

BETWEEN_ACTORS = [
    "supports",
    "arms",
    "fights",
    "attacks",
    "commands",
    "commandedBy",
    "memberOf",
    "partOf",
    "alliedWith",
]


def link(subject: str, relation: str, target: str) -> Link:
    """A link between actors named by slugs; a slug like ``place/x`` names a place."""
    return _iri(subject), relation, _iri(target)


def links(text: str) -> set[Link]:
    """Links written as ``a supports b, b fights c``."""
    return {link(*part.split()) for part in text.split(",") if part.strip()}


def rule(text: str, *, distinct: tuple[str, ...] = ()) -> Rule:
    """A rule written as ``a p b, b q c -> a r c``; ``distinct`` holds pairs such as ``"a c"``."""
    body, _, head = text.partition("->")
    premises = tuple(Pattern(*part.split()) for part in body.split(","))
    return Rule(
        text,
        "rule",
        text,
        Pattern(*head.split()),
        premises,
        frozenset(frozenset(p.split()) for p in distinct),
    )


def worlds(
    size: int = 12, relations: tuple[str, ...] = tuple(BETWEEN_ACTORS)
) -> st.SearchStrategy[set[Link]]:
    """Sets of links between five actors, no thing linked to itself, some of them with places."""
    between = st.tuples(st.sampled_from(ACTORS), st.sampled_from(relations), st.sampled_from(ACTORS))
    there = st.tuples(
        st.sampled_from(ACTORS), st.sampled_from(["attacks", "deploysTo"]), st.sampled_from(PLACES)
    )
    within = st.just((PLACES[0], "within", PLACES[1]))
    apart = between.filter(lambda link: link[0] != link[2])
    return st.sets(st.one_of(apart, apart, apart, there, within), max_size=size)


def naive(start: set[Link], rules: tuple[Rule, ...]) -> set[Link]:
    """All that follows, by trying every choice of premises until nothing new comes."""
    held = set(start)
    while fresh := {found for each in rules for found in _one_round(each, held)} - held:
        held |= fresh
    return held - start


def _one_round(rule: Rule, held: set[Link]) -> set[Link]:
    found = set()
    by_relation = [[link for link in held if link[1] == premise.relation] for premise in rule.premises]
    for chosen in product(*by_relation):
        binding: dict[str, str] = {}
        pairs = [
            (variable, value)
            for premise, link in zip(rule.premises, chosen, strict=True)
            for variable, value in zip(premise.variables, (link[0], link[2]), strict=True)
        ]
        if all(binding.setdefault(variable, value) == value for variable, value in pairs):
            apart = all(len({binding[variable] for variable in pair}) == len(pair) for pair in rule.distinct)
            if apart and all("/actor/" in binding[variable] for variable in rule.actors):
                found.add(rule.conclusion.link(binding))
    return found


def _iri(slug: str) -> str:
    return BASE + (slug if slug.startswith("place/") else f"actor/{slug}")
