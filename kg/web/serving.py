"""Runs the server at an address, until the process is told to end."""

from __future__ import annotations

import ipaddress
import signal
import socket
import sys
from collections.abc import Callable
from types import FrameType
from typing import NoReturn

import uvicorn
from starlette.types import ASGIApp

from kg.errors import InputError
from kg.location import Place
from kg.web.app import create_app
from kg.web.settings import Settings

_GRACE = 3
"""Seconds that answers under way have to end."""
_TURN = 0.0005
"""Seconds that a thread reckons before another may: whoever comes back from the store waits so long for his turn."""


def serve(
    place: Place,
    settings: Settings,
    *,
    host: str,
    port: int,
    ready: Callable[[str], None],
    allow_remote: bool = False,
) -> None:
    """Serves the store at ``place``; ``ready`` is told the address of the page.

    An address that other machines reach is only taken with a token, and with ``allow_remote``.

    Returns after SIGTERM, raises ``KeyboardInterrupt`` after an interrupt, with all that was laid down removed.
    Raises ``InputError`` where nothing can listen at ``host`` and ``port``, and the errors of ``open_store``.
    """
    with _listening(host, port) as listener:
        reached = not ipaddress.ip_address(listener.getsockname()[0].partition("%")[0]).is_loopback
        if reached and not (allow_remote and settings.token):
            raise InputError(
                host,
                "other machines could reach the server there",
                "add --allow-remote and --token-file FILE if they shall, or leave --host out",
            )
        app = create_app(place, settings)
        server = _Server(config_of(app), lambda: ready(_address(listener)))
        sys.setswitchinterval(_TURN)
        # The server catches the signal, ends in order, and raises it once more; then it is to end nothing else.
        before = signal.signal(signal.SIGTERM, _ended)
        try:
            server.run(sockets=[listener])
        except SystemExit as ended:
            if ended.code:
                raise
        finally:
            signal.signal(signal.SIGTERM, before)


def config_of(app: ASGIApp) -> uvicorn.Config:
    """How the server beneath is to run: it says nothing of itself, and logs no request."""
    return uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        server_header=False,
        ws="none",
        timeout_graceful_shutdown=_GRACE,
    )


class _Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self._ready()


def _listening(host: str, port: int) -> socket.socket:
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        listener = socket.socket(family, kind, protocol)
        try:
            if sys.platform != "win32":
                listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind(address)
            listener.listen(128)
        except OSError:
            listener.close()
            raise
    except OSError as error:
        raise InputError(
            f"{host}:{port}",
            f"no server can listen there ({error.strerror or error})",
            "give another --port, or 0 for any that is free",
        ) from error
    return listener


def _address(listener: socket.socket) -> str:
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


def _ended(number: int, frame: FrameType | None) -> NoReturn:
    sys.exit(0)
