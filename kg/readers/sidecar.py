"""A file beside an article that says what is known of it: ``article.txt.json`` beside ``article.txt``."""

from __future__ import annotations

from pathlib import Path

from kg.readers.metadata import language_code, partial_date, web_address
from kg.readers.record import METADATA, parse_record, stated_in
from kg.readers.unreadable import RefusedError

ENDING = ".json"
_LIMIT = 1_000_000
_CHECKS = {"date": partial_date, "language": language_code, "url": web_address}


def sidecar_of(path: Path) -> Path:
    """Where the sidecar of a file lies, whether there is one or not: its whole name and ``.json``."""
    return path.with_name(path.name + ENDING)


def read_sidecar(path: Path, shown: str) -> dict[str, str]:
    """What the sidecar of the file at ``path``, called ``shown``, states of it; nothing where there is none.

    The keys are those of a line of JSON Lines without the text; others are left alone. Raises
    ``RefusedError`` about the sidecar, and ``OSError`` where it cannot be read.
    """
    try:
        with sidecar_of(path).open("rb") as stream:
            data = stream.read(_LIMIT + 1)
    except FileNotFoundError:
        return {}
    try:
        return _stated(data)
    except RefusedError as error:
        raise RefusedError(
            error.problem, f"{error.way_out}, or remove this file; its article waits", about=shown + ENDING
        ) from error


def _stated(data: bytes) -> dict[str, str]:
    if len(data) > _LIMIT:
        raise RefusedError(f"larger than the limit of {_LIMIT:,} bytes for a sidecar", "shorten it")
    stated = stated_in(parse_record(data), "id", *METADATA)
    for key, check in _CHECKS.items():
        if key in stated:
            check(stated[key])
    return stated
