"""What is said between actors and places, counted: from the summaries, so that no claim has to be read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TypeAlias

from pyoxigraph import Literal, NamedNode

from kg.model import Modality
from kg.namespaces import RW, XSD
from kg.query.lookup import look_up_unsorted
from kg.query.telling import telling
from kg.rdf import Link, stances
from kg.store import Store

Told: TypeAlias = tuple[str, str, str, Modality]
"""A link and how surely it is said."""
Period: TypeAlias = tuple[str | None, str | None]
"""First and last day, ISO 8601, where they are known."""
_AT_ONCE = 500
"""Summaries that one query asks for."""


class Tie(NamedTuple):
    """A link with how often it is said. Ends are IRIs, ``relation`` is a local name in the ontology."""

    subject: str
    relation: str
    object: str
    modality: Modality | None
    """``None`` where it follows from other links, and no document says it."""
    claims: int = 0
    documents: int = 0

    @property
    def inferred(self) -> bool:
        """Whether no document says it."""
        return self.modality is None

    @property
    def link(self) -> Link:
        """Without how surely it is said."""
        return self.subject, self.relation, self.object

    @property
    def told(self) -> Told:
        """What tells it from every other one; what is inferred counts as asserted."""
        return self.subject, self.relation, self.object, self.modality or Modality.ASSERTED


def by_weight(tie: Tie) -> tuple[int, bool, str, str, str, str]:
    """What ties are sorted by: most documents first, inferred ones last, then by ids."""
    return -tie.documents, tie.inferred, tie.subject, tie.relation, tie.object, tie.modality or ""


def ties_of(store: Store, entity: str) -> tuple[Tie, ...]:
    """All that is said between ``entity`` and others, of every modality."""
    said = []
    for row in look_up_unsorted(store, "ties-of", entity=[entity]):
        other = row["other"] or ""
        ends = (entity, other) if row["direction"] == "out" else (other, entity)
        said.append(_tie(row, *ends))
    return tuple(said)


def inferred_of(store: Store, entity: str, said: Iterable[Tie]) -> tuple[Tie, ...]:
    """The inferred links of ``entity`` that say more than all that is ``said`` of it."""
    inferred = []
    for row in look_up_unsorted(store, "neighbours", entity=[entity], graph=[store.iris.graph("inferred")]):
        relation, other = (row["relation"] or "").removeprefix(RW), row["other"] or ""
        inferred.append((entity, relation, other) if row["direction"] == "out" else (other, relation, entity))
    return tuple(_inferred(said, inferred))


def ties_between(store: Store, entities: Sequence[str]) -> tuple[Tie, ...]:
    """All that is said among ``entities``."""
    ends = sorted(set(entities))
    rows = look_up_unsorted(store, "ties-between", one=ends, other=ends) if ends else ()
    return tuple(_tie(row, row["one"] or "", row["other"] or "") for row in rows)


def inferred_between(store: Store, entities: Sequence[str], said: Iterable[Tie]) -> tuple[Tie, ...]:
    """The inferred links among ``entities`` that say more than all that is ``said`` among them."""
    ends = sorted(set(entities))
    if not ends:
        return ()
    found = [
        (row["one"] or "", (row["relation"] or "").removeprefix(RW), row["other"] or "")
        for row in look_up_unsorted(
            store, "inferred-between", one=ends, other=ends, inferred=[store.iris.graph("inferred")]
        )
    ]
    return tuple(_inferred(said, found))


def ties_told_by(
    store: Store, documents: int, relations: Iterable[str], modalities: Iterable[Modality]
) -> tuple[Tie, ...]:
    """All that just so many ``documents`` tell, of any of ``relations`` and ``modalities`` if there are some."""
    rows = look_up_unsorted(
        store,
        "ties-told-most",
        documents=[Literal(str(documents), datatype=NamedNode(XSD + "integer"))],
        relation=[RW + each for each in sorted(relations)],
        modality=[RW + each for each in sorted(modalities)],
    )
    return tuple(_tie(row, row["subject"] or "", row["object"] or "") for row in rows)


def disputed_ties(store: Store) -> tuple[Tie, ...]:
    """All ties of the store that contradict others (see ``contradicted``)."""
    rows = look_up_unsorted(store, "disputed-ties")
    return tuple(_tie(row, row["subject"] or "", row["object"] or "") for row in rows)


def how_many(store: Store) -> dict[tuple[str, Modality, int], int]:
    """How many ties of a relation and modality are told by so many documents, of the whole store."""
    found: dict[tuple[str, Modality, int], int] = defaultdict(int)
    for row in look_up_unsorted(store, "ties-counted"):
        relation, modality = said_as(row)
        found[relation, modality, int(row["documents"] or 0)] += int(row["ties"] or 0)
    return dict(found)


def voices(store: Store, told: Iterable[Told]) -> dict[Told, frozenset[str]]:
    """Who says each: IRIs of those to whom it is ascribed, else names of publishers, else IRIs of documents."""
    nodes = {store.iris.summary(*each[:3], each[3].value): each for each in told}
    found: dict[Told, set[str]] = defaultdict(set)
    for some in _in_parts(sorted(nodes)):
        for row in look_up_unsorted(store, "ties-by", summary=some):
            found[nodes[row["summary"] or ""]].add(row["voice"] or "")
    return {each: frozenset(those) for each, those in found.items()}


def periods(store: Store, links: Iterable[Link], centre: str | None = None) -> dict[Told, Period]:
    """First and last day that the claims of each link can be about; those of their documents where they have none.

    All ``links`` that have an end in common are looked for faster where this is given as their ``centre``.
    """
    parts: dict[bool, list[Link]] = defaultdict(list)
    for link in links:
        parts[link[0] == centre].append(link)
    return {told: days for part in parts.values() for told, days in _periods(store, part).items()}


def _periods(store: Store, links: Iterable[Link]) -> dict[Told, Period]:
    ones, others = set[str](), set[str]()
    for subject, _, target in links:
        ones.add(subject)
        others.add(target)
    found: dict[Told, Period] = {}
    for row in look_up_unsorted(store, "dates-between", one=sorted(ones), other=sorted(others)):
        relation, modality = said_as(row)
        key = (row["one"] or "", relation, row["other"] or "", modality)
        earliest, latest = row["earliest"] or "", row["latest"] or ""
        # Where there is no day, the file gives the last and the first there can be.
        found[key] = (
            None if earliest.startswith("9999") else earliest,
            None if latest.startswith("0001") else latest,
        )
    return found


def contradicted(ties: Iterable[Tie]) -> frozenset[Told]:
    """Those among ``ties`` that contradict another one of them.

    A friendly and a hostile relation between the same two, both asserted; or one statement that is asserted and denied.
    ``ties`` must hold all that is said between the ends of each.
    """
    stance = stances()
    sides: dict[frozenset[str], dict[str, list[Told]]] = defaultdict(lambda: defaultdict(list))
    modalities: dict[Link, set[Modality]] = defaultdict(set)
    for tie in ties:
        if tie.modality is None:
            continue
        modalities[tie.link].add(tie.modality)
        if tie.modality is Modality.ASSERTED and tie.relation in stance:
            sides[frozenset((tie.subject, tie.object))][stance[tie.relation]].append(tie.told)
    found = {each for both in sides.values() if len(both) > 1 for those in both.values() for each in those}
    for link, known in modalities.items():
        if {Modality.ASSERTED, Modality.DENIED} <= known:
            found |= {(*link, Modality.ASSERTED), (*link, Modality.DENIED)}
    return frozenset(found)


def _inferred(said: Iterable[Tie], inferred: Iterable[Link]) -> Iterator[Tie]:
    asserted = (tie.link for tie in said if tie.modality is Modality.ASSERTED)
    return (Tie(*link, modality=None) for link in telling(asserted, inferred))


def _tie(row: dict[str, str | None], subject: str, target: str) -> Tie:
    relation, modality = said_as(row)
    return Tie(
        subject,
        relation,
        target,
        modality,
        int(row["claims"] or 0),
        int(row["documents"] or 0),
    )


def said_as(row: dict[str, str | None]) -> tuple[str, Modality]:
    """Relation, by its local name, and modality of a row that has both."""
    return (row["relation"] or "").removeprefix(RW), Modality((row["modality"] or "").removeprefix(RW))


def _in_parts(several: Sequence[str]) -> Iterator[Sequence[str]]:
    return (several[start : start + _AT_ONCE] for start in range(0, len(several), _AT_ONCE))
