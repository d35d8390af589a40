"""The token of a server, in a file that nobody else can read."""

from __future__ import annotations

import os
import secrets
import sys
from pathlib import Path

from kg.errors import InputError

_SHORTEST = 16


def read_token(path: Path) -> str:
    """The token in the first line of a file, which is made with a new one where there is none.

    Raises ``InputError`` for a token that is too short, and for a file that others may read.
    """
    try:
        return _made(path)
    except FileExistsError:
        pass
    except OSError as error:
        raise InputError(path, error.strerror or "cannot be written", "name another --token-file") from error
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
        mode = path.stat().st_mode
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(
            path, f"no token can be read from it ({error})", "name another --token-file"
        ) from error
    if sys.platform != "win32" and mode & 0o077:
        raise InputError(path, "others can read the token in it", f"take that from them: chmod 600 {path}")
    token = lines[0].strip() if lines else ""
    if len(token) < _SHORTEST or not token.isascii() or " " in token:
        raise InputError(
            path,
            f"its first line is no token of {_SHORTEST} letters and digits or more",
            "remove the file, and a new one is made",
        )
    return token


def _made(path: Path) -> str:
    token = secrets.token_urlsafe(32)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as stream:
        stream.write(token + "\n")
    return token
