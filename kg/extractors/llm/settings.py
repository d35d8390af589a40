"""The settings of the large-model extractor, from ``KG_LLM_…``."""

from __future__ import annotations

import ipaddress
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import SplitResult, urlsplit

from kg.extractors.llm.errors import LlmSettingError

_WAY_OUT = "docs/extractors.md lists the settings"
_PATH = "/chat/completions"
_KNOWN = frozenset({"url", "model", "key", "timeout", "cache", "allow_http"})


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the model is and how to talk to it. The key is in no message and in no ``repr``."""

    url: str
    """The address that is posted to."""
    model: str
    key: str = field(default="", repr=False)
    timeout: float = 120.0
    """Seconds until an answer must be there as a whole."""
    cache: Path | None = None
    """Folder of answers; none is kept without one."""
    attempts: int = 4
    """How often a question is put to a server that is busy or fails."""
    backoff: float = 1.0
    """Seconds before the second attempt; they double with each further one."""
    chunk: int = 6000
    """Code points of an article in one question."""
    largest_answer: int = 4_000_000
    """Bytes."""
    longest_article: int = 500_000
    """Code points: a whole book. What is longer costs more than anybody means to spend on a document."""


def read_settings(given: Mapping[str, str]) -> Settings:
    """The settings in ``given``, named as in ``KG_LLM_<NAME>`` in small letters. Raises ``LlmSettingError``."""
    unknown = sorted(set(given) - _KNOWN)
    if unknown:
        raise LlmSettingError(f"KG_LLM_{unknown[0].upper()}", "is no setting of this extractor", _WAY_OUT)
    for needed, example in (("url", "https://example.org/v1"), ("model", "the model's name there")):
        if needed not in given:
            raise LlmSettingError(f"KG_LLM_{needed.upper()}", "is not set", f"set it, as to {example}")
    key = given.get("key", "")
    if not all("!" <= character <= "~" for character in key):
        raise LlmSettingError("KG_LLM_KEY", "holds characters that no key has", "set it without spaces")
    return Settings(
        url=_address(given["url"], allow_http=given.get("allow_http") == "1"),
        model=given["model"],
        key=key,
        timeout=_seconds(given.get("timeout", "120")),
        cache=_folder(given.get("cache")),
    )


def _address(typed: str, *, allow_http: bool) -> str:
    try:
        url = urlsplit(typed)
        host, _ = url.hostname, url.port
    except ValueError:
        raise LlmSettingError(
            "KG_LLM_URL", "is no address", "give one such as https://example.org/v1"
        ) from None
    if url.scheme not in {"http", "https"} or not host or url.query or url.fragment:
        raise LlmSettingError("KG_LLM_URL", "is no address", "give one such as https://example.org/v1")
    if url.username is not None or url.password is not None:
        raise LlmSettingError("KG_LLM_URL", "holds a user or password", "put the key into KG_LLM_KEY")
    if url.scheme == "http" and not allow_http and not _is_loopback(host):
        raise LlmSettingError(
            "KG_LLM_URL",
            f"would send articles to {host} unencrypted",
            "use https://, or set KG_LLM_ALLOW_HTTP=1 if the network is your own",
        )
    return _completions(url)


def _completions(url: SplitResult) -> str:
    path = url.path.rstrip("/") or "/v1"
    return url._replace(path=path if path.endswith(_PATH) else path + _PATH).geturl()


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _seconds(typed: str) -> float:
    try:
        seconds = float(typed)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds <= 3600:
        raise LlmSettingError("KG_LLM_TIMEOUT", f"is {typed!r}", "give seconds, more than 0 and at most 3600")
    return seconds


def _folder(typed: str | None) -> Path | None:
    """Where answers are kept: ``off`` for nowhere, else the user's cache (XDG Base Directory Specification)."""
    if typed == "off":
        return None
    if typed is not None:
        return Path(typed)
    home = os.environ.get("XDG_CACHE_HOME")
    return (Path(home) if home else Path.home() / ".cache") / "rawabit" / "llm"
