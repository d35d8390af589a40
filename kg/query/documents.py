"""Finds the document that a user means."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from pathlib import PurePath

from kg.errors import AmbiguousNameError, UnknownNameError
from kg.namespaces import RW
from kg.store import Store

_SHORTEST_PREFIX = 6


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A document of the store, without its text."""

    iri: str
    sha256: str
    name: str
    claims: int


def stored_documents(store: Store) -> tuple[StoredDocument, ...]:
    """All documents, by name and then hash."""
    rows = store.select(
        f"SELECT ?document ?sha256 ?name ?claims WHERE {{ ?document a <{RW}Document> ; "
        f"<{RW}sha256> ?sha256 ; <{RW}name> ?name ; <{RW}claimCount> ?claims }}"
    ).rows
    told = ([str(getattr(term, "value", "")) for term in row] for row in rows)
    found = (StoredDocument(iri, sha256, name, int(claims)) for iri, sha256, name, claims in told)
    return tuple(sorted(found, key=lambda document: (document.name, document.sha256)))


def find_document(store: Store, given: str) -> StoredDocument:
    """The document with this IRI (``document:`` may stand for its base), name or path, last part of a path,
    or beginning of its hash (6 characters).

    Raises ``UnknownNameError`` with near names, or ``AmbiguousNameError`` with all that fit.
    """
    documents = stored_documents(store)
    for fits in (_by_iri, _by_name, _by_hash, _by_file):
        found = [document for document in documents if fits(document, given)]
        if len(found) == 1:
            return found[0]
        if found:
            raise AmbiguousNameError(
                "document", given, [f"{each.sha256[:16]} ({each.name})" for each in found]
            )
    near = difflib.get_close_matches(given, [each.name for each in documents])
    raise UnknownNameError("document", given, near, "'kg query documents' lists all")


def _by_iri(document: StoredDocument, given: str) -> bool:
    return given in {document.iri, "document:" + document.iri.rpartition("/")[2]}


def _by_name(document: StoredDocument, given: str) -> bool:
    return document.name == given or PurePath(document.name) == PurePath(given)


def _by_hash(document: StoredDocument, given: str) -> bool:
    return len(given) >= _SHORTEST_PREFIX and document.sha256.startswith(given.lower())


def _by_file(document: StoredDocument, given: str) -> bool:
    return PurePath(document.name).name == PurePath(given).name
