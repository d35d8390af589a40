"""Finds queries: those that travel with the program, and the user's own."""

from __future__ import annotations

import difflib
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.errors import KGError
from kg.query.errors import QueryFileError, UnknownQueryError
from kg.query.headers import Header, read_header
from kg.resources import folder

_LIMIT = 1_000_000


@dataclass(frozen=True, slots=True)
class Query:
    """One query file."""

    name: str
    """The file's stem for a packaged query or one in an own folder; the path as given for any other."""
    path: Path
    text: str
    header: Header
    packaged: bool
    """Whether it travels with the program. Only such a query runs in this process."""

    @property
    def group(self) -> str:
        """The folder that holds it, such as ``lookup``."""
        return self.path.parent.name


def own_folders() -> tuple[Path, ...]:
    """The folders of the user's own queries.

    Those in ``KG_QUERIES``, else ``rawabit/queries`` in the user's settings.
    """
    listed = os.environ.get("KG_QUERIES")
    if listed:
        return tuple(Path(part) for part in listed.split(os.pathsep) if part)
    settings = os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config"
    return (Path(settings) / "rawabit" / "queries",)


def packaged_queries() -> tuple[Query, ...]:
    """Every query that travels with the program, sorted by name."""
    files = folder("queries").glob("*/*.rq")
    return tuple(
        sorted((_read(path, path.stem, packaged=True) for path in files), key=lambda query: query.name)
    )


def own_queries(folders: Sequence[Path]) -> tuple[tuple[Query, ...], tuple[KGError, ...]]:
    """Every query in the user's ``folders`` and what lies in them, sorted by name, and what keeps others out.

    A missing folder is empty; a file that cannot be read does not hide the rest.
    """
    found: list[Query] = []
    wrong: list[KGError] = []
    for path in (path for place in folders for path in sorted(place.rglob("*.rq"))):
        try:
            found.append(_read(path, path.stem, packaged=False))
        except KGError as error:
            wrong.append(error)
    return tuple(sorted(found, key=lambda query: query.name)), tuple(wrong)


def find_query(name: str, folders: Sequence[Path] = ()) -> Query:
    """The query of this name: packaged, in the user's ``folders``, or the ``.rq`` file at that path.

    A packaged name is never taken over by the user's own. Raises ``UnknownQueryError`` with the nearest
    names, ``QueryFileError``, or ``QueryHeaderError``.
    """
    if name.endswith(".rq") or "/" in name or os.sep in name:
        return _read(Path(name), name, packaged=False)
    files = {path.stem: (path, True) for path in folder("queries").glob("*/*.rq")}
    for place in folders:
        for path in sorted(place.rglob("*.rq")):
            files.setdefault(path.stem, (path, False))
    if name not in files:
        close = difflib.get_close_matches(name, sorted(files), n=3, cutoff=0.5)
        containing = [other for other in sorted(files) if name and name in other and other not in close]
        raise UnknownQueryError(name, (*close, *containing)[:5], len(files))
    path, packaged = files[name]
    return _read(path, name, packaged=packaged)


def _read(path: Path, name: str, *, packaged: bool) -> Query:
    try:
        if path.stat().st_size > _LIMIT:
            raise QueryFileError(path, f"larger than {_LIMIT:,} bytes")
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise QueryFileError(path, "there is no such file") from None
    except IsADirectoryError:
        raise QueryFileError(path, "it is a folder") from None
    except UnicodeDecodeError as error:
        raise QueryFileError(path, f"not UTF-8 text (byte {error.start})") from None
    except OSError as error:
        raise QueryFileError(path, error.strerror or "cannot be read") from None
    return Query(name, path, text, read_header(text, path), packaged)
