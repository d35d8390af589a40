"""Who says what: verbs of saying, "according to", quotations that span sentences, and speech that goes on."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.nodes import Node, Phrase, Word, is_quote
from kg.extract.scopes import Scope
from kg.extract.syntax import Syntax

_FARTHEST_SOURCE = 9
_FARTHEST_MARKER = 12

Chain = tuple[Phrase, ...]
"""Sources, innermost first."""


@dataclass(slots=True)
class Speech:
    """What carries over from one sentence to the next: the last speaker, and a quotation left open."""

    speaker: Phrase | None = None
    open_quote: Phrase | None = None

    def read(self, syntax: Syntax, start: int, end: int, *, quotes: list[int]) -> list[Scope[Chain]]:
        """The scopes of one sentence ``[start, end)``. ``quotes`` are the offsets of its quotation marks.

        A speaker is remembered until another speaks; a quotation that the sentence leaves open keeps its speaker
        until it closes.
        """
        scopes: list[Scope[Chain]] = []
        odd = bool(len(quotes) % 2)
        goes_on = self.open_quote is not None
        if self.open_quote is not None:
            scopes.append(Scope(start, quotes[0] if odd else end, (self.open_quote,)))
            self.open_quote = None if odd else self.open_quote
        for position, node in enumerate(syntax.nodes):
            if not isinstance(node, Word) or node.mark:
                continue
            scope = self._cue(syntax, position, node, start, end)
            if scope is not None:
                scopes.append(scope)
        if odd and not goes_on and scopes and quotes[-1] >= scopes[-1].start - 2:
            self.open_quote = scopes[-1].value[0]
        return _trimmed(scopes)

    def _cue(self, syntax: Syntax, position: int, word: Word, start: int, end: int) -> Scope[Chain] | None:
        if word.is_a("according"):
            source = _source_behind(syntax, position)
            if source is not None:
                self.speaker = source
                return Scope(start, end, (source,))
            return None
        if word.is_a("accusing"):
            accuser = _source_behind(syntax, position) if not word.preposition else None
            return Scope(accuser.end, end, (accuser,)) if accuser is not None else None
        if word.is_a("quoting"):
            return self._quoted(syntax, position, end)
        if not word.is_a("reporting", "continued") or word.preposition:
            return None
        marker = _marker(syntax, position)
        quoted = _quotation_before(syntax, position) if marker is None else None
        if quoted is not None:
            source = _source_behind(syntax, position)
            return Scope(*quoted, (source,)) if source is not None else None
        if marker is None and not word.is_a("announcing"):
            return None
        own = _source_behind(syntax, position, marker) or self._unnamed(syntax, position, word)
        if own is None:
            return None
        self.speaker = own
        if marker is None:
            return Scope(word.end, syntax.clause_end(position, end, goes_on=True), (own,))
        return Scope(max(syntax.nodes[marker].end, word.end), end, (own,))

    def _unnamed(self, syntax: Syntax, position: int, word: Word) -> Phrase | None:
        """Who speaks where the verb names nobody: the subject before it, or who spoke last."""
        if word.is_a("continued"):
            return self.speaker or _source_before(syntax, position)
        return _source_before(syntax, position) or self.speaker

    def _quoted(self, syntax: Syntax, position: int, end: int) -> Scope[Chain] | None:
        """ "The agency quoted a witness as saying": the witness speaks, the agency passes it on."""
        for step in range(position + 1, min(position + _FARTHEST_SOURCE, len(syntax.nodes))):
            node = syntax.nodes[step]
            governor = syntax.governors[step]
            if (
                isinstance(node, Phrase)
                and node.actor is not None
                and governor in syntax.lexicon.pack.words["quoted_from"]
            ):
                carrier = _source_behind(syntax, position, step)
                chain = (node,) if carrier is None or carrier is node else (node, carrier)
                self.speaker = node
                marker = _marker(syntax, step)
                return Scope(syntax.nodes[marker].end if marker is not None else node.end, end, chain)
        return None


def _marker(syntax: Syntax, position: int) -> int | None:
    """The word or mark that opens what is said: "that", a colon, a quotation mark, "about"."""
    for step in range(position + 1, min(position + _FARTHEST_MARKER, len(syntax.nodes))):
        node = syntax.nodes[step]
        if not isinstance(node, Word):
            continue
        if node.is_a("complementizer") or (node.mark and node.text in ':"'):
            return step
        if node.is_a("speech_preposition") and _only_source_between(syntax, position, step):
            return step
        if node.is_a("reporting", "continued") or (node.mark and node.text in ".;"):
            return None
    return None


def _quotation_before(syntax: Syntax, position: int) -> tuple[int, int] | None:
    """The quotation that a verb of saying follows: "…", says X."""
    marks = [n.start for n in syntax.nodes[:position] if is_quote(n)]
    between = [n for n in syntax.nodes[:position] if marks and n.start > marks[-1]]
    if len(marks) < 2 or any(not (isinstance(node, Word) and node.mark) for node in between):
        return None
    return marks[-2], marks[-1]


def _only_source_between(syntax: Syntax, position: int, step: int) -> bool:
    """Whether "about" or "to" belongs to the verb of saying: nothing but its subject stands between."""
    return all(isinstance(node, Phrase) for node in syntax.nodes[position + 1 : step])


def _source_behind(syntax: Syntax, position: int, marker: int | None = None) -> Phrase | None:
    stop = marker if marker is not None else position + _FARTHEST_SOURCE
    for step in range(position + 1, min(stop, position + _FARTHEST_SOURCE, len(syntax.nodes))):
        node = syntax.nodes[step]
        if isinstance(node, Phrase):
            spoken_to = syntax.governors[step] not in (
                "bare",
                "genitive",
                "of",
                "speaker",
                "according",
                "",
            ) and not _belongs(syntax, position)
            if node.actor is not None and not spoken_to:
                return node
        elif (node.mark and node.text in ".;:") or node.is_a("complementizer"):
            return None
    return None


def _belongs(syntax: Syntax, position: int) -> bool:
    """Whether the cue takes its source behind a preposition: "according to", "citing"."""
    word = syntax.nodes[position]
    return isinstance(word, Word) and word.is_a("according")


def _source_before(syntax: Syntax, position: int) -> Phrase | None:
    word = syntax.nodes[position]
    if isinstance(word, Word) and word.conjunction:
        return None
    subject = syntax.left_subject(position)
    node = syntax.nodes[subject] if subject is not None else None
    return node if isinstance(node, Phrase) and node.actor is not None else None


def _trimmed(scopes: list[Scope[Chain]]) -> list[Scope[Chain]]:
    """Within a sentence a new speaker ends the one before; a whole-sentence source stays round it."""
    result = []
    for number, scope in enumerate(scopes):
        later = [other.start for other in scopes[number + 1 :] if other.start > scope.start]
        result.append(Scope(scope.start, min([scope.end, *later]), scope.value))
    return result


def quotation_marks(nodes: list[Node]) -> list[int]:
    """The offsets of the quotation marks among the words of a sentence."""
    return [node.start for node in nodes if is_quote(node)]
