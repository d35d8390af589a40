"""Places that nobody has listed, between quotation marks or brackets: "the village 'P Q'", "the towns (P, Q, R)"."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.entities import Entities
from kg.extract.groups import head_of
from kg.extract.lexicon import Lexicon
from kg.extract.nodes import Node, Phrase, Word, is_comma, is_quote

_LONGEST = 3
"""Words of a name."""
_FARTHEST = 24
"""Nodes up to the closing mark."""
_SHORTEST = 2
"""Letters of a name behind the conjunction."""
_NAMING = frozenset({"given_name", "honorific", "place_opener", "direction", "epithet", "nisba", "title"})
"""Classes of words that names of places hold as well."""


def take(
    nodes: list[Node], position: int, lexicon: Lexicon, entities: Entities
) -> tuple[list[Node], int] | None:
    """The places that the noun at ``position`` has between marks behind it, with the position behind them.

    None where a name is known as a whole, where it is one word, which needs no marks, or where it is no name.
    """
    word = nodes[position]
    head = head_of(word, lexicon, "place")
    if head is None or not isinstance(word, Word) or word.suffix:
        return None
    many = bool(head.get("many")) or _several(nodes, position + 1)
    result: list[Node] = []
    behind = position + 1
    while behind < len(nodes):
        closing = _closing(nodes[behind], many=many)
        found = _between(nodes, behind + 1, closing, lexicon, many=many) if closing else None
        if found is None:
            break
        names, behind = found
        for name in names:
            if isinstance(name, list):
                label = [word.written] if head.get("own") and not many else []
                label += [part.written for part in name]
                place = entities.unlisted_place(" ".join(label), str(head["type"]))
                result.append(
                    Phrase(
                        name[0].core_start,
                        name[-1].end,
                        None,
                        place,
                        name[0].conjunction,
                        "",
                        head=word.core,
                        how="discovered",
                        words=name,
                    )
                )
            else:
                result.append(name)
        if not many or closing == ")":
            break
    first = result[0] if result else None
    unknown = [node for node in result if isinstance(node, Phrase) and node.how == "discovered"]
    if not isinstance(first, Phrase) or not unknown or (len(result) == 1 and len(first.words) == 1):
        return None
    result[0] = replace(
        first, start=word.core_start, conjunction=word.conjunction, preposition=word.preposition,
        head=word.core, words=[word, *first.words],
    )  # fmt: skip
    return result, behind


def _several(nodes: list[Node], position: int) -> bool:
    """Whether a comma stands between the quotation marks that open at ``position``."""
    if position >= len(nodes) or not is_quote(nodes[position]):
        return False
    for node in nodes[position + 1 : position + _FARTHEST]:
        if isinstance(node, Word) and node.mark:
            return is_comma(node)
    return False


def _closing(node: Node, *, many: bool) -> str:
    """The mark that closes what ``node`` opens; a bracket holds names only behind a noun for several places."""
    if is_quote(node):
        return '"'
    return ")" if many and isinstance(node, Word) and node.mark and node.text == "(" else ""


def _between(
    nodes: list[Node], position: int, closing: str, lexicon: Lexicon, *, many: bool
) -> tuple[list[list[Word] | Node], int] | None:
    """The names up to the ``closing`` mark, each as its words unless it is known, and the position behind the mark."""
    names: list[list[Word] | Node] = []
    fresh = True
    for step in range(position, min(len(nodes), position + _FARTHEST)):
        node = nodes[step]
        if isinstance(node, Word) and node.mark:
            if node.text == closing:
                return (names, step + 1) if names else None
            if not many or not is_comma(node):
                return None
            names.append(node)
            fresh = True
            continue
        if isinstance(node, Phrase):
            begun = None if fresh or node.conjunction or not names else names[-1]
            if isinstance(begun, list) and node.actor is None and not node.preposition:
                begun.extend(node.words)  # "Qawl Suruc" holds the name of another place.
                continue
            if begun is not None or node.place is None or node.preposition:
                return None
            names.append(node)
            fresh = True
            continue
        if not _may_name(node, lexicon):
            return None
        part = _parted(node, lexicon) if many and step > position else node
        last = names[-1] if names else None
        if fresh or part.conjunction or not isinstance(last, list):
            names.append([part])
        elif len(last) < _LONGEST:
            last.append(part)
        else:
            return None
        fresh = False
    return None


def _may_name(word: Word, lexicon: Lexicon) -> bool:
    known = not word.classes <= _NAMING or (bool(word.senses) and not lexicon.is_definite(word.core))
    return word.text.isalpha() and not known and not word.preposition


def _parted(word: Word, lexicon: Lexicon) -> Word:
    """The word without its conjunction, with which the next name begins."""
    if word.conjunction:
        return word
    for reading in lexicon.splits(word.text):
        if reading.conjunction and not reading.preposition and len(reading.core) > _SHORTEST:
            start, written = word.behind(reading.skipped)
            return replace(
                word, core=reading.core, core_start=start, written=written, conjunction=reading.conjunction
            )
    return word
