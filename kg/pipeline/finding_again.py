"""Finds the texts of documents again in the files that the ledger names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from kg.model import Document
from kg.readers import Unreadable, read_documents
from kg.store import Entry


def find_again(entries: Iterable[Entry]) -> Iterator[Document | Mapping[str, str]]:
    """The documents whose text has the SHA-256 of an entry still, each once; and by hash why others are not found.

    A file is read once, and no further than the last document that is looked for.
    """
    by_file: dict[tuple[str | None, str | None], dict[str, Entry]] = defaultdict(dict)
    for entry in entries:
        by_file[entry.path, entry.form][entry.document] = entry
    for (path, form), missing in by_file.items():
        if path is None:
            reason = "the ledger knows of no file: it came by a pipe, or was loaded by an older version"
        else:
            reason = f"{path} does not hold its text any more"
            for found in read_documents([path], form=form):
                if isinstance(found, Unreadable):
                    # Of a file with many documents, lines may be unreadable that were so before.
                    reason = f"{path}: {found.problem}" if found.line is None else reason
                elif missing.pop(found.sha256, None) is not None:
                    yield found
                if not missing:
                    break
        yield dict.fromkeys(missing, f"{reason}; load it again from where it is now")
