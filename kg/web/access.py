"""Lets in only who shows the token: programs in the header Authorization, people once, on a page that asks for it.

The token is never part of an address, and of a browser's store only a random number is, which this process forgets when
it ends.
"""

from __future__ import annotations

import asyncio
import hmac
import html
import re
import secrets
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qs

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from kg.web.negotiation import wanted
from kg.web.problems import Problem, problem_response

_COOKIE = "rawabit"
_PLACE = re.compile(r"/(?![/\\])[^\x00-\x20\\]*\Z")
"""A path of this server, and of no other."""
_MOST_SESSIONS = 1000
_PAUSE = 0.5
"""Seconds that a wrong token costs whoever shows it."""
_PAGE = """<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Rawabit · روابط</title></head>
<body>
<h1>Rawabit · <bdi lang="ar">روابط</bdi></h1>
{wrong}<form method="post" action="/sign-in">
<input type="hidden" name="to" value="{to}">
<p><label for="token">The token of this server</label></p>
<p lang="ar" dir="rtl"><label for="token">رمز الدخول إلى هذا الخادم</label></p>
<p><input id="token" name="token" type="password" autocomplete="current-password" required autofocus></p>
<p><button type="submit">Enter · <bdi lang="ar">دخول</bdi></button></p>
</form>
</body>
</html>
"""
_WRONG = (
    '<p role="alert">That is not the token. Whoever started the server has it in a file.</p>\n'
    '<p role="alert" lang="ar" dir="rtl">ليس هذا هو الرمز. هو محفوظ في ملف لدى من شغّل الخادم.</p>\n'
)


class Access:
    """Stands before ``app`` and behind the guard."""

    def __init__(self, app: ASGIApp, token: str) -> None:
        self._app = app
        self._token = token.encode()
        self._sessions: dict[str, None] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http" or self._is_let_in(Headers(scope=scope)):
            await self._app(scope, receive, send)
            return
        request = Request(scope, receive)
        if scope["path"] == "/sign-in" and scope["method"] == "POST":
            answer = await self._signed_in(request)
        elif scope["method"] != "POST" and wanted(request.headers.get("accept", ""), ["text/html"]):
            there = scope["path"] + (f"?{request.url.query}" if request.url.query else "")
            answer = _page(there, wrong=False)
        else:
            answer = problem_response(
                Problem(
                    401,
                    "this server asks for its token: send it as 'Authorization: Bearer …'",
                    headers={"WWW-Authenticate": 'Bearer realm="rawabit"'},
                )
            )
        await answer(scope, receive, send)

    def _is_let_in(self, headers: Headers) -> bool:
        scheme, _, shown = headers.get("authorization", "").partition(" ")
        if scheme.lower() == "bearer" and self._is_token(shown.strip()):
            return True
        try:
            cookie = SimpleCookie(headers.get("cookie", "")).get(_COOKIE)
        except CookieError:
            return False
        return cookie is not None and cookie.value in self._sessions

    def _is_token(self, shown: str) -> bool:
        return hmac.compare_digest(shown.encode("utf-8", "surrogatepass"), self._token)

    async def _signed_in(self, request: Request) -> Response:
        form = parse_qs((await request.body()).decode("utf-8", "replace"), max_num_fields=10)
        to = form.get("to", ["/"])[0]
        if not self._is_token(form.get("token", [""])[0].strip()):
            await asyncio.sleep(_PAUSE)
            return _page(to, wrong=True)
        session = secrets.token_urlsafe(32)
        while len(self._sessions) >= _MOST_SESSIONS:
            del self._sessions[next(iter(self._sessions))]
        self._sessions[session] = None
        answer = RedirectResponse(to if _PLACE.match(to) else "/", 303)
        # A link from elsewhere may lead in, as the guard says; nothing can be changed here by following one.
        answer.set_cookie(_COOKIE, session, httponly=True, samesite="lax", path="/")
        return answer


def _page(to: str, *, wrong: bool) -> Response:
    text = _PAGE.format(to=html.escape(to, quote=True), wrong=_WRONG if wrong else "")
    return HTMLResponse(
        text, 401, {"WWW-Authenticate": 'Bearer realm="rawabit"', "cache-control": "no-store"}
    )
