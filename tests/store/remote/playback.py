"""A real HTTP server on loopback that answers with the bytes it is given: what no server here can be made to send."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

JSON = ("Content-Type", "application/sparql-results+json")


@dataclass(frozen=True, slots=True)
class Played:
    """One answer. ``pause`` is in seconds, before each piece of the body."""

    body: bytes = b""
    status: int = 200
    headers: Sequence[tuple[str, str]] = (JSON,)
    length: int | None = None
    """What is said of the length; none where the end of the connection ends the body."""
    pause: float = 0.0
    pieces: int = 1


@dataclass(slots=True)
class Playback:
    """What is answered, and what was asked."""

    url: str = ""
    answers: dict[str, Played] = field(default_factory=dict)
    """By words that the query or update holds; the first that fits is given."""
    asked: list[tuple[str, str, dict[str, str]]] = field(default_factory=list)
    """Path, query or update, headers."""

    def answer(self, words: str, played: Played) -> None:
        """From now on answers so to what holds ``words``, before all that was said earlier."""
        self.answers = {words: played, **{key: value for key, value in self.answers.items() if key != words}}


def rows(*values: str, name: str = "o") -> bytes:
    """The answer to a SELECT of one variable, with literals."""
    bindings = ",".join(f'{{"{name}":{{"type":"literal","value":"{value}"}}}}' for value in values)
    return f'{{"head":{{"vars":["{name}"]}},"results":{{"bindings":[{bindings}]}}}}'.encode()


def number(value: int, name: str) -> bytes:
    """The answer to a SELECT that counts."""
    told = f'{{"type":"literal","value":"{value}","datatype":"http://www.w3.org/2001/XMLSchema#integer"}}'
    return f'{{"head":{{"vars":["{name}"]}},"results":{{"bindings":[{{"{name}":{told}}}]}}}}'.encode()


@contextmanager
def playing() -> Iterator[Playback]:
    """A server that says yes to every ASK, holds nothing, and takes every update, until it is told otherwise."""
    playback = Playback()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            text = self.rfile.read(int(self.headers["Content-Length"])).decode()
            if self.headers["Content-Type"].startswith("application/x-www-form-urlencoded"):
                text = parse_qs(text)["query"][0]
            playback.asked.append((self.path, text, dict(self.headers)))
            self.give(
                next(
                    (each for words, each in playback.answers.items() if words in text),
                    Played(text.encode(), 501),
                )
            )

        def give(self, played: Played) -> None:
            self.send_response(played.status)
            for name, value in played.headers:
                self.send_header(name, value)
            if played.length is not None:
                self.send_header("Content-Length", str(played.length))
            self.end_headers()
            step = max(1, len(played.body) // played.pieces)
            for at in range(0, len(played.body), step):
                time.sleep(played.pause)
                try:
                    self.wfile.write(played.body[at : at + step])
                    self.wfile.flush()
                except OSError:
                    return

        def log_message(self, format: str, *args: object) -> None:
            """Says nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        playback.url = f"http://127.0.0.1:{server.server_address[1]}/query"
        playback.answers = {
            "SELECT ?g ?p ?told": Played(b'{"head":{"vars":["g","p","told"]},"results":{"bindings":[]}}'),
            "?all": Played(number(0, "all")),
            "SELECT ?s ?p ?o WHERE { GRAPH ?g": Played(rows()),
            "SELECT ?who": Played(rows(name="who")),
            "ASK": Played(b'{"head":{},"boolean":true}'),
            "DATA": Played(status=204, length=0),
            "DROP": Played(status=204, length=0),
        }
        thread = threading.Thread(target=server.serve_forever, args=(0.05,))
        thread.start()
        try:
            yield playback
        finally:
            server.shutdown()
            thread.join()
