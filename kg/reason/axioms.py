"""The ontology's axioms as rules: the part of OWL 2 RL that speaks of relations.

OWL 2 Profiles, section 4.3, table 5: prp-spo1 (sub-property), prp-inv1 and prp-inv2 (inverse), prp-symp
(symmetric), prp-trp (transitive) and prp-spo2 (chain). No rule concludes a link from a thing to itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from string import ascii_uppercase

from kg.ontology import Axioms, Chain, SubRelation
from kg.reason.errors import UndecidableAxiomError
from kg.reason.rules import Pattern, Rule, without_self_links


def axiom_rules(axioms: Axioms, phrases: Mapping[str, str]) -> tuple[Rule, ...]:
    """One rule for each axiom, in a fixed order. Raises ``UndecidableAxiomError``.

    ``phrases`` are the words that read well between the ends of a relation, by its local name.
    """
    return tuple(replace(without_self_links(rule), wording=_worded(rule, phrases)) for rule in _rules(axioms))


def _rules(axioms: Axioms) -> Iterator[Rule]:
    for sub in axioms.sub_relations:
        yield _sub_relation(sub)
    for relation, other in axioms.inverses:
        name = f"{relation} owl:inverseOf {other}"
        yield _rule(name, "inverse", Pattern("b", other, "a"), Pattern("a", relation, "b"))
    for relation in sorted(axioms.symmetric):
        name = f"{relation} a owl:SymmetricProperty"
        yield _rule(name, "symmetric", Pattern("b", relation, "a"), Pattern("a", relation, "b"))
    for relation in sorted(axioms.transitive):
        steps = Pattern("a", relation, "b"), Pattern("b", relation, "c")
        yield _rule(f"{relation} a owl:TransitiveProperty", "transitive", Pattern("a", relation, "c"), *steps)
    for chain in axioms.chains:
        yield _chain(chain)


def _sub_relation(sub: SubRelation) -> Rule:
    name = f"{sub.child} rdfs:subPropertyOf {sub.parent}"
    rule = _rule(name, "sub-property", Pattern("a", sub.parent, "b"), Pattern("a", sub.child, "b"))
    if sub.target is None:
        return rule
    if sub.target != "Actor":
        raise UndecidableAxiomError(name, sub.target)
    return replace(rule, name=f"{name} (Actor)", actors=frozenset({"b"}))


def _chain(chain: Chain) -> Rule:
    names = [f"x{index}" for index in range(len(chain.steps) + 1)]
    steps = [
        Pattern(after, step.relation, before) if step.inverted else Pattern(before, step.relation, after)
        for before, after, step in zip(names[:-1], names[1:], chain.steps, strict=True)
    ]
    parts = (f"[ owl:inverseOf {each.relation} ]" if each.inverted else each.relation for each in chain.steps)
    name = f"{chain.implies} owl:propertyChainAxiom ( {' '.join(parts)} )"
    return _rule(name, "chain", Pattern(names[0], chain.implies, names[-1]), *steps)


def _rule(name: str, kind: str, conclusion: Pattern, *premises: Pattern) -> Rule:
    return Rule(name, kind, "", conclusion, premises)


def _worded(rule: Rule, phrases: Mapping[str, str]) -> str:
    """The rule as a sentence over letters: "A is part of B and B is part of C, so A is part of C."."""
    letters: dict[str, str] = {}
    for pattern in rule.premises:
        for variable in pattern.variables:
            letters.setdefault(variable, ascii_uppercase[len(letters)])

    def said(pattern: Pattern) -> str:
        phrase = phrases.get(pattern.relation, pattern.relation)
        return f"{letters[pattern.subject]} {phrase} {letters[pattern.object]}"

    actors = "".join(f" and {letters[variable]} is an actor" for variable in sorted(rule.actors))
    return f"{' and '.join(map(said, rule.premises))}{actors}, so {said(rule.conclusion)}."
