"""Lets in only what this machine's user may have sent: no other site's page, and no name that was turned to us.

A page from anywhere can make a browser send requests to this machine, also under a name of its own that it points here
(DNS rebinding). So the name that was addressed, the page that asks, the way and the content are looked at first.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Collection
from urllib.parse import urlsplit

from starlette.types import ASGIApp, Receive, Scope, Send

from kg.web.problems import Problem, problem_response

_LOCAL = frozenset({"localhost", "127.0.0.1", "[::1]"})
_METHODS = frozenset({"GET", "HEAD", "POST"})
_DATA = ("/api/", "/sparql", "/graph", "/.well-known/")
"""Where no page lies: what begins so is not opened by a link on another site."""
_FORM = "application/x-www-form-urlencoded"
_JSON = "application/json"
_QUERY = "application/sparql-query"
_TAKEN = {"/sparql": (_FORM, _QUERY), "/sign-in": (_FORM,), "/api/network": (_JSON,)}
"""What takes a body, and of which types."""
MOST = 1_000_000
"""Bytes of a request's body."""


class Guard:
    """Stands before ``app``. ``hosts`` are further names of this server; with ``any_address`` every IP address is."""

    def __init__(self, app: ASGIApp, *, hosts: Collection[str] = (), any_address: bool = False) -> None:
        self._app = app
        self._hosts = _LOCAL | {host.lower() for host in hosts}
        self._any_address = any_address

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request, or the beginning and the end of the server."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            # A web socket, of which there are none.
            await send({"type": "websocket.close", "code": 1008})
            return
        try:
            self._check(scope)
        except Problem as problem:
            await problem_response(problem)(scope, receive, send)
            return
        # Whatever answers GET answers HEAD; the server beneath leaves the body out.
        within = {**scope, "method": "GET"} if scope["method"] == "HEAD" else scope
        await self._app(within, _counted(receive), send)

    def _check(self, scope: Scope) -> None:
        headers: dict[str, list[str]] = {}
        for name, value in scope["headers"]:
            headers.setdefault(name.decode("latin-1").lower(), []).append(value.decode("latin-1"))
        host = self._check_host(headers.get("host", []), scope)
        _check_origin(headers, host, scope)
        method = scope["method"]
        if method not in _METHODS:
            raise _not_taken(scope)
        _check_body(headers, scope)

    def _check_host(self, given: list[str], scope: Scope) -> str:
        if len(given) != 1:
            raise Problem(400, "a request names the server in one Host header")
        host = given[0].lower()
        name, port = _name_and_port(host)
        if name not in self._hosts and not (self._any_address and _is_address(name)):
            raise Problem(
                421,
                f"this server is not called {given[0]!r}; use the address that 'kg serve' printed, or start it with "
                f"--allow-host for a name of yours",
                setting="--allow-host",
            )
        server = scope.get("server")
        if name in _LOCAL and server is not None and port != (server[1] or 80):
            raise Problem(421, f"this server has no port {port}; use the address that 'kg serve' printed")
        return host


def _check_origin(headers: dict[str, list[str]], host: str, scope: Scope) -> None:
    for origin in headers.get("origin", []):
        if urlsplit(origin).netloc.lower() != host or not origin.startswith(("http://", "https://")):
            raise Problem(403, f"a page of {origin!r} may not ask this server")
    site = headers.get("sec-fetch-site", ["none"])[0]
    if site in ("none", "same-origin"):
        return
    # A link on another page may be followed to one of ours, as from a bookmark; nothing of ours is put into another.
    is_link = (
        headers.get("sec-fetch-mode") == ["navigate"]
        and headers.get("sec-fetch-dest") == ["document"]
        and scope["method"] in ("GET", "HEAD")
        and not scope["path"].startswith(_DATA)
    )
    if not is_link:
        raise Problem(403, "a page of another site may not ask this server")


def _check_body(headers: dict[str, list[str]], scope: Scope) -> None:
    if scope["method"] != "POST":
        return
    path = scope["path"]
    taken = _TAKEN.get(path)
    if taken is None:
        raise Problem(
            405, f"nothing can be sent to {path}: this server only reads", headers={"Allow": "GET, HEAD"}
        )
    kind = headers.get("content-type", [""])[0].partition(";")[0].strip().lower()
    if kind not in taken:
        raise Problem(415, f"a body of {kind or 'no type'!r} is not taken here; send {' or '.join(taken)}")
    length = headers.get("content-length", ["0"])[0]
    if not (length.isascii() and length.isdigit()) or int(length) > MOST:
        raise _too_long()


def _not_taken(scope: Scope) -> Problem:
    allowed = "GET, HEAD, POST" if scope["path"] in _TAKEN else "GET, HEAD"
    return Problem(
        405,
        f"{scope['method']} {scope['path']}: this server only reads; ask by GET",
        headers={"Allow": allowed},
    )


def _counted(receive: Receive) -> Receive:
    """Ends a request whose body has no end."""
    size = 0

    async def counting() -> dict[str, object]:
        nonlocal size
        message = await receive()
        size += len(message.get("body", b""))
        if size > MOST:
            raise _too_long()
        return dict(message)

    return counting


def _too_long() -> Problem:
    return Problem(413, f"a request has at most {MOST:,} bytes; ask in parts")


def _name_and_port(host: str) -> tuple[str, int]:
    name, colon, port = host.rpartition(":")
    if not colon or port.endswith("]"):
        return host, 80
    return name, int(port) if port.isascii() and port.isdigit() and len(port) < 6 else -1


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name.strip("[]"))
    except ValueError:
        return False
    return True
