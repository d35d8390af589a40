"""Hands out the explorer's page: its files, and ``index.html`` for every view that it has."""

from __future__ import annotations

import mimetypes
import re
from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response

from kg.web.problems import Problem
from kg.web.settings import Settings

_PART = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]*\Z")
_MISSING = (
    "The explorer's page is not part of this installation; all else works: /sparql, /graph and /api/openapi.json.\n"
    "Install Rawabit with 'pip install .' in its folder, which builds the page, or build it there with 'make web'.\n"
)
_FOREVER = {"cache-control": "public, max-age=31536000, immutable"}
"""For files whose names change with their content."""


async def page(request: Request) -> Response:
    """The file of this path where the page has one, else ``index.html``, which knows the view."""
    settings: Settings = request.app.state.settings
    path = request.url.path
    if path.startswith("/api/"):
        raise Problem(404, f"there is nothing at {path}; /api/openapi.json lists what there is")
    found = _file(settings.page, path)
    if found is not None:
        headers = _FOREVER if path.startswith("/assets/") else {}
        return FileResponse(found, headers=headers, media_type=_type(found))
    if path.startswith("/assets/") or "." in path.rpartition("/")[2]:
        raise Problem(404, f"there is no file {path}")
    return index(settings)


def index(settings: Settings, status: int = 200) -> Response:
    """The page, or why there is none."""
    found = settings.page / "index.html"
    if not found.is_file():
        return PlainTextResponse(_MISSING, 503)
    return FileResponse(found, status, media_type="text/html; charset=utf-8")


def _file(folder: Path, path: str) -> Path | None:
    """The file in ``folder`` at this path. No part of it leads upwards or is hidden, and no link leads out."""
    parts = path.removeprefix("/").split("/")
    if not all(map(_PART.match, parts)) or parts == ["index.html"]:
        return None
    found = folder.joinpath(*parts)
    if not found.is_file() or not found.resolve().is_relative_to(folder.resolve()):
        return None
    return found


def _type(path: Path) -> str:
    kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    kind = {".js": "text/javascript", ".woff2": "font/woff2"}.get(path.suffix, kind)
    return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind
