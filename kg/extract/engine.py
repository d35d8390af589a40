"""The order of the mechanisms: from a document to its claims."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from kg.extract import claims, dates, frames, modality, phrases, reductions
from kg.extract.anaphora import Discourse
from kg.extract.arguments import Arguments
from kg.extract.attribution import Speech, quotation_marks
from kg.extract.consistency import consistent
from kg.extract.entities import Entities
from kg.extract.gazetteer import Gazetteer, NameMatch
from kg.extract.lexicon import Lexicon
from kg.extract.names import Settled, settle
from kg.extract.nodes import is_quote
from kg.extract.sections import Sentence, sentences
from kg.extract.syntax import Syntax
from kg.extract.tokens import tokenize
from kg.extract.topics import Topics
from kg.folding import Folded, fold
from kg.iri import Iris
from kg.languages import LanguagePack
from kg.model import Claim, Document, Registry, RelationKind

VERSION = "rules/0.1"


class Extractor:
    """Reads documents of one language. Build it once: compiling the names takes longer than reading an article."""

    def __init__(
        self,
        registry: Registry,
        pack: LanguagePack,
        relations: Iterable[RelationKind],
        iris: Iris | None = None,
    ) -> None:
        self._relations = {relation.name: relation for relation in relations}
        self.language = pack.language
        self._lexicon = Lexicon(pack)
        self._entities = Entities(registry, iris or Iris())
        self._gazetteer = Gazetteer(registry, self._lexicon)

    def extract(self, document: Document) -> tuple[Claim, ...]:
        """The claims of ``document`` in text order; every span reproduces the text it was read from."""
        folded = fold(document.text)
        parts = sentences(document.text)
        matches = self._gazetteer.find(folded)
        settled = settle(matches, _sections(parts, matches), _section_words(parts, folded))
        discourse, speech = Discourse(self._lexicon), Speech()
        found: list[Claim] = []
        starts = [name.match.start for name in settled]
        for sentence in parts:
            low, high = bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)
            own = self._read(document, folded, sentence, settled[low:high], discourse, speech)
            found.extend(consistent(own, self._relations))
        return tuple(found)

    def _read(
        self,
        document: Document,
        folded: Folded,
        sentence: Sentence,
        names: list[Settled],
        discourse: Discourse,
        speech: Speech,
    ) -> list[Claim]:
        lexicon, entities = self._lexicon, self._entities
        own = [name for name in names if name.match.end <= sentence.end]
        low, high = _folded_range(folded, self._body(folded, sentence), sentence.end)
        words = tokenize(document.text, folded, low, high, lexicon, [name.match for name in own])
        nodes, stated = phrases.build(words, own, lexicon, entities, discourse)
        discourse.resolve(nodes, sentence.section, [one.object for one in stated])
        nodes, more = reductions.loyal(nodes, lexicon, entities)
        stated += more
        if sentence.heading:
            return []
        quotes = quotation_marks(nodes)
        nodes, more = reductions.supported(nodes, lexicon)
        stated += more
        syntax = Syntax([node for node in nodes if not is_quote(node)], lexicon)
        topics = Topics(syntax, discourse.topic)
        discourse.topic = topics.main
        stated += frames.read(Arguments(syntax, discourse, entities, topics))
        full = Syntax(nodes, lexicon)
        sources = speech.read(full, sentence.start, sentence.end, quotes=quotes)
        doubts = modality.scopes(syntax, sentence.end)
        days = dates.find(nodes, lexicon.pack)
        context = claims.Context(
            document, self._relations, syntax, sources, doubts, days, f"{self.language}.", VERSION
        )
        return [claim for one in stated for claim in claims.ground(one, context)]

    def _body(self, folded: Folded, sentence: Sentence) -> int:
        """Where the sentence begins behind a byline; words that the pack knows as speech or actors are no byline."""
        if sentence.byline is None:
            return sentence.start
        low, high = _folded_range(folded, *sentence.byline)
        known = (self._lexicon.analyse(word) for word in folded.text[low:high].split())
        return sentence.start if any(reading.known for reading in known) else sentence.byline[1]


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
        words = "".join(c if c.isalnum() else " " for c in folded.text[low:high]).split()
        texts.setdefault(part.section, []).extend(words)
    return {section: f" {' '.join(words)} " for section, words in texts.items()}
