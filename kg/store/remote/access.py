"""Who asks: a user and password or a token, from the environment or from ``.netrc``."""

from __future__ import annotations

import base64
import netrc
import os
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from kg.location import is_address
from kg.store.remote.digest_access import Challenge, answer, read_challenge
from kg.store.remote.errors import BadAddressError


@dataclass(frozen=True, slots=True)
class Credentials:
    """What proves who asks. In no message and in no ``repr``."""

    user: str = field(default="", repr=False)
    password: str = field(default="", repr=False)
    token: str = field(default="", repr=False)


def find_credentials(host: str) -> Credentials:
    """Those of ``KG_STORE_TOKEN``, or ``KG_STORE_USER`` and ``KG_STORE_PASSWORD``, else those of ``.netrc``.

    The environment's go to no other host than that of ``KG_STORE``, where that is an address. Raises
    ``BadAddressError`` for what no header can hold.
    """
    meant = os.environ.get("KG_STORE", "")
    ours = not is_address(meant) or urlsplit(meant).hostname == host
    user, password, token = (os.environ.get(f"KG_STORE_{part}", "") for part in ("USER", "PASSWORD", "TOKEN"))
    if ours and (user or token):
        if not all("!" <= character <= "~" for character in token) or any(
            character in user + password for character in "\r\n\0"
        ):
            raise BadAddressError(
                host,
                "cannot be told who asks",
                "set KG_STORE_USER, _PASSWORD or _TOKEN without control characters",
            )
        return Credentials(user, password, token)
    return _of_netrc(host)


def _of_netrc(host: str) -> Credentials:
    path = Path(os.environ.get("NETRC") or Path.home() / ".netrc")
    try:
        found = netrc.netrc(path).authenticators(host)
    except FileNotFoundError:
        return Credentials()
    except (netrc.NetrcParseError, OSError, UnicodeDecodeError):
        # The parser's own message can quote the file.
        raise BadAddressError(host, f"has no password: {path} cannot be read", "mend the file") from None
    return Credentials(found[0], found[2] or "") if found else Credentials()


class Access:
    """Makes the ``Authorization`` header of each request, as the server asks for it."""

    def __init__(self, credentials: Credentials) -> None:
        self._credentials = credentials
        self._basic = False
        self._challenge: Challenge | None = None
        self._count = 0

    @property
    def named(self) -> bool:
        """Whether there is anybody to be."""
        return bool(self._credentials.user or self._credentials.token)

    def header(self, method: str, url: str) -> dict[str, str]:
        """The header for one request; nothing before the server has asked, unless there is a token."""
        if self._credentials.token:
            return {"Authorization": f"Bearer {self._credentials.token}"}
        if self._challenge is not None:
            self._count += 1
            parts = urlsplit(url)
            uri = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
            user, password = self._credentials.user, self._credentials.password
            return {"Authorization": answer(self._challenge, user, password, method, uri, self._count)}
        if self._basic:
            pair = f"{self._credentials.user}:{self._credentials.password}".encode()
            return {"Authorization": "Basic " + base64.b64encode(pair).decode()}
        return {}

    def asked(self, challenges: list[str]) -> bool:
        """Takes what a refused request was asked for; true where there is an answer to it."""
        if not self._credentials.user:
            return False
        digests = [each for each in map(read_challenge, challenges) if each is not None]
        if digests:
            # By name SHA-256 follows MD5, and is the better one.
            self._challenge, self._count = max(digests, key=lambda each: each.algorithm), 0
            return True
        tried, self._basic = self._basic, any(each.strip().lower().startswith("basic") for each in challenges)
        return self._basic and not tried
