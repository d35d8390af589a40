"""Quads of a file -> the documents in it: by their graphs, or, where graphs are not kept apart, by what leads to what.

Runs in the process of ``kg.outside.worker``, and imports nothing of ``kg``.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path
from typing import Any

import pyoxigraph as ox

_HELD = 50_000
"""Quads that are held in memory; more go to a store on disk."""
_NAMED = 3
"""Kinds of statements that are told by name; the others are counted."""

_RW = "https://w3id.org/rawabit/ontology#"
_TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_LABEL = ox.NamedNode("http://www.w3.org/2004/02/skos/core#prefLabel")
_SOURCE = ox.NamedNode("http://www.w3.org/ns/oa#hasSource")
_DOCUMENT = ox.NamedNode(_RW + "Document")
_STATED_IN, _ATTRIBUTION, _MEANS, _KNOWN, _QUOTE = (
    ox.NamedNode(_RW + name) for name in ("statedIn", "attribution", "means", "known", "quote")
)
_DESCRIBING = frozenset(
    (_TYPE, _LABEL, _KNOWN, *(ox.NamedNode(_RW + name) for name in ("country", "within")))
)
"""What a document says of whom only it names. All else about them, where graphs are not kept apart, is a link."""


def documents(quads: Iterator[Any], home: Path) -> Iterator[str]:
    """One JSON object for each document that ``quads`` hold, then one for what belongs to none; see
    ``kg.outside.documents_in``. The folder ``home`` takes what is too much to be held in memory.
    """
    first = list(islice(quads, _HELD))
    store = ox.Store() if len(first) < _HELD else ox.Store(str(home / "store"))
    # One after the other, without a snapshot: nobody else sees this store.
    store.bulk_extend(chain(first, quads))
    del first
    left: Counter[str] = Counter()
    for graph in sorted(store.named_graphs(), key=str):
        found = [quad.subject for quad in store.quads_for_pattern(None, _TYPE, _DOCUMENT, graph)]
        if not found:
            left[str(graph)] += sum(1 for _ in store.quads_for_pattern(None, None, None, graph))
            continue
        own = [quad.triple for quad in store.quads_for_pattern(None, None, None, graph)]
        yield _record(found, own, graph)
    yield from _from_default(store, left)
    yield json.dumps({"left": dict(left)})


def _from_default(store: ox.Store, left: Counter[str]) -> Iterator[str]:
    """The documents of the default graph, each with what it leads to. What several of them lead to goes to each."""
    default = ox.DefaultGraph()
    documents = [quad.subject for quad in store.quads_for_pattern(None, _TYPE, _DOCUMENT, default)]
    taken = 0
    shared: set[Any] = set()
    for document in sorted(documents, key=str):
        own, described = _belonging(store, document)
        taken += len(own) - len(described)
        shared.update(described)
        yield _record([document], own, document)
    total = sum(1 for _ in store.quads_for_pattern(None, None, None, default))
    rest = total - taken - len(shared)
    if documents and rest:
        left["beside the documents"] += rest
    elif rest:
        kinds = Counter(quad.predicate.value for quad in store.quads_for_pattern(None, None, None, default))
        for kind, count in kinds.most_common(_NAMED):
            left[f"<{kind}>"] += count
        others = total - sum(count for _, count in kinds.most_common(_NAMED))
        if others:
            left["others"] += others


def _belonging(store: ox.Store, document: Any) -> tuple[list[Any], list[Any]]:
    """What the default graph says of ``document``, its claims, evidence and mentions, and of whom it describes; and
    the last of these by itself.
    """
    default = ox.DefaultGraph()

    def about(node: Any) -> list[Any]:
        return [quad.triple for quad in store.quads_for_pattern(node, None, None, default)]

    def leading(predicate: ox.NamedNode) -> list[Any]:
        return [quad.subject for quad in store.quads_for_pattern(None, predicate, document, default)]

    own = about(document)
    quotes: dict[Any, set[str]] = defaultdict(set)
    for claim in leading(_STATED_IN):
        said = about(claim)
        own += said
        for triple in said:
            if triple.predicate == _ATTRIBUTION:
                own += about(triple.object)
    for words in leading(_SOURCE):
        said = about(words)
        own += said
        for meant in (triple.object for triple in said if triple.predicate == _MEANS):
            quotes[meant].update(triple.object.value for triple in said if triple.predicate == _QUOTE)
    described = []
    for entity, words_of in quotes.items():
        said = [triple for triple in about(entity) if triple.predicate in _DESCRIBING]
        if any(triple.predicate == _KNOWN for triple in said):
            described += _of_this_document(said, words_of)
    return [*own, *described], described


def _of_this_document(said: list[Any], words: set[str]) -> list[Any]:
    """Without the labels that come of other documents, where that can be seen: of several in one language, the ones
    that stand in this document.
    """
    labels: dict[str, list[Any]] = defaultdict(list)
    for triple in said:
        if triple.predicate == _LABEL:
            labels[triple.object.language or ""].append(triple)
    gone = {
        triple
        for each in labels.values()
        if len(each) > 1 and any(other.object.value in words for other in each)
        for triple in each
        if triple.object.value not in words
    }
    return [triple for triple in said if triple not in gone]


def _record(found: list[Any], own: list[ox.Triple], where: Any) -> str:
    document = found[0]
    if len(found) > 1:
        return _refusal(where, "one graph holds more than one document", "give each document its graph")
    if not isinstance(document, ox.NamedNode):
        return _refusal(where, "a document that is a blank node has no identity", "give it its IRI")
    values = {
        name: [
            triple.object.value
            for triple in own
            if triple.subject == document
            and triple.predicate.value == _RW + name
            and isinstance(triple.object, ox.Literal)
        ]
        for name in ("sha256", "name", "text")
    }
    for name in ("sha256", "name"):
        if len(values[name]) != 1:
            many = "more than one" if values[name] else "no"
            return _refusal(document, f"the document has {many} rw:{name}", "export it anew with 'kg export'")
    if not re.fullmatch("[0-9a-f]{64}", values["sha256"][0]):
        return _refusal(
            document, f"{values['sha256'][0][:80]!r} is not a SHA-256", "export it anew with 'kg export'"
        )
    graph = "".join(f"{triple} .\n" for triple in own)
    text = values["text"][0] if values["text"] else None
    return json.dumps(
        {"sha256": values["sha256"][0], "name": values["name"][0], "text": text, "graph": graph}
    )


def _refusal(about: Any, problem: str, way_out: str) -> str:
    return json.dumps({"about": str(about)[:300], "problem": problem, "way_out": way_out})
