"""The ontology's axioms as rules: the part of OWL 2 RL that speaks of relations.

OWL 2 Profiles, section 4.3, table 5: prp-spo1 (sub-property), prp-inv1 and prp-inv2 (inverse), prp-symp
(symmetric), prp-trp (transitive) and prp-spo2 (chain). No rule concludes a link from a thing to itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.ontology import Axioms, Chain, SubRelation
from kg.reason.errors import UndecidableAxiomError
from kg.reason.rules import Pattern, Rule, without_self_links


def axiom_rules(axioms: Axioms) -> tuple[Rule, ...]:
    """One rule for each axiom, in a fixed order. Raises ``UndecidableAxiomError``."""
    return tuple(without_self_links(rule) for rule in _rules(axioms))


def _rules(axioms: Axioms) -> Iterator[Rule]:
    for sub in axioms.sub_relations:
        yield _sub_relation(sub)
    for relation, other in axioms.inverses:
        yield Rule(
            f"{relation} owl:inverseOf {other}",
            "inverse",
            f"{relation} and {other} say the same from either side.",
            Pattern("b", other, "a"),
            (Pattern("a", relation, "b"),),
        )
    for relation in sorted(axioms.symmetric):
        yield Rule(
            f"{relation} a owl:SymmetricProperty",
            "symmetric",
            f"{relation} holds both ways.",
            Pattern("b", relation, "a"),
            (Pattern("a", relation, "b"),),
        )
    for relation in sorted(axioms.transitive):
        yield Rule(
            f"{relation} a owl:TransitiveProperty",
            "transitive",
            f"{relation} reaches on from step to step.",
            Pattern("a", relation, "c"),
            (Pattern("a", relation, "b"), Pattern("b", relation, "c")),
        )
    for chain in axioms.chains:
        yield _chain(chain)


def _sub_relation(sub: SubRelation) -> Rule:
    name, wording = f"{sub.child} rdfs:subPropertyOf {sub.parent}", f"{sub.child} is a kind of {sub.parent}"
    if sub.target is not None:
        name, wording = f"{name} ({sub.target})", f"{wording}, where the other is an actor"
        if sub.target != "Actor":
            raise UndecidableAxiomError(name, sub.target)
    return Rule(
        name,
        "sub-property",
        f"{wording}.",
        Pattern("a", sub.parent, "b"),
        (Pattern("a", sub.child, "b"),),
        actors=frozenset() if sub.target is None else frozenset({"b"}),
    )


def _chain(chain: Chain) -> Rule:
    steps = tuple(
        Pattern(f"x{after}", step.relation, f"x{before}")
        if step.inverted
        else Pattern(f"x{before}", step.relation, f"x{after}")
        for before, after, step in ((index, index + 1, step) for index, step in enumerate(chain.steps))
    )
    written = " ".join(
        f"[ owl:inverseOf {step.relation} ]" if step.inverted else step.relation for step in chain.steps
    )
    spoken = ", then ".join(
        f"{step.relation} backwards" if step.inverted else step.relation for step in chain.steps
    )
    return Rule(
        f"{chain.implies} owl:propertyChainAxiom ( {written} )",
        "chain",
        f"{spoken} gives {chain.implies}.",
        Pattern("x0", chain.implies, f"x{len(steps)}"),
        steps,
    )
