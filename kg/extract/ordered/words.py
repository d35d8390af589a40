"""Cuts a sentence into words: the parts of compounds, endings of owners and expressions become words of their own."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from kg.extract.lexicon import Lexicon
from kg.extract.names import Settled
from kg.extract.nodes import Node, Phrase, Word
from kg.folding import Folded

_TOKEN = re.compile(
    r"(?:\w\.){2,}|(?<![\w'])[b-hj-z]\.(?=\s+\w)|\d+(?:[.,]\d+)*\w*(?:-[a-z]\w+)*|\w+(?:['-]\w+)*|[^\w\s]"
)
_NO_NAME = frozenset({"month", "nisba"})
"""Classes of words that are written with a capital."""
_LONG_DASH = "—"
_OF_ORIGIN = frozenset({"nisba"})
_MAY_NAME = {"battle", "place_opening"}
"""Classes of words that names are made of as often."""
_NO_ACRONYM = frozenset({"pronoun", "be"})
"""Classes of words that are not written in capitals only: "US" is no pronoun."""


def cut(text: str, folded: Folded, low: int, high: int, names: list[Settled], lexicon: Lexicon) -> list[Word]:
    """The words of the range ``[low, high)`` of ``folded``, the folded ``text``, in text order."""
    bounds = {edge for name in names for edge in (name.match.start, name.match.end)}
    return [
        word
        for match in _TOKEN.finditer(folded.text[low:high])
        for word in _cut(text, folded, match.start() + low, match.end() + low, bounds, lexicon)
    ]


def _cut(text: str, folded: Folded, low: int, high: int, bounds: set[int], lexicon: Lexicon) -> list[Word]:
    """One written word, or its parts: an owner and the ending, what a hyphen joins, where a part means something."""
    written = folded.text[low:high]
    long = written.find("-", 1)
    while long > 0 and text[folded.origins[low + long]] != _LONG_DASH:
        long = written.find("-", long + 1)
    if 0 < long < len(written) - 1:
        # "Hezbollah—an ally of Iran—attacked": no compound.
        middle = low + long
        parts = [(low, middle), (middle + 1, high)]
        left, right = (_cut(text, folded, start, end, bounds, lexicon) for start, end in parts)
        return [*left, _word(text, folded, middle, middle + 1, lexicon), *right]
    for ending in lexicon.pack.grammar.possessives:
        stem = written.removesuffix(ending)
        if stem != written and stem and stem[-1].isalnum():
            mark = _word(text, folded, high - len(ending), high, lexicon)
            mark.classes = frozenset({"possessive"})
            return [*_cut(text, folded, low, high - len(ending), bounds, lexicon), mark]
    if written in lexicon.pack.grammar.worn:
        mark = _word(text, folded, high - 1, high, lexicon)
        mark.classes = frozenset({"possessive"})
        return [_word(text, folded, low, high - 1, lexicon), mark]
    if "-" not in written or lexicon.exact(written) is not None:
        return [_word(text, folded, low, high, lexicon)]
    for opening, hyphen, closing in (written.rpartition("-"), written.partition("-")):
        middle = low + len(opening)
        if lexicon.exact(hyphen + closing) is not None:
            left = _cut(text, folded, low, middle, bounds, lexicon)
            return [*left, _word(text, folded, middle, high, lexicon)]
        prefix = lexicon.exact(opening + hyphen)
        if prefix is not None:
            right = _cut(text, folded, middle + 1, high, bounds, lexicon)
            if "name_link" in prefix.classes and right[0].written[:1].isupper():
                # "Abu Omar al-Kuwaiti" has that for a name.
                right[0].classes -= _OF_ORIGIN
            return [_word(text, folded, low, middle + 1, lexicon), *right]
    inner = [i for i in range(low + 1, high - 1) if folded.text[i] == "-"]
    for hyphen_at in inner:
        if folded.origins[hyphen_at] in bounds or folded.origins[hyphen_at + 1] in bounds:
            left = _cut(text, folded, low, hyphen_at, bounds, lexicon)
            right = _cut(text, folded, hyphen_at + 1, high, bounds, lexicon)
            if len(right) == 1 and _is_tail(right[0], lexicon):
                right[0].classes, right[0].senses = frozenset({"tail"}), ()
            return [*left, *right]
    return [_word(text, folded, low, high, lexicon)]


def _is_tail(word: Word, lexicon: Lexicon) -> bool:
    """Whether a word behind a name and a hyphen is a participle: "US-made", "X-linked"; the name is no doer then."""
    participle = word.text.endswith(lexicon.pack.grammar.verb_endings) and word.text.islower()
    return not word.written[:1].isupper() and (word.is_a("tail") or participle)


def _word(text: str, folded: Folded, low: int, high: int, lexicon: Lexicon) -> Word:
    start, _ = folded.original(low, low + 1)
    _, end = folded.original(high - 1, high)
    core = folded.text[low:high]
    found = lexicon.exact(core)
    mark = found is None and not any(character.isalnum() for character in core)
    word = Word(start, end, core, core, start, text[start:end], mark=mark)
    if found is not None:
        word.senses = found.senses
        capital = text[start : start + 1].isupper() or not lexicon.pack.grammar.capitals
        word.classes = found.classes if capital else found.classes - _NO_NAME
        if high - low > 1 and text[start:end].isupper() and lexicon.pack.grammar.capitals:
            word.classes -= _NO_ACRONYM
    return word


def _plural_owners(words: list[Word], lexicon: Lexicon) -> None:
    """Marks apostrophes behind plurals as the ending of an owner, unless a quotation opened before; in place."""
    quoted = False
    for before, word in pairwise(words):
        if not word.mark or word.text != "'":
            continue
        owning = before.end == word.start and before.text.endswith("s") and not quoted
        if owning and lexicon.pack.grammar.possessives:
            word.classes, word.mark = frozenset({"possessive"}), False
        quoted = not quoted and not owning


def _hyphenated(words: list[Word], lexicon: Lexicon) -> list[Word]:
    """With the parts of compounds behind an abbreviation joined to their hyphen: "U.S.-backed"."""
    result: list[Word] = []
    for word in words:
        dash = result[-1] if result and result[-1].mark and result[-1].text == "-" else None
        hyphen = dash if dash is not None and dash.written != _LONG_DASH else None
        owner = result[-2] if hyphen is not None and len(result) > 1 else None
        close = (
            owner is not None
            and hyphen is not None
            and owner.end == hyphen.start
            and hyphen.end == word.start
        )
        if not close or hyphen is None or word.mark:
            result.append(word)
            continue
        found = lexicon.exact(f"-{word.core}")
        if found is not None:
            result[-1] = replace(
                word, start=hyphen.start, text=f"-{word.text}", core=f"-{word.core}",
                written=f"-{word.written}", classes=found.classes, senses=found.senses,
            )  # fmt: skip
        elif _is_tail(word, lexicon):
            result[-1] = replace(word, classes=frozenset({"tail"}), senses=())
        else:
            result.append(word)
    return result


def _without_stops(words: list[Word], lexicon: Lexicon) -> list[Word]:
    """Without the full stops of abbreviated titles, which would part them from the name behind: "Army chief Gen. X"."""
    short = lexicon.pack.grammar.abbreviations
    return [
        word
        for before, word in zip([None, *words], words, strict=False)
        if before is None
        or not (word.mark and word.text == "." and before.is_a("title") and f"{before.written}." in short)
    ]


def joined(words: list[Word], names: list[Settled], lexicon: Lexicon) -> list[Node]:
    """The words with those of known names and of expressions joined."""
    nodes: list[Node] = []
    position = 0
    words = _without_stops(_hyphenated(words, lexicon), lexicon)
    _plural_owners(words, lexicon)
    for name in (each for each in names if each.actor is not None or each.place is not None):
        match = name.match
        while position < len(words) and words[position].end <= match.start:
            size, word = _expression(words, position, lexicon, match.start)
            nodes.append(word)
            position += size
        if nodes and _is_named_otherwise(nodes[-1], words, position, match.end):
            continue
        if _opens_title(words, position, match.end, lexicon):
            continue
        own = []
        while position < len(words) and words[position].start < match.end:
            own.append(words[position])
            position += 1
        if own:
            nodes.extend(_untitled(name, own, lexicon))
    while position < len(words):
        size, word = _expression(words, position, lexicon, words[-1].end)
        nodes.append(word)
        position += size
    return nodes


def _is_named_otherwise(before: Node, words: list[Word], position: int, end: int) -> bool:
    """Whether a noun that may name a body alone ends another name: "the Arakan Army" is not the Army of the text."""
    if not isinstance(before, Word) or position >= len(words) or words[position].end != end:
        return False
    plain = not before.classes - _MAY_NAME and (not before.senses or before.start > words[0].start)
    return not before.mark and plain and before.written[:1].isupper() and words[position].is_a("head")


def _opens_title(words: list[Word], position: int, end: int, lexicon: Lexicon) -> bool:
    """Whether the last word of a name opens a title: "the military wing" is not of the military."""
    last = position
    while last < len(words) and words[last].end < end:
        last += 1
    if last + 1 >= len(words) or words[last].end != end or not words[last].written.islower():
        return False
    return _expression(words, last, lexicon, words[-1].end)[1].is_a("title")


def _untitled(name: Settled, own: list[Word], lexicon: Lexicon) -> list[Node]:
    """A known name, and before it the titles that the registry holds as a part of a person's name."""
    first = 0
    titles: list[Node] = []
    if len(own) > 1 and own[0].written.islower() and own[0].is_a("preposition", "article", "clause"):
        # "At Tanf" is where something is, unlike "at-Tanf".
        titles.append(own[0])
        first = 1
    while name.actor is not None and name.actor.type == "Person" and first < len(own) - 1:
        size, word = _expression(own, first, lexicon, own[-1].start)
        if not word.is_a("title"):
            break
        titles.append(word)
        first += size
    start = own[first].start if first else name.match.start
    return [*titles, Phrase(start, name.match.end, name.actor, name.place, words=own[first:])]


def _expression(words: list[Word], position: int, lexicon: Lexicon, stop: int) -> tuple[int, Word]:
    """The longest expression from ``position`` on that ends before ``stop``, and how many words it takes."""
    first = words[position]
    if first.mark or position + 1 == len(words):
        return 1, first
    longest = lexicon.longest_expression(first.text, words[position + 1].text)
    for size in range(min(longest, len(words) - position), 1, -1):
        group = words[position : position + size]
        if group[-1].end > stop or any(word.mark for word in group):
            continue
        whole = " ".join(word.text for word in group)
        found = lexicon.exact(whole)
        if found is not None:
            written = " ".join(word.written for word in group)
            return size, replace(
                first, end=group[-1].end, text=whole, core=whole, written=written,
                classes=found.classes, senses=found.senses,
            )  # fmt: skip
    return 1, first
