"""Documents as lines of JSON, with all that a reader found out about them, and back."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from kg.iri import Iris
from kg.jsonl import claim_of, claim_record
from kg.model import Document, Origin, PartialDate, Precision
from kg.readers import Unreadable

_IRIS = Iris()
_PLAIN = ("sha256", "text", "name", "language", "title", "source", "url", "author", "length")


def record(given: Document | Unreadable) -> dict[str, Any]:
    """What ``given_in`` makes the same value of."""
    if isinstance(given, Unreadable):
        return {"unreadable": asdict(given)}
    told: dict[str, Any] = {key: value for key in _PLAIN if (value := getattr(given, key)) is not None}
    if given.date is not None:
        told["date"] = [given.date.value, given.date.precision.value]
    if given.origin is not None:
        told["origin"] = [given.origin.path, given.origin.form]
    if given.claims is not None:
        told["claims"] = [claim_record(claim, given, _IRIS) for claim in given.claims]
    if given.stated is not None:
        told["stated"] = given.stated.decode()
    return told


def given_in(told: dict[str, Any]) -> Document | Unreadable:
    """The value of which ``record`` made ``told``."""
    if "unreadable" in told:
        return Unreadable(**told["unreadable"])
    date, origin, claims = told.get("date"), told.get("origin"), told.get("claims")
    return Document(
        **{key: told[key] for key in _PLAIN if key in told},
        date=PartialDate(date[0], Precision(date[1])) if date else None,
        origin=Origin(*origin) if origin else None,
        stated=told["stated"].encode() if "stated" in told else None,
        claims=None if claims is None else tuple(claim_of(each, told["sha256"]) for each in claims),
    )


def line(given: Document | Unreadable) -> bytes:
    """The value on one line; half a character, as in the name of a file, is escaped."""
    return json.dumps(record(given), separators=(",", ":")).encode() + b"\n"
