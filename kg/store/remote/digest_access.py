"""Digest access authentication (RFC 7616), which Virtuoso asks for: the password itself is never sent."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Callable
from dataclasses import dataclass

_PARAMETER = re.compile(r'(\w+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,]+))')
_HASHES: dict[str, Callable[[bytes], str]] = {
    "MD5": lambda data: hashlib.md5(data, usedforsecurity=False).hexdigest(),
    "SHA-256": lambda data: hashlib.sha256(data).hexdigest(),
}


@dataclass(frozen=True, slots=True)
class Challenge:
    """What a server wants to see proved."""

    realm: str
    nonce: str
    algorithm: str = "MD5"
    opaque: str | None = None
    guarded: bool = True
    """Whether ``qop=auth`` is offered; without it the answer is that of RFC 2069."""


def read_challenge(header: str) -> Challenge | None:
    """The challenge in a ``WWW-Authenticate`` header; ``None`` where it is not one that can be met."""
    _, found, told = header.partition("Digest ")
    if not found:
        return None
    values = {name.lower(): quoted or bare for name, quoted, bare in _PARAMETER.findall(told)}
    algorithm = values.get("algorithm", "MD5").upper()
    offers = {offer.strip() for offer in values.get("qop", "").split(",") if offer.strip()}
    if "nonce" not in values or algorithm not in _HASHES or (offers and "auth" not in offers):
        return None
    return Challenge(values.get("realm", ""), values["nonce"], algorithm, values.get("opaque"), bool(offers))


def answer(
    challenge: Challenge,
    user: str,
    password: str,
    method: str,
    uri: str,
    count: int,
    *,
    cnonce: str | None = None,
) -> str:
    """The ``Authorization`` header for one request, the ``count``-th with this challenge, counted from 1."""
    digest = _HASHES[challenge.algorithm]
    cnonce = cnonce or os.urandom(16).hex()
    who = digest(f"{user}:{challenge.realm}:{password}".encode())
    what = digest(f"{method}:{uri}".encode())
    parts = {"username": user, "realm": challenge.realm, "nonce": challenge.nonce, "uri": uri}
    if challenge.guarded:
        parts["response"] = digest(f"{who}:{challenge.nonce}:{count:08x}:{cnonce}:auth:{what}".encode())
        parts["cnonce"] = cnonce
    else:
        parts["response"] = digest(f"{who}:{challenge.nonce}:{what}".encode())
    if challenge.opaque is not None:
        parts["opaque"] = challenge.opaque
    told = [f'{name}="{_quoted(value)}"' for name, value in parts.items()]
    told.append(f"algorithm={challenge.algorithm}")
    if challenge.guarded:
        told += ["qop=auth", f"nc={count:08x}"]
    return "Digest " + ", ".join(told)


def _quoted(value: str) -> str:
    return value.replace("\\", "\\\\").replace('"', '\\"')
