"""Deals a corpus out: one file of documents for each share, so that the inputs are read only once."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.model import Document
from kg.readers import Unreadable
from kg.shards.records import line
from kg.shards.share import Share, share_of

_HELD = 64_000_000
"""Bytes that are held back before they are written: files are opened seldom, however many shares there are."""


@contextmanager
def dealt_folder(folder: Path) -> Iterator[Path]:
    """A folder in ``folder`` for what is dealt out, which every worker sees, and which is gone in the end."""
    made = Path(tempfile.mkdtemp(prefix="dealt-", dir=folder))
    # As other folders of this user: workers may run under another name.
    made.chmod(folder.stat().st_mode)
    try:
        yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)


def deal(
    given: Iterable[Document | Unreadable],
    folder: Path,
    wanted: Iterable[Share],
    *,
    progress: Callable[[object], None] | None = None,
) -> dict[Share, str]:
    """Writes the documents of the shares ``wanted`` into ``folder``, in their order.

    All shares are of one division. Gives the SHA-256 over the documents of each. Raises ``OSError``.
    """
    hashes = {share: hashlib.sha256() for share in wanted}
    count = next(iter(hashes)).count
    for share in hashes:
        share.documents(folder).touch()
    held: dict[Share, list[bytes]] = defaultdict(list)
    size = 0
    for each in given:
        share = share_of(each, count)
        if share in hashes:
            told = line(each)
            hashes[share].update(told)
            held[share].append(told)
            size += len(told)
        if size >= _HELD:
            _write(held, folder)
            size = 0
        if progress is not None:
            progress(each)
    _write(held, folder)
    return {share: whole.hexdigest() for share, whole in hashes.items()}


def _write(held: dict[Share, list[bytes]], folder: Path) -> None:
    for share, lines in held.items():
        with share.documents(folder).open("ab") as stream:
            stream.writelines(lines)
    held.clear()
