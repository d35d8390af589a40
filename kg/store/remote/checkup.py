"""Looks a store on a server over: what it holds, and what the ledger on this machine says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.errors import KGError
from kg.namespaces import RW
from kg.store.digest import digest
from kg.store.doctor import Checked, Diagnosis, Health, contents, machine
from kg.store.layout import Layout
from kg.store.remote.address import shown
from kg.store.remote.journal import folder_of
from kg.store.remote.opening import open_server
from kg.store.remote.store import RemoteStore
from kg.store.survey import Graph, Survey
from kg.store.surveyor import about

_ELSEWHERE = "the ledger of the machine that loaded them knows them; or a load was cut short: load them again"
_AGAIN = "load the documents again"


def look_over_server(place: str) -> Diagnosis:
    """Looks over the store on a server without changing it. Raises nothing: what is wrong is a finding."""
    return Diagnosis(shown(place), (*machine(Layout(folder_of(place))), *_server(place)))


def _server(place: str) -> Iterator[Checked]:
    try:
        with open_server(place, read_only=True) as store:
            yield Checked("store", Health.GOOD, f"answers ({store.product}); base {store.iris.base}")
            for check in contents(store.layout, _survey(store)):
                yield _for_server(check)
    except KGError as error:
        problem, _, way_out = str(error).partition("; ")
        yield Checked("store", Health.BAD, problem, way_out)


def _survey(store: RemoteStore) -> Survey:
    return Survey(
        None, tuple(_graph(store, iri) for iri in sorted(store.graphs())), store.iris.document_graphs
    )


def _graph(store: RemoteStore, iri: str) -> Graph:
    quads = list(store.quads(iri))
    if not iri.startswith(store.iris.document_graphs):
        return Graph(iri, quads=len(quads))
    return Graph(iri, quads=len(quads), digest=digest(quads), **about(quads, RW))


def _for_server(check: Checked) -> Checked:
    """What other machines loaded is no fault here; and there are no files to repair."""
    if check.health is not Health.BAD:
        return check
    if check.what == "unrecorded documents":
        return replace(check, health=Health.NOTE, way_out=_ELSEWHERE)
    return replace(check, way_out=_AGAIN)
