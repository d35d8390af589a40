"""Cues of speech in one sentence: which word says that somebody speaks, who it is, and what is spoken."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kg.extract.agreement import is_of_speakers
from kg.extract.citations import Citations
from kg.extract.markers import Markers, announced_end, announced_start, is_mark, is_that, says_more
from kg.extract.modality import accusation_end
from kg.extract.nodes import Phrase, Word, is_comma, is_quote
from kg.extract.speakers import Speakers
from kg.extract.syntax import Syntax
from kg.extract.voices import Cue, Voice

_FARTHEST_QUOTED = 10
_FARTHEST_THAT = 6
_SPEAKING = frozenset(
    {
        *("according", "according_that", "quoting", "accusing", "reporting", "continued", "reporting_that"),
        *("covering", "appeal"),
    }
)
"""Every class of words that gives a cue; nouns such as "statement" are told by their letters."""
_OPENING = 2
"""The last position at which the first verb of a sentence stands."""


@dataclass(slots=True)
class Reader:
    """Reads the cue at a position of one sentence ``[start, end)``."""

    syntax: Syntax
    speakers: Speakers
    markers: Markers
    citations: Citations
    start: int
    end: int
    last: Phrase | None
    """Who spoke last before this sentence."""
    unnamed: Phrase | None = None
    """Stands for a speaker who is only named later in the text."""
    here: Phrase | None = None
    """Who spoke last in this sentence."""

    def read(self, position: int) -> Cue | None:
        """The cue that the node at ``position`` gives, or None."""
        word = self.syntax.nodes[position]
        titled = self.citations.before_colon() if position == 0 else None
        if titled is not None or not isinstance(word, Word):
            return titled
        if word.mark or not (word.classes or self.syntax.lexicon.nouns(word.text)):
            return None
        cue = self._of(position, word)
        return (
            replace(cue, joined=bool(word.conjunction) or word.is_a("continued")) if cue is not None else None
        )

    def _of(self, position: int, word: Word) -> Cue | None:
        saying = "saying_noun" in self.syntax.lexicon.nouns(word.text)
        if not saying and _SPEAKING.isdisjoint(word.classes):
            return None
        if word.is_a("according"):
            return self.citations.according(position, self.speakers.cited(self.syntax, position))
        if word.is_a("according_that"):
            return self.citations.as_said(position)
        if word.is_a("quoting"):
            return self._quoted(position)
        if word.is_a("accusing") and not word.preposition:
            return self._accused(position, word)
        if saying:
            return self._owned(position, word)
        if word.preposition or self.syntax.follows(position, "negation"):
            return None
        if self.syntax.follows(position, "according_that") and not self._says_too(position, word):
            return None
        if word.is_a("reporting", "continued") and (not word.suffix or word.is_a("telling")):
            said = self._said(position, word)
            return self._covered(position, word) if said is None and word.is_a("covering") else said
        if word.is_a("reporting_that"):
            return self._said_that(position, word)
        if word.is_a("covering"):
            return self._covered(position, word)
        return self._appealed(position, word) if word.is_a("appeal") else None

    def _says_too(self, position: int, word: Word) -> bool:
        """Whether "as" before the verb only goes on with a report: "X also said that", at the beginning."""
        return position - 1 <= _OPENING and not word.suffix and self.markers.find(position) is not None

    def _is_spoken(self, position: int, word: Word) -> bool:
        """Whether a preposition with the letters of a verb of saying is that verb: "through", or "expressed his"."""
        before = self.syntax.nodes[position - 1] if position else None
        following = self.syntax.nodes[position + 1] if position + 1 < len(self.syntax.nodes) else None
        opens = (
            before is None or bool(word.conjunction) or (isinstance(before, Word) and before.is_a("clause"))
        )
        led = isinstance(following, Word) and following.is_a("speech_preposition")
        return opens or led or (isinstance(following, Phrase) and following.actor is not None)

    def _said(self, position: int, word: Word) -> Cue | None:
        marker = self.markers.find(position)
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
        cited = self.citations.between(position, stop)
        chain = (source,) if cited is None or cited is source else (cited, source)
        voice = Voice(chain, beside, of_others=word.is_a("expressing"))
        named = not _accompanies(word)
        if marker is None:
            start = announced_start(self.syntax, position, source)
            return Cue(
                word.start,
                start,
                announced_end(self.syntax, position, self._clause_end(position)),
                voice,
                named=named,
            )
        opened = self.syntax.nodes[marker]
        if self._follows_that(marker):
            return Cue(word.start, max(opened.end, word.end), self.end, voice, marker, named=named)
        if is_mark(opened, ':"'):
            following = self.syntax.nodes[marker + 1] if marker + 1 < len(self.syntax.nodes) else None
            colon = is_mark(opened, ":") and not (following is not None and is_quote(following))
            return Cue(word.start, opened.end, self.end, voice, marker, named=named, leaves_open=colon)
        end = self._clause_end(marker)
        return Cue(word.start, opened.start, end, voice, marker, named=named)

    def _said_that(self, position: int, word: Word) -> Cue | None:
        """A verb of saying that looks like another word: it is one where a clause opens and "that" follows."""
        before = self.syntax.nodes[position - 1] if position else None
        opens = before is None or bool(word.conjunction) or is_mark(before, ",:")
        marker = self.markers.find(position)
        near = marker is not None and marker <= position + _FARTHEST_THAT and self._follows_that(marker)
        return self._said(position, word) if opens and near else None

    def _source(self, position: int, word: Word, stop: int, *, closed: bool) -> Phrase | None:
        """Who speaks by the verb or participle at ``position``; ``closed`` where the speech opens at ``stop``."""
        if _accompanies(word):
            return self.here or self.speakers.first_subject(self.syntax, position) or self.last
        if is_of_speakers(word, self.syntax.lexicon):
            return self.here or self.last
        if word.is_a("preposition") and not self._is_spoken(position, word):
            return self.speakers.before(self.syntax, position)
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
        opening = self.speakers.opening(self.syntax, position) if not word.conjunction else None
        if opening is not None and self.here is None:
            return opening
        if self._has_other_subject(position, word):
            return None
        first = self.speakers.first_subject(self.syntax, position) if position > _OPENING else None
        return self.here or first or self.last or (self.unnamed if position <= _OPENING else None)

    def _clause_end(self, position: int) -> int:
        return self.syntax.clause_end(position, self.end, passing="speech_goes_on")

    def _has_other_subject(self, position: int, word: Word) -> bool:
        """Whether a noun right before the verb is its subject, and nobody who speaks: "all this says that"."""
        before = self.syntax.nodes[position - 1] if position else None
        if word.conjunction or not isinstance(before, Word) or before.mark or before.suffix:
            return False
        return not before.classes or before.is_a("demonstrative")

    def _follows_that(self, marker: int) -> bool:
        node = self.syntax.nodes[marker]
        return isinstance(node, Word) and node.is_a("complementizer")

    def _is_last(self, position: int, source: Phrase | None) -> bool:
        """Whether nothing but the speaker stands behind the verb, and speech before it."""
        nodes = self.syntax.nodes
        if position < _OPENING or not (is_comma(nodes[position - 1]) or is_quote(nodes[position - 1])):
            return False
        if is_quote(nodes[position - 1]) or (position > 1 and is_quote(nodes[position - 2])):
            return True
        rest = [node for node in nodes[position + 1 :] if source is None or node.start >= source.end]
        return source is not None and source.start > nodes[position].start and not says_more(rest)

    def _behind_speech(self, position: int, word: Word, source: Phrase | None) -> Cue | None:
        """Speech that stands before its verb: "…", says X."""
        if source is None or word.conjunction:
            return None
        nodes = self.syntax.nodes[:position]
        marks = [node.start for node in nodes if is_quote(node)]
        low = marks[-2] if len(marks) > 1 else self.start
        high = marks[-1] if len(marks) > 1 else word.start
        return Cue(word.start, low, high, Voice((source,)), round=True)

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
            marker = self.markers.find(max(step, behind - 1) if quoted.start > word.start else step)
            start = nodes[marker].end if marker is not None else node.end
            return Cue(word.start, max(start, quoted.end), self.end, Voice(chain), marker if marker else -1)
        return self._passed_on(position, word)

    def _passed_on(self, position: int, word: Word) -> Cue | None:
        """ "The agency passed on that": nobody else is named."""
        marker = self.markers.find(position)
        if marker is None or not is_that(self.syntax.nodes[marker]):
            return None
        source = self._source(position, word, marker, closed=True)
        if source is None:
            return None
        return Cue(word.start, self.syntax.nodes[marker].end, self.end, Voice((source,)), marker)

    def _accused(self, position: int, word: Word) -> Cue | None:
        """ "X accused Y of": what Y did is the word of X. Of somebody taken up by a pronoun, up to the next comma."""
        before = self.speakers.before(self.syntax, position, near=True)
        accuser = before or self.speakers.behind(self.syntax, position, len(self.syntax.nodes))
        if not self.syntax.is_verb(position):
            accuser = self.speakers.owner(self.syntax, position)
        if word.is_a("continued") or (before is None and self._accuses_alone(position, word)):
            accuser = self.here or self.speakers.first_subject(self.syntax, position) or self.last
        if accuser is None:
            return None
        start = max(accuser.end, word.end)
        end = accusation_end(self.syntax, position, self.end)
        return Cue(word.start, start, end, Voice((accuser,), of_others=True))

    def _accuses_alone(self, position: int, word: Word) -> bool:
        """Whether a joined verb names only whom it accuses, the charge right behind: "and accused Y of"."""
        whom, charge = (
            self.syntax.nodes[step] if step < len(self.syntax.nodes) else None
            for step in (position + 1, position + 2)
        )
        leads = self.syntax.lexicon.pack.words["office_prep"]
        led = isinstance(charge, Word) and charge.preposition in leads and not charge.suffix
        joined = bool(word.conjunction) or self.syntax.follows(position, "clause")
        return joined and isinstance(whom, Phrase) and not whom.preposition and led

    def _appealed(self, position: int, word: Word) -> Cue | None:
        """Demands, promises, threats: what they are about is the speaker's word."""
        marker = self.markers.find(position)
        source = self.speakers.before(self.syntax, position, near=True)
        source = source or self.speakers.directly_behind(self.syntax, position)
        source = source or self._known_behind(position)
        if source is None and marker is not None and is_that(self.syntax.nodes[marker]):
            source = self.speakers.behind(self.syntax, position, marker)
        if source is None and word.is_a("continued"):
            source = self.here or self.speakers.first_subject(self.syntax, position)
        if source is None and (word.conjunction or position == 0 or word.is_a("continued")):
            source = self.here or self.last
        if source is None:
            return None
        that = marker is not None and is_that(self.syntax.nodes[marker])
        start = max(word.end, source.end if source.start > word.start else word.end)
        end = self._clause_end(position)
        if not that:
            end = self._before_reason(position, end)
        return Cue(word.start, start, end, Voice((source,), of_others=not that))

    def _before_reason(self, position: int, end: int) -> int:
        """Where a demand or a threat ends before the deed that it answers: "threatened X in reply to the raid of Y"."""
        for node in self.syntax.nodes[position + 1 :]:
            if node.start >= end:
                break
            if isinstance(node, Word) and node.is_a("factive") and not node.suffix:
                return node.start
        return end

    def _known_behind(self, position: int) -> Phrase | None:
        """Who spoke before and is meant by the noun right behind the verb: "the centre demanded"."""
        node = self.syntax.nodes[position + 1] if position + 1 < len(self.syntax.nodes) else None
        alone = isinstance(node, Word) and not (node.mark or node.preposition or node.conjunction)
        return self.speakers.known.get(node.core) if alone and isinstance(node, Word) else None

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
            if node.start >= owner.end and is_that(node):
                return Cue(word.start, node.end, self.end, Voice((owner,)), step)
            if isinstance(node, Word) and (node.mark or self.syntax.is_verb(step)):
                return None
        return None


def _accompanies(word: Word) -> bool:
    """Whether the word goes with what somebody does: "adding", and not the verb "added"."""
    return word.is_a("continued") and not word.is_a("reporting")
