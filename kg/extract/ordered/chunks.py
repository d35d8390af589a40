"""Cuts a sentence into noun phrases and the words between them; conjunctions and prepositions go onto what follows."""

from __future__ import annotations

from kg.extract.entities import Entities
from kg.extract.lexicon import Lexicon
from kg.extract.nodes import Node, Phrase, Word, is_comma
from kg.extract.ordered.composing import is_determiner
from kg.extract.ordered.noun_phrases import NounPhrases

_OUTSIDE = (
    *("preposition", "to", "conjunction", "relative", "that", "complementizer", "clause", "be", "have", "do"),
    *(
        "modal",
        "negation",
        "adverb",
        "pronoun",
        "according",
        "between",
        "agent",
        "hedge",
        "conditional",
        "as",
        "namely",
        "side",
        "naming",
        "becoming",
        "aiming",
    ),
)
"""Classes of words that no noun phrase holds."""


def read(nodes: list[Node], lexicon: Lexicon, entities: Entities) -> tuple[list[Node], NounPhrases]:
    """The sentence as phrases, verbs, nouns of action and the words between; and what its phrases say."""
    reader = NounPhrases(lexicon, entities)
    found: list[Node] = []
    position = 0
    while position < len(nodes):
        behind = _run_end(nodes, position, lexicon)
        if behind == position and _is_of_time(nodes, position):
            # "Ahead of next week's talks".
            position += 1
            continue
        if behind == position:
            found.append(_pronoun(nodes[position]))
            position += 1
            continue
        shared = _shared_noun(nodes, behind)
        found.extend(_read_run([*nodes[position:behind], *shared], reader))
        if shared and isinstance(found[-1], Phrase):
            found[-1].end = nodes[behind - 1].end
        position = behind
    return found, reader


def _is_of_time(nodes: list[Node], position: int) -> bool:
    """Whether the ending of an owner stands behind a word of time."""
    ending, time = nodes[position], nodes[position - 1] if position else None
    owning = isinstance(ending, Word) and ending.is_a("possessive")
    return owning and isinstance(time, Word) and time.is_a("adverb", "date")


def _shared_noun(nodes: list[Node], behind: int) -> list[Node]:
    """The noun that ends a list of adjectives of origin of which one without it ends before ``behind``.

    "His Turkish, Russian and Iranian counterparts": of two without a comma the phrase itself takes care.
    """
    if not _is_nisba(nodes[behind - 1]):
        return []
    step, commas = behind, 0
    while step < len(nodes):
        node = nodes[step]
        if not isinstance(node, Word) or not (is_comma(node) or node.is_a("conjunction", "nisba", "article")):
            break
        commas += is_comma(node)
        step += 1
    joined = any(isinstance(n, Word) and n.is_a("conjunction") for n in nodes[behind:step])
    if not commas or not joined or step >= len(nodes):
        return []
    noun = nodes[step]
    if isinstance(noun, Phrase):
        last = list(noun.words[1:]) if noun.words and _is_nisba(noun.words[0]) else []
        return [word for word in last if word.is_a("head")] if len(last) == 1 else []
    return [noun] if _is_nisba(nodes[step - 1]) and noun.is_a("head", "title") else []


def _is_nisba(node: Node) -> bool:
    return isinstance(node, Word) and node.is_a("nisba") and node.part != "verb"


def attach(nodes: list[Node]) -> list[Node]:
    """With conjunctions and prepositions put onto the phrase, verb or noun that follows them."""
    result: list[Node] = []
    conjunction = preposition = ""
    for position, node in enumerate(nodes):
        if isinstance(node, Word) and node.is_a("conjunction") and not node.mark:
            conjunction, preposition = node.core, ""
            continue
        if isinstance(node, Word) and node.is_a("to") and not _is_verb(nodes, position + 1):
            preposition = node.core
            continue
        if (
            isinstance(node, Word)
            and node.is_a("preposition", "agent")
            and not node.is_a("clause", "between")
        ):
            preposition = node.core
            continue
        if isinstance(node, Word) and node.part == "deed" and not preposition and result:
            preposition = _of_dated(result[-1])
        takes = isinstance(node, Phrase) or node.part or not (node.mark or node.is_a("adverb", "article"))
        if conjunction and takes:
            node.conjunction, conjunction = conjunction, ""
        if preposition and (isinstance(node, Phrase) or node.part):
            if not (isinstance(node, Phrase) and node.how in ("origin", "owner")):
                node.preposition, preposition = preposition, ""
        elif not (isinstance(node, Word) and node.is_a("adverb")):
            node.preposition, preposition = preposition or node.preposition, ""
        result.append(node)
    return result


def _of_dated(before: Node) -> str:
    """The preposition of a deed that stands within the date before it: "killed in the August 28 battle"; or none."""
    if not isinstance(before, Word) or not before.is_a("date"):
        return ""
    opening, article, *_ = [*before.text.split(" "), "", ""]
    return opening if article == "the" and opening in ("in", "during") else ""


def _is_verb(nodes: list[Node], position: int) -> bool:
    """Whether a verb stands at ``position``, or adverbs before one."""
    while position < len(nodes):
        node = nodes[position]
        if not isinstance(node, Word) or not node.is_a("adverb") or node.part == "verb":
            return isinstance(node, Word) and (node.part == "verb" or node.is_a("be", "have", "do"))
        position += 1
    return False


def _pronoun(node: Node) -> Node:
    if isinstance(node, Word) and node.is_a("pronoun"):
        return Phrase(node.start, node.end, how="pronoun", words=[node])
    return node


def _run_end(nodes: list[Node], position: int, lexicon: Lexicon) -> int:
    """The position behind the nouns and modifiers that begin at ``position``; ``position`` where there are none."""
    step = position
    while step < len(nodes) and not _ends_run(nodes, position, step, lexicon):
        step += 1
    return step


def _ends_run(nodes: list[Node], first: int, step: int, lexicon: Lexicon) -> bool:
    """Whether a run of nouns that began at ``first`` does not reach over the node at ``step``."""
    node = nodes[step]
    opens = step == first
    if isinstance(node, Phrase):
        before = nodes[step - 1]
        return not opens and (_is_person(before) or _is_duration(before) or _is_noun(before, lexicon))
    if node.is_a("possessive"):
        return opens
    if node.is_a("conjunction") and not opens and _joins_modifiers(nodes, step, lexicon):
        return False
    following = nodes[step + 1] if step + 1 < len(nodes) else None
    if not opens and node.is_a("epithet") and node.is_a("adverb") and _is_article(nodes[step - 1]):
        # "The only militia".
        return False
    if opens and node.is_a("dual") and isinstance(following, Word) and following.is_a("dual_noun"):
        return False
    if node.mark or node.part == "verb" or node.is_a(*_OUTSIDE, "guilty", "captive", "aflame"):
        return True
    if opens:
        return False
    if is_determiner(node):
        return not _is_determiner(nodes[step - 1])
    before = nodes[step - 1]
    if _is_duration(before):
        return True
    giver = nodes[first - 1] if first else None
    if isinstance(giver, Word) and giver.is_a("giving") and node.is_a("weapons", "money", "haven"):
        # "Gave the rebels tanks".
        return isinstance(before, Phrase) or (before.is_a("head", "nisba") and before.text.endswith("s"))
    if (
        node.is_a("target", "noun")
        and isinstance(before, Word)
        and before.part == "deed"
        and node.text.endswith("s")
    ):
        # "Struck with artillery fire hideouts of X": nobody speaks of fire hideouts.
        return True
    if node.is_a("title") and _is_owned_body(nodes, first, step) and _is_rank(node, lexicon):
        return True
    return node.is_a("nisba", "title") and _is_person(nodes[step - 1])


def _is_owned_body(nodes: list[Node], first: int, step: int) -> bool:
    """Whether the nodes before ``step`` name a body behind "of": "commander of the X Brigade General Y"."""
    before, link = nodes[step - 1], nodes[first - 1] if first else None
    if isinstance(before, Phrase):
        body = before.actor is not None and before.actor.type != "Person"
    else:
        body = before.is_a("head") and before.written[:1].isupper()
    return body and isinstance(link, Word) and link.is_a("genitive")


def _is_article(node: Node) -> bool:
    return isinstance(node, Word) and node.is_a("article", "possessor", "possessive")


def _is_duration(node: Node) -> bool:
    """Whether a node only says how long: "for years rebels have shelled X"."""
    return isinstance(node, Word) and node.is_a("duration") and node.text.endswith("s")


def _is_rank(word: Word, lexicon: Lexicon) -> bool:
    return bool(lexicon.pack.titles[word.core]["relation"] == "none")


def _is_noun(node: Node, lexicon: Lexicon) -> bool:
    """Whether an unknown word is hardly an adjective, so that a name behind it begins a phrase of its own."""
    endings = lexicon.pack.grammar.adjective_endings
    if isinstance(node, Word) and node.part == "deed" and node.is_a("advance"):
        # "In a swift advance X took P".
        return True
    if not isinstance(node, Word) or node.mark or node.classes or node.senses or not endings:
        return False
    return node.core.isalpha() and not node.written[:1].isupper() and not node.core.endswith(endings)


def _is_person(node: Node) -> bool:
    """Whether a node names a person: nothing behind it belongs to the same noun phrase."""
    return isinstance(node, Phrase) and node.actor is not None and node.actor.type == "Person"


def _is_determiner(node: Node) -> bool:
    before = ("possessive", "epithet", "adverb", "direction", "ordinal")
    return is_determiner(node) or (isinstance(node, Word) and node.is_a(*before))


def _joins_modifiers(nodes: list[Node], position: int, lexicon: Lexicon) -> bool:
    """Whether a conjunction stands between adjectives of one noun: "Russian and Syrian jets"."""
    before, after = nodes[position - 1], nodes[position + 1] if position + 1 < len(nodes) else None
    behind = nodes[position + 2] if position + 2 < len(nodes) else None
    pair = all(isinstance(n, Word) and n.is_a("nisba", "epithet", "direction") for n in (before, after))
    rebel = (
        isinstance(before, Word)
        and before.is_a("head")
        and not before.text.endswith("s")
        and lexicon.pack.heads[before.core]["role"] == "described"
    )
    pair = pair or (rebel and isinstance(after, Word) and after.is_a("nisba", "epithet"))
    # "Somali and AU forces".
    pair = pair or (_is_nisba(before) and _is_abbreviated(after) and _is_group(behind, lexicon))
    return (
        pair
        and isinstance(behind, Word)
        and not behind.mark
        and not behind.is_a(*_OUTSIDE)
        and behind.part != "verb"
    )


def _is_abbreviated(node: Node | None) -> bool:
    """Whether a node names a body by its letters, as before the noun for its men: "AU forces"."""
    if isinstance(node, Word):
        return not node.classes and not node.mark and len(node.written) > 1 and node.written.isupper()
    written = node.words[0].written if node is not None and len(node.words) == 1 else ""
    return node is not None and node.actor is not None and written.replace(".", "").isupper()


def _is_group(node: Node | None, lexicon: Lexicon) -> bool:
    """Whether a node is a noun for armed men, or for those who govern."""
    head = lexicon.pack.heads.get(node.core, {}) if isinstance(node, Word) and node.is_a("head") else {}
    return bool(head.get("armed")) or head.get("role") == "country_body"


def _read_run(items: list[Node], reader: NounPhrases) -> list[Node]:
    owner: Phrase | None = None
    made: list[Node] = []
    segment: list[Node] = []
    for node in items:
        if isinstance(node, Word) and node.is_a("possessive"):
            owning = reader.read(segment, owner) if segment else []
            made.extend(owning[:-1])
            owner = owning[-1] if owning and isinstance(owning[-1], Phrase) else None
            segment = []
        else:
            segment.append(node)
    if segment:
        made.extend(_shared(segment, owner, reader))
    elif owner is not None:
        made.append(owner)
    return made


def _shared(items: list[Node], owner: Phrase | None, reader: NounPhrases) -> list[Node]:
    """The phrases of a run in which adjectives joined by a conjunction share a noun."""
    joint = next((i for i, n in enumerate(items) if isinstance(n, Word) and n.is_a("conjunction")), None)
    if joint is None or not 0 < joint < len(items) - 1:
        return reader.read(items, owner)
    first, word, second = items[:joint], items[joint], items[joint + 1 :]
    if not (_is_nisba(second[0]) or _is_abbreviated(second[0])) or not second[1:]:
        return reader.read([*first, *second], owner)
    last, backed = second[-1], second[1]
    if isinstance(backed, Word) and backed.has_voice("compound") and isinstance(first[-1], Word):
        # "Saudi and Emirati-backed groups": each of the two backs them.
        return reader.read([*first, backed, *second], owner)
    if isinstance(last, Word) and last.part == "deed":
        return reader.read([*first, *second], owner)
    shared = [node for node in second[1:] if isinstance(node, Word) and node.is_a("title")]
    if shared and len(first) > 1 and _is_nisba(first[-2]) and _is_nisba(first[-1]):
        # A list that has lost its commas.
        return [
            *_shared([*first[:-1], word, first[-1], *shared], owner, reader),
            *reader.read(second, None),
        ]
    made = reader.read([*first, *second[1:]], owner)
    opening = made[-1]
    if isinstance(opening, Phrase) and opening.start < first[-1].end and opening.how != "name":
        opening.end = first[-1].end
    other = reader.read(second, None)
    if isinstance(other[0], Phrase) and isinstance(word, Word):
        other[0].conjunction = word.core
    return [*made, *other]
