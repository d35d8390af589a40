"""Keeps what was worked out as long as the store stands still: what is asked again costs nothing."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

from fastapi import Request, Response
from pydantic import BaseModel

from kg.web.answers import Answers, asked_for
from kg.web.kept import Kept
from kg.web.view import View

T = TypeVar("T")

_MOST_ITEMS = 400_000
"""What values may hold together; a value that holds nothing counts as one."""

_values: Kept[Any] = Kept(_MOST_ITEMS)


def kept(view: View, question: Hashable, answer: Callable[[], T]) -> T:
    """``answer()``, or what it was when the same ``question`` was last asked of the same content of the same store.

    Values are shared: nobody may change them. Whoever asks the same meanwhile waits, so that ``answer`` may ask for
    what it is made of, and that not for it.
    """
    layout = view.store.layout
    if layout is None:
        return answer()
    key = (str(layout.folder), view.store.iris.base, view.revision, question)
    known: T = _values.get(key, answer)
    return known


def told(view: View, request: Request, answer: Callable[[], BaseModel], *more: Hashable) -> Response:
    """``answer()`` as JSON, worked out once for each address that is asked for; ``more`` is what it does not say."""

    def written() -> bytes:
        return answer().model_dump_json(by_alias=True).encode("utf-8", "backslashreplace")

    answers: Answers = request.app.state.answers
    body = (
        written()
        if view.store.layout is None
        else answers.get(asked_for(request.scope, view.revision, *more), written)
    )
    return Response(body, media_type="application/json")
