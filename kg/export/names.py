"""Shortens IRIs with prefixes, only where every parser reads the short form back as the same IRI."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from kg.iri import Iris

# Turtle's PN_LOCAL (Turtle 1.1, 6.5) without '.', ':', '%' and backslash escapes, over which parsers differ.
_LETTERS = (
    "A-Za-z_\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c\u200d\u2070-\u218f"
    "\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
_LOCAL = re.compile(f"[{_LETTERS}0-9][{_LETTERS}0-9\u00b7\u0300-\u036f\u203f\u2040-]*")


@dataclass(frozen=True, slots=True)
class Prefixes:
    """Prefixes and their namespaces, in the order in which a file declares them."""

    namespaces: tuple[tuple[str, str], ...]

    def shorten(self, iri: str) -> str | None:
        """``iri`` as ``prefix:local``, or ``None`` where it must be written in full."""
        for prefix, namespace in self.namespaces:
            if iri.startswith(namespace) and _LOCAL.fullmatch(iri, len(namespace)):
                return f"{prefix}:{iri[len(namespace) :]}"
        return None

    def used_by(self, iris: Iterable[str]) -> Prefixes:
        """Only the prefixes that shorten one of ``iris``."""
        used = {short.partition(":")[0] for short in map(self.shorten, iris) if short}
        return Prefixes(tuple(pair for pair in self.namespaces if pair[0] in used))


def prefixes_of(iris: Iris) -> Prefixes:
    """All prefixes of a store whose IRIs ``iris`` mints."""
    return Prefixes(tuple(iris.prefixes.items()))
