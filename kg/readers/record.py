"""What a JSON object says of a document: the same keys in a line of JSON Lines and in a sidecar."""

from __future__ import annotations

import json
from typing import Any

from kg.readers.decoding import decode
from kg.readers.unreadable import RefusedError

METADATA = ("title", "date", "source", "author", "url", "language")


def parse_record(data: bytes) -> dict[str, Any]:
    """The JSON object in ``data``. Raises ``RefusedError``."""
    try:
        record = json.loads(decode(data))
    except json.JSONDecodeError as error:
        raise RefusedError(
            f"not JSON: {error.msg} at character {error.pos + 1}", "write one JSON object", kind="not JSON"
        ) from error
    except RecursionError as error:
        raise RefusedError("nested too deep", "write one flat JSON object") from error
    except ValueError as error:
        # json has no error of its own for a number with more digits than Python converts.
        raise RefusedError(
            "not JSON that can be read: a number is too long", "write such an id as a string"
        ) from error
    if not isinstance(record, dict):
        raise RefusedError("not a JSON object", 'write an object such as {"id": "…", "text": "…"}')
    return record


def stated_in(record: dict[str, Any], *keys: str) -> dict[str, str]:
    """Those of ``keys`` that ``record`` states; null and blank mean absent, and an id may be a number.

    Raises ``RefusedError`` for what is no string, holds NUL, or holds half a character.
    """
    stated = {key: _words(key, record[key]) for key in keys if record.get(key) is not None}
    return {key: value for key, value in stated.items() if value.strip() or key == "text"}


def _words(key: str, value: object) -> str:
    if key == "id" and isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, str):
        raise RefusedError(f"{key!r} is not a string", "write it in quotation marks")
    if "\0" in value:
        raise RefusedError(f"{key!r} holds the character NUL", "remove it")
    try:
        value.encode()
    except UnicodeEncodeError as error:
        found = f"\\u{ord(value[error.start]):04x}"
        raise RefusedError(
            f"{key!r} holds half of a surrogate pair, {found}, at character {error.start + 1}",
            "write the whole character, or remove the escape",
            kind=f"{key!r} holds half of a surrogate pair",
        ) from error
    return value
