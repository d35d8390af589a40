"""Keeps on disk what takes long to work out and follows from files alone, so that the next run finds it.

Whatever goes wrong with the folder or with a file in it, the answer is worked out anew: the cache is never needed.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")
_PAIRS = "\0pairs"
_KEPT = 4
"""Files of one name that stay: several versions of the program may be in use side by side."""


def cache_folder() -> Path | None:
    """``rawabit`` in the user's cache folder (XDG Base Directory Specification); None for a user without a home."""
    if given := os.environ.get("XDG_CACHE_HOME"):
        return Path(given) / "rawabit"
    try:
        return Path.home() / ".cache" / "rawabit"
    except RuntimeError:
        return None


def remembered(name: str, sources: Iterable[Path], make: Callable[[], T], *, given: bytes = b"") -> T:
    """What ``make`` gives: from the cache, if it was made from files with these very contents.

    ``sources`` are all files that the answer depends on, code among them, and ``given`` what it depends on beside
    them. An answer is kept only where JSON holds it
    exactly, with lists and no tuples; keys may be numbers too. Nothing is kept where a source cannot be read or the
    folder cannot be written.
    """
    folder, key = cache_folder(), _key(sources, given)
    if folder is None or key is None:
        return make()
    path = folder / f"{name}-{key[:32]}.json"
    body = _read(path)
    if body is not None:
        kept: T = _from_json(body)
        return kept
    made = make()
    body = _as_json(made)
    if body is not None:
        _write(path, body)
        _forget_others(path, name)
    return made


def _as_json(value: object) -> bytes | None:
    try:
        text = json.dumps(_with_pairs(value), ensure_ascii=False, separators=(",", ":"))
    except TypeError:
        return None
    body = text.encode("utf-8", "surrogatepass")
    return body if _from_json(body) == value else None


def _from_json(body: bytes) -> Any:
    return json.loads(body, object_hook=lambda found: dict(found[_PAIRS]) if _PAIRS in found else found)


def _with_pairs(value: Any) -> Any:
    """The value with its objects as lists of pairs where a key is no string, which JSON cannot hold."""
    if isinstance(value, list):
        return [_with_pairs(each) for each in value]
    if not isinstance(value, dict):
        return value
    if not all(isinstance(key, str | int) for key in value):
        raise TypeError("JSON holds strings and numbers as keys")
    pairs = [[key, _with_pairs(each)] for key, each in value.items()]
    return dict(pairs) if all(isinstance(key, str) for key in value) else {_PAIRS: pairs}


def _key(sources: Iterable[Path], given: bytes) -> str | None:
    whole = hashlib.sha256(given)
    for source in (Path(__file__), *sources):
        try:
            whole.update(hashlib.sha256(source.read_bytes()).digest())
        except OSError:
            return None
    return whole.hexdigest()


def _read(path: Path) -> bytes | None:
    """What stands behind the checksum in the first line, if it is what was written there."""
    try:
        checksum, _, body = path.read_bytes().partition(b"\n")
    except OSError:
        return None
    return body if checksum == hashlib.sha256(body).hexdigest().encode() else None


def _write(path: Path, body: bytes) -> None:
    """Writes the file whole or not at all: another process may read or write it at the same time."""
    # Hardly any run writes, and it draws in much else.
    import tempfile

    with contextlib.suppress(OSError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".", delete=False) as stream:
            try:
                stream.write(hashlib.sha256(body).hexdigest().encode() + b"\n" + body)
                stream.close()
                Path(stream.name).replace(path)
            except OSError:
                Path(stream.name).unlink(missing_ok=True)


def _forget_others(path: Path, name: str) -> None:
    with contextlib.suppress(OSError):
        others = sorted(path.parent.glob(f"{name}-*.json"), key=lambda each: each.stat().st_mtime)
        for old in others[:-_KEPT]:
            old.unlink(missing_ok=True)
