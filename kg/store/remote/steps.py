"""A change as the steps of an update, in an order that leaves no half document unmarked wherever it is cut.

A server need not do a request wholly or not at all: Virtuoso keeps what it did before it failed. So the first step
says in a graph of its own that a change has begun, and the last takes that away; a document's ``rw:claimCount``,
which marks it as whole, goes first and comes last. Every step may be done twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from kg.namespaces import DCTERMS, RW
from kg.store.protocol import Change
from kg.store.update import graph_blocks

_AT_ONCE = 1000
"""Triples in one step: Virtuoso's parser gives up at 5,000."""
_LENGTH = 1_000_000
"""Characters in one step, unless one triple is longer."""
_DONE = RW + "claimCount"


def steps(change: Change, unfinished: str, by: str) -> list[str]:
    """The steps of ``change``; ``unfinished`` is the graph that says it has begun, and ``by`` who began it.

    Raises ``BadChangeError``.
    """
    mark = Quad(NamedNode(unfinished), NamedNode(DCTERMS + "description"), Literal(by), NamedNode(unfinished))
    inserted = frozenset(change.insert)
    delete = [quad for quad in dict.fromkeys(change.delete) if quad not in inserted]
    insert = list(dict.fromkeys(change.insert))
    return [
        *_data("INSERT", [mark]),
        *_data("DELETE", filter(_is_done, delete)),
        *(f"DROP SILENT GRAPH {NamedNode(iri)}" for iri in change.drop),
        *_data("INSERT", (quad for quad in insert if not _is_done(quad))),
        *_data("DELETE", (quad for quad in delete if not _is_done(quad))),
        *_data("INSERT", filter(_is_done, insert)),
        *_data("DELETE", [mark]),
    ]


def requests(told: Sequence[str], most: int | None) -> Iterator[str]:
    """The steps as updates of at most ``most`` characters; as a single one without such a limit."""
    gathered: list[str] = []
    size = 0
    for step in told:
        if gathered and most is not None and size + len(step) > most:
            yield " ;\n".join(gathered)
            gathered, size = [], 0
        gathered.append(step)
        size += len(step)
    if gathered:
        yield " ;\n".join(gathered)


def undoing(change: Change, dropped: Iterable[Quad]) -> Change:
    """The change that takes ``change`` back; ``dropped`` are the quads of the graphs that it drops."""
    return Change(delete=change.insert, insert=(*change.delete, *dropped))


def one_by_one(step: str) -> Iterator[str]:
    """A step that takes quads out, as one step for each of them. Other steps give nothing."""
    verb = "DELETE DATA"
    if step.startswith(verb):
        # What stands between the braces is TriG.
        inside = step.removeprefix(verb).strip()[1:-1]
        for quad in parse(inside.encode(), format=RdfFormat.TRIG):
            yield f"{verb} {{ {graph_blocks([quad])} }}"


def _is_done(quad: Quad) -> bool:
    return quad.predicate.value == _DONE


def _data(verb: str, quads: Iterable[Quad]) -> Iterator[str]:
    waiting = iter(sorted(quads, key=lambda quad: str(quad.graph_name)))
    while several := list(islice(waiting, _AT_ONCE)):
        yield from _fitting(verb, several)


def _fitting(verb: str, quads: list[Quad]) -> Iterator[str]:
    step = f"{verb} DATA {{ {graph_blocks(quads)} }}"
    if len(step) <= _LENGTH or len(quads) == 1:
        yield step
        return
    half = len(quads) // 2
    yield from _fitting(verb, quads[:half])
    yield from _fitting(verb, quads[half:])
