"""JSON read as it comes in, value by value, so that a large answer need not be held twice."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator
from typing import Any

_SPACE = re.compile(r"[ \t\r\n]*")
_ENOUGH = 65_536
"""Characters that are read on at least: a server may send its answer in thousands of pieces."""
_DECODER = json.JSONDecoder()


class CutError(Exception):
    """The text ended, or went on as something else than JSON. Holds what stands there."""


class Scanner:
    """A text that comes in pieces. Every method raises ``CutError`` where the text is not as it asks."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces
        self._decode = codecs.getincrementaldecoder("utf-8-sig")().decode
        self._text = ""
        self._at = 0
        self._ended = False

    def take(self, sign: str) -> None:
        """Goes past ``sign``, which must be next."""
        if self.next() != sign:
            raise CutError(self._here())
        self._at += 1

    def next(self) -> str:
        """The next sign that is no space, which stays; empty at the end."""
        while True:
            space = _SPACE.match(self._text, self._at)
            assert space is not None
            self._at = space.end()
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._more(_ENOUGH):
                return ""

    def value(self) -> Any:
        """The next value as a whole."""
        self.next()
        wanted = _ENOUGH
        while True:
            try:
                found, end = _DECODER.raw_decode(self._text, self._at)
            except RecursionError:
                raise CutError("it is nested without end") from None
            except ValueError:
                pass
            else:
                # A number may go on in the next piece.
                if end < len(self._text) or self._ended:
                    self._at = end
                    return found
            if not self._more(wanted):
                if self._ended and not self._complete():
                    raise CutError(self._here())
                continue
            wanted = max(2 * wanted, len(self._text) - self._at)

    def members(self) -> Iterator[str]:
        """The names in an object; whoever asks for the next must have taken the value of the last."""
        yield from self._listed("{", "}")

    def items(self) -> Iterator[Any]:
        """The values in an array."""
        for _ in self._listed("[", "]"):
            yield self.value()

    def end(self) -> None:
        """Nothing may follow."""
        if self.next():
            raise CutError(self._here())

    def _listed(self, first: str, last: str) -> Iterator[str]:
        self.take(first)
        if self.next() == last:
            self.take(last)
            return
        while True:
            if first == "{":
                name = self.value()
                self.take(":")
                yield str(name)
            else:
                yield ""
            if self.next() != ",":
                break
            self.take(",")
        self.take(last)

    def _complete(self) -> bool:
        try:
            _DECODER.raw_decode(self._text, self._at)
        except ValueError:
            return False
        return True

    def _more(self, wanted: int) -> bool:
        """Reads at least ``wanted`` further signs if there are any; false where there are none."""
        if self._ended:
            return False
        fresh: list[str] = []
        got = 0
        while got < wanted:
            piece = next(self._pieces, None)
            try:
                text = self._decode(piece or b"", piece is None)
            except UnicodeDecodeError:
                raise CutError("bytes that are no UTF-8") from None
            fresh.append(text)
            got += len(text)
            if piece is None:
                self._ended = True
                break
        self._text = self._text[self._at :] + "".join(fresh)
        self._at = 0
        return got > 0

    def _here(self) -> str:
        rest = " ".join(self._text[self._at : self._at + 120].split())
        return f"it goes on with {rest!r}" if rest else "it ends too early"
