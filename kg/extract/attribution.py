"""Who says what, over the sentences of a document: speech goes on, is quoted within speech, and comes to an end."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from kg.extract.cues import Chain, Cue, Reader, Voice
from kg.extract.nodes import Node, Phrase, Word, is_comma, is_quote
from kg.extract.quotations import Quotation, quotations
from kg.extract.scopes import Scope
from kg.extract.speakers import Speakers
from kg.extract.syntax import Syntax

__all__ = ["Chain", "Speech", "Voice"]

_LONGEST_SPEECH = 8
"""Sentences after which a quotation that never closed is given up."""


_LONG_QUOTATION = 5
"""Words from which on a quotation is speech, and not a name or a word that the author keeps at a distance."""


@dataclass(slots=True)
class Speech:
    """What carries over from one sentence to the next: the last speaker, and speech left open."""

    speakers: Speakers
    speaker: Phrase | None = None
    _topic: Phrase | None = None
    """Whom the sentence before was about, if it held no speech."""
    _voice: Voice | None = None
    """Who spoke in the sentence before."""
    _quoted: Voice | None = None
    _marks: str = ""
    _told: Voice | None = None
    """Who speaks on behind a colon without quotation marks, up to the end of the paragraph."""
    _since: int = 0
    _read_to: int = 0
    _unnamed: Phrase = field(default_factory=lambda: Phrase(0, 0))
    """The speaker of a text that opens in the middle of a speech, until the text names one."""

    @property
    def awaits_a_name(self) -> bool:
        """Whether somebody has spoken whom the text has not named yet."""
        return self._unnamed.actor is None and self.speaker is self._unnamed

    def read(self, syntax: Syntax, text: str, start: int, end: int) -> list[Scope[Voice]]:
        """The scopes of the sentence ``[start, end)`` of ``text``; ``syntax`` has its quotation marks."""
        if "\n" in text[self._read_to : start]:
            self._told = None
        self._read_to = end
        marks = [node.start for node in syntax.nodes if is_quote(node)]
        quoted, self._marks = quotations(text, marks, start, end, open_marks=self._marks)
        scopes = self._carried(syntax, quoted, start, end)
        cues = self._find(syntax, quoted, start, end)
        scopes += [Scope(cue.start, cue.end, cue.voice) for cue in _nested(syntax, cues, quoted)]
        if not scopes:
            scopes = self._quoted_again(syntax, quoted)
        self._carry_on(syntax, cues, quoted, text, end, carried=bool(scopes) and not cues)
        return [scope for scope in scopes if scope.start < scope.end]

    def _carried(self, syntax: Syntax, quoted: list[Quotation], start: int, end: int) -> list[Scope[Voice]]:
        """What earlier sentences left open."""
        if self._quoted is not None:
            first = quoted[0] if quoted and quoted[0].goes_on else None
            return [Scope(start, first.end if first is not None else end, self._quoted)]
        if self._told is not None:
            return [Scope(start, end, self._told)]
        opening = syntax.nodes[0] if syntax.nodes else None
        goes_on = isinstance(opening, Word) and (
            opening.is_a("speech_continues") or (bool(opening.conjunction) and opening.is_a("complementizer"))
        )
        if goes_on:
            return [Scope(start, end, self._voice)] if self._voice is not None else []
        return []

    def _quoted_again(self, syntax: Syntax, quoted: list[Quotation]) -> list[Scope[Voice]]:
        """Long quotations in a sentence that says nobody speaks, right after one in which somebody did."""
        if self._voice is None:
            return []
        long = [q for q in quoted if sum(q.start <= n.start < q.end for n in syntax.nodes) >= _LONG_QUOTATION]
        if long and not long[-1].closed:
            self._quoted, self._since = self._voice, 0
        return [Scope(q.start, q.end, self._voice) for q in long]

    def _find(self, syntax: Syntax, quoted: list[Quotation], start: int, end: int) -> list[Cue]:
        last = self._topic if self._topic is not None else self.speaker
        openings = frozenset(quotation.start - 1 for quotation in quoted if not quotation.goes_on)
        unnamed = self._unnamed if self._unnamed.actor is None else None
        reader = Reader(syntax, self.speakers, start, end, last, openings, unnamed)
        cues: list[Cue] = []
        for position in range(len(syntax.nodes)):
            cue = reader.read(position)
            if cue is None or any(cue.at < other.end and cue.opens == other.opens > 0 for other in cues):
                continue
            if not _is_within(syntax, cues, cue):
                reader.here = cue.voice.chain[0] if not cue.round or cue.start == start else reader.here
            cues.append(cue)
        return cues

    def _carry_on(
        self, syntax: Syntax, cues: list[Cue], quoted: list[Quotation], text: str, end: int, *, carried: bool
    ) -> None:
        main = [cue for cue in cues if not _is_within(syntax, cues, cue)]
        if main:
            self.speaker = main[-1].voice.chain[0]
            self._name(main[-1])
        self._topic = None
        if not cues and not carried:
            subject = self.speakers.first_subject(syntax, len(syntax.nodes))
            person = subject is not None and subject.actor is not None and subject.actor.type == "Person"
            self._topic = subject if person else None
        said = [cue for cue in main if cue.end >= end]
        self._voice = said[-1].voice if said else self._voice if carried else None
        self._leave_open(cues, quoted, text, end)

    def _name(self, cue: Cue) -> None:
        """The first speaker that the text names is who spoke before it named one."""
        unnamed, speaker = self._unnamed, cue.voice.chain[0]
        if cue.named and unnamed.actor is None and speaker.actor is not None:
            unnamed.start, unnamed.end, unnamed.actor = speaker.start, speaker.end, speaker.actor
            unnamed.words = speaker.words

    def _leave_open(self, cues: list[Cue], quoted: list[Quotation], text: str, end: int) -> None:
        last = quoted[-1] if quoted else None
        if last is None or last.closed:
            self._quoted, self._marks = None, ""
        elif not last.goes_on:
            opener = [cue for cue in cues if not cue.round and cue.start <= last.start <= cue.end]
            if cues or self._quoted is None:
                self._quoted = opener[-1].voice if opener else None
                self._since = 0
        else:
            self._since += 1
            if self._since > _LONGEST_SPEECH:
                self._quoted, self._marks = None, ""
        told = [cue for cue in cues if cue.leaves_open and cue.end >= end]
        if told:
            self._told = told[-1].voice
            if text[told[-1].start : end].strip() == "":
                self._read_to = end + len(text[end:]) - len(text[end:].lstrip())
        elif cues:
            self._told = None


def _is_within(syntax: Syntax, cues: list[Cue], cue: Cue) -> bool:
    """Whether a cue stands within the speech of another: "X said that Y announced"."""
    return any(_holds(syntax, other, cue) for other in cues if other is not cue)


def _holds(syntax: Syntax, outer: Cue, inner: Cue) -> bool:
    if outer.round or inner.round or outer.opens < 0 or not outer.start <= inner.at < outer.end:
        return False
    between = [node for node in syntax.nodes if outer.start <= node.start < inner.at]
    word = next((node for node in syntax.nodes if node.start == inner.at), None)
    free = isinstance(word, Word) and (bool(word.conjunction) or word.is_a("continued"))
    return not free and not any(_parts(node) for node in between)


def _parts(node: Node) -> bool:
    return is_comma(node) or (isinstance(node, Word) and node.is_a("clause"))


def _nested(syntax: Syntax, cues: list[Cue], quoted: list[Quotation]) -> list[Cue]:
    """The cues with their ends settled: a new speaker ends the one before, unless he is quoted by him."""
    result: list[Cue] = []
    for number, cue in enumerate(cues):
        end = min(cue.end, _end_of_quotation(syntax, cue, quoted))
        chain = cue.voice.chain
        for other in cues[:number]:
            if _holds(syntax, other, cue) and other.voice.chain[0] is not chain[0]:
                chain = (*chain, *(p for p in other.voice.chain if p not in chain))
        for other in cues[number + 1 :]:
            if not other.round and other.at > cue.start and not _holds(syntax, cue, other):
                end = min(end, other.at)
        result.append(replace(cue, end=end, voice=replace(cue.voice, chain=chain)))
    return result


def _end_of_quotation(syntax: Syntax, cue: Cue, quoted: list[Quotation]) -> int:
    """Where the quotation closes that the cue opens, if the author speaks again behind it."""
    opened = next((q for q in quoted if q.closed and cue.start - 2 <= q.start <= cue.start + 2), None)
    if opened is None or cue.opens < 0:
        return cue.end
    behind = [node for node in syntax.nodes if node.start > opened.end and not is_comma(node)]
    node = behind[0] if behind else None
    mark = syntax.nodes[cue.opens]
    plain = isinstance(mark, Word) and mark.mark
    resumes = isinstance(node, Word) and (node.is_a("clause") or (node.conjunction and bool(node.senses)))
    return opened.end if plain or resumes else cue.end
