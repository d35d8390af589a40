"""Errors as a client reads them: RFC 9457, ``application/problem+json``."""

from __future__ import annotations

import json
from collections.abc import Mapping
from http import HTTPStatus

from starlette.responses import Response

from kg.errors import AmbiguousNameError, InputError, KGError, UnknownNameError
from kg.query.errors import (
    BadParameterError,
    MissingParameterError,
    QueryFailedError,
    QueryMemoryError,
    QueryRefusedError,
    QueryTimeoutError,
    UnknownParameterError,
)

_STATUS: tuple[tuple[type[KGError], int], ...] = (
    (UnknownNameError, 404),
    (AmbiguousNameError, 409),
    (QueryTimeoutError, 503),
    (QueryMemoryError, 503),
    (InputError, 400),
    (BadParameterError, 400),
    (MissingParameterError, 400),
    (UnknownParameterError, 400),
    (QueryRefusedError, 400),
    (QueryFailedError, 400),
)
_SETTING: dict[type[KGError], str] = {
    QueryTimeoutError: "--time-limit",
    QueryMemoryError: "--memory-limit",
}


class Problem(Exception):  # noqa: N818
    """An answer that is an error, for a part of the server to raise."""

    def __init__(
        self,
        status: int,
        detail: str,
        *,
        setting: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(detail)
        self.status = status
        self.detail = detail
        self.setting = setting
        """The option of ``kg serve`` that would have let the request through."""
        self.headers = headers


def problem_of(error: KGError) -> Problem:
    """How an error of the calls beneath is told over HTTP."""
    status = next((status for kind, status in _STATUS if isinstance(error, kind)), 500)
    setting = next((option for kind, option in _SETTING.items() if isinstance(error, kind)), None)
    return Problem(status, str(error), setting=setting)


def problem_response(problem: Problem) -> Response:
    """A problem as an answer."""
    told: dict[str, object] = {
        "title": HTTPStatus(problem.status).phrase,
        "status": problem.status,
        "detail": problem.detail,
    }
    if problem.setting:
        told["setting"] = problem.setting
    return Response(
        json.dumps(told, ensure_ascii=False).encode("utf-8", "backslashreplace"),
        problem.status,
        dict(problem.headers or {}),
        "application/problem+json",
    )
