"""Links as pages of an answer: counted from the summaries, and from claims where it is asked who says it or when."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice

from kg.model import Modality
from kg.query.claims import Weight
from kg.query.gathering import gather
from kg.query.links import Wanted
from kg.query.said import Said
from kg.query.tie_pages import WhichTies, page_of
from kg.query.ties import Tie, Told, by_weight, contradicted, how_many, ties_told_by
from kg.rdf import Link as PlainLink
from kg.web.api.keeping import kept
from kg.web.api.parameters import Filters
from kg.web.api.shapes import Link
from kg.web.api.showing import Showing
from kg.web.problems import Problem
from kg.web.view import View


def ties_of(view: View, entity: str) -> tuple[Tie, ...]:
    """All ties of an actor or a place, of every modality, most documents first."""

    def read() -> tuple[Tie, ...]:
        said = view.claims.ties(entity)
        return tuple(sorted((*said, *view.claims.inferred(entity, said)), key=by_weight))

    return kept(view, ("ties", entity), read)


def disputed_of(view: View, entity: str) -> tuple[Tie, ...]:
    """Those ties of an actor or a place that contradict others."""
    return kept(view, ("disputed ties", entity), lambda: view.claims.disputed(entity))


def claims_of(view: View, entity: str) -> tuple[Said, ...]:
    """All claims about an actor or a place, in short."""
    return kept(view, ("said", entity), lambda: view.claims.of(entity))


def links_of(
    view: View, entity: str, asked: Filters, other: str | None, offset: int, limit: int
) -> tuple[list[Link], int]:
    """Some of the links of ``entity`` that are asked for, and how many there are."""
    which = _which(asked.wanted, other)
    against = frozenset(tie.told for tie in disputed_of(view, entity))
    if asked.reads_claims:
        chosen, show = _from_claims(
            view, claims_of(view, entity), asked.wanted, lambda link: which.fits(link, entity), against
        )
        return show(chosen[offset : offset + limit]), len(chosen)
    page = view.claims.page(entity, which, offset, limit) or page_of(
        entity, ties_of(view, entity), which, offset, limit
    )
    return shown(view, page.ties, against, entity), page.total


def links_between(
    view: View, entities: Sequence[str], asked: Filters
) -> tuple[list[Tie], Callable[[Sequence[Tie]], list[Link]]]:
    """The links among ``entities`` that are asked for, and what shows some of them."""
    said = view.claims.ties_between(entities)
    against = contradicted(said)
    if asked.reads_claims:
        claims = view.claims.between(sorted(set(entities)), sorted(set(entities)))
        return _from_claims(view, claims, asked.wanted, lambda _: True, against)
    which = _which(asked.wanted)
    inferred = view.claims.inferred_between(entities, said) if which.inferred else ()
    chosen = sorted((tie for tie in (*said, *inferred) if which.takes(tie)), key=by_weight)
    return chosen, lambda page: shown(view, page, against)


def links_anywhere(view: View, asked: Filters, offset: int, limit: int) -> tuple[list[Link], int]:
    """Some of the links that documents state between whomever, and how many there are."""
    wanted = asked.wanted
    if not wanted.said:
        return [], 0
    if wanted.sources:
        chosen, show = _from_claims(
            view, view.claims.by(sorted(wanted.sources)), wanted, lambda _: True, frozenset()
        )
        return show(chosen[offset : offset + limit]), len(chosen)
    if asked.reads_claims:
        raise Problem(
            400, "since and until want of=, ids= or source= beside them: every claim would have to be read"
        )
    counts = {
        key: ties
        for key, ties in kept(view, "how many", lambda: how_many(view.store)).items()
        if (not wanted.relations or key[0] in wanted.relations) and key[1] in wanted.modalities
    }
    page = list(islice(_most_told(view, counts, wanted, offset), limit))
    ends = {end for tie in page for end in (tie.subject, tie.object)}
    against = contradicted(view.claims.ties_between(sorted(ends)))
    return shown(view, page, against), sum(counts.values())


def _most_told(
    view: View, counts: dict[tuple[str, Modality, int], int], wanted: Wanted, skip: int
) -> Iterator[Tie]:
    """Ties from the ``skip``-th on, those told by most documents first; who has so many is read when it is met."""
    for documents in sorted({key[2] for key in counts}, reverse=True):
        here = sum(ties for key, ties in counts.items() if key[2] == documents)
        if skip >= here:
            skip -= here
            continue
        yield from _told_by(view, documents, wanted)[skip:]
        skip = 0


def _told_by(view: View, documents: int, wanted: Wanted) -> list[Tie]:
    def read() -> list[Tie]:
        return sorted(ties_told_by(view.store, documents, wanted.relations, wanted.modalities), key=by_weight)

    return kept(view, ("told by", documents, wanted.relations, wanted.modalities), read)


def _which(wanted: Wanted, other: str | None = None) -> WhichTies:
    return WhichTies(
        wanted.relations, wanted.modalities, wanted.direction, wanted.said, wanted.takes_inferred(), other
    )


def shown(view: View, page: Sequence[Tie], against: frozenset[Told], centre: str | None = None) -> list[Link]:
    """Ties with who says them and from when to when. ``centre`` is an end that all of them have, if there is one."""
    said = [tie for tie in page if not tie.inferred]
    weights = view.claims.weights([tie.told for tie in said], centre)
    return Showing(view.naming).links(page, weights=weights, contradicted=against)


def _from_claims(
    view: View,
    claims: Iterable[Said],
    wanted: Wanted,
    fits: Callable[[PlainLink], bool],
    against: frozenset[Told],
) -> tuple[list[Tie], Callable[[Sequence[Tie]], list[Link]]]:
    gathered = gather(
        each for each in claims if wanted.takes(each) and fits((each.subject, each.relation, each.object))
    )

    def show(page: Sequence[Tie]) -> list[Link]:
        weights = {
            tie.told: Weight(len(gathered.voices[tie.told]), *gathered.periods[tie.told]) for tie in page
        }
        return Showing(view.naming).links(page, weights=weights, contradicted=against)

    return sorted(gathered.ties, key=by_weight), show
