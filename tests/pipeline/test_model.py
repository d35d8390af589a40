"""Any order of loading, reading anew and removing leaves what the documents that are left would leave alone."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from pyoxigraph import Literal, NamedNode, Quad

from kg.model import Claim, Document
from kg.namespaces import DCTERMS
from kg.pipeline import load, remove
from kg.pipeline.summaries import told_triples, total
from kg.rdf import (
    document_quads,
    packed_triples,
    read_links,
    reference_digest,
    stated_links,
    summary_of,
)
from kg.reason import closure, load_rules
from kg.store import Change, memory_store
from tests.pipeline.lines import IRIS, LineExtractor, accept, text

_LINE = st.builds(
    "{}{} {} {}".format,
    st.sampled_from(["", "", "maybe ", "never "]),
    st.sampled_from("abcd"),
    st.sampled_from(["supports", "arms", "fights", "commands", "commandedBy", "partOf", "alliedWith"]),
    st.sampled_from("abcd"),
)
_GRAPH = NamedNode(IRIS.graph("reference"))


class Loading(RuleBasedStateMachine):
    """A store beside a plain dictionary of what should be in it."""

    def __init__(self) -> None:
        super().__init__()
        self.store = memory_store()
        self.expected: dict[str, frozenset[Quad]] = {}
        # The registry has no part in this, and would be loaded anew for each example.
        mark = Quad(
            _GRAPH, NamedNode(DCTERMS + "identifier"), Literal(f"sha256:{reference_digest()}"), _GRAPH
        )
        self.store.apply(Change(insert=(mark,)))

    @rule(number=st.integers(0, 3), lines=st.lists(_LINE, max_size=4))
    def load(self, number: int, lines: list[str]) -> None:
        """Loads one of four documents, read as ``lines`` whatever its text says."""
        source = text(f"document {number}", name=str(number))
        read = LineExtractor().extract(text(*lines))
        claims = tuple(replace(claim, document=source.sha256) for claim in read)
        self.expected[source.name] = document_quads(source, claims, IRIS)
        load([source], self.store, extractor=_Fixed(claims), validator=accept)

    @rule(number=st.integers(0, 3))
    def remove(self, number: int) -> None:
        """Removes one of the documents, if it is there."""
        if self.expected.pop(str(number), None) is not None:
            remove(self.store, str(number))

    @invariant()
    def the_graphs_are_those_of_the_documents(self) -> None:
        """Documents, links, inferences and summaries are all as if they had just been made."""
        documents = frozenset(quad for quads in self.expected.values() for quad in quads)
        links = frozenset(link for quads in self.expected.values() for link in stated_links(quads))
        kept = {name: read_links(self.store.quads(IRIS.graph(name))) for name in ("links", "inferred")}
        assert kept == {"links": links, "inferred": closure(links, load_rules())}
        counted = frozenset(packed_triples(self.store.quads(IRIS.graph("summary"))))
        assert counted == told_triples(
            total(summary_of(packed_triples(quads)) for quads in self.expected.values()), IRIS
        )
        derived = {NamedNode(IRIS.graph(name)) for name in ("links", "inferred", "summary", "reference")}
        assert frozenset(quad for quad in self.store.quads() if quad.graph_name not in derived) == documents


class _Fixed:
    def __init__(self, claims: tuple[Claim, ...]) -> None:
        self._claims = claims

    def extract(self, document: Document) -> tuple[Claim, ...]:
        return self._claims


TestLoading = Loading.TestCase
TestLoading.settings = settings(max_examples=40, stateful_step_count=12, deadline=None)
