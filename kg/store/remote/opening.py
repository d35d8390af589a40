"""Opens the store on a server, for writing or for reading."""

from __future__ import annotations

import os
import time

from pyoxigraph import Literal, NamedNode

from kg.errors import InputError
from kg.iri import Iris
from kg.namespaces import DCTERMS
from kg.store.errors import BaseMismatchError, NoStoreError
from kg.store.layout import Layout
from kg.store.lock import PATIENCE, FolderLock, hold_alone
from kg.store.remote.access import Access, find_credentials
from kg.store.remote.address import Address, read_address
from kg.store.remote.errors import HalfWrittenError, UnfitServerError
from kg.store.remote.finding import check_values, find_hidden, find_queries, find_union, find_updates
from kg.store.remote.http import Bounds, Client
from kg.store.remote.journal import Journal, Known, folder_of
from kg.store.remote.service import Service
from kg.store.remote.store import RemoteStore

_SECONDS = 300.0
_REFERENCE, _UNFINISHED = "graph/reference", "graph/unfinished"
_MARKS = (
    "SELECT ?g ?p ?told WHERE { GRAPH ?g { ?g ?p ?told } "
    f"VALUES ?p {{ <{DCTERMS}identifier> <{DCTERMS}description> }} }}"
)


def open_server(place: str, iris: Iris | None = None, *, read_only: bool = False) -> RemoteStore:
    """The store on the server at ``place``. For writing, an empty server becomes one, with the base of ``iris``.

    One program on this machine may write, alone. Raises ``NoStoreError`` (reading only), ``BaseMismatchError``,
    ``StoreLockedError``, ``HalfWrittenError``, the errors of ``kg.store.remote.errors``, and those of the folder
    on this machine that goes with the server.
    """
    address = read_address(place)
    seconds = _seconds()
    client = Client(Access(find_credentials(address.host)))
    try:
        return _open(client, address, seconds, iris, read_only=read_only)
    except BaseException:
        client.close()
        raise


def _open(
    client: Client, address: Address, seconds: float, iris: Iris | None, *, read_only: bool
) -> RemoteStore:
    known = find_queries(client, address, Bounds(seconds))
    journal = Journal(Layout(folder_of(known.query)))
    before = journal.known()
    if before is not None and _name(before) == _name(known):
        known = before
    lock = None if read_only else _prepared(journal)
    try:
        if lock is not None and (known.update is None or address.update not in (None, known.update)):
            known = find_updates(client, address, known, Bounds(seconds))
        known, base = _looked_over(client, known, journal, seconds, iris, writing=lock is not None)
        if lock is not None and known != before:
            journal.keep(known)
        store = RemoteStore(Service(client, known, seconds), base, journal, lock=lock, read_only=read_only)
        if lock is not None:
            store.complete()
        _wait_for_whole(store)
    except BaseException:
        if lock is not None:
            lock.close()
        raise
    return store


def _looked_over(
    client: Client, known: Known, journal: Journal, seconds: float, iris: Iris | None, *, writing: bool
) -> tuple[Known, Iris]:
    """What is known of the server, with all that had to be found out, and the IRIs of the store that it holds."""
    service = Service(client, known, seconds)
    if service.is_virtuoso and not known.hidden:
        # Its own graphs hold marks of their own.
        found = _base(service, journal)
        known = find_hidden(service, (found or iris or Iris()).base)
        service = Service(client, known, seconds)
    found = _base(service, journal)
    if found is not None and iris is not None and found != iris:
        raise BaseMismatchError(service.place, found.base, iris.base)
    if found is None and not writing:
        raise NoStoreError(service.place)
    base = found or iris or Iris()
    if found is None:
        known = find_hidden(service, None) if not known.hidden else known
        journal.layout.create(base)
    if known.union is None:
        service = Service(client, known, seconds)
        known = (check_values(service, client, seconds, base) if writing else None) or (
            find_union(service, client, seconds) or known
        )
    return known, base


def _base(service: Service, journal: Journal) -> Iris | None:
    """The base of the store on the server; of one that was made and not yet loaded into, as it is noted here."""
    rows = service.select(_MARKS, ["g", "p", "told"]).rows
    bases = {
        name.value.removesuffix(_REFERENCE)
        for name, predicate, told in rows
        if isinstance(name, NamedNode)
        and name.value.endswith(_REFERENCE)
        and predicate == NamedNode(DCTERMS + "identifier")
        and isinstance(told, Literal)
        and told.value.startswith("sha256:")
    }
    if len(bases) > 1:
        raise UnfitServerError(
            service.place,
            f"it holds {len(bases)} stores, {' and '.join(sorted(bases))}",
            "give each one its own",
        )
    if bases:
        return Iris(bases.pop())
    try:
        return journal.layout.read_mark()
    except NoStoreError:
        return None


def _prepared(journal: Journal) -> FolderLock:
    layout = journal.layout
    try:
        layout.read_mark()
    except NoStoreError:
        layout.prepare()
    return hold_alone(layout)


def _wait_for_whole(store: RemoteStore) -> None:
    """Raises ``HalfWrittenError`` where a change that somebody began is not whole, and does not become so."""
    until = time.monotonic() + PATIENCE
    graph = NamedNode(store.iris.graph("unfinished"))
    while rows := store.select(f"SELECT ?who WHERE {{ GRAPH {graph} {{ {graph} ?p ?who }} }}").rows:
        if time.monotonic() > until:
            raise HalfWrittenError(store.place, str(getattr(rows[0][0], "value", "somebody")))
        time.sleep(0.05)


def _name(known: Known) -> tuple[str, str]:
    """What a server must still be for what was found out before to hold."""
    return known.query, known.product.partition("/")[0]


def _seconds() -> float:
    typed = os.environ.get("KG_STORE_TIMEOUT", "")
    try:
        seconds = float(typed) if typed else _SECONDS
    except ValueError:
        seconds = 0.0
    if not 0 < seconds <= 86_400:
        raise InputError("KG_STORE_TIMEOUT", f"is {typed!r}", "give seconds, more than 0")
    return seconds
