"""Brings the documents of an open store back to what its ledger says, and the links to what the documents say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from pyoxigraph import NamedNode

from kg.model import Document
from kg.namespaces import RW
from kg.pipeline.finding_again import find_again
from kg.pipeline.loading import load
from kg.pipeline.preparing import Prepared
from kg.pipeline.recording import GIVEN, as_recorded, loaded_entry, reader_name, was_read
from kg.pipeline.report import Progress, Status
from kg.pipeline.stages import ClaimSource, Validator
from kg.pipeline.summaries import told_triples, whole_summary
from kg.rdf import UnreadableGraphError, link_quads, quads_of, read_document, read_links, reference_quads
from kg.reason import Rule, closure
from kg.store import Change, EmbeddedStore, Entry
from kg.store.survey import Graph

_CLAIM = NamedNode(RW + "Claim")
_AT_ONCE = 20_000
"""Quads of links that are written in one change; a store that is built anew can have millions."""


class Way(StrEnum):
    """How it ended with a document with which something was wrong."""

    READ = "read again"
    OTHERWISE = "read again, and otherwise"
    """This version of the extractor, the registry or the packs finds other claims than were there."""
    RECORDED = "recorded"
    """It was whole, and only the ledger did not know of it."""
    REMOVED = "removed"
    """Its removal, or the load that was cut short, was ended."""
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Mending:
    """One such document."""

    document: str
    """SHA-256 of its text; the IRI of its graph where that is not known."""
    name: str
    way: Way
    reason: str = ""
    """Why it is lost."""


class Mender:
    """Mends open stores. ``extractor`` reads documents; it is asked only for those that it read before."""

    def __init__(
        self,
        extractor: ClaimSource,
        validator: Validator | None,
        rules: Sequence[Rule],
        progress: Progress | None,
    ) -> None:
        self._extractor = extractor
        self._validator = validator
        self._rules = rules
        self._progress = progress

    def mend(self, store: EmbeddedStore, graphs: Mapping[str, Graph]) -> tuple[tuple[Mending, ...], int, int]:
        """What became of each document with which something was wrong; how many links were; how many were sound.

        ``graphs`` are all document graphs of the store, by hash of the document. Durable on return.
        """
        entries = store.ledger.loaded()
        sound = {
            sha256
            for sha256, entry in entries.items()
            if sha256 in graphs and graphs[sha256].whole and graphs[sha256].digest == entry.digest
        }
        done = list(self._end_what_was_begun(store, entries, graphs))
        links = self._derive(store)
        store.flush()
        done += self._read_again(store, {key: entries[key] for key in entries.keys() - sound}, graphs)
        return tuple(sorted(done, key=lambda each: (each.name, each.document))), links, len(sound)

    def _end_what_was_begun(
        self, store: EmbeddedStore, entries: Mapping[str, Entry], graphs: Mapping[str, Graph]
    ) -> Iterator[Mending]:
        removed = {entry.document for entry in store.ledger.entries() if entry.event == "removed"}
        for key in sorted(graphs.keys() - entries.keys()):
            graph = graphs[key]
            if graph.whole and (graph.text or graph.textless) and key not in removed:
                store.flush()
                store.ledger.append(
                    [loaded_entry(_as_found(store, graph), reader=reader_name(self._extractor))]
                )
                yield Mending(key, graph.name, Way.RECORDED)
            else:
                store.apply(Change(drop=(graph.iri,)))
                yield Mending(key, graph.name or graph.iri, Way.REMOVED)

    def _derive(self, store: EmbeddedStore) -> int:
        """Makes links and inferences what the documents say, and gives how many were not; and the registry whole."""
        iris = store.iris
        before, after = frozenset(store.quads(iris.graph("reference"))), reference_quads(iris)
        store.apply(Change(delete=tuple(before - after), insert=tuple(after - before)))
        whole = whole_summary(store)
        right = {"links": whole.links, "inferred": closure(whole.links, self._rules)}
        kept = {name: read_links(store.quads(iris.graph(name))) for name in right}
        delete = [quad for name in right for quad in link_quads(kept[name] - right[name], name, iris)]
        insert = [quad for name in right for quad in link_quads(right[name] - kept[name], name, iris)]
        wrong = len(delete) + len(insert)
        counted = frozenset(store.quads(iris.graph("summary")))
        counts = quads_of(told_triples(whole, iris), iris.graph("summary"))
        delete += counted - counts
        insert += counts - counted
        for start in range(0, len(delete), _AT_ONCE):
            store.apply(Change(delete=tuple(delete[start : start + _AT_ONCE])))
        for start in range(0, len(insert), _AT_ONCE):
            store.apply(Change(insert=tuple(insert[start : start + _AT_ONCE])))
        return wrong

    def _read_again(
        self, store: EmbeddedStore, wanted: Mapping[str, Entry], graphs: Mapping[str, Graph]
    ) -> Iterator[Mending]:
        reader = reader_name(self._extractor)
        problems: dict[str, str] = {
            sha256: f"it was read with {entry.extractor}; run 'kg repair' with the same --extractor"
            for sha256, entry in wanted.items()
            if entry.extractor not in {None, GIVEN, reader}
        }
        missing = {sha256: wanted[sha256] for sha256 in sorted(wanted.keys() - problems.keys())}

        def documents() -> Iterator[Document]:
            elsewhere = []
            for sha256, entry in missing.items():
                own = _own_text(store, graphs.get(sha256)) if was_read(entry) else None
                if own is None:
                    elsewhere.append(entry)
                else:
                    yield as_recorded(own, entry)
            for found in find_again(elsewhere):
                if isinstance(found, Document):
                    yield as_recorded(found, missing[found.sha256])
                else:
                    problems.update(found)

        if missing:
            report = load(
                documents(),
                store,
                extractor=self._extractor,
                validator=self._validator,
                rules=self._rules,
                progress=self._progress,
            )
            by_iri = {store.iris.document(sha256): sha256 for sha256 in missing}
            for each in report.of(Status.REFUSED):
                problems[by_iri[str(each.document)]] = "; ".join(each.reasons)
        standing = store.ledger.loaded() if missing else {}
        for sha256, entry in wanted.items():
            if sha256 in problems:
                yield Mending(sha256, entry.name, Way.LOST, problems[sha256])
            else:
                same = standing[sha256].digest == entry.digest
                yield Mending(sha256, entry.name, Way.READ if same else Way.OTHERWISE)


def _as_found(store: EmbeddedStore, graph: Graph) -> Prepared:
    quads = tuple(store.quads(graph.iri))
    content = "".join(f"{line} .\n" for line in sorted(map(str, quads))).encode()
    claims = sum(quad.object == _CLAIM for quad in quads)
    document = read_document(quads)
    return Prepared(document, content, len(quads), claims, given=document.length is not None)


def _own_text(store: EmbeddedStore, graph: Graph | None) -> Document | None:
    """The document of which the store itself still has the text."""
    if graph is None or not graph.text:
        return None
    try:
        return read_document(store.quads(graph.iri))
    except UnreadableGraphError:
        return None
