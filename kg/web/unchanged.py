"""Answers what was answered before, or tells a client that has it that nothing has changed: RFC 9110, section 13.1.2.

What the JSON API answers depends on the address and on the state of the store alone; the names of both name the answer.
"""

from __future__ import annotations

from hashlib import sha256

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kg import __version__
from kg.web.answers import Answers, asked_for
from kg.web.views import Views

_PATHS = "/api/"
_OTHERS = ("/api/queries", "/api/openapi.json")
"""A user's own query files change without the store."""


class Unchanged:
    """Stands before ``app``, and answers in its place where it has answered the same, or the client has the answer."""

    def __init__(self, app: ASGIApp, views: Views, answers: Answers) -> None:
        self._app = app
        self._views = views
        self._answers = answers

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        revision = None
        if scope["type"] == "http" and scope["method"] == "GET" and _depends_on_store(scope["path"]):
            # Before the answer is made: should the store change in between, the next question only asks once more.
            revision = await self._views.revision()
        if revision is None:
            await self._app(scope, receive, send)
            return
        tag = _tag(scope, revision)
        had = (each.strip() for each in Headers(scope=scope).get("if-none-match", "").split(","))
        if tag in had:
            await Response(status_code=304, headers={"etag": tag})(scope, receive, send)
            return
        known = self._answers.find(asked_for(scope, revision))
        if known is not None:
            await Response(known, headers={"etag": tag}, media_type="application/json")(scope, receive, send)
            return

        async def tagged(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] == 200:
                MutableHeaders(scope=message)["etag"] = tag
            await send(message)

        await self._app(scope, receive, tagged)


def _tag(scope: Scope, revision: str) -> str:
    asked = f"{__version__} {revision} {scope['path']}?".encode() + scope["query_string"]
    return f'W/"{sha256(asked).hexdigest()[:32]}"'


def _depends_on_store(path: str) -> bool:
    return path.startswith(_PATHS) and not path.startswith(_OTHERS)
