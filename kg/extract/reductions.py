"""Modifiers that state a relation by themselves and are then taken out, so that what they part meets."""

from __future__ import annotations

from kg.extract.coordination import collect
from kg.extract.entities import Entities
from kg.extract.groups import origin_of
from kg.extract.lexicon import Lexicon
from kg.extract.nodes import Node, Phrase, Stated, Word, is_comma, visible

_GOVERNMENT = {"State", "StateForce"}


def affiliated(nodes: list[Node], lexicon: Lexicon) -> tuple[list[Node], list[Stated]]:
    """ "X belonging to Y": X is part of Y. A group without a name is replaced by those it belongs to."""
    stated: list[Stated] = []
    result: list[Node] = []
    position = 0
    while position < len(nodes):
        node = nodes[position]
        owner = _modified(result) if isinstance(node, Word) and node.is_a("affiliated") else None
        if isinstance(node, Word) and owner is not None:
            target = _target(nodes, position + 1, lexicon)
            if target is not None:
                body = nodes[target]
                assert isinstance(body, Phrase)
                if owner.generic:
                    _replace(result, owner, body)
                else:
                    stated.append(_link(owner, "partOf", body, node, "affiliated"))
                position = target + 1
                continue
        result.append(node)
        position += 1
    return result, stated


def _modified(before: list[Node]) -> Phrase | None:
    """The phrase that a modifier here would modify."""
    for node in reversed(before[-2:]):
        if isinstance(node, Phrase):
            return node if node.actor is not None or node.how == "short" else None
        if not (is_comma(node) or (isinstance(node, Word) and node.is_a("nisba", "epithet"))):
            return None
    return None


def _doer_before(before: list[Node], cue: Word) -> Phrase | None:
    """Whom "with the support of" speaks of at the end of a clause: who acts in it."""
    if not cue.is_a("supported_noun"):
        return None
    doer: Phrase | None = None
    for node in reversed(before):
        if isinstance(node, Word):
            if node.is_a("clause", "complementizer", "reporting") or (node.mark and not is_comma(node)):
                break
        elif node.actor is not None and not node.preposition:
            doer = node
    return doer if before and isinstance(before[-1], Phrase) and before[-1].place is not None else None


def _target(nodes: list[Node], position: int, lexicon: Lexicon) -> int | None:
    allowed = lexicon.pack.words["affiliated_prep"]
    for step in range(position, min(position + 3, len(nodes))):
        node = nodes[step]
        if isinstance(node, Phrase):
            return step if _is_led(nodes, step, allowed) and node.actor is not None else None
        if not (
            isinstance(node, Word) and (node.core in allowed or node.is_a("transparent_actor", "quantifier"))
        ):
            return None
    return None


def _is_led(nodes: list[Node], position: int, allowed: frozenset[str]) -> bool:
    """Whether one of the ``allowed`` prepositions stands on the phrase at ``position`` or right before it."""
    node, before = nodes[position], nodes[position - 1]
    return node.preposition in allowed or (isinstance(before, Word) and before.core in allowed)


def _replace(result: list[Node], group: Phrase, body: Phrase) -> None:
    body.conjunction, body.preposition = group.conjunction, group.preposition
    body.via = "affiliated"
    index = next(i for i, node in enumerate(result) if node is group)
    result[index:] = [body]


def _link(owner: Phrase, relation: str, body: Phrase, cue: Word, rule: str) -> Stated:
    start, end = min(owner.start, body.start), max(owner.end, body.end)
    return Stated(owner, relation, body, start, end, rule, cue.start, background=True)


def loyal(nodes: list[Node], lexicon: Lexicon, entities: Entities) -> tuple[list[Node], list[Stated]]:
    """ "X loyal to Y": X supports Y. "Gunmen loyal to the government" become a described group of that name."""
    stated: list[Stated] = []
    result: list[Node] = []
    position = 0
    while position < len(nodes):
        node = nodes[position]
        position += 1
        owner = _modified(result) if isinstance(node, Word) and node.is_a("loyal") else None
        following = nodes[position] if position < len(nodes) else None
        if owner is None or not isinstance(node, Word) or following is None:
            result.append(node)
            continue
        pronoun = (
            isinstance(following, Word)
            and bool(following.suffix)
            and following.preposition in lexicon.pack.words["belonging"]
        )
        named = (
            isinstance(following, Phrase)
            and following.preposition in lexicon.pack.words["belonging"]
            and following.actor is not None
        )
        if not pronoun and not named:
            result.append(node)
            continue
        body = following if isinstance(following, Phrase) else _topic(result, owner)
        if owner.generic and body is not None and body.actor is not None:
            _describe_loyal(owner, body, following, lexicon, entities)
        if isinstance(following, Phrase):
            stated.append(_link(owner, "supports", following, node, "loyal"))
        elif body is not None and body.actor is not None and not _is_backer(result):
            stated.append(_link(owner, "supports", body, node, "loyal"))
        position += 1
    return result, stated


def _is_backer(before: list[Node]) -> bool:
    """Whether a word for "backed by" stands before, which says of all behind it whom they back."""
    return any(isinstance(node, Word) and node.is_a("supported", "supported_noun") for node in before)


def _topic(before: list[Node], owner: Phrase) -> Phrase | None:
    """Whom a pronoun behind a group means: within a list of backers the one they back, else who was named last."""
    phrases = [n for n in before if isinstance(n, Phrase) and n is not owner and n.actor is not None]
    cues = [n.start for n in before if isinstance(n, Word) and n.is_a("supported", "supported_noun")]
    backed = [phrase for phrase in phrases if cues and phrase.end <= cues[-1]]
    return backed[-1] if backed else phrases[-1] if phrases else None


def _describe_loyal(owner: Phrase, body: Phrase, last: Node, lexicon: Lexicon, entities: Entities) -> None:
    head = lexicon.pack.heads.get(owner.head, {})
    assert body.actor is not None
    slug = body.actor.iri.rpartition("/")[2]
    whom = "government" if body.actor.type == "StateForce" or slug.endswith("government") else slug
    owner.end = last.end
    owner.actor = entities.actor(
        f"pro-{whom}-{head.get('slug', 'group')}", "DescribedGroup", owner.words[0].written
    )
    owner.generic = False


def supported(nodes: list[Node], lexicon: Lexicon, entities: Entities) -> tuple[list[Node], list[Stated]]:
    """ "X, backed by Y and Z": each of them supports X. The modifier and the commas round it are taken out."""
    stated: list[Stated] = []
    for position, node in enumerate(nodes):
        if not isinstance(node, Word) or not _is_modifier(node, nodes[:position], lexicon) or node.hidden:
            continue
        owner = _modified(visible(nodes[:position])) or _doer_before(visible(nodes[:position]), node)
        first = _supporter(nodes, position, lexicon)
        if owner is not None and first is None:
            stated.extend(_backed_by_adverb(nodes, position, owner, lexicon, entities))
        if owner is None or first is None:
            continue
        members, behind = collect(nodes, first, "actor")
        members, behind = _until_side(nodes, first, members, behind)
        if node.is_a("supported_noun") and _names_backed(nodes, behind, lexicon):
            continue
        end = members[-1].end
        stated.extend(
            Stated(
                member,
                "supports",
                owner,
                min(owner.start, node.start),
                end,
                "supported-by",
                node.start,
                background=node.is_a("supported") and lexicon.is_definite(node.core),
            )
            for member in members
            if member.actor is not None
        )
        opened = position > 0 and is_comma(nodes[position - 1])
        for hidden in nodes[position - opened : behind]:
            hidden.hidden = True
        if opened and behind < len(nodes) and is_comma(nodes[behind]):
            nodes[behind].hidden = not _conjunction_follows(nodes, behind)
    return visible(nodes), stated


def _names_backed(nodes: list[Node], behind: int, lexicon: Lexicon) -> bool:
    """Whether who is backed is named behind who backs: "welcomed the support of X for Y"."""
    following = nodes[behind] if behind < len(nodes) else None
    return isinstance(following, Phrase) and following.preposition in lexicon.pack.words["belonging"]


def _backed_by_adverb(
    nodes: list[Node], position: int, owner: Phrase, lexicon: Lexicon, entities: Entities
) -> list[Stated]:
    """The backer that an adverb of origin names: "militias backed Iranianly"."""
    cue, word = nodes[position], nodes[position + 1] if position + 1 < len(nodes) else None
    if not isinstance(cue, Word) or not isinstance(word, Word) or not word.is_a("nisba"):
        return []
    backer = origin_of(word, lexicon, entities) if not lexicon.is_definite(word.core) else None
    if backer is None:
        return []
    return [
        Stated(backer, "supports", owner, min(owner.start, cue.start), word.end, "supported-by", cue.start)
    ]


def _is_modifier(word: Word, before: list[Node], lexicon: Lexicon) -> bool:
    """Whether a word says "backed by" here; "accused X of support" has the same words and another sense."""
    if word.is_a("supported"):
        return True
    if not word.is_a("supported_noun"):
        return False
    accused = any(isinstance(node, Word) and node.is_a("accusing", "asking") for node in before)
    led = word.preposition in lexicon.pack.words["supported_noun_prep"]
    return led and not accused and not word.suffix and not _completes(before)


def _completes(before: list[Node]) -> bool:
    """Whether the noun completes the verb of its clause: "X pledged to support Y", "X started the support of Y"."""
    for node in reversed(before):
        if isinstance(node, Phrase):
            continue
        if (
            node.has_voice("noun", "either", "active", "passive")
            or node.is_a("clause", "complementizer")
            or node.mark
        ):
            return False
        if node.is_a("takes_with"):
            return True
    return False


def _supporter(nodes: list[Node], position: int, lexicon: Lexicon) -> int | None:
    allowed = lexicon.pack.words["support_prep"]
    cue = nodes[position]
    for step in range(position + 1, min(position + 5, len(nodes))):
        node = nodes[step]
        if isinstance(node, Phrase):
            carried = isinstance(cue, Word) and cue.is_a("supported_noun")
            led = carried or _is_led(nodes, step, allowed)
            return step if led and node.actor is not None else None
        if not isinstance(node, Word) or node.mark or _says_more(node):
            return None
    return None


def _says_more(word: Word) -> bool:
    """Whether a word between the modifier and the supporter is more than an adjective or "its ally"."""
    return bool(word.senses) and not word.suffix and not word.is_a("preposition", "epithet")


def _until_side(
    nodes: list[Node], first: int, members: list[Phrase], behind: int
) -> tuple[list[Phrase], int]:
    """Where the list ends: a comma before a conjunction, or a member with backers of its own, opens another side."""
    for step in range(first + 1, behind):
        after = nodes[step + 1] if step + 1 < len(nodes) else None
        if isinstance(after, Word) and after.is_a("supported"):
            return [member for member in members if member.end <= nodes[step].start], step
        following = nodes[step + 1] if step + 1 < behind else None
        if is_comma(nodes[step]) and isinstance(following, Phrase) and following.conjunction:
            kept = [member for member in members if member.end <= nodes[step].start]
            return kept, step
    return members, behind


def _conjunction_follows(nodes: list[Node], comma: int) -> bool:
    following = nodes[comma + 1] if comma + 1 < len(nodes) else None
    return isinstance(following, Phrase | Word) and bool(following.conjunction)
