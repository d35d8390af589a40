"""Who is typed: each word begins a word of one name, whichever of them is the common one."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad

from kg.folding import name_words
from kg.iri import Iris
from kg.namespaces import RDF, RW, SKOS
from kg.store import Change, memory_store

IRIS = Iris()
GRAPH = NamedNode(IRIS.document_graph("a" * 64))
WORDS = ["Liwa", "Liwan", "Lions", "Hama", "Homs", "al-Haqq", "لواء", "الحق", "حق", "ا"]
NAMES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join)
TYPED = st.lists(
    st.sampled_from(WORDS).flatmap(lambda word: st.integers(1, len(word)).map(lambda end: word[:end])),
    min_size=1,
    max_size=3,
).map(" ".join)


def begins(name: str, typed: str) -> bool:
    return all(
        any(own.startswith((word, word.removeprefix("ال") or word)) for own in name_words(name))
        for word in name_words(typed)
    )


@settings(max_examples=60)
@given(common=st.integers(0, 30), names=st.lists(NAMES, min_size=1, max_size=12), typed=TYPED)
def test_whoever_has_a_name_whose_words_begin_so_is_found(common: int, names: list[str], typed: str) -> None:
    bearers = {
        f"n{place}": name for place, name in enumerate([*names, *(f"Liwa {n}" for n in range(common))])
    }
    quads = [
        quad
        for who, name in bearers.items()
        for quad in (
            Quad(NamedNode(IRIS.actor(who)), NamedNode(RDF + "type"), NamedNode(RW + "ArmedGroup"), GRAPH),
            Quad(
                NamedNode(IRIS.actor(who)), NamedNode(SKOS + "prefLabel"), Literal(name, language="en"), GRAPH
            ),
        )
    ]
    with memory_store(IRIS) as store:
        store.apply(Change(insert=tuple(quads)))
        numbers = store.names(lambda index: index.begun(typed))
        found = {each.iri for each in store.names(lambda index: index.numbered(numbers))}
    wanted = {who for who, name in bearers.items() if name_words(typed) and begins(name, typed)}
    assert found == {IRIS.actor(who) for who in wanted}
