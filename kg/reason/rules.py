"""What an inference rule is: premises over links, a conclusion, and the words that say why."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kg.rdf import Link


@dataclass(frozen=True, slots=True)
class Pattern:
    """A link with variables for its ends, such as ``?a supports ?b``. Variables are bare names."""

    subject: str
    relation: str
    object: str

    @property
    def variables(self) -> tuple[str, str]:
        """Both ends, the subject first."""
        return self.subject, self.object

    def link(self, binding: dict[str, str]) -> Link:
        """The link that the pattern stands for once ``binding`` names both ends."""
        return binding[self.subject], self.relation, binding[self.object]


@dataclass(frozen=True, slots=True)
class Rule:
    """A Horn rule: where all ``premises`` hold and ``distinct`` pairs differ, ``conclusion`` follows."""

    name: str
    """An axiom as OWL writes it (``fights a owl:SymmetricProperty``), or the name of a file in
    ``ontology/rules``.
    """
    kind: str
    """``sub-property``, ``inverse``, ``symmetric``, ``transitive``, ``chain`` or ``rule``."""
    wording: str
    """One English sentence for a reader of an explanation."""
    conclusion: Pattern
    premises: tuple[Pattern, ...]
    distinct: frozenset[frozenset[str]] = frozenset()
    """Pairs of variables that must differ."""
    actors: frozenset[str] = frozenset()
    """Variables that must stand for actors, where the premises allow places as well."""
    wording_ar: str | None = None
    """The wording in Arabic, where the rule's file gives one."""


def without_self_links(rule: Rule) -> Rule:
    """The rule, kept from ever concluding that a thing is linked to itself.

    OWL 2 RL does conclude such links (from a symmetric and transitive relation, or a cycle of parts); they
    say nothing about a conflict, and nobody is his own opponent.
    """
    ends = frozenset(rule.conclusion.variables)
    if len(ends) == 1 or ends in rule.distinct:
        return rule
    return replace(rule, distinct=rule.distinct | {ends})
