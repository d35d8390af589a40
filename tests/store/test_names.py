"""The index of names: as true as the graph, whatever happens to either."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, serialize

from kg.iri import Iris
from kg.namespaces import RDF, RW, SKOS
from kg.store import Bulk, Change, EmbeddedStore, Entry, memory_store, open_store
from kg.store.ledger import now
from kg.store.name_index import Named

IRIS = Iris()
GRAPHS = [IRIS.document_graph(letter * 64) for letter in "abc"]
LABELS = [SKOS + "prefLabel", SKOS + "altLabel", SKOS + "hiddenLabel", RW + "ambiguousLabel"]


def named(
    who: str, name: str, *, language: str = "en", label: str = LABELS[0], graph: str = GRAPHS[0]
) -> Quad:
    return Quad(
        NamedNode(IRIS.actor(who)), NamedNode(label), Literal(name, language=language), NamedNode(graph)
    )


def group(who: str, *, graph: str = GRAPHS[0]) -> Quad:
    return Quad(
        NamedNode(IRIS.actor(who)), NamedNode(RDF + "type"), NamedNode(RW + "ArmedGroup"), NamedNode(graph)
    )


def everybody(store: EmbeddedStore) -> list[Named]:
    return store.names(lambda index: index.all())


def afresh(store: EmbeddedStore) -> list[Named]:
    """Everybody, from an index of the very quads of ``store`` that is made for this."""
    with memory_store(IRIS) as other:
        other.apply(Change(insert=tuple(store.quads())))
        return everybody(other)


def called(store: EmbeddedStore, name: str) -> list[str]:
    return [each.iri.rpartition("/")[2] for each in store.names(lambda index: index.spelled(name))]


def with_part(store: EmbeddedStore, part: str) -> list[Named]:
    return store.names(lambda index: index.with_part(part))


def entry(document: str) -> Entry:
    return Entry("loaded", document, f"{document[:1]}.txt", 0, 1, "", now())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A store with one name, and an index of it."""
    with open_store(tmp_path / "store", IRIS) as store:
        store.apply(Change(insert=(group("lions"), named("lions", "Lions of the East"))))
        store.flush()
        store.ledger.append([entry("a" * 64)])
        assert called(store, "lions of east") == ["lions"]
    return tmp_path / "store"


def test_a_name_is_found_by_what_two_spellings_have_in_common(tmp_path: Path) -> None:
    with open_store(tmp_path / "store", IRIS) as store:
        store.apply(
            Change(
                insert=(
                    group("nusra"),
                    named("nusra", "جبهة النُّصرة", language="ar"),
                    named("nusra", "Al-Nuṣra Front"),
                )
            )
        )
        for typed in (
            "جبهه النصره",
            "جبهة النصرة",
            "nusra front",
            "AL NUSRA FRONT",
            "actor:nusra",
            IRIS.actor("nusra"),
        ):
            assert called(store, typed) == ["nusra"]
        for typed in ("نصر", "ront", "nusr", "al-nus", "النصر"):
            assert len(with_part(store, typed)) == 1
        assert not called(store, "nusr")


QUADS = st.builds(
    named,
    st.sampled_from(["lions", "hawks", "sons"]),
    st.sampled_from(["Lions", "lions", "Hawks of Aleppo", "صقور حلب", "Sons"]),
    language=st.sampled_from(["en", "ar"]),
    label=st.sampled_from(LABELS),
    graph=st.sampled_from(GRAPHS),
) | st.builds(group, st.sampled_from(["lions", "hawks", "sons"]), graph=st.sampled_from(GRAPHS))
SETS = st.lists(QUADS, max_size=6).map(tuple)
STEPS = st.lists(
    st.builds(Change, drop=st.lists(st.sampled_from(GRAPHS), max_size=1).map(tuple), delete=SETS, insert=SETS)
    | SETS.map(lambda quads: Bulk((serialize(quads, format=RdfFormat.N_QUADS) or b"",))),
    max_size=4,
)


@settings(max_examples=8)
@given(sessions=st.lists(STEPS, min_size=1, max_size=3))
def test_after_any_changes_the_index_is_as_one_made_afresh(sessions: list[list[Change | Bulk]]) -> None:
    every = tuple(group(who, graph=GRAPHS[2]) for who in ("lions", "hawks", "sons"))
    with tempfile.TemporaryDirectory() as place:
        for number, steps in enumerate(sessions):
            with open_store(Path(place) / "store", IRIS, reserve=0) as store:
                store.apply(Change(insert=every))
                assert number == 0 or store.has_names
                assert everybody(store) == afresh(store)
                for step in steps:
                    if isinstance(step, Bulk):
                        store.write_bulk(step)
                    else:
                        # Whoever has a name has a class in all data of this project.
                        store.apply(Change(step.drop, step.delete, (*step.insert, *every)))
                    assert store.has_names
                    assert everybody(store) == afresh(store)
                store.ledger.append([entry(f"{number}" * 64)])
            with open_store(Path(place) / "store", read_only=True) as store:
                assert store.has_names
                assert everybody(store) == afresh(store)


def test_an_index_that_another_program_left_behind_is_made_anew(folder: Path) -> None:
    index = (folder / "names.sqlite").read_bytes()
    with open_store(folder) as store:
        store.apply(Change(insert=(group("hawks"), named("hawks", "Hawks"))))
        store.flush()
        store.ledger.append([entry("b" * 64)])
    (folder / "names.sqlite").write_bytes(index)
    with open_store(folder, read_only=True) as store:
        assert not store.has_names
        assert called(store, "Hawks") == ["hawks"]
    with open_store(folder, read_only=True) as store:
        assert store.has_names


@pytest.mark.parametrize("content", [b"", b"no index at all" * 500, None])
def test_a_damaged_index_is_made_anew(folder: Path, content: bytes | None) -> None:
    path = folder / "names.sqlite"
    path.write_bytes(path.read_bytes()[:5000] if content is None else content)
    with open_store(folder, read_only=True) as store:
        assert called(store, "lions of the east") == ["lions"]
    with open_store(folder, read_only=True) as store:
        assert store.has_names


def test_where_no_index_can_be_written_one_in_memory_answers(folder: Path) -> None:
    (folder / "names.sqlite").unlink()
    (folder / "names.sqlite").mkdir()
    with open_store(folder, read_only=True) as store:
        assert called(store, "lions of the east") == ["lions"]
    assert not [path.name for path in folder.iterdir() if path.name.startswith("names.sqlite.")]


_WRITER = """
import os, signal, sys
from kg.store import Change, open_store
from tests.store.test_names import group, named
with open_store(sys.argv[1]) as store:
    store.apply(Change(insert=(group("hawks"), named("hawks", "Hawks"))))
    store.flush()
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_after_a_killed_writer_the_index_is_made_anew(folder: Path) -> None:
    killed = subprocess.run([sys.executable, "-c", _WRITER, str(folder)], env=dict(os.environ), check=False)
    assert killed.returncode == -signal.SIGKILL
    with open_store(folder, read_only=True) as store:
        assert not store.has_names
        assert called(store, "Hawks") == ["hawks"]
        assert everybody(store) == afresh(store)


def test_a_store_in_memory_answers_after_every_change() -> None:
    with memory_store(IRIS) as store:
        for who in ("lions", "hawks"):
            assert called(store, who) == []
            store.apply(Change(insert=(group(who), named(who, who))))
            assert called(store, who) == [who]
