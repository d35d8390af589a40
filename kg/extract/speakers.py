"""Who speaks: the phrase a verb of saying belongs to, and speakers whom nobody has listed."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.extract.coordination import collect
from kg.extract.entities import Entities
from kg.extract.lexicon import Lexicon
from kg.extract.nodes import Node, Phrase, Word, is_quote
from kg.extract.speaking import is_person, is_resumed, is_unknown, leads_on, may_speak
from kg.extract.syntax import Syntax

_FARTHEST = 14
"""Nodes between a verb of saying and the speaker behind it."""
_LONGEST_NAME = 9
"""Words of a speaker nobody has listed, with title and adjectives."""
_OWNER_NEAR = 4
"""Nodes behind "a statement" within which stands whose it is."""
_UNGOVERNED = ("bare", "genitive", "of", "speaker", "according", "")
_NO_NAME = (
    *("preposition", "clause", "complementizer", "relative", "adverb", "negation", "light", "reporting"),
    *("continued", "according", "quoting", "time", "anonymity", "purpose", "modal"),
    *("suffer", "occur", "conditional", "quantifier", "agent", "with", "side", "future", "hedge", "appeal"),
)
_OWNERS = ("speaker_noun", "source_noun", "saying_noun")


@dataclass(slots=True)
class Speakers:
    """Finds speakers in one document. Those it has to make itself are known by their last word from then on."""

    lexicon: Lexicon
    entities: Entities
    known: dict[str, Phrase] = field(default_factory=dict)

    def behind(self, syntax: Syntax, position: int, stop: int) -> Phrase | None:
        """The speaker behind the verb at ``position`` and before ``stop``, where speech begins."""
        first = self._skipped(syntax, position + 1)
        unlisted = self._document(syntax, first) or self._unlisted(syntax, first, stop)
        for step in range(position + 1, min(stop, position + _FARTHEST, len(syntax.nodes))):
            node = syntax.nodes[step]
            if unlisted is not None and node.start >= unlisted.end:
                break
            if isinstance(node, Phrase):
                if syntax.governors[step] in _UNGOVERNED and may_speak(node):
                    return (
                        self._named(node)
                        if unlisted is None or is_person(node)
                        else self._introduced(unlisted)
                    )
            elif (node.mark and node.text in ".;:") or node.is_a("complementizer"):
                break
        return self._introduced(unlisted)

    def directly_behind(self, syntax: Syntax, position: int) -> Phrase | None:
        """The known speaker, or the noun for who is cited, right behind the verb, adverbs passed over."""
        step = self._skipped(syntax, position + 1)
        node = syntax.nodes[step] if step < len(syntax.nodes) else None
        named = isinstance(node, Word) and not node.mark and not self.lexicon.is_definite(node.core)
        if named and isinstance(node, Word) and self._is(node, "speaker_noun"):
            return self._introduced(self._unlisted(syntax, step, len(syntax.nodes)))
        speaks = isinstance(node, Phrase) and syntax.governors[step] in _UNGOVERNED and may_speak(node)
        return self._named(node) if speaks and isinstance(node, Phrase) else None

    def owner(self, syntax: Syntax, position: int) -> Phrase | None:
        """Who owns the noun at ``position``: the known speaker right behind it."""
        node = syntax.nodes[position + 1] if position + 1 < len(syntax.nodes) else None
        owns = isinstance(node, Phrase) and not node.preposition and not node.conjunction and may_speak(node)
        return self._named(node) if owns and isinstance(node, Phrase) else None

    def cited(self, syntax: Syntax, position: int) -> Phrase | None:
        """Whom "according to" at ``position`` cites: a name, or a noun for what can be cited, right behind it."""
        step = self._skipped(syntax, position + 1)
        node = syntax.nodes[step] if step < len(syntax.nodes) else None
        if isinstance(node, Phrase):
            return self._named(node) if may_speak(node) else None
        if node is None or node.mark:
            return None
        citable = self._is(node, *_OWNERS) or node.is_a("title") or node.text in self.known
        if not citable and not is_unknown(node):
            return None
        if self._is(node, *_OWNERS):
            return self._document(syntax, step) or self._unlisted(syntax, step, len(syntax.nodes))
        return self._introduced(self._unlisted(syntax, step, len(syntax.nodes))) if citable else None

    def named(self, syntax: Syntax, position: int, stop: int | None) -> Phrase | None:
        """A speaker nobody has listed whose name begins at ``position``."""
        whole = len(syntax.nodes)
        return self._introduced(self._unlisted(syntax, position, stop if stop is not None else whole))

    def before(self, syntax: Syntax, position: int, *, near: bool = False) -> Phrase | None:
        """The subject before the verb; only right before it if ``near``."""
        word = syntax.nodes[position]
        if isinstance(word, Word) and word.conjunction:
            return self._as_for(syntax, position)
        if near:
            step = position - 1
            while step >= 0 and isinstance(node := syntax.nodes[step], Word) and node.is_a("adverb", "light"):
                step -= 1
            node = syntax.nodes[step] if step >= 0 else word
            free = isinstance(node, Phrase) and syntax.governors[step] == "bare" and may_speak(node)
            return node if free and isinstance(node, Phrase) else None
        subject = syntax.left_subject(position)
        node = syntax.nodes[subject] if subject is not None else word
        return node if isinstance(node, Phrase) and node.actor is not None else None

    def _as_for(self, syntax: Syntax, position: int) -> Phrase | None:
        """Who is named behind "as for", which a joined verb goes on with: "as for X, he said"."""
        for step in range(position - 1, max(-1, position - _FARTHEST), -1):
            node = syntax.nodes[step]
            if isinstance(node, Word) and node.is_a("as_for"):
                first = syntax.nodes[step + 1]
                if not isinstance(first, Phrase):
                    return self._introduced(self._unlisted(syntax, step + 1, position))
                return first if first.actor is not None and not first.preposition else None
            if syntax.ends_clause(step):
                return None
        return None

    def opening(self, syntax: Syntax, position: int) -> Phrase | None:
        """A speaker nobody has listed whose name opens the sentence before its verb at ``position``."""
        for step, node in enumerate(syntax.nodes[:position]):
            if not isinstance(node, Word):
                return None
            if not node.mark and not node.is_a("clause", "adverb", "auxiliary"):
                found = self._unlisted(syntax, step, position)
                alone = found is not None and len(found.words) == 1
                known = node.is_a("title") or self._is(node, *_OWNERS) or node.core in self.known
                return self._introduced(found) if known or not alone else None
        return None

    def first_subject(self, syntax: Syntax, position: int) -> Phrase | None:
        """The first actor before ``position`` that nothing governs: whom the sentence is about."""
        for step, node in enumerate(syntax.nodes[:position]):
            if isinstance(node, Word) and node.text in self.known and not node.mark:
                return self.known[node.text]
            free = isinstance(node, Phrase) and syntax.governors[step] in ("bare", "speaker")
            if free and isinstance(node, Phrase) and may_speak(node) and node.place is None:
                return self._named(node)
        return None

    def beside(self, syntax: Syntax, phrase: Phrase) -> tuple[Phrase, ...]:
        """Those who speak together with ``phrase``."""
        for step, node in enumerate(syntax.nodes):
            if node is phrase:
                return tuple(collect(syntax.nodes, step, "actor")[0][1:])
        return ()

    def _skipped(self, syntax: Syntax, position: int) -> int:
        while position < len(syntax.nodes):
            node = syntax.nodes[position]
            if not isinstance(node, Word) or node.mark:
                break
            if not (node.is_a("adverb", "demonstrative", "one_of") or is_resumed(node)):
                break
            position += 1
        return position

    def _document(self, syntax: Syntax, position: int) -> Phrase | None:
        """Whose statement or report it is: "a statement by the army"."""
        noun = syntax.nodes[position] if position < len(syntax.nodes) else None
        if not isinstance(noun, Word) or noun.mark or self.lexicon.is_definite(noun.core):
            return None
        if not self._is(noun, "source_noun", "saying_noun"):
            return None
        for step in range(position + 1, min(position + _OWNER_NEAR + 1, len(syntax.nodes))):
            node = syntax.nodes[step]
            if isinstance(node, Phrase):
                return self._named(node) if may_speak(node) else None
            if node.mark or node.is_a("complementizer", "clause", "relative", "locative"):
                return None
        return None

    def _named(self, phrase: Phrase) -> Phrase:
        """The phrase; with an actor made of its words where nothing said before tells whom it means."""
        if phrase.actor is None:
            words = " ".join(word.written for word in phrase.words)
            phrase = Phrase(
                phrase.start, phrase.end, self.entities.unlisted_actor(words, self._type(phrase.words)), None,
                head=phrase.head, how="described", words=phrase.words,
            )  # fmt: skip
        return phrase

    def _unlisted(self, syntax: Syntax, position: int, stop: int) -> Phrase | None:
        """A speaker that begins with a plain noun at ``position``: a name, a title, a noun for who is cited."""
        words: list[Word] = []
        parts: list[Node] = []
        quoted = False
        for step in range(position, min(stop, position + _LONGEST_NAME, len(syntax.nodes))):
            node = syntax.nodes[step]
            if words and self._is_whole(words[0], node):
                break
            if isinstance(node, Phrase):
                if not words or node.preposition or node.conjunction:
                    break
                if any(isinstance(part, Phrase) for part in parts) and not is_person(node):
                    break
                if is_person(node):
                    return node
                parts.append(node)
                words.extend(node.words)
                continue
            if is_quote(node) and words:
                if quoted:
                    break
                quoted = True
                continue
            if not self._in_name(node, first=not words):
                break
            parts.append(node)
            words.append(node)
        if not parts or not isinstance(parts[0], Word) or self._is_adverbial(words):
            return None
        if stop < len(syntax.nodes) and not leads_on(syntax, position + len(parts), stop):
            return None
        earlier = self.known.get(words[-1].core) if len(words) == 1 else None
        if earlier is not None:
            actor = earlier.actor
        else:
            text = " ".join(word.written for word in words)
            actor = self.entities.unlisted_actor(text, self._type(words))
        first = parts[0]
        return Phrase(first.core_start, parts[-1].end, actor, None, how="discovered", words=words)

    def _introduced(self, phrase: Phrase | None) -> Phrase | None:
        """The phrase; if nobody listed it, a person is known by the last word from here on, "a centre" by "the"."""
        if phrase is None or phrase.how != "discovered" or not phrase.words:
            return phrase
        first = phrase.words[0]
        if is_person(phrase):
            self.known.setdefault(phrase.words[-1].core, phrase)
        elif (
            phrase.words[1:] and self._is(first, "speaker_noun") and not self.lexicon.is_definite(first.core)
        ):
            self.known[self.lexicon.article + first.core] = phrase
        return phrase

    def _is_whole(self, first: Word, following: Node) -> bool:
        """Whether a definite noun such as "the newspapers" is complete without what follows."""
        if not self.lexicon.is_definite(first.core) or not self._is(first, "source_noun"):
            return False
        return isinstance(following, Phrase) or not (
            following.mark or self.lexicon.is_definite(following.core)
        )

    def _in_name(self, word: Word, *, first: bool) -> bool:
        if (
            word.mark
            or word.preposition
            or (word.conjunction and not first)
            or word.senses
            or len(word.text) < 2
        ):
            return False
        # "To the journalists" is no speaker.
        led = first and is_unknown(word) and self.lexicon.is_governed(word.text)
        if led or (first and (word.conjunction or word.suffix or self._is(word, "said_noun"))):
            return False
        return word.text.replace(" ", "").isalpha() and not (word.is_a(*_NO_NAME) and not word.is_a("title"))

    def _is_adverbial(self, words: list[Word]) -> bool:
        """Whether a single plain word has the ending of an adverb: "he said openly that"."""
        endings = tuple(self.lexicon.pack.words.get("adverb_ending", ()))
        plain = len(words) == 1 and not words[0].classes and words[0].core not in self.known
        plain = plain and not self._is(words[0], *_OWNERS)
        return plain and bool(endings) and words[0].core.endswith(endings)

    def _type(self, words: list[Word]) -> str:
        if words and self._is(words[0], *_OWNERS):
            return "DescribedGroup"
        entry = self.lexicon.pack.heads.get(words[0].core, {}) if words else {}
        return str(entry.get("type", "DescribedGroup" if entry else "Person"))

    def _is(self, word: Word, *classes: str) -> bool:
        return not self.lexicon.nouns(word.text).isdisjoint(classes)

    def is_citable(self, phrase: Phrase) -> bool:
        """Whether the speaker is somebody who reports by trade, or a described source."""
        if phrase.actor is not None and phrase.actor.type == "MediaOutlet":
            return True
        return bool(phrase.words) and self._is(phrase.words[0], *_OWNERS)
