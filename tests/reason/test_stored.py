from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.rdf import Link, link_quads, read_links
from kg.reason import Closure, StoredFacts, closure, load_rules
from kg.reason.facts import OBJECT, SUBJECT
from kg.store import Change, EmbeddedStore, Rows, memory_store
from tests.reason.worlds import link, links, worlds


def store_of(world: set[Link]) -> EmbeddedStore:
    store = memory_store()
    asserted = link_quads(world, "links", store.iris)
    inferred = link_quads(closure(world, load_rules()), "inferred", store.iris)
    store.apply(Change(insert=(*asserted, *inferred)))
    return store


def kept_closure(store: EmbeddedStore) -> Closure:
    return Closure(load_rules(), StoredFacts(store))


@given(worlds(size=10), st.lists(st.tuples(worlds(size=3), st.data()), min_size=1, max_size=3))
@settings(deadline=None, max_examples=40)
def test_changes_over_a_store_end_where_starting_anew_ends(
    world: set[Link], changes: list[tuple[set[Link], st.DataObject]]
) -> None:
    store = store_of(world)
    kept = kept_closure(store)
    inferred = closure(world, load_rules())
    for coming, data in changes:
        going = data.draw(st.sets(st.sampled_from(sorted(world)), max_size=3)) if world else set()
        delta = kept.change(add=coming, remove=going)
        world = (world - going) | coming
        after = closure(world, load_rules())
        assert (delta.added, delta.removed) == (after - inferred, inferred - after)
        inferred = after
    assert kept.inferred == inferred


def test_only_what_a_change_touches_is_read() -> None:
    world = links("a supports b, b fights c")
    store = Counting(store_of(world | links(", ".join(f"x{n} fights y{n}" for n in range(500)))))
    kept_closure(store).add(links("d supports b"))
    assert store.rows < 50


def test_nothing_is_written() -> None:
    store = store_of(links("a supports b"))
    kept_closure(store).change(add=links("b fights c"), remove=links("a supports b"))
    graph = store.iris.graph("links")
    assert read_links(store.quads(graph)) == links("a supports b")


def test_facts_tell_asserted_from_inferred() -> None:
    facts = StoredFacts(store_of(links("a fights b")))
    assert link("a", "fights", "b") in facts.asserted
    assert link("b", "fights", "a") not in facts.asserted
    assert link("b", "fights", "a") in facts
    assert facts.others("fights", link("a", "", "b")[0], OBJECT) == {link("b", "", "a")[0]}
    assert facts.others("supports", link("a", "", "b")[0], SUBJECT) == set()


class Counting(EmbeddedStore):
    """A store that counts the rows it hands out."""

    def __init__(self, store: EmbeddedStore) -> None:
        vars(self).update(vars(store))
        self.rows = 0

    def select(self, sparql: str) -> Rows:
        found = super().select(sparql)
        self.rows += len(found.rows)
        return found
