"""Files that are there in whole or not at all, whoever else writes the same one."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from kg.store.layout import sync


@contextmanager
def written_whole(path: Path) -> Iterator[BinaryIO]:
    """A stream whose content stands at ``path``, on the disk, once the block has ended well. Raises ``OSError``.

    The draft has a name of its own: two machines may make the same file, and the later one replaces it.
    """
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        with draft.open("xb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
    sync(path.parent)
