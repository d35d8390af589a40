"""Reads every graph of a store in a process of its own; started as a script by ``kg.store.survey``.

Damaged tables can make the engine raise, end its process or never return, so that whoever looks for damage must stay
outside. Reads one JSON object from standard input and writes a JSON line before and after each graph. It imports
nothing of ``kg``, so that it starts fast and needs no search path.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections import defaultdict
from typing import Any

import pyoxigraph as ox


def main() -> int:
    """Answers the request on standard input: one line a graph, then one that says that all were read."""
    request = json.load(sys.stdin)
    try:
        store = ox.Store.read_only(request["data"])
        if request["count"]:
            _tell({"count": _count(store, request["count"])})
            return 0
        names = request["graphs"] or [name.value for name in store.named_graphs()]
    except (OSError, RuntimeError, ValueError) as error:
        _tell({"problem": str(error)})
        return 0
    _tell({"opened": True})
    passed_over = set(request["skip"])
    for iri in names:
        if iri not in passed_over:
            _tell({"reading": iri})
            _tell({"graph": iri, **_read(store, iri, request)})
    _tell({"end": True})
    return 0


def _tell(line: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()


def _count(store: ox.Store, query: str) -> int:
    """The one number that a query gives. Counted by the engine, no text has to be looked up."""
    found = store.query(query)
    assert isinstance(found, ox.QuerySolutions)
    return sum(int(getattr(solution[0], "value", 0)) for solution in found)


def _read(store: ox.Store, iri: str, request: dict[str, Any]) -> dict[str, Any]:
    try:
        found = store.quads_for_pattern(None, None, None, ox.NamedNode(iri))
        if not iri.startswith(request["documents"]):
            return {"quads": sum(1 for _ in found)}
        quads = list(found)
    except (OSError, RuntimeError, ValueError) as error:
        return {"problem": str(error)}
    lines = sorted(map(str, quads))
    total = hashlib.sha256()
    for line in lines:
        total.update(line.encode() + b" .\n")
    told = about(quads, request["namespace"])
    text = {"lines": lines} if request["lines"] else {}
    return {"quads": len(quads), "digest": total.hexdigest(), **told, **text}


def about(quads: list[ox.Quad], namespace: str) -> dict[str, Any]:
    """What the quads of a document's graph tell: whose it is, and whether it is whole."""
    facts: dict[str, dict[str, str]] = defaultdict(dict)
    claims = 0
    for quad in quads:
        value = str(getattr(quad.object, "value", ""))
        facts[str(getattr(quad.subject, "value", ""))][quad.predicate.value.removeprefix(namespace)] = value
        claims += value == namespace + "Claim"
    told = next((own for own in facts.values() if "claimCount" in own), {})
    document = next((own for own in facts.values() if "sha256" in own), {})
    text, sha256 = document.get("text"), document.get("sha256")
    return {
        "document": sha256,
        "name": document.get("name", ""),
        "whole": told.get("claimCount") == str(claims) and not {"text", "textKept"}.isdisjoint(told),
        "textless": text is None and "textKept" in document,
        "text": text is not None and hashlib.sha256(text.encode()).hexdigest() == sha256,
    }


if __name__ == "__main__":
    sys.exit(main())
