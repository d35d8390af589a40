"""Objects of a JSON Lines file, whose every field is checked when it is read: an error names file and line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import InputError


@dataclass(frozen=True, slots=True)
class Record:
    """One JSON object, and where it stands: the file and line, then the keys that lead to it."""

    where: str
    values: dict[str, Any]

    def refuse(self, problem: str, way_out: str) -> InputError:
        """The error to raise for this object."""
        return InputError(self.where, problem, way_out)

    def text(self, key: str) -> str:
        """A string that is not empty."""
        value = self._value(key)
        if not isinstance(value, str) or not value:
            raise self.refuse(f"{key!r} is not a string with something in it", "write one")
        return value

    def offset(self, key: str) -> int:
        """A whole number from 0 on."""
        value = self._value(key)
        if not isinstance(value, int) or isinstance(value, bool) or value < 0:
            raise self.refuse(f"{key!r} is not an offset", "write a whole number from 0 on")
        return value

    def truth(self, key: str) -> bool:
        """True or false."""
        value = self._value(key)
        if not isinstance(value, bool):
            raise self.refuse(f"{key!r} is neither true nor false", "write one of the two")
        return value

    def fraction(self, key: str) -> float:
        """A number from 0 to 1."""
        value = self._value(key)
        if not isinstance(value, int | float) or isinstance(value, bool) or not 0 <= value <= 1:
            raise self.refuse(f"{key!r} is not a number from 0 to 1", "write one")
        return float(value)

    def record(self, key: str) -> Record:
        """An object."""
        return self._inner(self._value(key), key)

    def optional(self, key: str) -> Record | None:
        """An object, or None for null."""
        value = self._value(key)
        return None if value is None else self._inner(value, key)

    def records(self, key: str) -> list[Record]:
        """A list of objects."""
        value = self._value(key)
        if not isinstance(value, list):
            raise self.refuse(f"{key!r} is not a list", "write a list of objects")
        return [self._inner(each, f"{key}[{number}]") for number, each in enumerate(value)]

    def _value(self, key: str) -> Any:
        if key not in self.values:
            raise self.refuse(f"there is no {key!r}", "add it")
        return self.values[key]

    def _inner(self, value: Any, key: str) -> Record:
        if not isinstance(value, dict):
            raise self.refuse(f"{key!r} is not an object", "write a JSON object")
        return Record(f"{self.where}, {key}", value)


def read_records(path: Path) -> Iterator[Record]:
    """The objects of a JSON Lines file; blank lines are skipped. Raises ``InputError`` and ``OSError``."""
    with path.open("rb") as stream:
        for number, line in enumerate(stream, start=1):
            if line.strip():
                yield _record(line, f"{path}, line {number}")


def _record(line: bytes, where: str) -> Record:
    try:
        value = json.loads(line.decode("utf-8-sig"))
    except json.JSONDecodeError as error:
        raise InputError(
            where, f"not JSON: {error.msg} at character {error.pos + 1}", "write one JSON object on each line"
        ) from error
    except UnicodeDecodeError as error:
        raise InputError(where, f"not UTF-8 at byte {error.start + 1}", "save the file as UTF-8") from error
    except RecursionError as error:
        raise InputError(where, "nested too deep", "write flat JSON objects") from error
    except ValueError as error:
        # json has no error of its own for a number with more digits than Python converts.
        raise InputError(where, "a number is too long", "write offsets that are in the text") from error
    if not isinstance(value, dict):
        raise InputError(where, "not a JSON object", "write one JSON object on each line")
    return Record(where, value)
