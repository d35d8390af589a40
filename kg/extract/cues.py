"""Cues of speech in one sentence: which word says that somebody speaks, who it is, and what is spoken."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.nodes import Node, Phrase, Word, is_comma, is_quote
from kg.extract.speakers import Speakers
from kg.extract.syntax import Syntax
from kg.model import Entity

_FARTHEST_MARKER = 26
_FARTHEST_QUOTED = 10
_FARTHEST_THAT = 6
_LONGEST_QUOTED_NAME = 4
_OPENING = 2
"""The last position at which "according to" stands that holds for the whole sentence."""

Chain = tuple[Phrase, ...]
"""Sources, innermost first."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Who says what a scope covers."""

    chain: Chain
    beside: Chain = ()
    """Others who say it together with the first."""
    of_others: bool = False
    """What the speaker tells of himself is the author's: he demands, promises or threatens, he does not report."""

    def sources(self, subject: Entity) -> Chain:
        """The sources of what is said of ``subject``; of several speakers, each speaks for himself."""
        own = next((p for p in self.beside if p.actor is not None and p.actor.iri == subject.iri), None)
        if own is not None:
            return (own, *self.chain[1:])
        speaks = bool(self.chain) and self.chain[0].actor is not None
        if self.of_others and speaks and self.chain[0].actor == subject:
            return ()
        return self.chain


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that says who speaks. ``at`` is where it begins; ``[start, end)`` is what is spoken."""

    at: int
    start: int
    end: int
    voice: Voice
    opens: int = -1
    """The position of the word or mark that opens the speech; -1 without one."""
    round: bool = False
    """Whether it holds for what stands round it, as "according to" does."""
    named: bool = True
    """Whether the speaker is named with the verb, and not taken from what was said before."""
    leaves_open: bool = False
    """Whether speech behind a colon goes on in the next sentence."""


@dataclass(slots=True)
class Reader:
    """Reads the cue at a position of one sentence ``[start, end)``."""

    syntax: Syntax
    speakers: Speakers
    start: int
    end: int
    last: Phrase | None
    """Who spoke last before this sentence."""
    openings: frozenset[int] = frozenset()
    """The offsets of the quotation marks that open."""
    unnamed: Phrase | None = None
    """Stands for a speaker who is only named later in the text."""
    here: Phrase | None = None
    """Who spoke last in this sentence."""

    def read(self, position: int) -> Cue | None:
        """The cue that the node at ``position`` gives, or None."""
        word = self.syntax.nodes[position]
        if not isinstance(word, Word):
            return self._named_before_colon(position)
        if word.mark:
            return None
        if word.is_a("according"):
            return self._according(position, self.speakers.cited(self.syntax, position))
        if word.is_a("according_that"):
            return self._as_said(position)
        if word.is_a("quoting"):
            return self._quoted(position)
        if word.is_a("accusing") and not word.preposition:
            return self._accused(position, word)
        if "saying_noun" in self.syntax.lexicon.nouns(word.text):
            return self._owned(position, word)
        if word.preposition or self.syntax.follows(position, "negation", "according_that"):
            return None
        if word.is_a("reporting", "continued") and (not word.suffix or word.is_a("telling")):
            said = self._said(position, word)
            return self._covered(position, word) if said is None and word.is_a("covering") else said
        if word.is_a("reporting_that"):
            return self._said_that(position, word)
        if word.is_a("covering"):
            return self._covered(position, word)
        return self._appealed(position, word) if word.is_a("appeal") else None

    def _said(self, position: int, word: Word) -> Cue | None:
        marker = self._marker(position)
        stop = marker if marker is not None else len(self.syntax.nodes)
        carried = marker is None and (word.is_a("announcing") or _accompanies(word))
        source = self._source(position, word, stop, closed=marker is not None)
        if marker is None and self._is_last(position, source):
            return self._behind_speech(position, word, source or self.last)
        if source is None or (marker is None and not carried):
            return None
        if word.is_a("copula") and (marker is None or not self._follows_that(marker)):
            return None
        beside = self.speakers.beside(self.syntax, source)
        cited = self._cited_between(position, stop)
        chain = (source,) if cited is None or cited is source else (cited, source)
        voice = Voice(chain, beside, of_others=word.is_a("expressing"))
        named = not _accompanies(word)
        if marker is None:
            end = self.syntax.clause_end(position, self.end, passing="speech_goes_on")
            return Cue(word.start, word.end, end, voice, named=named)
        opened = self.syntax.nodes[marker]
        if (isinstance(opened, Word) and opened.is_a("complementizer")) or opened.start >= self.end:
            return Cue(word.start, max(opened.end, word.end), self.end, voice, marker, named=named)
        if _is_mark(opened, ':"'):
            following = self.syntax.nodes[marker + 1] if marker + 1 < len(self.syntax.nodes) else None
            colon = _is_mark(opened, ":") and not (following is not None and is_quote(following))
            return Cue(word.start, opened.end, self.end, voice, marker, named=named, leaves_open=colon)
        end = self.syntax.clause_end(marker, self.end, passing="speech_goes_on")
        return Cue(word.start, opened.start, end, voice, marker, named=named)

    def _said_that(self, position: int, word: Word) -> Cue | None:
        """A verb of saying that looks like another word: it is one where a clause opens and "that" follows."""
        before = self.syntax.nodes[position - 1] if position else None
        opens = before is None or bool(word.conjunction) or is_comma(before)
        marker = self._marker(position)
        near = marker is not None and marker <= position + _FARTHEST_THAT and self._follows_that(marker)
        return self._said(position, word) if opens and near else None

    def _source(self, position: int, word: Word, stop: int, *, closed: bool) -> Phrase | None:
        """Who speaks by the verb or participle at ``position``; ``closed`` where the speech opens at ``stop``."""
        if _accompanies(word):
            return self.here or self.speakers.first_subject(self.syntax, position) or self.last
        before = self.speakers.before(self.syntax, position, near=True)
        behind = (
            self.speakers.behind(self.syntax, position, stop)
            if closed
            else self.speakers.directly_behind(self.syntax, position)
        )
        if before is not None and (behind is None or word.is_a("telling")):
            return before
        if behind is not None:
            return behind
        left = self.speakers.before(self.syntax, position)
        if left is not None:
            return left
        first = self.speakers.first_subject(self.syntax, position) if position > _OPENING else None
        return self.here or first or self.last or (self.unnamed if position <= _OPENING else None)

    def _marker(self, position: int) -> int | None:
        """The word or mark that opens what is said: "that", a colon, a quotation mark, "about"."""
        about: int | None = None
        nodes = self.syntax.nodes
        step = position
        while step + 1 < min(position + _FARTHEST_MARKER, len(nodes)):
            step += 1
            node = nodes[step]
            if not isinstance(node, Word):
                continue
            name_ends = self._name_ends(step)
            if name_ends is not None:
                step = name_ends
                continue
            if self._opens_speech(node):
                return step if about is None else about
            if about is None and self._speaks_about(position, step, node):
                about = step
                following = nodes[step + 1] if step + 1 < len(nodes) else None
                if isinstance(following, Word) and self._opens_speech(following):
                    return step + 1
            elif self._closes(position, step, node):
                return about
        return about

    def _opens_speech(self, node: Word) -> bool:
        if is_quote(node):
            return node.start in self.openings
        return _is_mark(node, ":") or (node.is_a("complementizer") and not node.senses)

    def _name_ends(self, position: int) -> int | None:
        """Where a quoted name ends behind which "that" follows, if one begins at ``position``."""
        nodes = self.syntax.nodes
        if not is_quote(nodes[position]):
            return None
        for step in range(position + 1, min(position + _LONGEST_QUOTED_NAME + 2, len(nodes) - 1)):
            if is_quote(nodes[step]):
                following = nodes[step + 1]
                return step if isinstance(following, Word) and following.is_a("complementizer") else None
        return None

    def _closes(self, position: int, step: int, node: Word) -> bool:
        """Whether the node ends the search for what is said: a clause or deed of its own, another report."""
        if node.mark:
            return node.text in ".;?!"
        if node.is_a("preposition") or node.preposition:
            return False
        if node.is_a("quoting", "accusing") or (node.is_a("clause") and step > position + 1):
            return True
        if node.is_a("reporting", "continued"):
            return not self.syntax.follows(step, "relative") and not node.suffix
        if self.syntax.is_verb(step):
            return not node.suffix and not self.syntax.follows(step, "relative", "adverb")
        carried = self.syntax.nodes[position]
        deed = node.has_voice("noun", "either") or "said_noun" in self.syntax.lexicon.nouns(node.text)
        announced = isinstance(carried, Word) and carried.is_a("announcing", "continued")
        return announced and deed and not self.syntax.follows(step, "preposition")

    def _follows_that(self, marker: int) -> bool:
        node = self.syntax.nodes[marker]
        return isinstance(node, Word) and node.is_a("complementizer")

    def _speaks_about(self, position: int, step: int, node: Word) -> bool:
        """Whether "about", or a deed behind it, says what the speech is about: only the speaker stands between."""
        verb = self.syntax.nodes[position]
        if not isinstance(verb, Word) or not verb.is_a("speaks_about"):
            return False
        led = node.is_a("speech_preposition") or (
            bool(node.senses) and node.preposition in self.syntax.lexicon.pack.words["speech_preposition"]
        )
        return led and all(
            isinstance(other, Phrase)
            or not (other.mark or other.is_a("relative", "clause", "speech_preposition"))
            for other in self.syntax.nodes[position + 1 : step]
        )

    def _cited_between(self, position: int, stop: int) -> Phrase | None:
        """Whom the speaker cites before he says it: "the agency said, citing an officer, that"."""
        for step in range(position + 1, stop):
            node = self.syntax.nodes[step]
            if isinstance(node, Word) and node.is_a("according") and stop < len(self.syntax.nodes):
                return self.speakers.cited(self.syntax, step)
        return None

    def _is_last(self, position: int, source: Phrase | None) -> bool:
        """Whether nothing but the speaker stands behind the verb, and speech before it."""
        nodes = self.syntax.nodes
        if position < _OPENING or not (is_comma(nodes[position - 1]) or is_quote(nodes[position - 1])):
            return False
        if is_quote(nodes[position - 1]) or (position > 1 and is_quote(nodes[position - 2])):
            return True
        rest = [node for node in nodes[position + 1 :] if source is None or node.start >= source.end]
        return source is not None and source.start > nodes[position].start and not _spoken(rest)

    def _behind_speech(self, position: int, word: Word, source: Phrase | None) -> Cue | None:
        """Speech that stands before its verb: "…", says X."""
        if source is None or word.conjunction:
            return None
        nodes = self.syntax.nodes[:position]
        marks = [node.start for node in nodes if is_quote(node)]
        low = marks[-2] if len(marks) > 1 else self.start
        high = marks[-1] if len(marks) > 1 else word.start
        return Cue(word.start, low, high, Voice((source,)), round=True)

    def _according(self, position: int, source: Phrase | None) -> Cue | None:
        """ "According to X": at the beginning it holds for the sentence, later for what stands before it."""
        if source is None:
            return None
        word = self.syntax.nodes[position]
        assert isinstance(word, Word)
        if position <= _OPENING or word.conjunction:
            start = self.start if position <= _OPENING else word.start
            return Cue(word.start, start, self.end, Voice((source,)), round=position <= _OPENING)
        behind = next((p for p, node in enumerate(self.syntax.nodes) if node.start >= source.end), None)
        end = (
            self.end
            if behind is None
            else self.syntax.clause_end(behind - 1, self.end, passing="speech_goes_on")
        )
        return Cue(word.start, self.start, max(end, source.end), Voice((source,)), round=True)

    def _as_said(self, position: int) -> Cue | None:
        """ "As X said": like "according to", unless what X said follows."""
        step = position + 1
        verb = self.syntax.nodes[step] if step < len(self.syntax.nodes) else None
        if not isinstance(verb, Word) or not verb.is_a("reporting", "quoting", "covering"):
            return None
        if self._marker(step) is not None and not verb.suffix and position <= _OPENING:
            return None
        source = self.speakers.directly_behind(self.syntax, step) or self.speakers.cited(self.syntax, step)
        return self._according(position, source)

    def _quoted(self, position: int) -> Cue | None:
        """ "The agency quoted a witness as saying": the witness speaks, the agency passes it on."""
        nodes, words = self.syntax.nodes, self.syntax.lexicon.pack.words
        word = nodes[position]
        assert isinstance(word, Word)
        for step in range(position + 1, min(position + _FARTHEST_QUOTED, len(nodes))):
            node = nodes[step]
            carrier = self.speakers.behind(self.syntax, position, step)
            carrier = carrier or self.speakers.before(self.syntax, position, near=True)
            if isinstance(node, Phrase):
                if self.syntax.governors[step] not in words["quoted_from"] or node.actor is None:
                    continue
                quoted: Phrase | None = node
            elif node.is_a("quoted_from") and node.suffix:
                quoted, carrier = carrier or self.last, None
            elif node.is_a("quoted_from"):
                following = nodes[step + 1] if step + 1 < len(nodes) else None
                if isinstance(following, Phrase):
                    continue
                quoted = self.speakers.named(self.syntax, step + 1, None)
            elif node.is_a("reporting", "complementizer"):
                break
            else:
                continue
            if quoted is None:
                return None
            chain = (quoted,) if carrier is None or carrier is quoted else (quoted, carrier)
            behind = next((p for p in range(step, len(nodes)) if nodes[p].start >= quoted.end), step + 1)
            marker = self._marker(max(step, behind - 1) if quoted.start > word.start else step)
            start = nodes[marker].end if marker is not None else node.end
            return Cue(word.start, max(start, quoted.end), self.end, Voice(chain), marker if marker else -1)
        return self._passed_on(position, word)

    def _passed_on(self, position: int, word: Word) -> Cue | None:
        """ "The agency passed on that": nobody else is named."""
        marker = self._marker(position)
        if marker is None or not _is_that(self.syntax.nodes[marker]):
            return None
        source = self._source(position, word, marker, closed=True)
        if source is None:
            return None
        return Cue(word.start, self.syntax.nodes[marker].end, self.end, Voice((source,)), marker)

    def _accused(self, position: int, word: Word) -> Cue | None:
        before = self.speakers.before(self.syntax, position, near=True)
        accuser = before or self.speakers.behind(self.syntax, position, len(self.syntax.nodes))
        if word.is_a("continued") or accuser is None:
            accuser = self.here or self.speakers.first_subject(self.syntax, position) or self.last
        if accuser is None:
            return None
        start = max(accuser.end, word.end)
        return Cue(word.start, start, self.end, Voice((accuser,)))

    def _appealed(self, position: int, word: Word) -> Cue | None:
        """Demands, promises, threats: what they are about is the speaker's word."""
        marker = self._marker(position)
        source = self.speakers.before(self.syntax, position, near=True)
        source = source or self.speakers.directly_behind(self.syntax, position)
        if source is None and marker is not None and _is_that(self.syntax.nodes[marker]):
            source = self.speakers.behind(self.syntax, position, marker)
        if source is None and word.is_a("continued"):
            source = self.here or self.speakers.first_subject(self.syntax, position)
        if source is None and (word.conjunction or position == 0 or word.is_a("continued")):
            source = self.here or self.last
        if source is None:
            return None
        that = marker is not None and _is_that(self.syntax.nodes[marker])
        start = max(word.end, source.end if source.start > word.start else word.end)
        end = self.syntax.clause_end(position, self.end, passing="speech_goes_on")
        return Cue(word.start, start, end, Voice((source,), of_others=not that))

    def _covered(self, position: int, word: Word) -> Cue | None:
        """What papers and channels cover: said by them, where they are the subject."""
        source = self.speakers.directly_behind(self.syntax, position)
        source = source or self.speakers.cited(self.syntax, position)
        source = source or self.speakers.before(self.syntax, position, near=True)
        if source is None or not self.speakers.is_citable(source):
            return None
        start = max(word.end, source.end if source.start > word.start else word.end)
        return Cue(word.start, start, self.end, Voice((source,)))

    def _owned(self, position: int, word: Word) -> Cue | None:
        """ "The statement by X that": a noun of saying, with its owner right behind it."""
        owner = self.speakers.owner(self.syntax, position)
        if owner is None or word.suffix:
            return None
        for step in range(position + 1, min(position + _FARTHEST_QUOTED, len(self.syntax.nodes))):
            node = self.syntax.nodes[step]
            if node.start >= owner.end and _is_that(node):
                return Cue(word.start, node.end, self.end, Voice((owner,)), step)
            if isinstance(node, Word) and (node.mark or self.syntax.is_verb(step)):
                return None
        return None

    def _named_before_colon(self, position: int) -> Cue | None:
        """ "X: …" at the beginning of a sentence, as in headlines and interviews."""
        nodes = self.syntax.nodes
        node = nodes[position]
        colon = nodes[position + 1] if position + 1 < len(nodes) else None
        speaks = isinstance(node, Phrase) and node.actor is not None and node.place is None
        speaks = speaks and node.actor.type != "MediaOutlet"
        if position or not speaks or colon is None or not _is_mark(colon, ":"):
            return None
        assert isinstance(node, Phrase)
        return Cue(node.start, colon.end, self.end, Voice((node,)), position + 1, leaves_open=True)


def _accompanies(word: Word) -> bool:
    """Whether the word goes with what somebody does: "adding", and not the verb "added"."""
    return word.is_a("continued") and not word.is_a("reporting")


def _is_mark(node: Node, marks: str) -> bool:
    return isinstance(node, Word) and node.mark and node.text in marks


def _is_that(node: Node) -> bool:
    return isinstance(node, Word) and (node.is_a("complementizer") or _is_mark(node, ':"'))


def _spoken(nodes: list[Node]) -> bool:
    """Whether anything but marks and adverbs is left."""
    return any(not (isinstance(node, Word) and (node.mark or node.is_a("adverb"))) for node in nodes)
