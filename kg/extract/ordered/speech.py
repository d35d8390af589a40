"""Who says what: verbs of saying before, within and behind what is said, "according to", quotations over sentences."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.nodes import Phrase, Word, is_comma, is_quote
from kg.extract.ordered.own_deeds import tells_own_deed
from kg.extract.ordered.structure import Structure
from kg.extract.scopes import Scope
from kg.extract.voices import Chain, Voice

_FARTHEST_SOURCE = 4
_FARTHEST_END = 5
_FARTHEST_DOCUMENT = 7


@dataclass(slots=True)
class Speech:
    """What carries over from one sentence to the next: the last speaker, and a quotation left open."""

    speaker: Phrase | None = None
    open_quote: Phrase | None = None

    def read(self, structure: Structure, start: int, end: int) -> list[Scope[Voice]]:
        """The scopes of one sentence ``[start, end)``; ``structure`` holds its quotation marks."""
        quotes = [node.start for node in structure.nodes if is_quote(node)]
        odd = len(quotes) % 2 == 1
        scopes: list[Scope[Chain]] = []
        opened = self.open_quote
        if opened is not None:
            scopes.append(Scope(start, quotes[0] if quotes else end, (opened,)))
            self.open_quote = None if odd else opened
        cues = [
            scope
            for position, node in enumerate(structure.nodes)
            if isinstance(node, Word)
            for scope in self._cue(structure, position, node, start, end)
        ]
        scopes.extend(cues)
        begins = bool(quotes) and quotes[0] == start
        if begins and not cues and opened is None and self.speaker is not None:
            scopes.append(Scope(start, quotes[1] if len(quotes) > 1 else end, (self.speaker,)))
        if odd and opened is None:
            self.open_quote = cues[-1].value[0] if cues else self.speaker if begins else None
        return [Scope(each.start, each.end, Voice(each.value)) for each in scopes if each.start < each.end]

    def _cue(
        self, structure: Structure, position: int, word: Word, start: int, end: int
    ) -> list[Scope[Chain]]:
        if word.is_a("according"):
            source = _source_behind(structure, position)
            if source is None:
                return []
            chain = self._chain(structure, position, word, source)
            self.speaker = source
            if len(chain) == 1:
                return [Scope(*_around(structure, position, start, end), chain)]
            # What its reporter alone is the source of ends where he is named: the chain must be the nearer voice.
            if _closes(structure, position) and chain[-1].start > start:
                return [Scope(start, chain[-1].start - 1, chain)]
            return [Scope(word.end, end, chain)]
        if word.part == "verb" and word.is_a("regarding") and not word.is_a("reporting", "accusing"):
            return _regarded(structure, position, end)
        if word.part != "verb" or not (word.is_a("reporting", "accusing") or _promises(structure, position)):
            return []
        group = structure.group(position)
        if group.passive:
            return self._passive(structure, position, word, end)
        inverted = _inverted(structure, position)
        source = inverted or self._subject(structure, position)
        if source is None or group.has("negation") or (group.form == "infinitive" and not inverted):
            return []
        if word.is_a("reporting"):
            self.speaker = source
        if tells_own_deed(structure, position):
            return []
        closing = "" if _is_taken_up(structure, position) else _closing(structure, position, inverted)
        if closing and word.is_a("denial"):
            return []
        if closing == "end" and not word.is_a("accusing"):
            return [
                Scope(start, min(word.start, source.start) if source.end > start else word.start, (source,))
            ]
        if closing == "middle" and not word.is_a("accusing"):
            return [Scope(_remarked(structure, source, start), end, (source,))]
        # "X accused Y of it and bombed Z": that he bombed Z is nobody's word.
        stop = (
            structure.governed_until(position, end)
            if word.is_a("accusing")
            else _stop(structure, position, end)
        )
        return [Scope(_opens(structure, position), stop, (source,))]

    def _chain(self, structure: Structure, position: int, word: Word, source: Phrase) -> Chain:
        """Innermost first: who is cited, then who cites."""
        verb = structure.verb_before(position)
        citing = word.is_a("citing") and verb is not None
        carrier = self._subject(structure, verb) if citing and verb is not None else None
        return (source,) if carrier is None else (source, carrier)

    def _passive(self, structure: Structure, position: int, word: Word, end: int) -> list[Scope[Chain]]:
        """ "X was quoted as saying", "X was accused by Y of"."""
        agent = next(
            (
                node
                for node in structure.nodes[position + 1 : position + _FARTHEST_SOURCE]
                if isinstance(node, Phrase) and node.preposition in structure.lexicon.pack.words["agent"]
            ),
            None,
        )
        quoted = next(iter(structure.subject(position)), None) if word.is_a("quoting") else None
        chain = tuple(phrase for phrase in (quoted, agent) if phrase is not None and phrase.actor is not None)
        return [Scope(word.end, end, chain)] if chain else []

    def _subject(self, structure: Structure, position: int) -> Phrase | None:
        start = structure.group(position).start
        before = structure.nodes[start - 1] if start else None
        if isinstance(before, Phrase) and before.how == "pronoun" and self.speaker is not None:
            many = before.words[0].is_a("plural") and not _are_sources(self.speaker, structure)
            return before if many else self.speaker
        if isinstance(before, Word) and is_comma(before) and structure.group(position).form == "gerund":
            earlier = next(
                (step for step in range(start - 1, -1, -1) if structure.is_verb(step, "reporting")),
                None,
            )
            if earlier is not None and structure.group(earlier).form == "finite":
                return self._subject(structure, earlier)
        found = structure.subject(position)
        return found[0] if found else _of_document(structure, start)


def _are_sources(speaker: Phrase, structure: Structure) -> bool:
    """Whether several without a name spoke last, so that "they said" goes on with what they say."""
    head = structure.lexicon.pack.heads.get(speaker.head, {})
    return speaker.how == "described" and bool(head.get("source")) and speaker.words[-1].text.endswith("s")


def _promises(structure: Structure, position: int) -> bool:
    """Whether a verb of intent tells what others will do: "X vowed that Y would attack", "X vowed his men would"."""
    if not structure.is_verb(position, "intent", "calling"):
        return False
    step = position + 1
    following = structure.nodes[step] if step < len(structure.nodes) else None
    that = isinstance(following, Word) and following.is_a("that", "complementizer")
    step += that
    while step < len(structure.nodes) and isinstance(structure.nodes[step], Phrase):
        step += 1
    modal = structure.nodes[step] if step < len(structure.nodes) else None
    return step > position + 1 and isinstance(modal, Word) and modal.is_a("modal")


def _regarded(structure: Structure, position: int, end: int) -> list[Scope[Chain]]:
    """By whom somebody is regarded "as" something: that is his word; what he regards himself is the author's."""
    subjects = [] if structure.group(position).passive else structure.subject(position)
    if not subjects or subjects[-1].actor is None:
        return []
    for step in range(position + 1, len(structure.nodes)):
        node = structure.nodes[step]
        if isinstance(node, Word) and node.is_a("as"):
            what = structure.nodes[step + 1].end if step + 1 < len(structure.nodes) else end
            return [Scope(node.end, what, (subjects[-1],))]
        if structure.blocks(step):
            break
    return []


def _of_document(structure: Structure, start: int) -> Phrase | None:
    """Whose report or statement says it: "a report by X said", "X's statement added"."""
    found: Phrase | None = None
    for step in range(start - 1, max(-1, start - _FARTHEST_DOCUMENT), -1):
        node = structure.nodes[step]
        if isinstance(node, Word):
            if node.mark and is_comma(node):
                found = None
                continue
            if node.part == "verb" and structure.group(step).form == "reduced":
                # "A statement posted by X said".
                continue
            return None
        words = structure.lexicon.pack.words
        if (
            node.preposition in (*words["agent"], *words["member_of"], *words["ascribed_to"])
            and node.actor is not None
        ):
            found = node
        elif node.how == "thing" and node.words and node.words[-1].is_a("document"):
            return found or node.owner
    return None


def _opens(structure: Structure, position: int) -> int:
    """Where begins what is said by the verb at ``position``: at its "that", if it has one, else right behind it."""
    verb = structure.nodes[position]
    for step in range(position + 1, len(structure.nodes)):
        node = structure.nodes[step]
        if isinstance(node, Word):
            if node.is_a("complementizer") and not node.is_a("relative"):
                return node.end
            if node.part == "verb" or node.mark:
                break
    return verb.end


def _remarked(structure: Structure, source: Phrase, start: int) -> int:
    """Where begins what a remark such as ", X says," is about: behind the last comma that ends a clause before it."""
    commas = [
        step for step, node in enumerate(structure.nodes) if is_comma(node) and node.end <= source.start
    ]
    for comma in reversed(commas[:-1]):
        before = structure.nodes[:comma]
        if any(isinstance(node, Word) and node.part == "verb" for node in before):
            return structure.nodes[comma].end
    return start


def _around(structure: Structure, position: int, start: int, end: int) -> tuple[int, int]:
    """What a source behind "according to" says: the sentence, or the relative clause that it stands in."""
    verb = structure.verb_before(position)
    if verb is None or not structure.in_relative(verb):
        return start, end
    for step in range(position + 1, len(structure.nodes)):
        if is_comma(structure.nodes[step]):
            return structure.nodes[structure.group(verb).start].start, structure.nodes[step].start
    return start, end


def _is_taken_up(structure: Structure, position: int) -> bool:
    """Whether the one who says it stands behind a relative: "villages that X says shelter Y"."""
    source = structure.group(position).start - 1
    before = structure.nodes[source - 1] if source > 0 else None
    named = source >= 0 and isinstance(structure.nodes[source], Phrase)
    return named and isinstance(before, Word) and before.is_a("relative", "that")


def _closes(structure: Structure, position: int) -> bool:
    """Whether nothing is said behind a source: "…, X reported, citing Y"; but "X reported, citing Y, that"."""
    return not any(
        isinstance(node, Word) and (node.part or node.is_a("that", "complementizer"))
        for node in structure.nodes[position + 1 :]
    )


def _source_behind(structure: Structure, position: int) -> Phrase | None:
    for node in structure.nodes[position + 1 : position + _FARTHEST_SOURCE]:
        if isinstance(node, Phrase) and node.actor is not None:
            return node
        if isinstance(node, Word) and (node.mark and not is_quote(node)):
            return None
    return None


def _inverted(structure: Structure, position: int) -> Phrase | None:
    """The source behind the verb: "…, said X"."""
    before = structure.nodes[position - 1] if position else None
    after = structure.nodes[position + 1] if position + 1 < len(structure.nodes) else None
    verb = structure.nodes[position]
    if isinstance(verb, Word) and verb.is_a("causing"):
        # "X, a spokesman, told Y": Y only hears it.
        return None
    led = before is None or is_comma(before) or is_quote(before)
    fits = isinstance(after, Phrase) and not after.preposition and after.actor is not None
    if not led or not fits or not isinstance(after, Phrase) or after.how == "pronoun":
        return None
    behind = structure.nodes[position + 2] if position + 2 < len(structure.nodes) else None
    closed = (
        behind is None
        or isinstance(behind, Phrase)
        or behind.mark
        or behind.is_a("relative", "adverb", "preposition")
    )
    return after if closed else None


def _closing(structure: Structure, position: int, inverted: Phrase | None) -> str:
    """Where a verb of saying stands: at the ``end`` of what is said, in the ``middle``, or before it (empty)."""
    group = structure.group(position)
    opening = group.start - 1
    while opening > 0 and isinstance(structure.nodes[opening], Phrase):
        opening -= 1
    if not inverted and opening <= 0 and not (opening == 0 and not isinstance(structure.nodes[0], Phrase)):
        alone = group.start - 1 - max(opening, 0)
        if alone < 2:
            return ""
    step = position + (2 if inverted else 1)
    limit = step + _FARTHEST_END
    while step < len(structure.nodes) and step < limit:
        node = structure.nodes[step]
        if isinstance(node, Word):
            if node.mark and node.text in ",":
                return "middle" if _goes_on(structure, step + 1) else "end"
            if node.mark and node.text in ".;!?":
                return "end"
            if node.part == "verb" and node.preposition in structure.lexicon.pack.words["without"]:
                # "…, X said without giving details".
                return "end"
            if inverted and node.is_a("personal_relative"):
                # "…, said an officer who asked not to be named".
                return "end"
            if is_quote(node) or not node.is_a("adverb"):
                return ""
        elif node.preposition == "" and not _is_addressee(structure, position, step):
            return ""
        step += 1
    return "end" if step >= len(structure.nodes) else ""


def _is_addressee(structure: Structure, position: int, step: int) -> bool:
    """Whether the phrase at ``step`` is only told what is said: "X told reporters"."""
    node, verb = structure.nodes[step], structure.nodes[position]
    assert isinstance(node, Phrase)
    assert isinstance(verb, Word)
    opened = bool(node.words) and node.start < node.words[0].start
    owned = (opened or node.how == "pronoun") and not verb.is_a("causing")
    return not owned and ((step == position + 1 and node.actor is not None) or node.how == "thing")


def _goes_on(structure: Structure, position: int) -> bool:
    """Whether more is said behind a parenthetical "X said,": not a participle such as "adding"."""
    node = structure.nodes[position] if position < len(structure.nodes) else None
    if isinstance(node, Word) and node.part == "verb":
        return structure.group(position).form == "finite" and not node.is_a("reporting")
    if isinstance(node, Word) and node.is_a("according", "relative", "clause"):
        return False
    return node is not None


def _is_in_time(structure: Structure, position: int) -> bool:
    """Whether the sentence opens with a clause that only tells when: "minutes before X announced it, Y attacked P"."""
    step = structure.group(position).start - 1
    while step > 0 and isinstance(structure.nodes[step], Phrase):
        step -= 1
    word = structure.nodes[step] if step >= 0 else None
    led = isinstance(word, Word) and word.is_a("clause") and not word.is_a("where", "as")
    return led and not any(structure.is_verb(earlier) for earlier in range(step))


def _told_nominally(structure: Structure, position: int) -> int | None:
    """Where the speaker's next deed is told, when nouns alone say what he tells: "X confirmed the raid and hit P"."""
    for step in range(position + 1, len(structure.nodes)):
        node = structure.nodes[step]
        if not isinstance(node, Word):
            continue
        if structure.ends_clause(step) or is_quote(node) or node.is_a("be", "have", "modal"):
            return None
        if structure.is_verb(step):
            own = node.conjunction and step > position + 1 and structure.group(step).form == "finite"
            past = own and not node.is_a("reporting") and structure.is_past(step)
            return step if past and not structure.group(step).passive else None
    return None


def _stop(structure: Structure, position: int, end: int) -> int:
    """Where what is said ends: at a contrast behind a comma, at a semicolon, or with a clause of time."""
    timed = _is_in_time(structure, position)
    joined = _told_nominally(structure, position)
    if joined is not None:
        return structure.nodes[joined].start
    for step in range(position + 1, len(structure.nodes)):
        node = structure.nodes[step]
        if not isinstance(node, Word):
            if structure.is_verb(position, "denial") and structure.opens_joined(step):
                return node.start
            continue
        if timed and is_comma(node):
            return node.start
        if (
            node.part == "verb"
            and node.conjunction
            and structure.speaks_besides(structure.group(step)) == position
        ):
            return node.start
        closed = structure.closes_relative(position, step) or structure.speaks_on(step)
        if closed or (node.mark and node.text == ";"):
            return node.start
        if node.is_a("contrast", "as") and is_comma(structure.nodes[step - 1]):
            return node.start
    return end
