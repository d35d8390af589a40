"""Asks the JSON API of a real server."""

from __future__ import annotations

import json
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

BASE = "https://w3id.org/rawabit/"


def get(address: str, path: str, **parameters: object) -> Any:
    """The JSON at ``/api/<path>``; a parameter that is a list is given as often as it has values."""
    status, told = status_of(address, path, **parameters)
    assert status == 200, told
    return told


def status_of(address: str, path: str, **parameters: object) -> tuple[int, Any]:
    """Status and JSON; of an error, its problem."""
    asked = {name.rstrip("_"): value for name, value in parameters.items()}
    return _read(Request(f"{address}/api/{path}?{urlencode(asked, doseq=True)}"))


def post(address: str, path: str, told: object, **parameters: object) -> tuple[int, Any]:
    """Status and JSON of what comes back for ``told`` as JSON."""
    body, headers = json.dumps(told).encode(), {"Content-Type": "application/json"}
    return _read(Request(f"{address}/api/{path}?{urlencode(parameters, doseq=True)}", body, headers))


def whole(address: str, path: str, limit: int, **parameters: object) -> list[Any]:
    """All pages of a listing put together; each must say the same total, and none may repeat or leave out."""
    items: list[Any] = []
    while True:
        page = get(address, path, limit=limit, offset=len(items), **parameters)
        items += page["items"]
        if not page["items"]:
            assert page["total"] == len(items)
            break
        assert len(page["items"]) <= limit
    assert len({json.dumps(item, sort_keys=True) for item in items}) == len(items)
    return items


def _read(request: Request) -> tuple[int, Any]:
    try:
        with urlopen(request) as answer:
            assert answer.headers["Content-Type"] == "application/json"
            return answer.status, json.load(answer)
    except HTTPError as error:
        with error:
            assert error.headers["Content-Type"] == "application/problem+json"
            problem = json.load(error)
        assert problem["status"] == error.code
        assert problem["detail"]
        return error.code, problem
