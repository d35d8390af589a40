"""Settles whom an ambiguous name means, by what the text says elsewhere; undecided names mean nobody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache

from kg.extract.gazetteer import Candidate, NameMatch
from kg.folding import fold_text
from kg.model import Entity

_folded = lru_cache(maxsize=20_000)(fold_text)
"""Names and cues of the registry are folded once."""
_STATE_BODIES = {"State", "StateForce"}


@dataclass(frozen=True, slots=True)
class Settled:
    """A name and its readings. ``possible`` holds the ambiguous readings that nothing has confirmed yet; where just one
    of them belongs to the country that the text is mostly about, that one."""

    match: NameMatch
    actor: Entity | None
    place: Entity | None
    possible: tuple[Entity, ...] = ()


def settle(
    matches: list[NameMatch], section_of: dict[int, int], section_words: dict[int, str]
) -> list[Settled]:
    """The readings of all names of one document.

    ``section_of`` maps the start of a match to its section, ``section_words`` a section to its folded text between
    spaces. An ambiguous reading counts where its cue stands in the section, where an unambiguous name of the same
    entity stands anywhere in the document, or where the text is mostly about its country.
    """
    countries = _countries(matches)
    home = home_of(matches)
    sure = {c[0].entity.iri for match in matches for c in match.candidates if not c[1]}
    return [
        _settle_one(match, section_words.get(section_of.get(match.start, -1), ""), sure, home, countries)
        for match in matches
    ]


def home_of(matches: list[NameMatch]) -> str | None:
    """The country (IRI of a place) that most of the unambiguous names of a document belong to."""
    countries = _countries(matches)
    return countries.most_common(1)[0][0] if countries else None


def _countries(matches: list[NameMatch]) -> Counter[str]:
    found = (c[0].entity.country for match in matches for c in match.candidates if not c[1])
    return Counter(country for country in found if country is not None)


def _settle_one(
    match: NameMatch, words: str, sure: set[str], home: str | None, countries: Collection[str]
) -> Settled:
    allowed = [c for c in match.candidates if not (_is_blocked(match, c) or _is_relative(match, c))]
    if len(allowed) == 1 and not allowed[0][1]:
        # What most names are: nothing else can settle them otherwise.
        entry = allowed[0][0]
        return Settled(match, *((None, entry.entity) if entry.is_place else (entry.entity, None)))
    accepted = [c for c in allowed if not c[1] or _supported(c, words, sure)]
    for kind in (False, True):
        if any(c[0].is_place is kind for c in accepted):
            continue
        local = [c for c in allowed if home and c[0].is_place is kind and c[0].entity.country == home]
        if len(local) == 1 and _fits_home(local[0], match):
            accepted.append(local[0])
    if not accepted and _is_family_name(match, allowed, countries):
        accepted = allowed
    if any(c[0].is_place for c in accepted):
        accepted.extend(c for c in allowed if c[0].entity.type == "State" and c not in accepted)
    elif any(c[0].entity.type == "State" for c in accepted):
        accepted.extend(c for c in allowed if c[0].entity.type == "Country")
    undecided = [c[0].entity for c in allowed if c not in accepted and not _is_foreign_body(c, home)]
    homely = [entity for entity in undecided if home and entity.country == home]
    possible = tuple(homely if len(homely) == 1 else undecided)
    return Settled(match, _best(accepted, home, place=False), _best(accepted, home, place=True), possible)


def _is_blocked(match: NameMatch, candidate: Candidate) -> bool:
    """Whether the word behind the name says that it means something else."""
    blocking = candidate[0].blocked_by
    return bool(blocking) and match.following in map(_folded, blocking)


def _is_relative(match: NameMatch, candidate: Candidate) -> bool:
    """Whether a family name stands behind a given name that is not the person's own."""
    entry = candidate[0]
    if not match.given or match.words > 1 or entry.entity.type != "Person":
        return False
    return all(match.given not in _folded(name.text).split() for name in entry.names)


def _is_family_name(match: NameMatch, allowed: list[Candidate], countries: Collection[str]) -> bool:
    """Whether a family name can only mean one person, and the text speaks of that person's country."""
    entities = [candidate[0].entity for candidate in allowed]
    return (
        len(entities) == 1
        and entities[0].type == "Person"
        and (match.definite or match.words > 1)
        and entities[0].country is not None
        and entities[0].country in countries
    )


def _is_foreign_body(candidate: Candidate, home: str | None) -> bool:
    """Whether a name that means many would mean a body of a state that the text is not about."""
    entity = candidate[0].entity
    return home is not None and entity.type in _STATE_BODIES and entity.country not in (None, home)


def _fits_home(candidate: Candidate, match: NameMatch) -> bool:
    """Whether the country of the text is enough to settle a name: for states, names of several words, and places
    behind a preposition."""
    entry = candidate[0]
    return match.words > 1 or entry.entity.type in _STATE_BODIES or (entry.is_place and match.led)


def _supported(candidate: Candidate, words: str, sure: set[str]) -> bool:
    entry = candidate[0]
    return entry.entity.iri in sure or any(f" {_folded(cue)} " in words for cue in entry.cues)


def _best(accepted: list[Candidate], home: str | None, *, place: bool) -> Entity | None:
    fitting = sorted((c for c in accepted if c[0].is_place is place), key=lambda c: c[1])
    local = [c for c in fitting if home and c[0].entity.country == home]
    if len(fitting) > 1 and fitting[0][1] and len(local) == 1:
        return local[0][0].entity
    entities = {c[0].entity.iri: c[0].entity for c in fitting}
    if len(entities) == 1 or (fitting and not fitting[0][1]):
        return fitting[0][0].entity
    return None
