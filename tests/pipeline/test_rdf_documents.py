"""Documents that come as RDF: what was exported comes back as it was, and all else is refused by name."""

from __future__ import annotations

import gzip
import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse

from kg.errors import KGError
from kg.export import export
from kg.iri import Iris
from kg.model import Claim, Document, Entity, Mention, Modality, PartialDate, Precision
from kg.namespaces import BASE
from kg.outside import worker
from kg.pipeline import LoadReport, Status, Way, extract, load, remove, repair
from kg.rdf import as_stated, document_quads
from kg.readers import Unreadable, count_documents, read_documents
from kg.store import Change, EmbeddedStore, Store, memory_store, open_store
from kg.store.digest import digest
from tests.building import claim, document, mention

FORMATS = {"turtle": ".ttl", "trig": ".trig", "nquads": ".nq"}


def unknown(given: Mention, label: str, label_ar: str | None = None) -> Mention:
    """An actor that only this document describes."""
    entity = Entity(BASE + "actor/furat-brigade", "ArmedGroup", label, label_ar, known=False)
    return replace(given, entity=entity)


def articles() -> Iterator[Document]:
    """Three documents, one of which is known by its claims alone, with all that claims can have."""
    first = document("قال ناشط إن كتيبة الفرات تدعم حزب الله في حلب.", name="one", date="2015-10-16")
    ours = unknown(mention(first, "كتيبة الفرات", "x"), "Furat Brigade", "كتيبة الفرات")
    sohr = mention(first, "ناشط", "sohr", "MonitoringOrganization")
    hezbollah = mention(first, "حزب الله", "hezbollah")
    said = claim(
        first,
        ours,
        "supports",
        hezbollah,
        attributed_to=(sohr,),
        place=mention(first, "حلب", "place/aleppo"),
        date=PartialDate("2015-10", Precision.MONTH),
    )
    denied = claim(first, hezbollah, "fights", ours, modality=Modality.DENIED)
    yield replace(
        first,
        title='A "title"\n',
        source="Elaph",
        author="\u202eWho",
        url="https://x.example/1",
        claims=(said, denied),
    )
    second = document(
        "Hezbollah fights the Furat Brigade \\ 'here'.\r\n\t\x0bEnd.", name="two/\u00fc.txt", language="en"
    )
    theirs = unknown(mention(second, "Furat Brigade", "x"), "Furat Brigade")
    fights = claim(second, mention(second, "Hezbollah", "hezbollah"), "fights", theirs)
    yield replace(second, claims=(fights,))
    third = document("Hezbollah supports the Syrian army.", name="three", language="en")
    supports = claim(
        third,
        mention(third, "Hezbollah", "hezbollah"),
        "supports",
        mention(third, "Syrian army", "syrian-government-forces"),
    )
    yield replace(third, text="", length=len(third.text), claims=(supports,))
    yield replace(document("Nothing happened.", name="four", language="en"), claims=())


@pytest.fixture
def full(store: EmbeddedStore) -> EmbeddedStore:
    report = load(articles(), store)
    assert [outcome.reasons for outcome in report.outcomes] == [()] * 4
    return store


def exported(store: Store, form: str) -> bytes:
    stream = BytesIO()
    export(store, form, stream)
    return stream.getvalue()


def digests(store: Store) -> dict[str, str]:
    """By graph, without the one that is the same in every store."""
    return {graph: digest(store.quads(graph)) for graph in store.graphs() if not graph.endswith("/reference")}


@pytest.fixture
def other(prepared: Path, tmp_path: Path) -> Path:
    """The folder of another store, into which nothing was loaded."""
    return Path(shutil.copytree(prepared, tmp_path / "other"))


@pytest.fixture(scope="module")
def unchanged(prepared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddedStore]:
    """A store that nothing gets into."""
    with open_store(shutil.copytree(prepared, tmp_path_factory.mktemp("unchanged") / "store")) as store:
        before = digests(store)
        yield store
        assert digests(store) == before


def loaded(path: Path, into: Path) -> tuple[LoadReport, dict[str, str]]:
    with open_store(into) as store:
        report = load([path], store)
        return report, digests(store)


@pytest.mark.parametrize("form", FORMATS)
def test_what_a_store_exports_makes_the_same_store(
    full: EmbeddedStore, other: Path, tmp_path: Path, form: str
) -> None:
    if form == "turtle":
        remove(full, "two/\u00fc.txt")
    path = tmp_path / f"all{FORMATS[form]}"
    path.write_bytes(exported(full, form))
    report, found = loaded(path, other)
    assert [outcome.status for outcome in report.outcomes] == [Status.LOADED] * len(report.outcomes)
    assert found == digests(full)


def test_turtle_gives_each_document_all_words_for_whom_several_describe(
    full: EmbeddedStore, other: Path, tmp_path: Path
) -> None:
    path = tmp_path / "all.ttl"
    path.write_bytes(exported(full, "turtle"))
    report, found = loaded(path, other)
    assert len(report.of(Status.LOADED)) == 4
    different = {graph for graph, made in digests(full).items() if found[graph] != made}
    assert different == {f"{BASE}graph/document/{list(articles())[1].sha256[:16]}"}


def test_a_packed_file_of_n_triples_is_read_too(store: EmbeddedStore, tmp_path: Path) -> None:
    path = tmp_path / "one.nt.gz"
    triples = (f"{quad.triple} .\n" for quad in parse(trig(), format=RdfFormat.N_QUADS))
    path.write_bytes(gzip.compress("".join(triples).encode()))
    assert [outcome.status for outcome in load([path], store).outcomes] == [Status.LOADED]
    assert digests(store)[GRAPH] == digest(parse(trig(), format=RdfFormat.N_QUADS))


def _mentions(one: Claim) -> Iterator[Mention]:
    yield from (each for each in (one.subject, one.object, one.place, *one.attributed_to) if each is not None)


def test_documents_of_another_base_get_the_base_of_the_store() -> None:
    stated = replace(FIRST, claims=None, stated=trig())
    known = {each.entity.iri: each.entity for one in FIRST.claims or () for each in _mentions(one)}
    found = as_stated(stated, lambda iri: known[iri])
    assert found == replace(FIRST, claims=found.claims)
    assert set(found.claims or ()) == set(FIRST.claims or ())
    moved = as_stated(replace(stated, stated=trig(base="https://data.example/")))
    assert document_quads(replace(moved, claims=None), moved.claims or (), Iris()) == frozenset(
        parse(trig(), format=RdfFormat.N_QUADS)
    )


def test_loading_it_again_changes_nothing_and_removing_takes_its_links_along(
    full: EmbeddedStore, tmp_path: Path
) -> None:
    path = tmp_path / "all.trig"
    path.write_bytes(exported(full, "trig"))
    assert {outcome.status for outcome in load([path], full).outcomes} == {Status.UNCHANGED}
    for name in ("one", "two/\u00fc.txt", "three", "four"):
        remove(full, name)
    assert not list(full.quads(full.iris.graph("links")))
    assert {outcome.status for outcome in load([path], full).outcomes} == {Status.LOADED}


def test_a_document_that_the_store_lost_or_changed_comes_back_from_the_file(
    prepared: Path, tmp_path: Path
) -> None:
    folder, path = Path(shutil.copytree(prepared, tmp_path / "store")), tmp_path / "one.nq"
    path.write_bytes(trig())
    with open_store(folder) as store:
        load([path], store)
        before = digests(store)
    stated = [quad for quad in parse(trig(), format=RdfFormat.N_QUADS) if quad.predicate.value == RW + "rule"]
    for harm in (Change(drop=(GRAPH,)), Change(delete=tuple(stated))):
        with open_store(folder) as store:
            store.apply(harm)
        (mended,) = repair(folder).mendings
        assert mended.way is Way.READ
        with open_store(folder, read_only=True) as store:
            assert digests(store) == before


def test_what_the_file_holds_besides_is_told(full: EmbeddedStore, tmp_path: Path) -> None:
    path = tmp_path / "all.nq"
    path.write_bytes(exported(full, "nquads") + b"<http://x/s> <http://x/p> <http://x/o> <http://x/g> .\n")
    notes: list[str] = []
    found = list(read_documents([str(path)], note=notes.append))
    assert len(found) == 4
    (note,) = notes
    assert re.search(
        r"\d+ links, \d+ inferred links.* 1 <http://x/g>|1 <http://x/g>.*\d+ inferred links", note
    )


def test_its_claims_can_be_extracted_again(full: EmbeddedStore, tmp_path: Path) -> None:
    path = tmp_path / "all.ttl"
    path.write_bytes(exported(full, "turtle"))
    found = [each for each in extract([path]) if not isinstance(each, Unreadable)]
    assert sorted(len(each.claims) for each in found) == [0, 1, 1, 2]
    assert {each.document.name for each in found} == {"one", "two/\u00fc.txt", "three", "four"}
    assert "Hezbollah" in {each.subject.entity.label for one in found for each in one.claims}
    assert count_documents([str(path)]) is None


FIRST = next(articles())
GRAPH = f"{BASE}graph/document/{FIRST.sha256[:16]}"


def trig(
    *, without: str = "", instead: tuple[str, str] = ("", ""), more: str = "", base: str = BASE
) -> bytes:
    """The first article, with changes to the lines of its N-Quads."""
    assert FIRST.claims is not None
    quads = document_quads(replace(FIRST, claims=None), FIRST.claims, Iris(base))
    lines = [f"{quad} ." for quad in sorted(quads, key=str)]
    kept = [line for line in lines if not (without and re.search(without, line))]
    changed = [re.sub(*instead, line) if instead[0] else line for line in kept]
    assert not (without or instead[0]) or changed != lines
    return "\n".join([*changed, more.replace("GRAPH", f"<{GRAPH}> .")]).encode()


D, RW = f"<{BASE}document/{FIRST.sha256[:16]}>", "https://w3id.org/rawabit/ontology#"
REFUSED = {
    "a blank node": (trig(more=f"{D} <http://x/p> _:b GRAPH"), "a node without a name"),
    "a foreign word": (
        trig(more=f"{D} <http://x/p> 'x' GRAPH".replace("'", '"')),
        "holds more than .*http://x/p",
    ),
    "a foreign node": (trig(more='<http://x/s> <http://x/p> "x" GRAPH'), "holds more than .*http://x/s"),
    "a statement about a statement": (
        trig(more=f"{D} <http://x/p> <<( {D} {D} {D} )>> GRAPH"),
        "speaks of statements",
    ),
    "a part that is missing": (trig(without="#modality>"), "modality"),
    "a rule that is missing": (trig(without="#rule>"), "rule"),
    "a claim that is missing": (
        trig(without=r"<https://w3id.org/rawabit/claim/.*#statedIn"),
        "statedIn|lacks",
    ),
    "another text": (
        trig(instead=('ontology#text> "قال', 'ontology#text> "كان')),
        "not the one that its rw:sha256",
    ),
    "another quotation": (trig(instead=(r'#quote> "حزب الله"', '#quote> "حزب اللة"')), "does not say"),
    "an offset that is none": (trig(instead=(r'#start> "(\d+)"', '#start> "many"')), "start|cannot be read"),
    "a date that is none": (trig(instead=('"2015-10"', '"2015-13"')), "date|cannot be read"),
    "a javascript address": (
        trig(instead=("https://x.example/1", "javascript:alert")),
        "url 'javascript:alert'",
    ),
    "a file as actor": (
        trig(instead=(f"{BASE}actor/furat-brigade", "file:///etc/passwd")),
        "file:///etc/passwd",
    ),
    "a count that is wrong": (trig(instead=(r'claimCount> "\d"', 'claimCount> "7"')), "claimCount"),
    "two names": (trig(more=f'{D} <{RW}title> "x" GRAPH'), "holds more than"),
    "a class that is none": (
        trig(instead=("#ArmedGroup", "#Nonsense")),
        "is not of a kind that can come before",
    ),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_a_document_that_is_not_as_it_was_written_is_kept_aside_with_its_reasons(
    unchanged: EmbeddedStore, tmp_path: Path, kind: str
) -> None:
    content, words = REFUSED[kind]
    path = tmp_path / "one.nq"
    path.write_bytes(content)
    (outcome,) = load([path], unchanged).outcomes
    assert outcome.status is Status.REFUSED
    assert re.search(words, " ".join(outcome.reasons))
    assert outcome.kept_at is not None
    assert outcome.kept_at.with_suffix(".ttl").exists()


UNREADABLE = {
    "no hash": (trig(without="#sha256>"), "the document has no rw:sha256"),
    "a hash that is none": (trig(instead=('sha256> "', 'sha256> "x')), "is not a SHA-256"),
    "two names": (trig(more=f'{D} <{RW}name> "x" GRAPH'), "more than one rw:name"),
    "two documents": (
        trig(
            more=f"<http://x/d> a <{RW}Document> GRAPH".replace(
                " a ", " <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> "
            )
        ),
        "one graph holds more than one document",
    ),
    "a name on the edge": (
        b"<http://x/s> <http://x/p> 'x' .".replace(b"'", b'"'),
        "there is no document in it",
    ),
}


@pytest.mark.parametrize("kind", UNREADABLE)
def test_what_cannot_be_told_from_others_is_named(
    unchanged: EmbeddedStore, tmp_path: Path, kind: str
) -> None:
    content, words = UNREADABLE[kind]
    path = tmp_path / "one.nq"
    path.write_bytes(content)
    (outcome,) = load([path], unchanged).outcomes
    assert outcome.status is Status.UNREADABLE
    assert words in outcome.reasons[0]


def test_one_bad_document_keeps_no_other_out(full: EmbeddedStore, other: Path, tmp_path: Path) -> None:
    path = tmp_path / "all.nq"
    others = [line for line in exported(full, "nquads").splitlines() if GRAPH.encode() not in line]
    path.write_bytes(b"\n".join([*others, REFUSED["another text"][0]]))
    report, _ = loaded(path, other)
    assert [outcome.status for outcome in report.outcomes].count(Status.LOADED) == 3
    assert [outcome.name for outcome in report.of(Status.REFUSED)] == ["one"]


def of_one(form: str) -> bytes:
    """The first article alone, as it is exported."""
    with memory_store() as made:
        made.apply(Change(insert=tuple(parse(trig(), format=RdfFormat.N_QUADS))))
        return exported(made, form)


@pytest.mark.parametrize("form", FORMATS)
def test_a_file_that_breaks_off_anywhere_gives_its_document_whole_or_not_at_all(
    tmp_path: Path, form: str
) -> None:
    whole = of_one(form)
    assert len(whole) > 4_000
    # At every byte in one form, and here and there in the others, where every line ends alike.
    step = 1 if form == "trig" else 17
    request = {"mode": "documents", "form": FORMATS[form][1:], "home": str(tmp_path), "literal": 10**6}
    request |= {"iri": 4096, "free": 10**8, "times": 20, "seconds": 3600, "per_megabyte": 1}
    taken = [end for end in range(len(whole), -1, -step) if _taken(request, whole[:end])]
    assert taken
    assert all(whole[end:].strip(b" .}\n") == b"" for end in taken)


def _taken(request: dict[str, object], content: bytes) -> bool:
    """Whether a document comes of it."""
    try:
        told = [json.loads(line) for line in worker.answer(request, BytesIO(content))]
    except SyntaxError:
        return False
    for each in told:
        if "graph" in each:
            given = Document(each["sha256"], each["text"] or "", each["name"], stated=each["graph"].encode())
            try:
                as_stated(given)
            except KGError:
                return False
            return True
    return False


def test_files_that_break_off_are_told_with_their_place_and_leave_nothing_behind(
    unchanged: EmbeddedStore, tmp_path: Path
) -> None:
    whole = of_one("trig")
    for end in range(40, len(whole) - 3, len(whole) // 9):
        path = tmp_path / f"{end}.trig"
        path.write_bytes(whole[:end])
        (outcome,) = load([path], unchanged).outcomes
        assert outcome.status is Status.UNREADABLE
        assert re.search(r"line \d+, column \d+|no document", outcome.reasons[0])
