"""Names put in place among the words of a sentence, as phrases."""

from __future__ import annotations

from kg.extract import brackets
from kg.extract.lexicon import Lexicon
from kg.extract.names import Settled
from kg.extract.nodes import Node, Phrase, Word, is_quote


def place(words: list[Word], names: list[Settled], lexicon: Lexicon) -> list[Node]:
    """The words of a sentence with its names as phrases among them."""
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
    return _attached(brackets.opened(unquoted([*nodes, *words[position:]]), lexicon), lexicon)


def unquoted(nodes: list[Node]) -> list[Node]:
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
