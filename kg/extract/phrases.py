"""Turns the words of a sentence into phrases that name actors and places: known names, with the nouns round them."""

from __future__ import annotations

from dataclasses import replace

from kg.extract import (
    aliases,
    apposed_names,
    ascriptions,
    being,
    capitals,
    clefts,
    coalitions,
    deed_adjectives,
    described,
    fired,
    freed,
    groups,
    holding,
    kin,
    led_operations,
    listed_places,
    name_phrases,
    others,
    persons,
    places,
    places_by_position,
    ranks,
    reductions,
    self_named,
    several_holders,
    sites,
    strongholds,
    the_two,
    thought_to_be,
    townspeople,
    unlisted,
    unnamed_places,
)
from kg.extract.anaphora import Discourse
from kg.extract.entities import Entities
from kg.extract.lexicon import Lexicon
from kg.extract.names import Settled
from kg.extract.nodes import Node, Phrase, Stated, Word, classes_of, is_comma, is_quote

_CHARGED_WITHIN = 8
"""Nodes behind a verb that blames within which it is said for what."""


def build(
    words: list[Word], names: list[Settled], lexicon: Lexicon, entities: Entities, discourse: Discourse
) -> tuple[list[Node], list[Stated]]:
    """The nodes of one sentence, and what its titles say.

    ``names`` are those of the sentence; the ones that ``words`` leave out, in a byline, are not used. What nothing has
    made a name of goes back to words.
    """
    nodes = freed.expressions(name_phrases.place(words, names, lexicon), lexicon)
    # Most sentences have no word of most classes: what only such a word can mean is not looked for.
    seen = classes_of(words) | classes_of(nodes)
    if "as_adjective" in seen:
        deed_adjectives.settle(nodes)
    if "cleft" in seen:
        clefts.settle(nodes, lexicon)
    if "title" in seen:
        led_operations.settle(nodes, lexicon)
    nodes = freed.held(nodes, lexicon) if "place_filler" in seen else nodes
    nodes = freed.adjectives(nodes, lexicon) if "nisba" in seen else nodes
    nodes = freed.owned(nodes, lexicon) if "transparent_actor" in seen else nodes
    nodes = freed.families(nodes, lexicon)
    if "capital" in seen:
        capitals.settle(nodes, lexicon, discourse)
        capitals.name(nodes, lexicon, discourse)
    if "between" in seen:
        _open_examples(nodes)
    if "blaming" in seen:
        _open_charges(nodes)
    nodes = discourse.recall(nodes)
    nodes = [part for node in nodes for part in _as_opening(node, lexicon)]
    nodes = groups.extend_names(nodes, lexicon, entities)
    nodes, held = several_holders.find(nodes, lexicon, entities) if "dual_title" in seen else (nodes, [])
    nodes = places.compose(nodes, lexicon, entities)
    holding.hold(nodes, lexicon)
    nodes = [part for node in nodes for part in _as_body(node, lexicon, "head")]
    nodes = nodes if seen.isdisjoint(the_two.KINDS) else the_two.by_origin(nodes, lexicon, entities)
    nodes = described.describe(nodes, lexicon, entities)
    if "league" in seen:
        coalitions.identify(nodes, lexicon, entities)
    nodes = sites.describe(unnamed_places.widen(nodes, lexicon), lexicon, entities)
    nodes = unlisted.discover(nodes, lexicon, entities, discourse.short_names)
    nodes = self_named.join(nodes, lexicon, entities) if "names_group" in seen else nodes
    being.identify(nodes, lexicon)
    seated = strongholds.find(nodes, lexicon) if "stronghold" in seen else []
    nodes = ranks.join(nodes, lexicon)
    if "others" in seen:
        nodes = others.find(nodes, lexicon, entities)
    nodes, more = kin.join(nodes, lexicon, entities) if "kin_noun" in seen else (nodes, [])
    nodes, thought = thought_to_be.take_out(nodes, lexicon) if "thought_affiliated" in seen else (nodes, [])
    nodes, stated = reductions.affiliated(nodes, lexicon)
    stated += seated + held + more + thought
    nodes = listed_places.find(nodes, lexicon, entities)
    nodes = townspeople.join(nodes, lexicon, entities) if "townspeople" in seen else nodes
    nodes, more = persons.find(aliases.without(nodes, lexicon), lexicon, entities)
    stated += more
    if any("affiliated" in node.classes for node in nodes):
        nodes, more = reductions.affiliated(nodes, lexicon)  # "Forces belonging to the president, X".
        stated += more
    nodes, more = apposed_names.join(nodes, lexicon, entities)
    stated += more
    nodes = ascriptions.as_agents(nodes, lexicon) if "ascribing" in seen else nodes
    nodes = fired.as_means(places_by_position.find(nodes, lexicon, entities), lexicon)
    nodes = name_phrases.unquoted(nodes) if any(map(is_quote, nodes)) else nodes
    return [part for node in nodes for part in _unless_empty(node)], stated


def _open_examples(nodes: list[Node]) -> None:
    """ ", among them X and Y": behind a comma "between" with a pronoun leads to examples; in place."""
    for position in range(1, len(nodes) - 1):
        word, following = nodes[position], nodes[position + 1]
        if not isinstance(word, Word) or not word.is_a("between") or not word.suffix:
            continue
        before = nodes[position - 1]
        told = is_comma(before) or (isinstance(before, Word) and before.is_a("nisba", "casualty", "head"))
        if told and isinstance(following, Phrase) and not following.conjunction:
            nodes[position] = replace(word, classes=frozenset({"including"}), suffix="")


def _open_charges(nodes: list[Node]) -> None:
    """Makes a verb an accusing one that holds somebody responsible for what is named behind it; in place."""
    for position, verb in enumerate(nodes):
        if not isinstance(verb, Word) or not verb.is_a("blaming"):
            continue
        for node in nodes[position + 1 : position + _CHARGED_WITHIN]:
            if not isinstance(node, Word):
                continue
            charge = node.is_a("charge")
            if node.mark or node.is_a("clause", "complementizer") or (node.conjunction and not charge):
                break
            if charge and not node.suffix:
                nodes[position] = replace(verb, classes=verb.classes | {"accusing"})
                break


def _unless_empty(node: Node) -> list[Node]:
    if isinstance(node, Phrase) and node.actor is None and node.place is None and node.how != "short":
        return [*node.words]
    return [node]


def _as_opening(node: Node, lexicon: Lexicon) -> list[Node]:
    """A name that nothing has settled as what stands for the body named behind it: "the high command of X"."""
    if (
        not isinstance(node, Phrase)
        or node.actor is not None
        or node.place is not None
        or len(node.words) < 2
    ):
        return [node]
    found = _as_body(node, lexicon, "transparent_actor")
    return found if len(found) == 1 else [node]


def _as_body(node: Node, lexicon: Lexicon, class_: str) -> list[Node]:
    """A name that nothing has settled as the noun for a body that its words make together: "the air force"."""
    parts = _unless_empty(node)
    words = [part for part in parts if isinstance(part, Word)]
    if len(words) < 2 or words != parts or any(word.mark for word in words):
        return parts
    first, last = words[0], words[-1]
    found = lexicon.exact(" ".join((first.core, *(word.text for word in words[1:]))))
    if found is None or class_ not in found.classes:
        return parts
    text, written = (" ".join(getattr(word, key) for word in words) for key in ("text", "written"))
    whole = replace(
        first, end=last.end, text=text, core=found.core, written=written,
        classes=found.classes, senses=found.senses, spelled="",
    )  # fmt: skip
    return [whole]
