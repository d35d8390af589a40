"""Explains a link down to the sentences: what it follows from, who says so, how surely, and when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from itertools import islice

from pyoxigraph import NamedNode

from kg.model import Modality
from kg.namespaces import RW
from kg.rdf import Link
from kg.reason.asking import rows
from kg.reason.cited import STRENGTH, CitedClaim, StatedBetween, StatedLink, cite, stated_between
from kg.reason.closure import Closure
from kg.reason.derivation import LIMIT, Derivation, derivations
from kg.reason.labels import Named, read_labels
from kg.reason.period import Interval, Period, shared_period
from kg.reason.ruleset import load_rules
from kg.reason.stored import StoredFacts
from kg.store import Store

_DOUBTFUL = (Modality.UNCONFIRMED, Modality.HYPOTHETICAL)


class Standing(StrEnum):
    """What holds a link up."""

    ASSERTED = "asserted"
    """At least one claim states it as a fact."""
    INFERRED = "inferred"
    """It follows from asserted links."""
    POSSIBLE = "possible"
    """It would follow if claims held that are unconfirmed or hypothetical."""
    UNSUPPORTED = "unsupported"
    """Nothing states it and nothing leads to it, though claims may deny it."""


@dataclass(frozen=True, slots=True)
class Ground:
    """A link on which a derivation rests, with the claims that state it."""

    link: Link
    modality: Modality
    """The surest with which it is claimed."""
    claims: tuple[CitedClaim, ...]
    """Claims that state it so surely, in the order of documents and text; if not all, the most confident."""
    doubts: tuple[CitedClaim, ...]
    """Claims that state it less surely or deny it; not always all."""
    counts: dict[Modality, int]
    """How many claims of this link there are of each modality, shown or not."""
    period: Period
    """From the first to the last day of the claims of the surest modality."""
    other_claims: tuple[CitedClaim, ...]
    """What else is claimed between the two, in either direction; not always all."""


@dataclass(frozen=True, slots=True)
class Argument:
    """One minimal derivation, with what it is worth."""

    derivation: Derivation
    grounds: tuple[Ground, ...]
    """In the order in which the tree meets them, each once."""
    modality: Modality
    """The weakest among the grounds."""
    period: Period
    """The days that all grounds share."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """All that is known of why a link holds, or does not."""

    link: Link
    standing: Standing
    arguments: tuple[Argument, ...]
    """The surest first, then those of the fewest grounds."""
    complete: bool
    """Whether the arguments are all there are."""
    modality: Modality | None
    """Of the surest argument."""
    claims: tuple[CitedClaim, ...]
    """Where nothing holds the link up: what is claimed between the two all the same."""
    names: dict[str, Named]
    """Labels of every actor and place in the links."""


def explain(
    store: Store,
    subject: str,
    relation: str,
    target: str,
    *,
    limit: int = LIMIT,
    claims: int = 5,
    between: StatedBetween | None = None,
) -> Explanation:
    """Why ``subject relation target`` holds in ``store``. Subject and target are IRIs, the relation a local
    name.

    At most ``limit`` arguments, and for each ground at most ``claims`` claims of either sort. ``between`` says what is
    stated of two, where somebody knows it faster than the graph. Where the link does not hold, unconfirmed and
    hypothetical claims about either end are tried in its place.
    """
    link = (subject, relation, target)
    facts = StoredFacts(store)
    standing = Standing.INFERRED if link in facts else Standing.POSSIBLE
    if link in facts.asserted:
        standing = Standing.ASSERTED
    if standing is Standing.POSSIBLE:
        doubtful = set(_doubtful(store, subject)) | set(_doubtful(store, target))
        Closure(load_rules(), facts).add(doubtful)
    found = derivations(link, facts, load_rules(), limit=limit)
    between = between or partial(stated_between, store)
    reader = _Reader(store, claims, between)
    arguments = [reader.argument(derivation) for derivation in found.found]
    arguments.sort(key=lambda argument: STRENGTH.index(argument.modality))
    if not arguments:
        standing = Standing.UNSUPPORTED
    steps = [step.link for argument in arguments for step in argument.derivation.steps()]
    cited = () if arguments else cite(store, between(subject, target)[:claims])
    return Explanation(
        link=link,
        standing=standing,
        arguments=tuple(arguments),
        complete=found.complete,
        modality=arguments[0].modality if arguments else None,
        claims=cited,
        names=read_labels(store, {end for step in [link, *steps] for end in (step[0], step[2])}),
    )


class _Reader:
    """Reads each ground once, however many derivations rest on it."""

    def __init__(self, store: Store, claims: int, between: StatedBetween) -> None:
        self._store = store
        self._between = between
        self._claims = claims
        self._grounds: dict[Link, Ground] = {}
        self._dates: dict[Link, list[Interval]] = {}

    def argument(self, derivation: Derivation) -> Argument:
        leaves = dict.fromkeys(step.link for step in derivation.steps() if step.rule is None)
        grounds = tuple(self._ground(link) for link in leaves)
        modality = max((ground.modality for ground in grounds), key=STRENGTH.index)
        period = shared_period(self._dates[ground.link] for ground in grounds)
        return Argument(derivation, grounds, modality, period)

    def _ground(self, link: Link) -> Ground:
        if link not in self._grounds:
            between = self._between(link[0], link[2])
            own = [each for each in between if each.link == link]
            modality = own[0].modality if own else Modality.ASSERTED
            holding = [each for each in own if each.modality is modality]
            self._dates[link] = [each.dates for each in holding if each.dates]
            self._grounds[link] = Ground(
                link=link,
                modality=modality,
                claims=self._cite(holding),
                doubts=self._cite(each for each in own if each.modality is not modality),
                counts=dict(Counter(each.modality for each in own)),
                period=shared_period([self._dates[link]]),
                other_claims=self._cite(each for each in between if each.link != link),
            )
        return self._grounds[link]

    def _cite(self, stated: Iterable[StatedLink]) -> tuple[CitedClaim, ...]:
        chosen = cite(self._store, list(islice(stated, self._claims)))
        return tuple(sorted(chosen, key=lambda each: (each.document_name, each.start, each.end, each.claim)))


def _doubtful(store: Store, end: str) -> Iterator[Link]:
    """The links about ``end`` that are claimed, but not as facts and not as false."""
    modalities = " ".join(f"rw:{modality.value}" for modality in _DOUBTFUL)
    for row in rows(
        store,
        f"""SELECT DISTINCT ?s ?p ?o WHERE {{ VALUES ?modality {{ {modalities} }}
          {{ ?claim rw:subject {NamedNode(end)} }} UNION {{ ?claim rw:object {NamedNode(end)} }}
          ?claim rw:modality ?modality ; rw:subject ?s ; rw:predicate ?p ; rw:object ?o }}""",
    ):
        yield row["s"].value, row["p"].value.removeprefix(RW), row["o"].value
