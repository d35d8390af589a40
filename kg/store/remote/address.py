"""Where a server is: the address that takes queries, and after ``#`` what only this program reads.

``https://host/sparql#update=/sparql-auth`` names both addresses in one word. What follows ``#`` is never sent.
"""

from __future__ import annotations

import ipaddress
import os
from dataclasses import dataclass
from urllib.parse import SplitResult, parse_qsl, urljoin, urlsplit

from kg.store.remote.errors import BadAddressError

_EXAMPLE = "give one such as https://example.org/sparql"


@dataclass(frozen=True, slots=True)
class Address:
    """The addresses of one server, as the user gave them."""

    url: str
    """Takes queries, or is the root under which something does. Without a fragment."""
    update: str | None = None
    """Takes updates, where the user said so."""

    @property
    def host(self) -> str:
        """The name of the host, without the port."""
        return urlsplit(self.url).hostname or ""


def shown(url: str) -> str:
    """An address for people: without its query, which may hold a key, and without its fragment."""
    try:
        parts = urlsplit(url)
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return "given"
    return f"{parts.scheme}://{parts.hostname or ''}{port}{parts.path}"


def origin(url: str) -> tuple[str, str, int | None]:
    """Scheme, host and port."""
    parts = urlsplit(url)
    return parts.scheme, parts.hostname or "", parts.port


def read_address(typed: str) -> Address:
    """The addresses in ``typed``. Raises ``BadAddressError``."""
    try:
        parts = urlsplit(typed)
        _check(parts)
    except ValueError:
        raise BadAddressError(shown(typed), "cannot be read", _EXAMPLE) from None
    url = parts._replace(fragment="").geturl()
    told = dict(parse_qsl(parts.fragment, keep_blank_values=True))
    if parts.fragment and set(told) != {"update"}:
        raise BadAddressError(
            shown(typed), "has something else than update= after the #", "write it as #update=/path"
        )
    update = urljoin(url, told["update"]) if told else None
    if update and origin(update) != origin(url):
        raise BadAddressError(
            shown(typed), "names another server for updates", "give the path alone, as #update=/path"
        )
    return Address(url, update)


def _check(parts: SplitResult) -> None:
    whole = shown(parts.geturl())
    if (
        parts.scheme not in {"http", "https"}
        or not parts.hostname
        or parts.port == 0
        or any(not "!" <= character <= "~" for character in parts.geturl())
    ):
        raise BadAddressError(whole, "cannot be read", _EXAMPLE)
    if parts.username is not None or parts.password is not None:
        raise BadAddressError(
            whole,
            "holds a user or a password, which other programs can see",
            "set KG_STORE_USER and KG_STORE_PASSWORD, or put the host into ~/.netrc",
        )
    if (
        parts.scheme == "http"
        and not _is_loopback(parts.hostname)
        and os.environ.get("KG_STORE_ALLOW_HTTP") != "1"
    ):
        raise BadAddressError(
            whole,
            "would send articles and passwords unencrypted",
            "use https://, or set KG_STORE_ALLOW_HTTP=1 if the network is your own",
        )


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
