"""Requests to one server: limits on time and size, no redirect followed, and no answer that broke off taken.

urllib3 keeps the connection open between the many small queries of a command, and tells an answer that ended
early from one that ended.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Self
from urllib.parse import urlencode, urljoin

import urllib3
from urllib3.exceptions import (
    ConnectTimeoutError,
    HTTPError,
    NameResolutionError,
    ReadTimeoutError,
    SSLError,
)

from kg import __version__
from kg.store.errors import StoreTimeoutError
from kg.store.remote.access import Access
from kg.store.remote.address import shown
from kg.store.remote.errors import (
    AccessError,
    CutAnswerError,
    MovedError,
    ServerFailedError,
    UnreachableError,
)

_PIECE = 65_536
_CONNECT_SECONDS = 10.0
_TOLD = 4_000
"""Bytes of an error's body that are read."""
JSON = "application/sparql-results+json"


@dataclass(frozen=True, slots=True)
class Bounds:
    """How long an answer may take as a whole, and how large it may be."""

    seconds: float
    bytes: int = 2**31


class Reply:
    """A successful answer whose body is still to be read."""

    def __init__(self, response: urllib3.BaseHTTPResponse, url: str, until: float, bounds: Bounds) -> None:
        self._response = response
        self._url = url
        self._until = until
        self._bounds = bounds
        self._ended = False
        self.headers = response.headers

    def pieces(self) -> Iterator[bytes]:
        """The body. Raises ``CutAnswerError``, ``StoreTimeoutError`` and ``UnreachableError``."""
        size = 0
        with _failures(self._url, self._bounds.seconds):
            while piece := self._response.read1(_PIECE):
                size += len(piece)
                if size > self._bounds.bytes:
                    raise CutAnswerError(
                        shown(self._url), f"it is longer than {self._bounds.bytes:,} bytes", "ask for less"
                    )
                if time.monotonic() > self._until:
                    raise StoreTimeoutError(shown(self._url), self._bounds.seconds)
                yield piece
        self._ended = True

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._ended:
            self._response.release_conn()
        else:
            # The end of the connection tells the server that nobody waits.
            self._response.close()


class Client:
    """Posts to one server. Made once for each open store."""

    def __init__(self, access: Access) -> None:
        self._pool = urllib3.PoolManager(retries=False, maxsize=2)
        self._access = access

    def ask(self, url: str, query: str, bounds: Bounds, parameters: dict[str, str] | None = None) -> Reply:
        """Posts a query (SPARQL 1.1 Protocol 2.1.2) and gives its answer as JSON.

        Raises ``ServerFailedError`` for every other status than 200, and the errors of a connection.
        """
        body = urlencode({"query": query, **(parameters or {})}).encode()
        kind = "application/x-www-form-urlencoded"
        return self._post(url, body, {"Content-Type": kind, "Accept": JSON}, bounds)

    def tell(self, url: str, update: str, bounds: Bounds) -> None:
        """Posts an update (SPARQL 1.1 Protocol 2.2.2). Raises as ``ask`` does."""
        kind = "application/sparql-update; charset=utf-8"
        with self._post(url, update.encode(), {"Content-Type": kind, "Accept": "*/*"}, bounds) as reply:
            for _ in reply.pieces():
                pass

    def close(self) -> None:
        """Lets go of all connections."""
        self._pool.clear()

    def _post(self, url: str, body: bytes, headers: dict[str, str], bounds: Bounds) -> Reply:
        until = time.monotonic() + bounds.seconds
        response = self._send(url, body, headers, until, bounds)
        if response.status == 401 and self._access.asked(response.headers.getlist("WWW-Authenticate")):
            response.close()
            response = self._send(url, body, headers, until, bounds)
        if response.status not in (200, 204):
            with response:
                self._refuse(url, response, until)
        if response.headers.get("Content-Encoding", "identity") != "identity":
            response.close()
            raise ServerFailedError(
                shown(url), response.status, "it sends compressed what was asked for plain"
            )
        return Reply(response, url, until, bounds)

    def _send(
        self, url: str, body: bytes, headers: dict[str, str], until: float, bounds: Bounds
    ) -> urllib3.BaseHTTPResponse:
        left = max(until - time.monotonic(), 0.01)
        with _failures(url, bounds.seconds):
            return self._pool.request(
                "POST",
                url,
                body=body,
                headers={
                    "User-Agent": f"rawabit/{__version__}",
                    "Accept-Encoding": "identity",
                    **headers,
                    **self._access.header("POST", url),
                },
                redirect=False,
                preload_content=False,
                timeout=urllib3.Timeout(connect=min(_CONNECT_SECONDS, left), read=left),
            )

    def _refuse(self, url: str, response: urllib3.BaseHTTPResponse, until: float) -> None:
        place, status = shown(url), response.status
        if 300 <= status < 400:
            raise MovedError(place, shown(urljoin(url, response.headers.get("Location", ""))))
        told = b""
        with _failures(url, 0):
            while len(told) < _TOLD and time.monotonic() < until and (piece := response.read1(_TOLD)):
                told += piece
        problem = _first_line(told)
        if status in {401, 403} or "SECURITY" in problem:
            named = "does not let this user in" if self._access.named else "wants to know who asks"
            raise AccessError(place, f"{named} (status {status})")
        raise ServerFailedError(place, status, problem or "no reason given")


def _first_line(told: bytes) -> str:
    """The first words of what a server says, fit to be shown."""
    lines = told.decode("utf-8", "replace").split("\n")
    first = next((line for line in lines if line.strip()), "")
    return " ".join("".join(sign if sign.isprintable() else " " for sign in first).split())[:300]


@contextmanager
def _failures(url: str, seconds: float) -> Iterator[None]:
    place = shown(url)
    try:
        yield
    except ConnectTimeoutError as error:
        raise UnreachableError(place, "cannot be reached in time") from error
    except (ReadTimeoutError, TimeoutError) as error:
        raise StoreTimeoutError(place, seconds) from error
    except NameResolutionError as error:
        raise UnreachableError(place, "is not known by that name") from error
    except SSLError as error:
        raise UnreachableError(place, f"cannot be trusted ({_reason(error)})") from error
    except HTTPError as error:
        raise UnreachableError(place, f"cannot be reached, or broke off ({_reason(error)})") from error


def _reason(error: BaseException) -> str:
    """The last words of an error of urllib3, which begin with addresses of objects and with the whole URL."""
    cause = error.__cause__ or error
    return str(cause).rpartition(": ")[2].rstrip("')") or type(error).__name__
