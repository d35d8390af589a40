"""Names taken apart again, where their words say something else: "the carrier of X's aircraft"."""

from __future__ import annotations

from dataclasses import replace
from itertools import zip_longest

from kg.extract import groups
from kg.extract.lexicon import Lexicon
from kg.extract.nodes import Node, Phrase, Word
from kg.extract.person_names import is_given


def expressions(nodes: list[Node], lexicon: Lexicon) -> list[Node]:
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


def held(nodes: list[Node], lexicon: Lexicon) -> list[Node]:
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


def adjectives(nodes: list[Node], lexicon: Lexicon) -> list[Node]:
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


def owned(nodes: list[Node], lexicon: Lexicon) -> list[Node]:
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


def families(nodes: list[Node], lexicon: Lexicon) -> list[Node]:
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
