"""The order of the mechanisms: from a document to its claims."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.extract import (
    backing,
    brackets,
    claims,
    coordination,
    distances,
    frames,
    holding,
    kinds_of_places,
    modality,
    parted_expressions,
    phrases,
    place_appositions,
    reductions,
    shares,
)
from kg.extract.ambiguous_verbs import settle_aims
from kg.extract.anaphora import Discourse
from kg.extract.arguments import Arguments
from kg.extract.attribution import Speech
from kg.extract.callings import Callings
from kg.extract.clauses import Clauses
from kg.extract.consistency import consistent
from kg.extract.dates import Dated, Dates
from kg.extract.dating import Dating
from kg.extract.entities import Entities
from kg.extract.gazetteer import Gazetteer, NameMatch
from kg.extract.groups import national_body, unnamed_body
from kg.extract.lexicon import Lexicon
from kg.extract.lexicon import Reading as WordReading
from kg.extract.name_table import NameTable
from kg.extract.names import Settled, home_of, settle
from kg.extract.names_or_verbs import (
    without_adjectives,
    without_expressions,
    without_months,
    without_people,
    without_prepositions,
    without_verbs,
)
from kg.extract.nodes import Node, Stated, is_quote
from kg.extract.ordered.reading import Reading
from kg.extract.ordered.words import cut
from kg.extract.own_countries import own_country
from kg.extract.scopes import Scope
from kg.extract.sections import Sentence, sentences
from kg.extract.speakers import Speakers
from kg.extract.syntax import Syntax
from kg.extract.tokens import tokenize
from kg.extract.topics import Topics
from kg.folding import Folded, fold
from kg.iri import Iris
from kg.languages import LanguagePack
from kg.model import RULES_VERSION, Claim, Document, Modality, Registry, RelationKind

_NO_BYLINE = {
    *("reporting", "continued", "according", "quoting", "title", "complementizer", "relative", "negation"),
    *("question", "demonstrative", "clause", "conditional", "modal", "light", "occur", "head"),
}
"""Classes of words that no byline or dateline is made of."""

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Understood:
    """What was understood of one sentence, before claims are made of it. A heading states nothing."""

    sentence: Sentence
    nodes: Sequence[Node] = ()
    """Its words and phrases."""
    dated: Sequence[Dated] = ()
    doubts: Callable[[], Sequence[Scope[Modality]]] = tuple
    """Works out what negates or hedges, and how far that reaches."""
    stated: Sequence[Stated] = ()
    context: claims.Context | None = None
    """What holds in it; None where it states nothing."""


class Extractor:
    """Reads documents of one language. Build it once: compiling the names takes longer than reading an article."""

    def __init__(
        self,
        registry: Registry,
        pack: LanguagePack,
        relations: Iterable[RelationKind],
        iris: Iris | None = None,
        names: NameTable | None = None,
    ) -> None:
        """``names`` is the table of this registry and pack where it was kept; else it is worked out."""
        self._relations = {relation.name: relation for relation in relations}
        self.language = pack.language
        self.lexicon = Lexicon(pack)
        self.entities = Entities(registry, iris or Iris())
        self.gazetteer = Gazetteer(registry, self.lexicon, names)
        self._dates = Dates(self.lexicon)
        self._callings = Callings(self.lexicon, self.entities)

    def extract(self, document: Document) -> tuple[Claim, ...]:
        """The claims of ``document`` in text order; every span reproduces the text it was read from."""
        return holding.agreed([claim for each in self.read(document) for claim in self._claims(each)])

    def read(self, document: Document) -> Iterator[Understood]:
        """The sentences of ``document`` in text order, each once the text has named who speaks in it."""
        folded = fold(document.text)
        parts = sentences(document.text, self.lexicon.pack.grammar.abbreviations)
        matches = self.gazetteer.find(folded, document.text)
        settled = settle(matches, _sections(parts, matches), _section_words(parts, folded))
        reading = Reading(self.lexicon, self.entities) if self.lexicon.pack.grammar.ordered else None
        home = home_of(matches)
        discourse = Discourse(
            self.lexicon,
            national=lambda head: national_body(head, home, self.lexicon, self.entities),
            unnamed=lambda head, phrase: unnamed_body(head, phrase, self.lexicon, self.entities),
            capital=self.entities.capital(home, self.lexicon.pack.words["capital"])
            if home is not None
            else None,
            callings=self._callings,
            country=lambda speaker, before: own_country(speaker, before, self.lexicon, self.entities),
        )
        speech = Speech(Speakers(self.lexicon, self.entities))
        waiting: list[Understood] = []
        starts = [name.match.start for name in settled]
        for sentence in parts:
            low, high = bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)
            if reading is not None:
                read = self._read_ordered(document, folded, sentence, settled[low:high], reading)
            else:
                read = self._read(document, folded, sentence, settled[low:high], discourse, speech)
            waiting.append(read)
            if not speech.awaits_a_name:
                yield from waiting
                waiting = []
        yield from waiting

    def _claims(self, read: Understood) -> list[Claim]:
        if read.context is None:
            return []
        own = [claim for one in read.stated for claim in claims.ground(one, read.context)]
        return list(consistent(own, self._relations))

    def _read_ordered(
        self, document: Document, folded: Folded, sentence: Sentence, names: list[Settled], reading: Reading
    ) -> Understood:
        """What one sentence states in a language in which the order of words decides."""
        if sentence.heading:
            return Understood(sentence)
        own = [name for name in names if name.match.end <= sentence.end]
        low, high = _folded_range(folded, sentence.start, sentence.end)
        words = cut(document.text, folded, low, high, own, self.lexicon)
        taken = [(name.match.start, name.match.end) for name in own if name.actor or name.place]
        words, dated = self._dates.read(words, taken, document.date)
        read = reading.sentence(words, own, sentence.start, sentence.end)
        nodes = read.structure.nodes
        if not read.stated:
            return Understood(sentence, nodes, dated, lambda: read.doubts)
        clauses = Clauses(read.structure)
        context = claims.Context(
            document, self._relations, clauses, read.sources, read.doubts, Dating(clauses, dated),
            self.entities, f"{self.language}.", RULES_VERSION,
        )  # fmt: skip
        return Understood(sentence, nodes, dated, lambda: read.doubts, read.stated, context)

    def _read(
        self,
        document: Document,
        folded: Folded,
        sentence: Sentence,
        names: list[Settled],
        discourse: Discourse,
        speech: Speech,
    ) -> Understood:
        lexicon, entities = self.lexicon, self.entities
        own = [name for name in names if name.match.end <= sentence.end]
        own = without_verbs(own, document.text, sentence.start, lexicon)
        own = without_months(without_prepositions(own, document.text, lexicon), document.text, lexicon)
        own = without_people(without_expressions(own, document.text, lexicon), document.text, lexicon)
        own = without_adjectives(own, document.text, lexicon)
        low, high = _folded_range(folded, self._body(folded, sentence, own), sentence.end)
        open_names = {
            name.match.start for name in own if not (name.actor or name.place or name.match.words > 1)
        }
        words = tokenize(document.text, folded, low, high, lexicon, [name.match for name in own], open_names)
        taken = [(name.match.start, name.match.end) for name in own if name.actor or name.place]
        words, dated = self._dates.read(words, taken, document.date)
        words = coordination.without_colons(shares.without_bounds(shares.join(words, lexicon)))
        nodes, stated = phrases.build(words, own, lexicon, entities, discourse)
        led = [one.object for one in stated if one.predicate == "commands"]
        discourse.resolve(nodes, sentence.section, [one.object for one in stated], led)
        everything = tuple(nodes)
        kinds_of_places.free(nodes, lexicon)
        distances.hide(nodes)
        place_appositions.hide(nodes, lexicon)
        nodes, more = reductions.loyal(nodes, lexicon, entities)
        stated += more
        if sentence.heading:
            return Understood(sentence, everything, dated)
        nodes, more = backing.supported(nodes, lexicon, entities)
        stated += more
        unquoted = brackets.without_asides([node for node in nodes if not is_quote(node)])
        unquoted = parted_expressions.joined(unquoted, lexicon)
        settle_aims(unquoted, lexicon)
        syntax = Syntax(unquoted, lexicon)
        topics = Topics(syntax, discourse.topic)
        discourse.topic = topics.main
        stated += frames.read(Arguments(syntax, discourse, entities, topics))
        full = syntax if len(unquoted) == len(nodes) else Syntax(nodes, lexicon)
        sources = speech.read(full, document.text, sentence.start, sentence.end)
        if not stated:
            return Understood(sentence, everything, dated, lambda: modality.scopes(syntax, sentence.end))
        doubts = modality.scopes(syntax, sentence.end)
        clauses = Clauses(syntax)
        days = Dating(clauses, dated)
        context = claims.Context(
            document,
            self._relations,
            clauses,
            sources,
            doubts,
            days,
            entities,
            f"{self.language}.",
            RULES_VERSION,
        )
        return Understood(sentence, everything, dated, lambda: doubts, stated, context)

    def _body(self, folded: Folded, sentence: Sentence, names: list[Settled]) -> int:
        """Where the sentence begins behind a byline; known actors and words that the pack knows are no byline."""
        if sentence.byline is None:
            return sentence.start
        within = [name for name in names if name.match.end <= sentence.byline[1]]
        if any(name.actor is not None and not _may_head(name) for name in within):
            return sentence.start
        low, high = _folded_range(folded, *sentence.byline)
        known = [self.lexicon.analyse(word) for word in _WORD.findall(folded.text[low:high])]
        spoken = any(reading.classes & _NO_BYLINE or _acts(reading) for reading in known)
        return sentence.start if spoken else sentence.byline[1]


def _acts(reading: WordReading) -> bool:
    return any(voice in ("active", "future", "passive", "either") for _, voice in reading.senses)


def _may_head(name: Settled) -> bool:
    """Whether a dateline may hold the name: a town, or who reports from there."""
    return name.place is not None or (name.actor is not None and name.actor.type == "MediaOutlet")


def _folded_range(folded: Folded, start: int, end: int) -> tuple[int, int]:
    return bisect_left(folded.origins, start), bisect_left(folded.origins, end)


def _sections(parts: tuple[Sentence, ...], matches: list[NameMatch]) -> dict[int, int]:
    """The section of each name, by where the name starts."""
    starts = [part.start for part in parts]
    places = ((match.start, bisect_right(starts, match.start) - 1) for match in matches)
    return {start: parts[index].section for start, index in places if index >= 0}


def _section_words(parts: tuple[Sentence, ...], folded: Folded) -> dict[int, str]:
    texts: dict[int, list[str]] = {}
    for part in parts:
        low, high = _folded_range(folded, part.start, part.end)
        texts.setdefault(part.section, []).extend(_WORD.findall(folded.text, low, high))
    return {section: f" {' '.join(words)} " for section, words in texts.items()}
