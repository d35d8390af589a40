"""Puts questions to an OpenAI-compatible server until it answers, or until it is clear that it will not."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from kg.extractors.llm.errors import EndpointError
from kg.extractors.llm.prompt import Message
from kg.extractors.llm.settings import Settings
from kg.extractors.llm.transport import NoReplyError, Reply, post

_FORMS = ("json_schema", "json_object", "none")
"""How an answer's form is asked for, the strictest first: servers differ in what they take."""
_BUSY = frozenset({408, 409, 425, 429, 500, 502, 503, 504, 529})
_LONGEST_WAIT = 30.0
"""Seconds."""
_LONGEST_MESSAGE = 200


@dataclass(frozen=True, slots=True)
class Answer:
    """What the model wrote: nothing where it declined."""

    content: str
    cut: bool = False
    """Whether it was stopped before its end."""


class Client:
    """Talks to one server, and remembers what that takes."""

    def __init__(self, settings: Settings, schema: Mapping[str, Any]) -> None:
        self._settings = settings
        self._schema = schema
        self._form = 0
        self._cool = True
        self._where = urlsplit(settings.url).netloc

    def ask(self, messages: list[Message]) -> Answer:
        """The answer to ``messages``. Raises ``EndpointError``."""
        form, cool = self._form, self._cool
        while True:
            reply = self._send(messages, form, cool=cool)
            if reply.status == 200:
                self._form, self._cool = form, cool
                return _answer(_envelope(reply) or {})
            said = self._said(reply)
            if reply.status not in {400, 422}:
                raise self._refusal(reply, said)
            if cool and "temperature" in said:
                cool = False
            elif form < len(_FORMS) - 1:
                form += 1
            else:
                raise self._refusal(reply, said)

    def _send(self, messages: list[Message], form: int, *, cool: bool) -> Reply:
        """The first reply that is more than "busy"; between attempts it waits."""
        settings, problem = self._settings, ""
        body = json.dumps(self._payload(messages, form, cool=cool)).encode()
        for attempt in range(settings.attempts):
            wait = settings.backoff * 2**attempt
            try:
                reply = post(
                    settings.url,
                    body,
                    key=settings.key,
                    timeout=settings.timeout,
                    largest=settings.largest_answer,
                )
            except NoReplyError as error:
                if error.lasting:
                    raise self._error(str(error), "look at KG_LLM_URL", lasting=True) from error
                problem = str(error)
            else:
                whole = reply.status != 200 or _envelope(reply) is not None
                if reply.status not in _BUSY and whole:
                    return reply
                problem = f"answered {reply.status}{self._said(reply)}" if whole else "answered with no JSON"
                wait = _asked_wait(reply) or wait
            if attempt + 1 < settings.attempts:
                time.sleep(min(wait, _LONGEST_WAIT))
        raise self._error(f"{problem}, {settings.attempts} times", "run the command again later")

    def _payload(self, messages: list[Message], form: int, *, cool: bool) -> dict[str, Any]:
        named = {"name": "claims", "strict": True, "schema": self._schema}
        kind = _FORMS[form]
        formats: dict[str, dict[str, Any]] = {
            "json_schema": {"response_format": {"type": kind, "json_schema": named}},
            "json_object": {"response_format": {"type": kind}},
        }
        return {
            "model": self._settings.model,
            "messages": messages,
            **({"temperature": 0} if cool else {}),
            **formats.get(kind, {}),
        }

    def _refusal(self, reply: Reply, said: str) -> EndpointError:
        if 300 <= reply.status < 400:
            target = urlsplit(reply.location or "").netloc or "another address"
            return self._error(
                f"sends on to {target}", "set KG_LLM_URL to where it leads if you trust it", lasting=True
            )
        if reply.status in {401, 403}:
            return self._error(f"lets nobody in{said}", "look at KG_LLM_KEY", lasting=True)
        if reply.status in {404, 405}:
            return self._error(
                f"finds no model there{said}", "look at KG_LLM_URL and KG_LLM_MODEL", lasting=True
            )
        return self._error(f"answered {reply.status}{said}", "look at KG_LLM_URL and KG_LLM_MODEL")

    def _error(self, problem: str, way_out: str, *, lasting: bool = False) -> EndpointError:
        return EndpointError(self._where, problem, way_out, lasting=lasting)

    def _said(self, reply: Reply) -> str:
        """The server's own message, short and without the key, which some servers repeat."""
        try:
            error = json.loads(reply.body).get("error")
            message = error.get("message") if isinstance(error, dict) else error
        except (ValueError, AttributeError, RecursionError):
            return ""
        if not isinstance(message, str):
            return ""
        line = " ".join(message.split())
        hidden = line.replace(self._settings.key, "…") if self._settings.key else line
        return f" ({hidden[:_LONGEST_MESSAGE]})"


def _envelope(reply: Reply) -> dict[str, Any] | None:
    """The first choice of a completion, or None where there is none."""
    try:
        choice = json.loads(reply.body)["choices"][0]
    except (ValueError, TypeError, LookupError, RecursionError):
        return None
    return choice if isinstance(choice, dict) and isinstance(choice.get("message"), dict) else None


def _answer(choice: dict[str, Any]) -> Answer:
    message = choice["message"]
    content = None if message.get("refusal") else message.get("content")
    return Answer(content if isinstance(content, str) else "", choice.get("finish_reason") == "length")


def _asked_wait(reply: Reply) -> float | None:
    """The seconds that the server asks to wait (RFC 9110, section 10.2.3); its form with a date is left alone."""
    asked = (reply.retry_after or "").strip()
    return float(asked) if asked.isascii() and asked.isdigit() else None
