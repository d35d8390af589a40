"""One question over HTTP and its answer, with limits on time and size, and without following redirects.

The standard library is enough for that: one POST at a time, no streaming, no cookies. It brings TLS with the
system's certificates and proxies from the environment, and asks for no compression that would have to be bounded.
"""

from __future__ import annotations

import http.client
import socket
import ssl
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from email.message import Message
from typing import IO

from kg import __version__

_PIECE = 65_536


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back."""

    status: int
    body: bytes
    retry_after: str | None = None
    location: str | None = None


class NoReplyError(Exception):
    """Nothing came back that is a reply. ``lasting`` where another attempt would meet the same."""

    def __init__(self, problem: str, *, lasting: bool = False) -> None:
        super().__init__(problem)
        self.lasting = lasting


class _Unmoved(urllib.request.HTTPRedirectHandler):
    """A redirect is an answer like any other: whoever follows one hands the key and the article to a stranger."""

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: Message, newurl: str
    ) -> None:
        return None


def post(url: str, body: bytes, *, key: str, timeout: float, largest: int) -> Reply:
    """Posts JSON. ``timeout`` is in seconds for the whole, ``largest`` in bytes. Raises ``NoReplyError``."""
    headers = {
        "Content-Type": "application/json",
        "Accept": "application/json",
        "User-Agent": f"rawabit/{__version__}",
        **({"Authorization": f"Bearer {key}"} if key else {}),
    }
    request = urllib.request.Request(url, body, headers, method="POST")
    opener = urllib.request.build_opener(_Unmoved, *_direct(url))
    until = time.monotonic() + timeout
    try:
        with opener.open(request, timeout=timeout) as response:
            return Reply(response.status, _read(response, until, largest))
    except urllib.error.HTTPError as error:
        with error:
            text = _read(error, until, _PIECE, cut=True)
            return Reply(error.code, text, error.headers.get("Retry-After"), error.headers.get("Location"))
    except TimeoutError as error:
        raise NoReplyError(f"did not answer within {timeout:g} seconds") from error
    except urllib.error.URLError as error:
        raise _unreachable(error, timeout) from error
    except (http.client.HTTPException, OSError) as error:
        raise NoReplyError(f"broke off its answer ({type(error).__name__})") from error


def _direct(url: str) -> list[urllib.request.BaseHandler]:
    """Without encryption nothing goes through a proxy: it would read what was meant for this machine."""
    return [urllib.request.ProxyHandler({})] if url.startswith("http:") else []


def _read(response: IO[bytes], until: float, largest: int, *, cut: bool = False) -> bytes:
    """At most ``largest`` bytes before ``until``: a server that sends a byte a second must not hold the run."""
    pieces, size = [], 0
    read = getattr(response, "read1", response.read)
    while piece := read(_PIECE):
        pieces.append(piece)
        size += len(piece)
        if size > largest and not cut:
            raise NoReplyError(f"sent more than {largest:,} bytes")
        if size > largest:
            break
        if time.monotonic() > until:
            raise TimeoutError
    return b"".join(pieces)[: largest + 1]


def _unreachable(error: urllib.error.URLError, timeout: float) -> NoReplyError:
    reason = error.reason
    if isinstance(reason, TimeoutError):
        return NoReplyError(f"did not answer within {timeout:g} seconds")
    if isinstance(reason, ssl.SSLCertVerificationError):
        return NoReplyError(f"has a certificate that does not hold ({reason.verify_message})", lasting=True)
    if isinstance(reason, socket.gaierror):
        return NoReplyError("is not known by that name", lasting=True)
    return NoReplyError(f"cannot be reached ({getattr(reason, 'strerror', None) or reason})")
