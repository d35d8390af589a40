"""The index of claims answers as the graph does, and is brought up to date by reading what has changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest

from benchmarks.made_claims import lines
from kg.iri import Iris
from kg.model import Modality
from kg.pipeline import load, remove
from kg.query.claim_graphs import Graphs
from kg.query.claim_index import ClaimIndex
from kg.query.claim_tables import bring_up_to_date, is_of
from kg.query.claims import Claims, GraphClaims
from kg.query.claims_in import claims_in
from kg.query.indexed_reasons import stated_from
from kg.query.links import Wanted, links_of
from kg.query.tie_pages import TiePage, WhichTies, page_of
from kg.query.ties import Tie, by_weight
from kg.reason import explain
from kg.reason.cited import stated_between
from kg.store import Store, open_store
from kg.store.layout import Layout
from kg.store.still import revision_of

TEXTS = {
    "one.txt": "قال ناشطون إن قوات النظام السوري قصفت بلدة كفرنبل. وأكد المرصد السوري لحقوق الإنسان أن جبهة النصرة "
    "هاجمت مواقع حزب الله في ريف حلب الجنوبي.",
    "two.txt": "أعلن مصدر عسكري لوكالة سانا أن إيران تدعم حزب الله. ونفى مصدر مقرب من الحزب ذلك.",
}
"""With sources, some of them told of by others; the made claims come without their texts."""


STATE = "as it was"


class Counted(Graphs):
    """Graphs that count how often one of them is read."""

    def __init__(self, data: ox.Store, iris: Iris) -> None:
        super().__init__(data, iris)
        self.read = 0

    def told(self, graph: str) -> list[ox.Quad]:
        self.read += 1
        return super().told(graph)


def write(folder: Path, name: str, text: str) -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


def made(folder: Path, count: int) -> Path:
    return write(folder, "claims.jsonl", "".join(line + "\n" for line in lines(count, actors=40)))


def indexed(store: Path, path: Path, last: Path | None = None, state: str = STATE) -> int:
    """Brings the index of ``store`` at ``path`` up to date; how many graphs were read for it."""
    layout = Layout(store)
    with open_store(store, read_only=True) as reader:
        digests = {
            reader.iris.document_graph(each): told.digest for each, told in reader.ledger.loaded().items()
        }
    graphs = Counted(ox.Store.read_only(str(layout.data)), layout.read_mark())
    bring_up_to_date(path, graphs, digests, state, last)
    return graphs.read


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store on disk with claims with and without texts, sources, places and dates."""
    there = tmp_path_factory.mktemp("indexed")
    with open_store(there / "store") as store:
        load([made(there, 500), *(write(there, name, text) for name, text in TEXTS.items())], store)
    return there / "store"


@pytest.fixture(scope="module")
def both(folder: Path) -> Iterator[tuple[Claims, Claims, Store]]:
    """The same claims from the index and from the graph."""
    path = folder.with_name("claims.sqlite")
    indexed(folder, path)
    with open_store(folder, read_only=True) as store:
        index = ClaimIndex(path, store)
        yield index, GraphClaims(store), store
        index.close()


def everybody(claims: Claims) -> list[str]:
    ties = claims.ties_between(_ends(claims))
    return sorted({end for tie in ties for end in (tie.subject, tie.object)})


def _ends(claims: Claims) -> list[str]:
    assert isinstance(claims, ClaimIndex)
    return [iri for (iri,) in claims.file.rows("SELECT text FROM term WHERE text LIKE 'http%'")]


def in_any_order(found: Any) -> list[str]:
    return sorted(map(repr, found.items() if isinstance(found, dict) else found))


def test_of_everybody_the_index_says_what_the_graph_says(both: tuple[Claims, Claims, Store]) -> None:
    index, graph, _ = both
    everyone = everybody(index)
    assert len(everyone) > 50
    for each in everyone[::3]:
        links = [tie.link for tie in graph.ties(each)]
        assert in_any_order(index.of(each)) == in_any_order(graph.of(each))
        assert in_any_order(index.ties(each)) == in_any_order(graph.ties(each))
        assert index.speakers(each) == graph.speakers(each)
        assert index.groups(each) == graph.groups(each)
        assert index.disputes(each) == graph.disputes(each)
        assert in_any_order(index.disputed(each)) == in_any_order(graph.disputed(each))
        assert index.at([each]) == graph.at([each]) or in_any_order(index.at([each])) == in_any_order(
            graph.at([each])
        )
        told = [tie.told for tie in graph.ties(each)]
        assert index.voices(told) == graph.voices(told)
        of_these = {key: days for key, days in graph.periods(links, each).items() if key[:3] in links}
        assert index.periods(links, each) == of_these
        assert index.weights(told, each) == graph.weights(told, each)
        said = graph.ties(each)
        assert in_any_order(index.inferred(each, said)) == in_any_order(graph.inferred(each, said))
        for modality in (None, *Modality):
            assert index.stating(links, modality) == graph.stating(links, modality)


SUPPORTS = frozenset({"supports"})
FIGHTS = frozenset({"fights", "attacks"})
WHICH = (
    WhichTies(),
    WhichTies(modalities=frozenset({Modality.ASSERTED, Modality.DENIED})),
    WhichTies(direction="in", inferred=False),
    WhichTies(direction="out"),
    WhichTies(FIGHTS, direction="in"),
    WhichTies(SUPPORTS, frozenset({Modality.ASSERTED}), "out", inferred=False),
    WhichTies(said=False),
    WhichTies(said=False, inferred=False),
)


@pytest.mark.parametrize("which", WHICH)
def test_pages_of_ties_put_together_are_all_that_is_asked_for(
    both: tuple[Claims, Claims, Store], which: WhichTies
) -> None:
    index, graph, _ = both
    everyone = everybody(index)
    totals = []
    for each in everyone[::5]:
        said = graph.ties(each)
        ties = sorted((*said, *graph.inferred(each, said)), key=by_weight)
        other = next((end for tie in ties for end in (tie.object, tie.subject) if end != each), each)
        for asked in (which, replace(which, other=other)):
            assert graph.page(each, asked, 0, 7) is None
            expected = page_of(each, ties, asked, 0, len(ties))
            read: list[Tie] = []
            while (page := index.page(each, asked, len(read), 7)) and page.ties:
                assert page.total == expected.total
                read += page.ties
            assert tuple(read) == expected.ties
            totals.append(expected.total)
    assert any(totals) is (which.said or which.inferred)
    assert index.page("https://w3id.org/rawabit/actor/nobody-at-all", which, 0, 7) == TiePage((), 0)


def test_of_the_whole_store_the_index_says_what_the_graph_says(both: tuple[Claims, Claims, Store]) -> None:
    index, graph, store = both
    everyone = everybody(index)
    assert in_any_order(index.ties_between(everyone)) == in_any_order(graph.ties_between(everyone))
    said = graph.ties_between(everyone)
    assert graph.inferred_between(everyone, said)
    assert in_any_order(index.inferred_between(everyone, said)) == in_any_order(
        graph.inferred_between(everyone, said)
    )
    assert in_any_order(index.between(everyone[:30], everyone)) == in_any_order(
        graph.between(everyone[:30], everyone)
    )
    assert index.speakers(None) == graph.speakers(None)
    assert in_any_order(index.disputed(None)) == in_any_order(graph.disputed(None))
    assert index.disputed(None)
    assert any(index.disputes(each) for each in everyone)
    assert in_any_order(index.whereabouts()) == in_any_order(graph.whereabouts())
    for each in index.speakers(None):
        assert in_any_order(index.by([each.name])) == in_any_order(graph.by([each.name]))
    claims = [each.claim for each in graph.between(everyone, everyone)]
    assert index.cite(claims) == graph.cite(claims)
    assert any(each.before for each in index.cite(claims)), "no text is kept"
    assert any(not each.document.text_kept for each in index.cite(claims)), "every text is kept"
    assert any(each.sources for each in index.cite(claims)), "no claim has a source"
    assert index.cite([store.iris.base + "claim/0000000000000000"]) == ()


def test_what_is_unknown_has_no_claims(both: tuple[Claims, Claims, Store]) -> None:
    index, _, store = both
    nobody = store.iris.actor("nobody-at-all")
    assert not (index.of(nobody) or index.ties(nobody) or index.speakers(nobody))
    assert index.stating([(nobody, "supports", nobody)], None) == []
    assert not (
        index.groups(nobody) or index.disputes(nobody) or index.periods([(nobody, "supports", nobody)])
    )
    assert index.voices([(nobody, "supports", nobody, Modality.ASSERTED)]) == {}


def test_only_what_has_changed_is_read_again(tmp_path: Path) -> None:
    store = tmp_path / "store"
    with open_store(store) as writer:
        load([made(tmp_path, 200)], writer)
        first = write(tmp_path, "one.txt", TEXTS["one.txt"])
        load([first], writer)
    before, after, anew = (tmp_path / f"{name}.sqlite" for name in ("before", "after", "anew"))
    assert indexed(store, before) == 11
    with open_store(store) as writer:
        remove(writer, str(first))
        load([write(tmp_path, "two.txt", TEXTS["two.txt"])], writer)
    assert indexed(store, after, before) == 1
    assert indexed(store, anew) == 11
    assert contents(after) == contents(anew)
    assert contents(after) != contents(before)


def test_what_is_stated_of_two_is_weighed_as_in_the_graph(both: tuple[Claims, Claims, Store]) -> None:
    index, graph, store = both
    between = stated_from(index)
    assert between is not None
    assert stated_from(graph) is None
    ties = graph.ties_between(everybody(index))
    for tie in ties[::9]:
        assert between(tie.subject, tie.object) == stated_between(store, tie.subject, tie.object) != ()
    for tie in ties[::60]:
        assert explain(store, *tie.link, between=between) == explain(store, *tie.link)


def test_who_asks_once_reads_the_index_until_the_store_changes(tmp_path: Path) -> None:
    place = tmp_path / "store"
    with open_store(place) as writer:
        load([made(tmp_path, 200), write(tmp_path, "one.txt", TEXTS["one.txt"])], writer)
    with open_store(place, read_only=True) as store:
        assert isinstance(claims_in(store), GraphClaims)
    layout = Layout(place)
    indexed(place, layout.claims, state=revision_of(layout))
    everything = Wanted(modalities=frozenset(Modality))
    with open_store(place, read_only=True) as store:
        index = claims_in(store)
        assert isinstance(index, ClaimIndex)
        for each in everybody(index)[::7]:
            told = links_of(store, each, everything)
            assert told == links_of(store, each, everything, claims=GraphClaims(store))
            others = frozenset({link.object for link in told[:3]} - {each})
            between = Wanted(modalities=frozenset(Modality), others=others)
            assert links_of(store, each, between) == links_of(store, each, between, claims=GraphClaims(store))
        index.close()
    with open_store(place) as writer:
        load([write(tmp_path, "two.txt", TEXTS["two.txt"])], writer)
    with open_store(place, read_only=True) as store:
        assert isinstance(claims_in(store), GraphClaims)


def contents(path: Path) -> list[str]:
    """What an index says, whatever numbers stand for it."""
    data = sqlite3.connect(path)
    claims = data.execute(
        "SELECT claim.iri, s.text, r.text, o.text, m.text, p.text, claim.date, d.iri, claim.start, claim.end, "
        "group_concat(t.text) "
        "FROM claim JOIN term s ON s.id = subject JOIN term r ON r.id = relation JOIN term o ON o.id = object "
        "JOIN term m ON m.id = modality JOIN document d ON d.id = document LEFT JOIN term p ON p.id = place "
        "LEFT JOIN source ON source.claim = claim.id LEFT JOIN term t ON t.id = source.source GROUP BY claim.id"
    ).fetchall()
    quotes = data.execute(
        "SELECT d.iri, start, end, text FROM quote JOIN document d ON d.id = document"
    ).fetchall()
    ties = data.execute(
        "SELECT 'tie', s.text, r.text, o.text, m.text, claims, documents, voices, earliest, latest, first FROM tie "
        "JOIN term s ON s.id = subject JOIN term r ON r.id = relation JOIN term o ON o.id = object "
        "JOIN term m ON m.id = modality"
    ).fetchall()
    told = data.execute(
        "SELECT 'told', e.text, r.text, way, m.text, others, documents, claims FROM told_of "
        "JOIN term e ON e.id = entity JOIN term r ON r.id = relation LEFT JOIN term m ON m.id = modality"
    ).fetchall()
    heard = data.execute(
        "SELECT 'heard', e.text, v.text, publishes, documents, claims FROM heard_of JOIN term e ON e.id = entity "
        "JOIN term v ON v.id = voice"
    ).fetchall()
    inferred = data.execute(
        "SELECT 'inferred', s.text, r.text, o.text FROM inferred JOIN term s ON s.id = subject "
        "JOIN term r ON r.id = relation JOIN term o ON o.id = object"
    ).fetchall()
    links = data.execute(
        "SELECT 'link', s.text, r.text, o.text, origin FROM link JOIN term s ON s.id = subject "
        "JOIN term r ON r.id = relation JOIN term o ON o.id = object"
    ).fetchall()
    data.close()
    assert ties and told and heard and inferred and links
    return sorted(map(repr, (*claims, *quotes, *ties, *told, *heard, *inferred, *links)))


def test_claims_are_there_before_the_inferred_links(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, seen = tmp_path / "claims.sqlite", []
    inferred = Graphs.inferred

    def late(graphs: Graphs) -> Iterator[tuple[str, str, str]]:
        with open_store(folder, read_only=True) as store:
            index, graph = ClaimIndex(path, store), GraphClaims(store)
            assert not index.file.state
            assert not is_of(path, store.iris.base, STATE)
            everyone = everybody(index)
            said = graph.ties_between(everyone)
            assert in_any_order(index.ties_between(everyone)) == in_any_order(said)
            assert in_any_order(index.inferred_between(everyone, said)) == in_any_order(
                graph.inferred_between(everyone, said)
            )
            assert all(index.groups(each) == graph.groups(each) for each in everyone[::5])
            seen.append(len(everyone))
            index.close()
            assert not is_of(path, store.iris.base, STATE)
        yield from inferred(graphs)

    monkeypatch.setattr(Graphs, "inferred", late)
    indexed(folder, path)
    assert seen
    base = Layout(folder).read_mark().base
    assert is_of(path, base, STATE)
    assert not is_of(path, base, "as it is now")
    assert not is_of(path, "http://example.org/", STATE)
    assert not is_of(tmp_path / "none.sqlite", base, STATE)


@pytest.mark.parametrize("damage", ["cut", "flipped", "empty", "another program's", "gone"])
def test_a_damaged_index_is_made_anew(folder: Path, tmp_path: Path, damage: str) -> None:
    last, path, anew = (tmp_path / f"{name}.sqlite" for name in ("last", "next", "anew"))
    everything = indexed(folder, anew)
    whole = anew.read_bytes()
    middle = len(whole) // 2
    spoilt = {
        "cut": whole[:middle],
        "flipped": whole[:middle]
        + bytes(each ^ 255 for each in whole[middle : middle + 4096])
        + whole[middle + 4096 :],
        "empty": b"",
        "another program's": b"this is a text and no database " * 100,
    }
    if damage in spoilt:
        last.write_bytes(spoilt[damage])
    assert indexed(folder, path, last) == everything
    assert contents(path) == contents(anew)
    assert [
        each.name
        for each in tmp_path.iterdir()
        if each.name not in ("last.sqlite", "next.sqlite", "anew.sqlite")
    ] == []


def test_an_index_of_another_version_is_not_read(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "claims.sqlite"
    indexed(folder, path)
    with sqlite3.connect(path) as data:
        data.execute("UPDATE about SET value = '0' WHERE key = 'version'")
    data.close()
    with open_store(folder, read_only=True) as store, pytest.raises(sqlite3.DatabaseError, match="version"):
        ClaimIndex(path, store)
    again = tmp_path / "again.sqlite"
    assert indexed(folder, again, path) == indexed(folder, tmp_path / "anew.sqlite")
