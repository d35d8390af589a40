"""A real server of ours on loopback, in a thread of the tests' own process."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn

from kg.location import Place
from kg.store import Store
from kg.web import Settings, create_app
from kg.web.serving import config_of


@contextmanager
def serving(place: Place | Store, settings: Settings | None = None) -> Iterator[str]:
    """The address of a server over ``place``, without a slash at its end."""
    app = create_app(place, settings)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        server = uvicorn.Server(config_of(app))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        try:
            yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join()
