"""Who says what, over the sentences of a document: speech goes on, is quoted within speech, and comes to an end."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.extract.citations import Citations
from kg.extract.cues import Reader
from kg.extract.markers import Markers
from kg.extract.nesting import Heard
from kg.extract.nodes import Phrase, Word, is_quote
from kg.extract.quotations import Quotation, closes_next, quotations
from kg.extract.scopes import Scope
from kg.extract.speakers import Speakers
from kg.extract.syntax import Syntax
from kg.extract.voices import Cue, Voice

__all__ = ["Speech", "Voice"]

_LONGEST_SPEECH = 8
"""Sentences after which a quotation that never closed is given up."""
_LONG_QUOTATION = 5
"""Words from which on a quotation is speech, and not a name or a word that the author keeps at a distance."""


_THAT_WITHIN = 6
"""Nodes from the opening of a sentence among which "that" stands if the text itself tells what follows."""


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
    _expects: bool = False
    """Whether a colon ended the sentence before, so that speech begins in the next paragraph."""
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
        if "\n" in text[self._read_to : start] and not self._expects:
            self._told = None
            if self._marks and not closes_next(text, start):
                self._quoted, self._marks = None, ""
        self._read_to = end
        if _taken_up(syntax) is not None:
            self._quoted = self._told = self._voice = None
            self._marks = ""
        marks = [node.start for node in syntax.nodes if is_quote(node)]
        quoted, self._marks = quotations(text, marks, start, end, open_marks=self._marks)
        scopes = self._carried(syntax, quoted, start, end)
        heard = self._hear(syntax, quoted, start, end)
        scopes += [Scope(cue.start, cue.end, cue.voice) for cue in heard.settled(quoted)]
        if not scopes:
            scopes = self._quoted_again(syntax, quoted)
        self._carry_on(heard, end, carried=bool(scopes) and not heard.cues)
        self._leave_open(heard.cues, quoted, text, end)
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

    def _hear(self, syntax: Syntax, quoted: list[Quotation], start: int, end: int) -> Heard:
        last = self._topic if self._topic is not None else self.speaker
        openings = frozenset(quotation.start - 1 for quotation in quoted if not quotation.goes_on)
        unnamed = self._unnamed if self._unnamed.actor is None else None
        markers = Markers(syntax, openings)
        citations = Citations(syntax, self.speakers, markers, start, end)
        reader = Reader(syntax, self.speakers, markers, citations, start, end, last, unnamed)
        heard = Heard(syntax)
        told = _taken_up(syntax)
        for position in range(len(syntax.nodes)):
            cue = reader.read(position) if position != told else None
            if cue is not None and heard.add(cue) and (not cue.round or cue.start == start):
                reader.here = cue.voice.chain[0]
        return heard

    def _carry_on(self, heard: Heard, end: int, *, carried: bool) -> None:
        """Remembers who spoke, or whom a sentence without speech was about."""
        main = heard.main()
        if main:
            self.speaker = main[-1].voice.chain[0]
            self._name(main)
        self._topic = None
        if not heard.cues and not carried:
            subject = self.speakers.first_subject(heard.syntax, len(heard.syntax.nodes))
            person = subject is not None and subject.actor is not None and subject.actor.type == "Person"
            self._topic = subject if person else None
        said = [cue for cue in main if cue.end >= end]
        self._voice = said[-1].voice if said else self._voice if carried else None

    def _name(self, cues: list[Cue]) -> None:
        """The first speaker that the text names is who spoke before it named one."""
        unnamed = self._unnamed
        if unnamed.actor is not None:
            return
        named = (cue.voice.chain[0] for cue in cues if cue.named and cue.voice.chain[0].actor is not None)
        speaker = next(named, None)
        if speaker is not None:
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
        if cues:
            self._told = told[-1].voice if told else None
        self._expects = bool(told) and not text[told[-1].start : end].strip()


def _taken_up(syntax: Syntax) -> int | None:
    """Where the text itself takes up the tale, whatever was left open before: "it is worth noting that"; or None."""
    opening = next(
        (at for at, node in enumerate(syntax.nodes) if not (isinstance(node, Word) and node.mark)), 0
    )
    word = syntax.nodes[opening] if syntax.nodes else None
    if not isinstance(word, Word) or not word.is_a("narrating"):
        return None
    led = opening + 1 < len(syntax.nodes) and syntax.follows(opening + 2, "preposition", "complementizer")
    if word.is_a("reporting") and not led:
        return None  # "The report mentions that".
    near = range(opening + 2, min(opening + _THAT_WITHIN, len(syntax.nodes)))
    return opening if any(syntax.follows(step, "complementizer") for step in near) else None
