"""In what a place lies that nobody has listed: the known place that the text names right behind it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from kg.extract.lexicon import Lexicon
from kg.extract.nodes import Node, Phrase, Word
from kg.model import Claim, Entity, Mention


def hold(nodes: list[Node], lexicon: Lexicon) -> None:
    """Notes of each unlisted place what holds it: "the village of X in the countryside of Y".

    Of several places one behind the other the nearest known one holds those before it.
    """
    inside = lexicon.pack.words.get("inside", frozenset())
    for position, node in enumerate(nodes):
        if (
            not isinstance(node, Phrase)
            or node.place is None
            or node.place.known
            or node.place.within is not None
        ):
            continue
        holder = _holder(nodes, position, inside)
        if holder is not None and holder.iri != node.place.iri:
            node.place = replace(node.place, within=holder.iri)


def _holder(nodes: list[Node], position: int, inside: frozenset[str]) -> Entity | None:
    step = position + 1
    while step < len(nodes):
        node, led = nodes[step], False
        if isinstance(node, Word) and not node.mark and not node.conjunction and node.core in inside:
            step, led = step + 1, True
            node = nodes[step] if step < len(nodes) else node
        if not isinstance(node, Phrase) or node.conjunction or node.place is None:
            return None
        if not led and node.preposition not in inside:
            return None
        if node.place.known:
            return node.place
        step += 1
    return None


def agreed(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claims of a document, in which an unlisted place lies in the same place wherever it is named.

    One that the text puts into two lies in neither: they may be two places of one name.
    """
    found = tuple(claims)
    holders: dict[str, set[str]] = defaultdict(set)
    for claim in found:
        for mention in _places(claim):
            if mention.entity.within is not None:
                holders[mention.entity.iri].add(mention.entity.within)
    if not holders:
        return found
    within = {iri: next(iter(each)) if len(each) == 1 else None for iri, each in holders.items()}
    return tuple(
        replace(claim, object=_held(claim.object, within), place=claim.place and _held(claim.place, within))
        for claim in found
    )


def _places(claim: Claim) -> tuple[Mention, ...]:
    return (claim.object, claim.place) if claim.place is not None else (claim.object,)


def _held(mention: Mention, within: dict[str, str | None]) -> Mention:
    iri = mention.entity.iri
    if iri not in within or mention.entity.within == within[iri]:
        return mention
    return Mention(mention.span, replace(mention.entity, within=within[iri]))
