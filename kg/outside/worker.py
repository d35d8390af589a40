"""Parses RDF that somebody else wrote; started as a script by ``kg.outside.process``, with a JSON object as argument.

Reads the RDF from standard input to its end, then writes lines to standard output: N-Quads, or one JSON object for
each document. What is wrong goes to standard error as JSON, told apart by the status: 3 syntax, 4 memory, 5 refused.
It has no network where the system can take it away, and is gone with all its memory when it ends.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import IO, Any

import pyoxigraph as ox

_NEW_USER_AND_NETWORK = 0x10000000 | 0x40000000
"""CLONE_NEWUSER and CLONE_NEWNET of Linux's sched.h."""
_FORMATS = {
    "ttl": ox.RdfFormat.TURTLE,
    "trig": ox.RdfFormat.TRIG,
    "nt": ox.RdfFormat.N_TRIPLES,
    "nq": ox.RdfFormat.N_QUADS,
}
_NAMELESS = 1000
"""Blank nodes that are borne with; a document that has one is refused by name."""
_PLACE = re.compile(r"^Parser error [a-z0-9 ]+: | \(line \d+\)$")
_SCHEMES = frozenset(("http", "https", "urn", "tag", "mailto", "info", "did", "ni", "tel", "geo"))
"""What names things and runs nothing."""
# Controls, spaces, and the marks that turn the direction of what is shown (RFC 3987, sections 2.2 and 4.1).
_HIDING = re.compile(
    "[\x00-\x20\x7f-\xa0\u061c\u1680\u2000-\u200a\u200e\u200f\u2028-\u202f\u205f\u2066-\u2069\u3000\ufff0-\uffff]"
)


class RefusedError(Exception):
    """RDF that is not taken: what is wrong, and the way out."""


class Input:
    """A stream that counts what is read of it; each megabyte that comes buys time to read it."""

    def __init__(self, stream: IO[bytes], request: dict[str, Any]) -> None:
        self._stream = stream
        self._request = request
        self.count = 0

    def read(self, size: int = -1) -> bytes:
        """The next bytes."""
        data = self._stream.read(size)
        before, self.count = self.count >> 20, self.count + len(data)
        if self.count >> 20 > before:
            _limit_time(self._request["seconds"] + (self.count >> 20) * self._request["per_megabyte"])
        return data


def main() -> int:
    """Answers the request."""
    request = json.loads(sys.argv[1])
    _leave_network()
    _limit(request)
    try:
        for line in answer(request, sys.stdin.buffer):
            sys.stdout.buffer.write(line.encode() + b"\n")
        sys.stdout.flush()
    except SyntaxError as error:
        problem = _PLACE.sub("", _PLACE.sub("", error.msg))
        return _told(3, line=error.lineno or 1, column=error.offset or 1, problem=problem)
    except RefusedError as error:
        return _told(5, problem=error.args[0], way_out=error.args[1])
    except MemoryError as error:
        # The parser's own limit on one literal or comment comes as this too.
        if "buffer" in str(error):
            return _told(5, problem="one literal, IRI or comment is larger than 16 MB", way_out="shorten it")
        return 4
    return 0


def answer(request: dict[str, Any], stream: IO[bytes]) -> Iterator[str]:
    """The lines to write about the RDF in ``stream``. Raises ``SyntaxError``, ``RefusedError`` and ``MemoryError``."""
    quads = _parsed(Input(stream, request), request)
    if request["mode"] == "quads":
        return _lines(quads)
    # This very package, whatever else is installed under its name.
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
    from kg.outside.grouping import documents

    return documents(_mostly_named(quads), Path(request["home"]))


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


def _parsed(content: Any, request: dict[str, Any]) -> Iterator[Any]:
    """The quads, of which none is too large and none speaks of statements about statements; and not far more of them
    than the content can stand for.
    """
    longest, literal, free, times = (request[key] for key in ("iri", "literal", "free", "times"))
    size = 0
    for quad in ox.parse(content, format=_FORMATS[request["form"]]):
        for term in quad:
            if isinstance(term, ox.NamedNode):
                size += len(term.value)
                if len(term.value) > longest:
                    raise RefusedError(
                        f"an IRI longer than {longest:,} characters ({term.value[:60]}…)", "mend it"
                    )
            elif isinstance(term, ox.Literal):
                size += len(term.value)
                if len(term.value) > literal // 4 and len(term.value.encode()) > literal:
                    raise RefusedError(f"a literal larger than {literal // 1_000_000} MB", "shorten it")
                if len(term.datatype.value) > longest:
                    raise RefusedError(f"a datatype longer than {longest:,} characters", "mend it")
            elif isinstance(term, ox.Triple) and _is_nested(term):
                raise RefusedError("statements about statements about statements", "leave them out")
        if size > free + times * content.count:
            raise RefusedError(
                f"its short names stand for more than {times} times what it holds", "write it as N-Quads"
            )
        yield quad


def _is_nested(triple: ox.Triple) -> bool:
    return isinstance(triple.object, ox.Triple)


def _lines(quads: Iterator[Any]) -> Iterator[str]:
    lines = []
    for quad in quads:
        for term in _terms(quad):
            if isinstance(term, ox.NamedNode):
                _refuse_bad(term.value)
        lines.append(f"{quad} .")
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


def _mostly_named(quads: Iterator[Any]) -> Iterator[Any]:
    """Ends early with what is no export, however deep its nodes without names lie in each other."""
    nameless = 0
    for quad in quads:
        nameless += isinstance(quad.object, ox.BlankNode)
        if nameless > _NAMELESS:
            raise RefusedError(
                f"more than {_NAMELESS:,} nodes without a name, of which an export has none",
                "give what 'kg export' wrote",
            )
        yield quad


if __name__ == "__main__":
    sys.exit(main())
