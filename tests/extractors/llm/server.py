"""A server on loopback that plays back answers in their order, and remembers what it was asked."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(slots=True)
class Played:
    """What was asked of the server, question by question."""

    url: str = ""
    bodies: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)


@contextmanager
def playing(replies: Sequence[dict[str, Any]]) -> Iterator[Played]:
    """Plays ``replies``, each as ``cases.yaml`` describes; a question too many is answered with 418."""
    played, waiting, over = Played(), list(replies), threading.Event()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers["Content-Length"])
            played.bodies.append(json.loads(self.rfile.read(length)))
            played.headers.append(dict(self.headers.items()))
            played.paths.append(self.path)
            reply = waiting.pop(0) if waiting else {"status": 418, "error": "nobody expected this question"}
            self._play(reply)

        def _play(self, reply: dict[str, Any]) -> None:
            if reply.get("silent"):
                over.wait()
                return
            body = _body(reply)
            self.send_response(reply.get("status", 200))
            for name, value in reply.get("headers", {}).items():
                self.send_header(name, value)
            self.end_headers()
            try:
                self.wfile.write(body)
                while "endless" in reply and not over.wait(reply["endless"]):
                    self.wfile.write(b" " * reply.get("piece", 1))
            except OSError:
                # The client has hung up, as it should when an answer is too long or too slow.
                return

        def log_message(self, format: str, *args: object) -> None:
            return

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        played.url = f"http://127.0.0.1:{server.server_address[1]}/v1"
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield played
        finally:
            over.set()
            server.shutdown()
            thread.join()


def _body(reply: dict[str, Any]) -> bytes:
    if "body" in reply:
        return str(reply["body"]).encode()
    if "error" in reply:
        return json.dumps({"error": {"message": reply["error"]}}).encode()
    content = reply.get("content")
    if content is None and "claims" in reply:
        content = json.dumps({"claims": reply["claims"]}, ensure_ascii=False)
    message = {"role": "assistant", "content": content, "refusal": reply.get("refusal")}
    choice = {"index": 0, "message": message, "finish_reason": reply.get("finish", "stop")}
    return json.dumps({"id": "c-1", "object": "chat.completion", "choices": [choice]}).encode()
