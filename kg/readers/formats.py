"""Which reader reads which kind of file: a further format is one entry here and one file beside this one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO

from kg.model import Document
from kg.readers.foreign import by_ending
from kg.readers.html import read_html
from kg.readers.jsonlines import read_json_lines
from kg.readers.plain import read_plain
from kg.readers.rdf import rdf_reader
from kg.readers.settings import Settings
from kg.readers.unreadable import RefusedError, Unreadable

Reader = Callable[[BinaryIO, str, Settings], Iterator[Document | Unreadable]]

READERS: Mapping[str, Reader] = MappingProxyType(
    {
        "txt": read_plain,
        "html": read_html,
        "jsonl": read_json_lines,
        **{form: rdf_reader(form) for form in ("ttl", "trig", "nt", "nq")},
    }
)
"""Name of a format, as ``--as`` takes it, to its reader."""

_ENDINGS = MappingProxyType(
    {
        **{".txt": "txt", ".html": "html", ".htm": "html", ".xhtml": "html", ".jsonl": "jsonl"},
        **{".ttl": "ttl", ".trig": "trig", ".nt": "nt", ".nq": "nq"},
    }
)
ARTICLES = frozenset(("txt", "html"))
"""The formats of which a file is one document, of which a sidecar can tell."""
PACKED = ".gz"

SUFFIXES = tuple(sorted(_ENDINGS))
"""The endings of file names that can be read, in lower case with their dot; each may be followed by ``.gz``."""


def is_packed(path: Path) -> bool:
    """Whether the name of a file says that it is packed."""
    return path.suffix.lower() == PACKED


def format_of(path: Path) -> str | None:
    """The format of a file, by the end of its name, in any case; None for a name that says none."""
    inner = path.with_suffix("") if is_packed(path) else path
    return _ENDINGS.get(inner.suffix.lower())


def unsupported(path: Path) -> RefusedError:
    """The refusal of a file whose name says no format that is read."""
    supported = f"(supported: {', '.join(SUFFIXES)}, and each with {PACKED})"
    foreign = by_ending(path.name)
    if foreign is not None:
        what, way_out = foreign
        return RefusedError(
            f"{path.suffix} is the ending of {what}, which is not read here {supported}", way_out
        )
    kind = f"{path.suffix} files are" if path.suffix else "a file without an ending such as .txt is"
    return RefusedError(
        f"{kind} not a supported format {supported}",
        f"say what it holds with --as {', '.join(READERS)}, or pass its text on standard input as '-'",
    )
