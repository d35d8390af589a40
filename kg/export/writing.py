"""Writes an export to a stream, or to a file that is there in whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import IO

from kg.export.errors import ExportWriteError
from kg.export.formats import find_format
from kg.export.selection import Selection, selected
from kg.store import Store

_BOM = "\ufeff"


def export(
    store: Store,
    format_name: str,
    stream: IO[bytes],
    *,
    actor: str | None = None,
    document: str | None = None,
    graphs: Sequence[str] | None = None,
    bom: bool = False,
) -> None:
    """Writes the store, or what it says of one ``actor`` or in one ``document`` (IRIs), as UTF-8.

    ``graphs`` are names of ``kg.export.GRAPHS``; without them each format takes what it can keep apart.
    ``bom`` opens the text with a byte order mark, which some spreadsheets need. The same content gives the
    same bytes. Raises the errors of ``kg.export.errors``.
    """
    form = find_format(format_name)
    quads = selected(store, Selection(tuple(graphs or form.graphs), actor, document))
    if bom:
        stream.write(_BOM.encode())
    for piece in form.write(quads, store.iris):
        stream.write(piece.encode())


def export_file(
    store: Store,
    format_name: str,
    path: Path,
    *,
    actor: str | None = None,
    document: str | None = None,
    graphs: Sequence[str] | None = None,
    bom: bool = False,
) -> None:
    """``export`` into a file. Until all is written, what stood there stays. Raises ``ExportWriteError``."""
    draft: Path | None = None
    try:
        if path.exists() and not path.is_file():
            # A device or a pipe is to be written to; a draft in its place would take it away.
            with path.open("wb") as stream:
                export(store, format_name, stream, actor=actor, document=document, graphs=graphs, bom=bom)
            return
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as stream:
            draft = Path(stream.name)
            export(store, format_name, stream, actor=actor, document=document, graphs=graphs, bom=bom)
            stream.flush()
            os.fsync(stream.fileno())
        draft.chmod(0o666 & ~_umask())
        draft.replace(path)
        draft = None
    except OSError as error:
        raise ExportWriteError(path, error.strerror or "cannot be written") from error
    finally:
        if draft is not None:
            draft.unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
