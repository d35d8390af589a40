"""RDF as ``kg export`` writes it: one document for each that the file holds, to be judged before it is believed."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import BinaryIO

from kg.errors import KGError
from kg.model import Document
from kg.outside import Limits, documents_in
from kg.readers.seen import Seen
from kg.readers.settings import Settings
from kg.readers.unreadable import RefusedError, Unreadable

_BLOCK = 1 << 20
_WAY_OUT = "give what 'kg export trig', 'nquads' or 'turtle' wrote"


def rdf_reader(form: str) -> Callable[[BinaryIO, str, Settings], Iterator[Document | Unreadable]]:
    """The reader of one kind of RDF: ``ttl``, ``trig``, ``nt`` or ``nq``."""
    return partial(_read, form)


def _read(form: str, stream: BinaryIO, name: str, settings: Settings) -> Iterator[Document | Unreadable]:
    """The documents in ``stream``, each with its graph and as yet without claims, in the order of their graphs.

    A process of its own parses, so that nothing in the file can do any harm. What the file holds besides documents is
    told and not taken over: links and inferences follow from the documents.
    """
    seen = Seen()
    any_found = False
    left: Mapping[str, int] = {}
    try:
        for told in documents_in(_pieces(stream), name, form, Limits(literal=settings.limit)):
            if "left" in told:
                left = told["left"]
                continue
            any_found = True
            if "problem" in told:
                yield Unreadable(f"{name}, {told['about']}", told["problem"], told["way_out"])
            elif not seen.add(told["sha256"]):
                yield RefusedError("the file holds this document twice", _WAY_OUT).of(
                    f"{name}, {told['name']}"
                )
            else:
                yield _document(told, settings)
    except RefusedError:
        raise
    except KGError as error:
        problem, _, way_out = str(error).removeprefix(f"{name}: ").rpartition("; ")
        yield Unreadable(name, problem, way_out)
        return
    kinds = ", ".join(f"{count:,} {_called(kind)}" for kind, count in left.items())
    if not any_found:
        holds = f" (its statements: {kinds})" if kinds else ""
        yield Unreadable(name, f"there is no document in it{holds}", _WAY_OUT)
    elif kinds:
        settings.notes.add(
            name, f"not taken over, because the program makes it of the documents and its own files: {kinds}"
        )


def _pieces(stream: BinaryIO) -> Iterator[bytes]:
    """What ``stream`` holds, once it is known that all of it can be read and unpacked."""
    if stream.seekable():
        yield from iter(lambda: stream.read(_BLOCK), b"")
        return
    with tempfile.TemporaryFile(prefix="rawabit-") as spool:
        shutil.copyfileobj(stream, spool, _BLOCK)
        spool.seek(0)
        yield from iter(lambda: spool.read(_BLOCK), b"")


def _document(told: Mapping[str, str], settings: Settings) -> Document:
    return Document(
        told["sha256"],
        told["text"] or "",
        told["name"],
        origin=settings.origin,
        length=None if told["text"] else 1,
        stated=told["graph"].encode(),
    )


def _called(kind: str) -> str:
    known = next((each for each in _GRAPHS if kind.endswith(f"/graph/{each}>")), None)
    return _GRAPHS[known] if known else kind


_GRAPHS = {
    "links": "links",
    "inferred": "inferred links",
    "reference": "statements of the registry",
    "judgements": "judgements",
    "summary": "summaries",
}
