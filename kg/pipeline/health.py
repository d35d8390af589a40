"""Looks a store over, with what only the pipeline can tell: whether links, inferences and registry are right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.errors import KGError
from kg.location import Place, is_address
from kg.pipeline.reference import is_current
from kg.pipeline.summaries import told_triples, whole_summary
from kg.rdf import packed_triples, read_links
from kg.reason import closure, load_rules
from kg.store import Store, open_store
from kg.store.doctor import REPAIR, Checked, Diagnosis, Health, checked
from kg.store.doctor import doctor as look_over
from kg.store.survey import PATIENCE


def doctor(path: Place, *, patience: float = PATIENCE) -> Diagnosis:
    """Looks over the store at ``path`` without changing it. Raises nothing: what is wrong is a finding.

    Beside what ``kg.store.doctor`` checks, gathers all links anew from the claims and infers all that follows
    from them, and compares; where every graph could be read, so that this process cannot hang at one.
    """
    seen = _look_over(path, patience)
    if not any(check.what == "reading" and check.health is Health.GOOD for check in seen.checks):
        return seen
    try:
        with open_store(path, read_only=True) as store:
            return replace(
                seen, checks=(*seen.checks, *_counted(store), *_inferences(store), _reference(store))
            )
    except KGError as error:
        problem, _, way_out = str(error).partition("; ")
        return replace(seen, checks=(*seen.checks, Checked("links", Health.BAD, problem, way_out)))


def _look_over(path: Place, patience: float) -> Diagnosis:
    if is_address(path):
        # Imported late: a folder needs no HTTP client.
        from kg.store.remote.checkup import look_over_server

        return look_over_server(path)
    return look_over(path, patience=patience)


def _counted(store: Store) -> Iterator[Checked]:
    whole = whole_summary(store)
    kept = read_links(store.quads(store.iris.graph("links")))
    amiss = sorted(map(" ".join, kept ^ whole.links))
    yield checked("links", "all held up by claims, and all there", amiss, "not as claims say", REPAIR)
    counted = frozenset(packed_triples(store.quads(store.iris.graph("summary"))))
    wrong = sorted({subject for subject, _, _ in counted ^ told_triples(whole, store.iris)})
    yield checked("summaries", "all count what claims say", wrong, "not as claims say", REPAIR)


def _inferences(store: Store) -> Iterator[Checked]:
    links, kept = (read_links(store.quads(store.iris.graph(name))) for name in ("links", "inferred"))
    follows = closure(links, load_rules())
    if kept == follows:
        yield Checked("inferences", Health.GOOD, f"{len(kept)} links follow, and all are there")
    elif is_current(store):
        found = f"{len(follows - kept)} links follow and are not there, {len(kept - follows)} do not follow"
        yield Checked("inferences", Health.BAD, found, REPAIR)
    else:
        yield Checked("inferences", Health.NOTE, "made by an older ontology", "run 'kg load' once")


def _reference(store: Store) -> Checked:
    if is_current(store):
        return Checked("registry", Health.GOOD, "the one of this version")
    return Checked("registry", Health.NOTE, "another than the one of this version", "run 'kg load' once")
