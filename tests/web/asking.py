"""Requests as bytes on a socket: a client library would mend what the tests send."""

from __future__ import annotations

import socket
from dataclasses import dataclass
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True)
class Reply:
    """What a server said."""

    status: int
    headers: dict[str, str]
    body: bytes


def ask(address: str, path: str = "/", *headers: str, method: str = "GET", body: bytes = b"") -> Reply:
    """What comes back for one request. A Host is added where none is among ``headers``."""
    where = urlsplit(address)
    lines = [f"{method} {path} HTTP/1.1", *headers, "Connection: close"]
    if not any(line.lower().startswith("host:") for line in headers):
        lines.append(f"Host: {where.netloc}")
    if body and not any(
        line.lower().startswith(("content-length:", "transfer-encoding:")) for line in headers
    ):
        lines.append(f"Content-Length: {len(body)}")
    with socket.create_connection((str(where.hostname), where.port or 80), timeout=30) as connection:
        connection.sendall("\r\n".join([*lines, "", ""]).encode() + body)
        got = b""
        while piece := connection.recv(65536):
            got += piece
    return _reply(got)


def _reply(got: bytes) -> Reply:
    head, _, body = got.partition(b"\r\n\r\n")
    first, *rest = head.decode("latin-1").split("\r\n")
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in rest)}
    if headers.get("transfer-encoding") == "chunked":
        whole, left = b"", body
        while left:
            size, _, left = left.partition(b"\r\n")
            whole += left[: int(size, 16)]
            left = left[int(size, 16) + 2 :]
        body = whole
    return Reply(int(first.split()[1]), headers, body)
