"""The order of the mechanisms for languages in which the order of words decides: from a sentence to what it states."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.extract import shares
from kg.extract.entities import Entities
from kg.extract.lexicon import Lexicon
from kg.extract.names import Settled
from kg.extract.nodes import Node, Phrase, Stated, Word, is_quote
from kg.extract.ordered import (
    abbreviations,
    allies,
    appositions,
    chunks,
    dashes,
    doubt,
    frames,
    held_places,
    holders,
    joins,
    labels,
    long_names,
    loose_compounds,
    pairing,
    parentheses,
    parts,
    scare_quotes,
    seats,
    sites,
    slashes,
    temporal,
    the_two,
    wider_places,
    words,
)
from kg.extract.ordered.doers import Blow
from kg.extract.ordered.first_person import FirstPerson
from kg.extract.ordered.noun_phrases import NounPhrases
from kg.extract.ordered.promoting import promote
from kg.extract.ordered.reference import Reference
from kg.extract.ordered.speech import Speech
from kg.extract.ordered.structure import Structure
from kg.extract.scopes import Scope
from kg.extract.voices import Voice
from kg.model import Modality

_LONGEST_DATELINE = 14
"""Words before the dash of a dateline: "BEIRUT, Lebanon (AP) - "."""

_BLOW_IN_MIND = 3
"""Sentences behind a blow in which "the raid" still means it."""


@dataclass(slots=True)
class Read:
    """What one sentence says, with the scopes that its claims stand in."""

    stated: list[Stated]
    structure: Structure
    sources: list[Scope[Voice]]
    doubts: list[Scope[Modality]]


@dataclass(slots=True)
class Reading:
    """Reads the sentences of one document in order; what they name and who speaks carries over."""

    lexicon: Lexicon
    entities: Entities
    reference: Reference = field(init=False)
    first_person: FirstPerson = field(init=False)
    speech: Speech = field(default_factory=Speech)
    blow: Blow = field(default_factory=Blow)
    """The last blow that the text told of."""

    since_blow: int = 0
    """Sentences since then."""
    spoken_of: list[Phrase] = field(default_factory=list)
    """Whom the sentence before spoke of."""

    def __post_init__(self) -> None:
        self.reference = Reference(self.lexicon)
        self.first_person = FirstPerson(self.lexicon)

    def sentence(self, own: list[Word], names: list[Settled], start: int, end: int) -> Read:
        """The sentence ``[start, end)`` of the original, of these words and names."""
        raw, where = _dateline(words.joined(shares.join(own, self.lexicon), names, self.lexicon))
        self.reference.said.extend(where)
        raw = slashes.joined(raw)
        raw = labels.removed(scare_quotes.removed(dashes.as_commas(raw)))
        raw = long_names.joined(self.reference.recall(raw), self.lexicon, self.entities)
        raw, short = abbreviations.taken_out(raw)
        self.reference.abbreviations.update(short)
        raw = loose_compounds.leading(loose_compounds.shared(loose_compounds.tied(raw, self.lexicon)))
        raw = wider_places.removed(raw, self.lexicon)
        parts.assign(raw, self.lexicon)
        temporal.settle(raw)
        nodes, reader = chunks.read(raw, self.lexicon, self.entities)
        self.reference.abbreviations.update(abbreviations.learned(nodes, self.entities))
        nodes = parentheses.removed(nodes)
        nodes = joins.genitives(nodes, reader)
        nodes = pairing.paired(nodes, reader)
        holders.owned_by_antecedent(nodes, reader)
        seats.said(nodes, reader)
        nodes = appositions.merged(nodes, reader)
        holders.owned_by_antecedent(nodes, reader)
        holders.copulas(nodes, reader)
        holders.regarded(nodes, reader)
        nodes = chunks.attach(nodes)
        allies.beside(nodes, reader)
        promote(nodes, self.lexicon, self.entities, reader.definite)
        self.reference.resolve(nodes, _aside(reader), reader.definite)
        nodes = the_two.resolved(nodes, self.spoken_of, reader.duals)
        self.spoken_of = the_two.spoken_of(nodes)
        reader.describe_unsettled(nodes)
        sites.settle(nodes, self.lexicon, self.entities)
        held_places.said(nodes, reader, self.entities)
        words_only = [node for node in nodes if not is_quote(node)]
        structure = Structure(
            words_only, self.lexicon, definite=reader.definite, apposed=reader.apposed, earlier=self.blow
        )
        full = Structure(nodes, self.lexicon) if len(structure.nodes) != len(nodes) else structure
        sources = self.speech.read(full, start, end)
        self.first_person.learn(nodes, reader.offices, reader.stated)
        self.first_person.resolve(nodes, sources)
        stated = [*reader.stated, *holders.unnamed(nodes, reader), *frames.read(structure)]
        self._remember(_blow(stated, structure))
        return Read(stated, structure, sources, doubt.scopes(structure, raw, start, end))

    def _remember(self, blow: Blow | None) -> None:
        """Keeps the last blow in mind for some sentences."""
        self.since_blow = 0 if blow is not None else self.since_blow + 1
        self.blow = blow or (self.blow if self.since_blow <= _BLOW_IN_MIND else Blow())


def _blow(stated: list[Stated], structure: Structure) -> Blow | None:
    """The last of the blows that were ``stated``, and whom else the sentence tells to be struck; None without any."""
    frames_ = structure.lexicon.pack.frames
    claimed = {frame.relation for frame in frames_ if frame.of_last_blow}
    blows = {frame.id for frame in frames_ if frame.violent and frame.relation in claimed}
    found = [one for one in stated if one.rule.partition(".")[0] in blows]
    if not found and not structure.unclaimed:
        return None
    last = [one for one in found if one.trigger == found[-1].trigger]
    nameless = [one.object for one in last if one.subject.generic]
    return Blow([one.subject for one in last][:1], structure.unclaimed, nameless)


def _aside(reader: NounPhrases) -> list[Phrase]:
    """The phrases that only titles and modifiers name."""
    ends = [
        phrase
        for one in reader.stated
        for phrase in (one.subject, one.object)
        # "The government" is not that of "an Iran-backed group".
        if not (one.rule.endswith(".compound") and phrase.actor is not None and phrase.actor.type == "State")
    ]
    bodies = [office.organisation for office in reader.offices.values() if office.organisation is not None]
    return list({id(phrase): phrase for phrase in (*ends, *bodies)}.values())


def _dateline(nodes: list[Node]) -> tuple[list[Node], list[Phrase]]:
    """The sentence without place, date and agency before the dash that opens a report, and the place there."""
    for position, node in enumerate(nodes[:_LONGEST_DATELINE]):
        if isinstance(node, Word) and node.mark and node.text in "-_":
            before = nodes[:position]
            named = isinstance(before[0], Phrase) or before[0].written.isupper() if before else False
            plain = all(
                isinstance(n, Phrase) or (not n.senses and not n.is_a("have", "be", "modal")) for n in before
            )
            where = [n for n in before if isinstance(n, Phrase) and n.place is not None][:1]
            opens = named and plain and not _goes_on(nodes[position + 1 :])
            return (nodes[position + 1 :], where) if opens else (nodes, [])
    return nodes, []


def _goes_on(nodes: list[Node]) -> bool:
    """Whether a remark follows a dash, and no report: "Russia -- which bombs P -- met Z"."""
    following = next((node for node in nodes if not (isinstance(node, Word) and node.mark)), None)
    return isinstance(following, Word) and following.written[:1].islower()
