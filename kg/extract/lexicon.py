"""What a pack says of a word: its classes and frames, and how far clitics may be taken off it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from kg.extract.spellings import respelled
from kg.folding import fold_text
from kg.languages import Frame, LanguagePack
from kg.languages.dates import expressions

Sense = tuple[Frame, str]
"""A frame that a word can open, and the voice of the word in it."""


_KEPT = 20_000
"""Words whose readings are kept: most of those of the next text are among them."""
_NOUNS = ("noun", "either")
"""Voices of words that are nouns of action, or may be."""
_TAKE_PRONOUNS = {
    *("head", "light_noun", "preposition", "modal", "light", "transparent_actor", "own_country", "title"),
    *("ascribing", "office_field", "reporting", "telling", "claiming", "feeling", "suffer"),
}
"""Classes of words that may bear a pronoun although they open no frame."""


_INFLECTED = ("transparent_actor", "target", "property")
"""Classes of nouns that are objects as often as not, and then have the ending of one."""
_ASIDE = {
    *("said_noun", "saying_noun", "speaker_noun", "source_noun", "ending", "stance", "goal", "stationing"),
    *("putting_forward", "text_noun", "beside_deed", "official", "portion"),
}
_NO_WORDS = (_ASIDE - {"source_noun"}) | {
    *("within_it", "common_noun", "common_ending", "single_group"),
    *("no_name_ending", "adverb_ending", "relational_ending", "present_letters"),
}
"""Classes that speech and modality ask for: they make no word a known one for the rest of the engine."""

_NO_VERBS = frozenset({"quantifier", "exceptive"})
"""Classes of words that are no verbs of the same letters: "half" is not "we describe", "but" not "levelled"."""


class Reading(NamedTuple):
    """One reading of a written word: what is attached to it, what remains, and what the pack knows of the rest."""

    conjunction: str = ""
    preposition: str = ""
    core: str = ""
    suffix: str = ""
    classes: frozenset[str] = frozenset()
    senses: tuple[Sense, ...] = ()
    skipped: int = 0
    """How many folded letters stand before the core."""

    @property
    def known(self) -> bool:
        """Whether the pack knows the core at all."""
        return bool(self.classes or self.senses)


class Lexicon:
    """The words of one pack, indexed. A clitic is taken off only where the pack knows what remains."""

    def __init__(self, pack: LanguagePack) -> None:
        self.pack = pack
        self._classes: dict[str, set[str]] = defaultdict(set)
        self._senses: dict[str, list[Sense]] = defaultdict(list)
        for name, words in pack.words.items():
            for word in () if name in _NO_WORDS else words:
                self._classes[word].add(name)
        endings = self.noun_endings = tuple(map(fold_text, pack.clitics.get("noun_endings", ())))
        closed = tuple(map(fold_text, pack.clitics.get("closed_endings", ())))
        for name in _INFLECTED:
            for word in pack.words.get(name, ()):
                if " " not in word and not word.endswith(closed):
                    for ending in endings:
                        self._classes[word + ending].add(name)
        for table, name in ((pack.heads, "head"), (pack.titles, "title"), (pack.nisba, "nisba")):
            for word in table:
                self._classes[word].add(name)
        for word in (*pack.directions, *pack.months):
            self._classes[word].add("direction" if word in pack.directions else "month")
        for word in expressions(pack.dates):
            self._classes[word].add("time_word")
        for frame in pack.frames:
            for word, voice in frame.forms.items():
                if voice == "active" and not _NO_VERBS.isdisjoint(self._classes.get(word, ())):
                    continue
                self._senses[word].append((frame, voice))
        self._exact: dict[str, Reading] = {}
        """The readings that were asked for, at most as many as the pack has words."""
        clitics = pack.clitics
        self._conjunctions = tuple(map(fold_text, clitics["conjunctions"]))
        self.prepositions = tuple(map(fold_text, clitics["prepositions"]))
        self.article = fold_text(clitics["article"])
        self._article_letters = frozenset(map(fold_text, clitics.get("article_letters", ())))
        self.contractions = {
            fold_text(word): (fold_text(parts[0]), fold_text(parts[1]))
            for word, parts in clitics["contractions"].items()
        }
        self._opening_letters = frozenset(
            proclitic[0]
            for proclitic in (*self._conjunctions, *self.prepositions, *self.contractions)
            if proclitic
        )
        self._openings = {fold_text(a): fold_text(b) for a, b in clitics["before_pronoun"].items()}
        self._cases = {
            fold_text(word): tuple(map(fold_text, others)) for word, others in clitics["case_forms"].items()
        }
        self.agreement = {
            gender: (
                tuple(map(fold_text, marks.get("openings", ()))),
                tuple(map(fold_text, marks.get("endings", ()))),
            )
            for gender, marks in clitics["agreement"].items()
        }
        """What verbs of each gender open with, and what they end in."""
        coming = pack.words.get("future_openings", ())
        self.past_agreement = {
            gender: (tuple(opening for opening in openings if opening not in coming), endings)
            for gender, (openings, endings) in self.agreement.items()
        }
        """The same of verbs that are no futures: what a future opens with says nothing of them."""
        first = clitics.get("first_person", {})
        self.conjoined: dict[str, set[str]] = defaultdict(set)
        """Words with a conjunction of one letter that only their spelling tells from another word, by their letters."""
        for spelled in clitics.get("spelled_with_conjunction", ()):
            self.conjoined[fold_text(spelled)].add(spelled)
        self.first_person = tuple(
            tuple(map(fold_text, first.get(end, ()))) for end in ("openings", "endings")
        )
        """What verbs of those who speak of themselves open with, and what they end in."""
        self.gender_of_states = str(clitics.get("gender_of_states", ""))
        """Of a state by its name, unless the name is known to have another; empty where states have none."""
        self.feminine_endings = tuple(map(fold_text, clitics["feminine_endings"]))
        self.people_endings = tuple(map(fold_text, clitics.get("people_endings", ())))
        """What plurals end in that are said of people; before an owner they lose it."""
        self.oblique_endings = tuple(map(fold_text, clitics.get("oblique_endings", ())))
        """Those of them that no subject ends in."""
        self.dual_subject_endings = tuple(map(fold_text, clitics.get("dual_subject_endings", ())))
        self.subject_endings = tuple(map(fold_text, clitics.get("subject_endings", ())))
        """Those of them that no object ends in."""
        self.verb_plurals = tuple(map(fold_text, clitics.get("verb_plurals", ())))
        """What verbs of several people end in, where these stand before them."""
        self.verb_duals = tuple(map(fold_text, clitics.get("verb_duals", ())))
        """The same of verbs of two."""
        self._apart = frozenset(map(fold_text, clitics.get("conjunctions_apart", ())))
        self._cited = {other: word for word, others in self._cases.items() for other in others}
        self.pronouns = tuple(sorted(map(fold_text, clitics["pronouns"]), key=len, reverse=True))
        """Attached pronouns, folded, the longest first."""
        self.object_pronouns = tuple(map(fold_text, clitics.get("object_pronouns", ())))
        self.attached_frames = tuple(frame for frame in pack.frames if frame.attached)
        """Frames that say something of a phrase and a place by where the two stand."""
        self.copula_frames = tuple(frame for frame in pack.frames if frame.copula)
        self.wordless = {frame.wordless: frame for frame in pack.frames if frame.wordless}
        """Frames that nouns beside one another say, by the way in which they stand."""
        shapes = map(fold_text, clitics.get("deed_shapes", ()))
        self._deed_shapes = re.compile("|".join(shapes) or "(?!)")
        self._countries = {
            entry["place"]: entry
            for entry in reversed(tuple(pack.nisba.values()))
            if "place" in entry and "actor" in entry
        }
        self._expressions: dict[str, dict[str, int]] = defaultdict(dict)
        """First words of expressions, each with the second words and the number of words of the longest."""
        for expression in (*self._classes, *self._senses):
            if " " in expression:
                first, second, *rest = expression.split()
                seconds = self._expressions[first]
                seconds[second] = max(seconds.get(second, 0), len(rest) + 2)

    def exact(self, core: str) -> Reading | None:
        """The reading of a word or expression as it stands, or None."""
        found = self._exact.get(core)
        if found is not None or (core not in self._classes and core not in self._senses):
            return found
        classes, senses = self._classes.get(core, ()), self._senses.get(core, ())
        found = self._exact[core] = Reading(core=core, classes=frozenset(classes), senses=tuple(senses))
        return found

    def classes(self, word: str) -> Collection[str]:
        """The classes of a word or expression as it stands."""
        return self._classes.get(word, ())

    def nisba_of(self, place: str) -> Mapping[str, str] | None:
        """What the pack says of the adjective of a country, by the last part of the country's IRI; or None."""
        return self._countries.get(place)

    def is_definite(self, word: str) -> bool:
        """Whether a folded word, without its clitics, begins with the article."""
        return bool(self.article) and word.startswith(self.article) and word not in self._article_letters

    @lru_cache(maxsize=20_000)  # noqa: B019 - one lexicon lives as long as the extractor that owns it
    def nouns(self, word: str) -> frozenset[str]:
        """The classes aside of a folded noun, taken without its clitics and with or without its article."""
        forms = {
            form for each in self.splits(word) for form in (each.core, each.core.removeprefix(self.article))
        }
        return frozenset(name for name in _ASIDE if not forms.isdisjoint(self.pack.words.get(name, ())))

    def has_shape_of_deed(self, word: str) -> bool:
        """Whether a folded word has the shape of a noun of action, as far as the pack knows one when it sees it."""
        return self._deed_shapes.fullmatch(word) is not None

    def is_governed(self, word: str) -> bool:
        """Whether a preposition and the article may open a folded word: "by the struggle" is no name."""
        return any(each.preposition and self.is_definite(each.core) for each in self.splits(word))

    def spellings(self, name: str) -> tuple[str, ...]:
        """A folded name as it stands, with its first word in its other cases, and as the pack says it is respelled."""
        if self.pack.grammar.respelled or self.pack.grammar.openings:
            return respelled(name, self.pack.grammar)
        first, space, rest = name.partition(" ")
        others = self._cases.get(first, ()) if space else ()
        return name, *(f"{other} {rest}" for other in others)

    def name_key(self, words: Iterable[str]) -> str:
        """The words of a name as its id counts them: folded, and each in the case that it is cited in."""
        return " ".join(self._cited.get(folded, folded) for folded in map(fold_text, words))

    @lru_cache(maxsize=_KEPT)  # noqa: B019 - one lexicon lives as long as the extractor that owns it
    def openings(self, word: str) -> tuple[Reading, ...]:
        """The ways to take proclitics off ``word`` that leave the first word of some expression of several words."""
        return tuple(reading for reading in self.splits(word) if reading.core in self._expressions)

    def longest_expression(self, first: str, second: str) -> int:
        """How many words the longest expression has that opens with two words as they stand; 0 where none does.

        The second may be several words that were joined before: the first of them counts.
        """
        seconds = self._expressions.get(first)
        return seconds.get(second.partition(" ")[0], 0) if seconds is not None else 0

    @lru_cache(maxsize=_KEPT)  # noqa: B019 - as above
    def read(self, word: str) -> Reading:
        """The reading of a folded word by itself: as it stands, else as a preposition with a pronoun, else the best."""
        reading = self.pronoun(word) if self.exact(word) is None else None
        return reading or self.analyse(word)

    @lru_cache(maxsize=_KEPT)  # noqa: B019 - as above
    def proclitics(self, letters: str) -> tuple[str, str] | None:
        """The conjunction and preposition that ``letters`` are, before any word; None where they are something else."""
        if not letters:
            return "", ""
        if letters in self._apart:
            return letters, ""
        for reading in self.splits(letters + "xx"):
            if reading.core == "xx":
                return reading.conjunction, reading.preposition
        return None

    @lru_cache(maxsize=_KEPT)  # noqa: B019 - as above
    def analyse(self, word: str) -> Reading:
        """The best reading of a folded word; without one, the word itself with no class."""
        for reading in self.splits(word):
            found = self.exact(reading.core)
            if found is not None:
                led = self._led_deed(word, found) if reading.core == word else None
                return led or reading._replace(classes=found.classes, senses=found.senses)
        return self._with_pronoun(word) or Reading(core=word)

    def _led_deed(self, word: str, found: Reading) -> Reading | None:
        """A word for driving out that is known with its preposition for what it means beside another alone.

        "Of driving out" says one thing behind "demanded", and another behind "is capable": it keeps the sense of both.
        """
        if not found.senses or not all(frame.needs for frame, _ in found.senses):
            return None
        for reading in self.splits(word):
            deed = self.exact(reading.core) if reading.preposition else None
            nouns = [(frame, "noun") for frame, voice in deed.senses if voice in _NOUNS] if deed else []
            if deed is not None and any(frame.driven for frame, _ in nouns):
                return reading._replace(classes=deed.classes | found.classes, senses=(*found.senses, *nouns))
        return None

    @lru_cache(maxsize=_KEPT)  # noqa: B019 - as above
    def splits(self, word: str) -> tuple[Reading, ...]:
        """Every way to take proclitics off ``word``, the fewest first."""
        whole = Reading(core=word)
        return (whole, *self._split(word)) if word[:1] in self._opening_letters else (whole,)

    def _split(self, word: str) -> Iterator[Reading]:
        yield from self._prepositional(word, "", 0)
        for conjunction in self._conjunctions:
            rest = word.removeprefix(conjunction)
            if rest != word and len(rest) > 1:
                yield Reading(conjunction=conjunction, core=rest, skipped=len(conjunction))
                yield from self._prepositional(rest, conjunction, len(conjunction))

    def _prepositional(self, word: str, conjunction: str, skipped: int) -> Iterator[Reading]:
        doubtful = list[Reading]()
        for written, (preposition, article) in self.contractions.items():
            if word.startswith(written) and len(word) > len(written) + 1:
                core = article + word.removeprefix(written)
                reading = Reading(conjunction, preposition, core, skipped=skipped + len(written) - 1)
                if core in self._article_letters:
                    # Spelled as a word without the article, which would not be contracted.
                    doubtful.append(reading)
                else:
                    yield reading
        for preposition in self.prepositions:
            rest = word.removeprefix(preposition)
            if rest != word and len(rest) > 1:
                yield Reading(conjunction, preposition, rest, skipped=skipped + len(preposition))
        yield from doubtful

    def _with_pronoun(self, word: str) -> Reading | None:
        """A word with a pronoun written onto it; where noun and verb look alike, with the senses of both."""
        for pronoun in self.pronouns:
            stem = word.removesuffix(pronoun)
            if stem == word or len(stem) < 2:
                continue
            closed = (stem.removesuffix(a) + b for a, b in self._openings.items() if stem.endswith(a))
            readings = [
                found for form in (*closed, stem) if (found := self._bearing(form, pronoun)) is not None
            ]
            if readings:
                senses = {
                    (frame.id, voice): (frame, voice) for each in readings for frame, voice in each.senses
                }
                return readings[0]._replace(senses=tuple(senses.values()))
        return None

    def _bearing(self, form: str, pronoun: str) -> Reading | None:
        for reading in self.splits(form):
            found = self.exact(reading.core)
            if found is not None and (found.senses or found.classes & _TAKE_PRONOUNS):
                return reading._replace(suffix=pronoun, classes=found.classes, senses=found.senses)
        return None

    def pronoun(self, word: str) -> Reading | None:
        """The reading of a preposition with a pronoun written onto it, such as "to him", or None."""
        for pronoun in self.pronouns:
            stem = word.removesuffix(pronoun)
            if stem == word:
                continue
            if stem in self.prepositions:
                return Reading(preposition=stem, suffix=pronoun)
            for conjunction in self._conjunctions:
                bare = stem.removeprefix(conjunction)
                if bare != stem and bare in self.prepositions:
                    return Reading(conjunction=conjunction, preposition=bare, suffix=pronoun)
        return None
