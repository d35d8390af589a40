"""Turns the words of a sentence into phrases that name actors and places: known names, with the nouns round them."""

from __future__ import annotations

from dataclasses import replace
from itertools import zip_longest

from kg.extract import (
    aliases,
    apposed_names,
    ascriptions,
    being,
    brackets,
    coalitions,
    described,
    fired,
    groups,
    holding,
    kin,
    listed_places,
    others,
    persons,
    places,
    places_by_position,
    ranks,
    reductions,
    several_holders,
    sites,
    strongholds,
    the_two,
    townspeople,
    unlisted,
    unnamed_places,
)
from kg.extract.anaphora import Discourse
from kg.extract.entities import Entities
from kg.extract.lexicon import Lexicon
from kg.extract.names import Settled
from kg.extract.nodes import Node, Phrase, Stated, Word, classes_of, is_comma, is_quote
from kg.extract.person_names import is_given

_CHARGED_WITHIN = 8
"""Nodes behind a verb that blames within which it is said for what."""


def build(
    words: list[Word], names: list[Settled], lexicon: Lexicon, entities: Entities, discourse: Discourse
) -> tuple[list[Node], list[Stated]]:
    """The nodes of one sentence, and what its titles say.

    ``names`` are those of the sentence; the ones that ``words`` leave out, in a byline, are not used. What nothing has
    made a name of goes back to words.
    """
    nodes = _expressions_freed(_place_names(words, names, lexicon), lexicon)
    # Most sentences have no word of most classes: what only such a word can mean is not looked for.
    seen = classes_of(words) | classes_of(nodes)
    nodes = _held_freed(nodes, lexicon) if "place_filler" in seen else nodes
    nodes = _adjectives_freed(nodes, lexicon) if "nisba" in seen else nodes
    nodes = _owned_freed(nodes, lexicon) if "transparent_actor" in seen else nodes
    nodes = _families_freed(nodes, lexicon)
    if "capital" in seen:
        _settle_capitals(nodes, lexicon, discourse)
        _name_capital(nodes, lexicon, discourse)
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
    being.identify(nodes, lexicon)
    seated = strongholds.find(nodes, lexicon) if "stronghold" in seen else []
    nodes = ranks.join(nodes, lexicon)
    if "others" in seen:
        nodes = others.find(nodes, lexicon, entities)
    nodes, more = kin.join(nodes, lexicon, entities) if "kin_noun" in seen else (nodes, [])
    nodes, stated = reductions.affiliated(nodes, lexicon)
    stated += seated + held + more
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
    nodes = _unquoted(nodes) if any(map(is_quote, nodes)) else nodes
    return [part for node in nodes for part in _unless_empty(node)], stated


def _expressions_freed(nodes: list[Node], lexicon: Lexicon) -> list[Node]:
    """With names taken apart whose first word ends an expression for a body: "the carrier of X's aircraft"."""
    for position in range(len(nodes) - 1, 0, -1):
        node, word = nodes[position], nodes[position - 1]
        if not isinstance(node, Phrase) or not isinstance(word, Word) or not word.is_plain:
            continue
        if node.preposition or node.conjunction:
            continue
        last, *rest = node.words
        found = lexicon.exact(f"{word.core} {last.core}")
        if found is not None and "head" in found.classes:
            whole = replace(
                word, end=last.end, text=f"{word.text} {last.text}", core=found.core,
                written=f"{word.written} {last.written}", classes=found.classes, senses=found.senses,
            )  # fmt: skip
            nodes[position - 1 : position + 1] = [whole, *rest]
    return nodes


def _held_freed(nodes: list[Node], lexicon: Lexicon) -> list[Node]:
    """With "villages of" taken apart before who lost them: "took villages from X"."""
    result: list[Node] = []
    for node, holder in zip_longest(nodes, nodes[1:]):
        assert node is not None
        group = isinstance(holder, Phrase) and holder.actor is not None and holder.actor.type != "State"
        free = group and isinstance(holder, Phrase) and not (holder.preposition or holder.conjunction)
        filler = isinstance(node, Word) and node.is_a("place_filler") and not node.preposition
        noun, _, led = (
            node.text.partition(" ") if isinstance(node, Word) and free and filler else ("", "", "")
        )
        if isinstance(node, Word) and led in lexicon.pack.words["partitive"]:
            for text, start in ((noun, node.start), (led, node.end - len(led))):
                reading = lexicon.read(text)
                written = text if text == led else node.written.partition(" ")[0]
                result.append(
                    replace(
                        node,
                        start=start,
                        end=start + len(text),
                        text=text,
                        core=reading.core,
                        written=written,
                        conjunction=reading.conjunction,
                        classes=reading.classes,
                        senses=reading.senses,
                    )
                )
        else:
            result.append(node)
    return result


def _adjectives_freed(nodes: list[Node], lexicon: Lexicon) -> list[Node]:
    """With the name of a country taken for the adjective of the same letters behind a noun for a group or a deed."""
    result: list[Node] = []
    for node in nodes:
        if not isinstance(node, Phrase) or len(node.words) != 1 or not node.words[0].is_a("nisba"):
            result.append(node)
            continue
        head = groups.head_of(result[-1], lexicon, "described", "country_body") if result else None
        plain = not node.conjunction and not node.preposition
        noun = result[-1] if result else None
        group = head is not None and isinstance(noun, Word) and not lexicon.is_definite(noun.core)
        group = group or _is_land(noun, node, lexicon) or _is_second_adjective(result, node, lexicon)
        if plain and (group or _is_adjective(noun, node, lexicon)):
            result.extend(node.words)
        else:
            result.append(node)
    return result


def _is_second_adjective(before: list[Node], name: Phrase, lexicon: Lexicon) -> bool:
    """Whether an indefinite group with an adjective goes before the name of a country: "Kurdish Xish factions"."""
    noun, adjective = before[-2:] if len(before) > 1 else (None, None)
    if not isinstance(adjective, Word) or not adjective.is_a("nisba") or adjective.conjunction:
        return False
    head = groups.head_of(noun, lexicon, "described", "country_body") if noun is not None else None
    words = (adjective, name.words[0])
    return head is not None and all(
        word.core.endswith(lexicon.feminine_endings) and not lexicon.is_definite(word.core) for word in words
    )


def _is_land(noun: Node | None, name: Node, lexicon: Lexicon) -> bool:
    """Whether a definite noun for several places has the name of a country behind it: "the Xish territories"."""
    head = groups.head_of(noun, lexicon, "place") if noun is not None else None
    if head is None or not head.get("many") or not isinstance(noun, Word) or not isinstance(name, Phrase):
        return False
    return lexicon.is_definite(noun.core) and lexicon.is_definite(name.words[0].core)


def _is_adjective(noun: Node | None, name: Phrase, lexicon: Lexicon) -> bool:
    """Whether a definite noun for a deed, a plan or a body has a country's name behind it: "the Xish artillery"."""
    if not isinstance(noun, Word) or noun.suffix or not lexicon.is_definite(noun.core):
        return False
    deed = noun.has_voice("noun") or noun.is_a("measure") or "stance" in lexicon.nouns(noun.text)
    body = groups.head_of(noun, lexicon, "country_body") is not None
    alike = body and all(word.core.endswith(lexicon.feminine_endings) for word in (noun, name.words[0]))
    return (deed or alike) and lexicon.is_definite(name.words[0].core)


def _owned_freed(nodes: list[Node], lexicon: Lexicon) -> list[Node]:
    """With the name of a kind of people taken for a plain noun before its owner: "activists of X"."""
    result: list[Node] = []
    for node, owner in zip_longest(nodes, nodes[1:]):
        assert node is not None
        word = node.words[0] if isinstance(node, Phrase) and len(node.words) == 1 else None
        bare = (
            isinstance(owner, Phrase)
            and owner.actor is not None
            and not (owner.preposition or owner.conjunction)
        )
        opens = word is not None and word.is_a("transparent_actor") and not lexicon.is_definite(word.core)
        if word is not None and bare and opens and not word.core.endswith(lexicon.people_endings):
            result.append(word)
        else:
            result.append(node)
    return result


def _families_freed(nodes: list[Node], lexicon: Lexicon) -> list[Node]:
    """With the name of a group, or of who is known by it, taken for a family's behind a given name: "Ali of the X"."""
    result: list[Node] = []
    for node in nodes:
        if not isinstance(node, Phrase) or len(node.words) != 1 or node.preposition or node.conjunction:
            result.append(node)
            continue
        word, type_ = node.words[0], node.actor.type if node.actor is not None else "State"
        freed = False
        if type_ != "State" and lexicon.is_definite(word.core):
            given = result[-1] if result else None
            named = isinstance(given, Word) and is_given(given, lexicon)
            another = named or (len(result) > 1 and _is_ranked(result[-2], given))
            freed = another if type_ == "Person" else named and word.is_a("nisba")
        result.append(word if freed else node)
    return result


def _is_ranked(before: Node, name: Node | None) -> bool:
    """Whether a word nobody knows stands behind a rank as a given name would: "Colonel A [of the X]"."""
    plain = isinstance(name, Word) and name.is_plain and name.text.isalpha()
    return plain and isinstance(before, Word) and before.is_a("title") and not before.suffix


def _settle_capitals(nodes: list[Node], lexicon: Lexicon, discourse: Discourse) -> None:
    """The city behind "the capital" is no government, and is named by both together; in place."""
    position = 0
    while position < len(nodes):
        node = nodes[position]
        position += 1
        if not isinstance(node, Phrase) or node.place is None or node.place.type == "Country":
            continue
        at = position - 2
        whose = nodes[at] if at > 0 else None
        at -= isinstance(whose, Word) and whose.is_a("nisba", "epithet")
        word = nodes[at] if at >= 0 else None
        if not isinstance(word, Word) or not word.is_a("capital"):
            continue
        node.actor = None
        if not node.preposition and not node.conjunction and not word.suffix:
            discourse.capital = node.place if lexicon.is_definite(word.core) else discourse.capital
            node.start, node.conjunction, node.preposition = (
                word.core_start,
                word.conjunction,
                word.preposition,
            )
            node.words = [word, *node.words]
            del nodes[at : position - 1]
            position = at + 1


def _name_capital(nodes: list[Node], lexicon: Lexicon, discourse: Discourse) -> None:
    """ "The capital" alone is the one that the text named last, else that of the country it is about; in place."""
    for position, word in enumerate(nodes):
        if not isinstance(word, Word) or not word.is_a("capital") or word.suffix:
            continue
        following = nodes[position + 1] if position + 1 < len(nodes) else None
        named = isinstance(following, Phrase) and following.place is not None and not following.preposition
        another = (
            isinstance(following, Word) and following.is_a("nisba", "epithet") and not following.conjunction
        )
        if discourse.capital is None or named or another or not lexicon.is_definite(word.core):
            continue
        nodes[position] = Phrase(
            word.core_start,
            word.end,
            None,
            discourse.capital,
            word.conjunction,
            word.preposition,
            words=[word],
        )


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


def _place_names(words: list[Word], names: list[Settled], lexicon: Lexicon) -> list[Node]:
    nodes: list[Node] = []
    position = 0
    for name in names:
        match = name.match
        if not words or match.start < words[0].start or match.end > words[-1].end:
            continue
        while position < len(words) and words[position].end <= match.start:
            nodes.append(words[position])
            position += 1
        own = []
        while position < len(words) and words[position].start < match.end:
            own.append(words[position])
            position += 1
        unsettled = name.actor is None and name.place is None and len(own) == 1
        if unsettled and (own[0].is_a("head") or own[0].end > match.end):
            nodes.extend(own)
        elif own:
            _append_name(nodes, _name_phrase(name, own))
    return _attached(brackets.opened(_unquoted([*nodes, *words[position:]]), lexicon), lexicon)


def _unquoted(nodes: list[Node]) -> list[Node]:
    """Without the quotation marks that stand round a name, or round a part of it, and nothing else."""
    result: list[Node] = []
    for node in nodes:
        name = result[-1] if result else None
        if is_quote(node) and isinstance(name, Phrase):
            if len(result) > 1 and is_quote(result[-2]):
                result[-2:] = [name]
                continue
            if sum(map(is_quote, name.words)) % 2:
                continue
        if (
            isinstance(node, Phrase)
            and result
            and is_quote(result[-1])
            and sum(map(is_quote, node.words)) % 2
        ):
            result.pop()
        result.append(node)
    return result


def _attached(nodes: list[Node], lexicon: Lexicon) -> list[Node]:
    """With what is written apart from a name or a word, or from its quotation mark, put onto it: "in 'X' and 'Y'"."""
    result: list[Node] = []
    for node in nodes:
        before = result[-1] if result else None
        marked = len(result) > 1 and is_quote(result[-1])
        if marked:
            before = result[-2]
        apart = isinstance(before, Word) and not before.mark and not before.senses
        found = lexicon.proclitics(before.text) if apart and isinstance(before, Word) else None
        if found is not None and not (isinstance(node, Word) and node.mark) and _joins(found, node):
            result.pop(-2 if marked else -1)
            node.conjunction = found[0] or node.conjunction
            node.preposition = found[1] or node.preposition
        result.append(node)
    return result


def _joins(proclitics: tuple[str, str], node: Node) -> bool:
    """Whether conjunction and preposition may stand before ``node``; only names take a preposition."""
    conjunction, preposition = proclitics
    if isinstance(node, Word):
        return bool(conjunction) and not preposition and not node.conjunction
    return node.preposition in ("", preposition) and node.conjunction in ("", conjunction)


def _append_name(nodes: list[Node], name: Phrase) -> None:
    """Adds a name to ``nodes``, or to the name right before it of the same person or town: "the deposed president X",
    "the Xish capital P"."""
    before = nodes[-1] if nodes else None
    person = name.actor is not None and name.actor.type == "Person"
    alone = not (name.conjunction or name.preposition)
    same = isinstance(before, Phrase) and person and before.actor == name.actor
    town = isinstance(before, Phrase) and before.place is not None and before.actor is None
    town = town and name.place is not None and isinstance(before, Phrase) and before.place == name.place
    if alone and isinstance(before, Phrase) and (same or town):
        before.end, before.words = name.end, [*before.words, *name.words]
    else:
        nodes.append(name)


def _name_phrase(name: Settled, own: list[Word]) -> Phrase:
    match = name.match
    return Phrase(
        match.start,
        match.end,
        name.actor,
        name.place,
        match.conjunction,
        match.preposition,
        how="name" if name.actor or name.place else "possible",
        possible=name.possible,
        words=own,
    )
