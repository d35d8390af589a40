"""Whom the registry knows, and ids for those it does not know."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.extract.entities import Entities
from kg.iri import Iris
from kg.namespaces import BASE
from tests.extract.worlds import actor, place, world

_WORLD = world(actor("dawn", "فجر البادية"), place("hill", "تل الزعفران"))
_ENTITIES = Entities(_WORLD, Iris())


def test_a_listed_id_is_the_listed_actor() -> None:
    assert _ENTITIES.known_actor("dawn") == _WORLD.entries[0].entity
    assert _ENTITIES.actor("dawn", "DescribedGroup", "كلمات") == _WORLD.entries[0].entity
    assert _ENTITIES.known_place("hill") == _WORLD.entries[1].entity


def test_an_actor_is_no_place() -> None:
    assert _ENTITIES.known_place("dawn") is None
    assert _ENTITIES.known_actor("hill") is None


def test_a_composed_id_that_is_not_listed_makes_an_unknown_entity() -> None:
    made = _ENTITIES.actor("libyan-gunmen", "DescribedGroup", "مسلحون ليبيون", "libya")
    assert not made.known
    assert made.iri == f"{BASE}actor/libyan-gunmen"
    assert made.country == f"{BASE}place/libya"


def test_unlisted_actors_are_minted_under_the_base_of_the_installation() -> None:
    own = Entities(_WORLD, Iris("https://example.org/data/"))
    assert own.unlisted_actor("حركة النسور", "ArmedGroup").iri.startswith("https://example.org/data/actor/")
    assert own.known_actor("dawn") is not None


@given(st.text(alphabet="حركةالنسورأإآى ", min_size=1, max_size=20))
def test_spellings_of_a_name_fall_together(name: str) -> None:
    marked = "".join(f"{c}ـ\u064e" if c.isalpha() else c for c in name)
    plain = _ENTITIES.unlisted_actor(name, "ArmedGroup")
    assert plain.iri == _ENTITIES.unlisted_actor(marked, "ArmedGroup").iri
    assert plain.iri.startswith(f"{BASE}actor/")
