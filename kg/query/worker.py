"""Runs queries in a process of its own; started as a script by ``kg.query.sandbox``, and by the server.

Reads one JSON object from standard input. Without arguments it writes JSON lines to standard output: the variables,
then one line a solution, then the reason why it was cut or null; so it imports nothing of ``kg`` and starts fast. With
``--stay`` it writes an empty line when it is ready and then answers one request after the other, each line by a line of
JSON that tells how it went and how many bytes follow, and by those. Either way it is gone with all its memory when it
ends.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pyoxigraph as ox

_NEW_USER_AND_NETWORK = 0x10000000 | 0x40000000
"""CLONE_NEWUSER and CLONE_NEWNET of Linux's sched.h."""
_FAILURES = (SyntaxError, ValueError, RuntimeError, OSError)
"""What the engine raises for a query that does not parse or cannot be evaluated."""


def main() -> int:
    """Answers what is on standard input. Status 3: the query does not parse or cannot be evaluated."""
    if "--stay" in sys.argv[1:]:
        return _stay()
    request = json.load(sys.stdin)
    _leave_network()
    try:
        store = _open(request)
        _limit(request["memory"], request["seconds"])
        for line in _answer(store, request):
            sys.stdout.write(line + "\n")
    except _FAILURES as error:
        sys.stderr.write(str(error))
        return 3
    except MemoryError:
        sys.stderr.write("memory allocation failed")
        return 4
    sys.stdout.flush()
    return 0


def _stay() -> int:
    # Where this file lies, whatever else is installed; the isolated mode keeps both its folder and the user's out.
    sys.path.insert(0, str(Path(__file__).parents[2]))
    from kg.query.written_answer import written_answer

    _leave_network()
    # What the parent waits for, so that no query pays for the start.
    sys.stdout.buffer.write(b"\n")
    sys.stdout.buffer.flush()
    opened, store = None, None
    for line in sys.stdin.buffer:
        request = json.loads(line)
        body = b""
        try:
            if store is None or opened != request["path"]:
                store = None
                opened, store = request["path"], _open(request)
            _limit(request["memory"], request["seconds"])
            told, body = written_answer(store, request)
        except _FAILURES as error:
            told = {"status": "failed", "reason": str(error)}
        except MemoryError:
            sys.stderr.write("memory allocation failed")
            return 4
        sys.stdout.buffer.write(json.dumps({**told, "size": len(body)}).encode() + b"\n" + body)
        sys.stdout.buffer.flush()
    return 0


def _leave_network() -> None:
    """Puts the process where no network is. Where the system forbids it, only the guard keeps a query in."""
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).unshare(_NEW_USER_AND_NETWORK)


def _limit(memory: int, seconds: float) -> None:
    """Allows ``memory`` bytes beyond what the open store takes, no core dump, and no endless life.

    Where the system does not tell what is taken, the memory has no limit: any would count the store too.
    """
    if sys.platform != "win32":
        import resource

        statistics = Path("/proc/self/statm")
        if statistics.exists():
            used = int(statistics.read_text().split()[0]) * os.sysconf("SC_PAGE_SIZE")
            resource.setrlimit(resource.RLIMIT_AS, (used + memory, resource.RLIM_INFINITY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        spent = int(sum(resource.getrusage(resource.RUSAGE_SELF)[:2])) + 1
        processor = spent + 4 * (int(seconds) + 2)
        resource.setrlimit(resource.RLIMIT_CPU, (processor, resource.RLIM_INFINITY))


def _answer(store: ox.Store, request: dict[str, Any]) -> Iterator[str]:
    found = store.query(request["query"], use_default_graph_as_union=True)
    if isinstance(found, ox.QueryBoolean):
        yield json.dumps(["answer"])
        yield json.dumps([_plain(ox.Literal(bool(found)))])
        yield json.dumps(None)
    elif isinstance(found, ox.QuerySolutions):
        yield json.dumps([variable.value for variable in found.variables])
        yield from _capped((list(solution) for solution in found), request)
    else:
        yield json.dumps(["subject", "predicate", "object"])
        yield from _capped(([triple.subject, triple.predicate, triple.object] for triple in found), request)


def _open(request: dict[str, Any]) -> ox.Store:
    if request["form"] == "folder":
        return ox.Store.read_only(request["path"])
    store = ox.Store()
    store.bulk_load(path=request["path"], format=ox.RdfFormat.N_QUADS)
    return store


def _capped(rows: Iterable[list[Any]], request: dict[str, Any]) -> Iterator[str]:
    size = 0
    for count, row in enumerate(rows):
        if count == request["rows"]:
            yield json.dumps(f"cut after {count:,} rows")
            return
        line = json.dumps([_plain(term) for term in row], ensure_ascii=False)
        size += len(line.encode()) + 1
        if size > request["bytes"]:
            yield json.dumps(f"cut after {count:,} rows, at the limit of {request['bytes']:,} bytes")
            return
        yield line
    yield json.dumps(None)


def _plain(term: Any) -> list[str | None] | None:
    if term is None:
        return None
    if isinstance(term, ox.NamedNode):
        return ["iri", term.value]
    if isinstance(term, ox.BlankNode):
        return ["blank", term.value]
    if isinstance(term, ox.Literal):
        return ["literal", term.value, term.language, term.datatype.value]
    return ["literal", str(term), None, "http://www.w3.org/2001/XMLSchema#string"]


if __name__ == "__main__":
    sys.exit(main())
