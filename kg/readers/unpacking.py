"""Packed streams: gzip, unpacked while it is read, and never far beyond what a text can pack."""

from __future__ import annotations

import gzip
import io
import zlib
from typing import BinaryIO

from kg.readers.unreadable import RefusedError

MOST = 200
"""Times its packed size that a stream may unpack to. Texts come to 3 to 20; deflate can do 1032."""
_FREE = 50_000_000
"""Bytes that any stream may unpack to: the same few lines over and over pack better than texts."""


class Unpacked(io.RawIOBase):
    """The unpacked bytes of a gzip stream. Reading raises ``RefusedError`` for one that is damaged or a bomb."""

    def __init__(self, packed: BinaryIO) -> None:
        self._packed = _Counted(packed)
        self._stream = gzip.GzipFile(fileobj=self._packed)
        self._given = 0

    def readable(self) -> bool:
        """Yes."""
        return True

    # The buffer's type has no name before Python 3.12.
    def readinto(self, buffer: object, /) -> int:
        """Fills ``buffer`` with the next bytes; 0 at the end."""
        view = memoryview(buffer)  # type: ignore[arg-type]
        try:
            data = self._stream.read(len(view))
        except EOFError as error:
            raise RefusedError("its packed data break off", "get the whole file again") from error
        except (gzip.BadGzipFile, zlib.error) as error:
            raise RefusedError(
                "its packed data are damaged, or not gzip", "pack it anew with gzip"
            ) from error
        self._given += len(data)
        if self._given > max(_FREE, MOST * self._packed.count):
            raise RefusedError(
                f"it unpacks to more than {MOST} times its size, which no text does",
                "unpack it yourself if you trust it",
            )
        view[: len(data)] = data
        return len(data)


class _Counted(io.RawIOBase):
    """Passes bytes on and counts them."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.count = 0

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1, /) -> bytes:
        data = self._stream.read(size)
        self.count += len(data)
        return data


def unpacked(packed: BinaryIO) -> BinaryIO:
    """The stream that ``packed``, a gzip stream, holds."""
    return io.BufferedReader(Unpacked(packed), 1 << 16)
