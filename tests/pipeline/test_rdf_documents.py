"""Documents that come as RDF: what was exported comes back as it was."""

from __future__ import annotations

import gzip
import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse

from kg.iri import Iris
from kg.model import Claim, Mention
from kg.namespaces import BASE, RW
from kg.pipeline import LoadReport, Status, Way, extract, load, remove, repair
from kg.rdf import as_stated, document_quads
from kg.readers import Unreadable, count_documents, read_documents
from kg.store import Change, EmbeddedStore, open_store
from kg.store.digest import digest
from tests.pipeline.articles import FIRST, FORMATS, GRAPH, articles, digests, exported, nquads


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
    triples = (f"{quad.triple} .\n" for quad in parse(nquads(), format=RdfFormat.N_QUADS))
    path.write_bytes(gzip.compress("".join(triples).encode()))
    assert [outcome.status for outcome in load([path], store).outcomes] == [Status.LOADED]
    assert digests(store)[GRAPH] == digest(parse(nquads(), format=RdfFormat.N_QUADS))


def _mentions(one: Claim) -> Iterator[Mention]:
    yield from (each for each in (one.subject, one.object, one.place, *one.attributed_to) if each is not None)


def test_documents_of_another_base_get_the_base_of_the_store() -> None:
    stated = replace(FIRST, claims=None, stated=nquads())
    known = {each.entity.iri: each.entity for one in FIRST.claims or () for each in _mentions(one)}
    found = as_stated(stated, lambda iri: known[iri])
    assert found == replace(FIRST, claims=found.claims)
    assert set(found.claims or ()) == set(FIRST.claims or ())
    moved = as_stated(replace(stated, stated=nquads(base="https://data.example/")))
    assert document_quads(replace(moved, claims=None), moved.claims or (), Iris()) == frozenset(
        parse(nquads(), format=RdfFormat.N_QUADS)
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
    path.write_bytes(nquads())
    with open_store(folder) as store:
        load([path], store)
        before = digests(store)
    stated = [
        quad for quad in parse(nquads(), format=RdfFormat.N_QUADS) if quad.predicate.value == RW + "rule"
    ]
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
