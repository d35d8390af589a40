"""Who holds an office or owns what a noun means, said from afar: "X is the leader of Y", "Y, whose leader is X"."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.nodes import Node, Phrase, Word, is_comma
from kg.extract.ordered.joins import as_person, is_ally
from kg.extract.ordered.noun_phrases import NounPhrases
from kg.extract.ordered.offices import may_own


def owned_by_antecedent(nodes: list[Node], reader: NounPhrases) -> None:
    """Whose the noun behind "whose" is: "X, whose fighters", "X, whose leader is Y"; in place."""
    for position, link in enumerate(nodes[:-1]):
        owned = nodes[position + 1]
        if not isinstance(link, Word) or not link.is_a("owning_relative") or not isinstance(owned, Phrase):
            continue
        step = position - 1
        if step >= 0 and is_comma(nodes[step]):
            step -= 1
        owner = nodes[step] if step >= 0 else None
        if not isinstance(owner, Phrase):
            continue
        office = reader.offices.get(id(owned))
        if office is not None and office.organisation is None and may_own(owner, office.entry):
            office.organisation = owner
        fighters = owned.how == "described" and owned.generic
        followers = owned.how == "thing" and owned.words[-1].is_a("follower")
        if office is None and (fighters or followers) and owner.actor is not None:
            owned.actor, owned.how, owned.via, owned.generic = owner.actor, "name", "transparent", False


def copulas(nodes: list[Node], reader: NounPhrases) -> None:
    """States what a form of "be" says with an office behind it: "X is the leader of Y"."""
    for one, link, other in zip(nodes, nodes[1:], nodes[2:], strict=False):
        if not isinstance(one, Phrase) or not isinstance(other, Phrase) or not isinstance(link, Word):
            continue
        if not link.is_a("be"):
            continue
        office, named = reader.offices.get(id(other)), reader.offices.get(id(one))
        if office is None and named is not None:
            holder = as_person(other, reader)
            if holder is not None:
                reader.stated.extend(replace(each, background=False) for each in named.of(holder))
                other.actor, other.how = holder.actor, holder.how
            continue
        if office is None:
            continue
        who = one if is_ally(one, office) else as_person(one, reader)
        if who is not None:
            reader.stated.extend(replace(each, background=False) for each in office.of(who))
