"""Names that are found by the index mean whom they mean when every name is read."""

from __future__ import annotations

import random

import pytest

from kg.errors import KGError
from kg.folding import name_words
from kg.iri import is_place
from kg.query.naming import Naming
from kg.resolve.names import Names
from kg.store import EmbeddedStore


@pytest.fixture(scope="module")
def naming(seed_store: EmbeddedStore) -> Naming:
    return Naming(seed_store)


def by_reading_all(naming: Naming, typed: str) -> str:
    places = [each for each in naming.candidates if is_place(each.iri)]
    actors = [each for each in naming.candidates if not is_place(each.iri)]
    way_out = "'kg actors --all' lists all names, with --places those of places"
    try:
        return Names("actor or place", actors, places, way_out=way_out).find(typed).candidate.iri
    except KGError as error:
        return str(error)


def by_index(naming: Naming, typed: str) -> str:
    try:
        return naming.entity(typed)
    except KGError as error:
        return str(error)


def sample(naming: Naming, count: int, seed: int) -> list[str]:
    names = sorted({name for each in naming.candidates for name in each.names if len(name) < 40})
    return random.Random(seed).sample(names, count)


def test_whole_names_and_their_parts_mean_the_same(naming: Naming) -> None:
    for number, name in enumerate(sample(naming, 12, 1)):
        words = name_words(name)
        parts = [name.upper(), " ".join(reversed(words)), words[-1], " ".join(word[:4] for word in words)]
        typed = parts[number % 4]
        assert by_index(naming, typed) == by_reading_all(naming, typed), typed


def test_capitals_make_no_difference_where_an_id_is_spelled_like_the_name(naming: Naming) -> None:
    """A capital has the id that its name makes, and its state is called so too."""
    assert by_index(naming, "MAPUTO") == by_index(naming, "Maputo") == by_reading_all(naming, "Maputo")


def test_a_misspelt_name_means_the_same(naming: Naming) -> None:
    chance = random.Random(2)
    compared = 0
    for name in sample(naming, 9, 3):
        at = chance.randrange(1, len(name))
        typed = name[:at] + chance.choice([name[at - 1], "x", ""]) + name[at + chance.randrange(2) :]
        read = by_reading_all(naming, typed)
        if read.startswith("http"):
            compared += 1
            assert by_index(naming, typed) == read, typed
    assert compared >= 5
