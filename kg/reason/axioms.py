"""The ontology's axioms as rules: the part of OWL 2 RL that speaks of relations.

OWL 2 Profiles, section 4.3, table 5: prp-spo1 (sub-property), prp-inv1 and prp-inv2 (inverse), prp-symp (symmetric),
prp-trp (transitive) and prp-spo2 (chain). No rule concludes a link from a thing to itself.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.reason.rules import Pattern, Rule, without_self_links


def sub_property(below: str, above: str) -> Rule:
    """Whoever ``below`` links, ``above`` links as well."""
    return _rule(
        f"{below} rdfs:subPropertyOf {above}",
        "sub-property",
        f"{below} is one way of {above}",
        Pattern("a", above, "b"),
        Pattern("a", below, "b"),
    )


def inverse(relation: str, other: str) -> tuple[Rule, Rule]:
    """``a relation b`` says the same as ``b other a``."""
    name, wording = f"{relation} owl:inverseOf {other}", f"{relation} and {other} say the same from either side"
    return (
        _rule(name, "inverse", wording, Pattern("b", other, "a"), Pattern("a", relation, "b")),
        _rule(name, "inverse", wording, Pattern("b", relation, "a"), Pattern("a", other, "b")),
    )


def symmetric(relation: str) -> Rule:
    """``a relation b`` says the same as ``b relation a``."""
    return _rule(
        f"{relation} a owl:SymmetricProperty",
        "symmetric",
        f"{relation} holds both ways",
        Pattern("b", relation, "a"),
        Pattern("a", relation, "b"),
    )


def transitive(relation: str) -> Rule:
    """``a relation b`` and ``b relation c`` give ``a relation c``."""
    return _rule(
        f"{relation} a owl:TransitiveProperty",
        "transitive",
        f"{relation} reaches on through each step",
        Pattern("a", relation, "c"),
        Pattern("a", relation, "b"),
        Pattern("b", relation, "c"),
    )


def chain(parts: Sequence[str], result: str) -> Rule:
    """Following ``parts`` one after the other gives ``result``."""
    steps = [Pattern(f"x{index}", part, f"x{index + 1}") for index, part in enumerate(parts)]
    return _rule(
        f"{result} owl:propertyChainAxiom ( {' '.join(parts)} )",
        "chain",
        f"{', then '.join(parts)} gives {result}",
        Pattern("x0", result, f"x{len(parts)}"),
        *steps,
    )


def _rule(name: str, kind: str, wording: str, conclusion: Pattern, *premises: Pattern) -> Rule:
    return without_self_links(Rule(name, kind, wording, conclusion, premises))
