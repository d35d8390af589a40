"""Parses RDF that somebody else wrote; started as a script by ``kg.outside.process``, with a JSON object as argument.

Reads the RDF from standard input to its end, then writes lines to standard output: N-Quads, or one JSON object for
each document. What is wrong goes to standard error as JSON, told apart by the status: 3 syntax, 4 memory, 5 refused.
It imports nothing of ``kg``, has no network where the system can take it away, and is gone with all its memory when it
ends.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain, islice
from pathlib import Path
from typing import Any

import pyoxigraph as ox

_NEW_USER_AND_NETWORK = 0x10000000 | 0x40000000
"""CLONE_NEWUSER and CLONE_NEWNET of Linux's sched.h."""
_FORMATS = {
    "ttl": ox.RdfFormat.TURTLE,
    "trig": ox.RdfFormat.TRIG,
    "nt": ox.RdfFormat.N_TRIPLES,
    "nq": ox.RdfFormat.N_QUADS,
}
_HELD = 50_000
"""Quads that are held in memory; more go to a store on disk."""
_NAMED = 3
"""Kinds of statements that are told by name; the others are counted."""
_PLACE = re.compile(r"^Parser error [a-z0-9 ]+: | \(line \d+\)$")
_SCHEMES = frozenset(("http", "https", "urn", "tag", "mailto", "info", "did", "ni", "tel", "geo"))
"""What names things and runs nothing."""
# Controls, spaces, and the marks that turn the direction of what is shown (RFC 3987, sections 2.2 and 4.1).
_HIDING = re.compile(
    "[\x00-\x20\x7f-\xa0\u061c\u1680\u2000-\u200f\u2028-\u202f\u205f-\u2064\u2066-\u206f\u3000\ufeff\ufff0-\uffff]"
)

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


class RefusedError(Exception):
    """RDF that is not taken: what is wrong, and the way out."""


class Input:
    """Standard input; each megabyte that comes buys time to read it."""

    def __init__(self, request: dict[str, Any]) -> None:
        self._request = request
        self._count = 0

    def read(self, size: int = -1) -> bytes:
        """The next bytes."""
        data = sys.stdin.buffer.read(size)
        before, self._count = self._count >> 20, self._count + len(data)
        if self._count >> 20 > before:
            _limit_time(self._request["seconds"] + (self._count >> 20) * self._request["per_megabyte"])
        return data


def main() -> int:
    """Answers the request."""
    request = json.loads(sys.argv[1])
    _leave_network()
    _limit(request)
    try:
        lines = _quads(request) if request["mode"] == "quads" else _documents(request)
        for line in lines:
            sys.stdout.buffer.write(line.encode() + b"\n")
        sys.stdout.flush()
    except SyntaxError as error:
        problem = _PLACE.sub("", _PLACE.sub("", error.msg))
        return _told(3, line=error.lineno or 1, column=error.offset or 1, problem=problem)
    except RefusedError as error:
        return _told(5, problem=error.args[0], way_out=error.args[1])
    except MemoryError:
        return 4
    return 0


def _told(status: int, **said: object) -> int:
    json.dump(said, sys.stderr)
    return status


def _leave_network() -> None:
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).unshare(_NEW_USER_AND_NETWORK)


def _limit(request: dict[str, Any]) -> None:
    if sys.platform != "win32":
        import resource

        statistics = Path("/proc/self/statm")
        if statistics.exists():
            used = int(statistics.read_text().split()[0]) * os.sysconf("SC_PAGE_SIZE")
            resource.setrlimit(resource.RLIMIT_AS, (used + request["memory"],) * 2)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _limit_time(request["seconds"])


def _limit_time(seconds: int) -> None:
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CPU, (seconds, resource.getrlimit(resource.RLIMIT_CPU)[1]))


def _parsed(request: dict[str, Any]) -> Iterator[ox.Quad]:
    """The quads, none with a term that is too long or that is a statement about statements about statements."""
    longest, literal = request["iri"], request["literal"]
    content: Any = Input(request)
    for quad in ox.parse(content, format=_FORMATS[request["form"]]):
        subject, predicate, target, graph = quad
        for term in (subject, predicate, target, graph):
            if isinstance(term, ox.NamedNode):
                if len(term.value) > longest:
                    raise RefusedError(
                        f"an IRI longer than {longest:,} characters ({term.value[:60]}…)", "mend it"
                    )
            elif isinstance(term, ox.Literal):
                if max(len(term.value), len(term.datatype.value)) > literal // 4 and (
                    len(term.value.encode()) > literal or len(term.datatype.value) > longest
                ):
                    raise RefusedError(f"a literal larger than {literal // 1_000_000} MB", "shorten it")
            elif isinstance(term, ox.Triple) and _is_nested(term):
                raise RefusedError("statements about statements about statements", "leave them out")
        yield quad


def _is_nested(triple: ox.Triple) -> bool:
    return isinstance(triple.object, ox.Triple)


def _quads(request: dict[str, Any]) -> Iterator[str]:
    size, lines = 0, []
    for quad in _parsed(request):
        for term in _terms(quad):
            if isinstance(term, ox.NamedNode):
                _refuse_bad(term.value)
        lines.append(f"{quad} .")
        size += len(lines[-1])
        if size > request["output"]:
            raise RefusedError(
                f"it comes to more than {request['output'] // 2**20} MB when its short names are written out",
                "split it",
            )
    yield from lines


def _terms(quad: ox.Quad) -> Iterator[Any]:
    for term in quad:
        if isinstance(term, ox.Triple):
            yield from term
        else:
            yield term.datatype if isinstance(term, ox.Literal) else term


@lru_cache(maxsize=1 << 16)
def _refuse_bad(iri: str) -> None:
    hiding = _HIDING.search(iri)
    if hiding:
        code = f"U+{ord(hiding[0]):04X}"
        raise RefusedError(
            f"the IRI {iri[:200]!r} holds {code}, a character that hides what it says", "mend the IRI"
        )
    if iri.partition(":")[0].lower() not in _SCHEMES:
        raise RefusedError(
            f"the IRI {iri[:200]!r} is none that only names something (such as http, https, urn)",
            "mend the IRI",
        )


def _documents(request: dict[str, Any]) -> Iterator[str]:
    quads = _parsed(request)
    first = list(islice(quads, _HELD))
    store = ox.Store() if len(first) < _HELD else ox.Store(str(Path(request["home"]) / "store"))
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


if __name__ == "__main__":
    sys.exit(main())
