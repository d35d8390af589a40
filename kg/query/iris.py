"""Whether what somebody sent can be an IRI at all."""

from __future__ import annotations

from pyoxigraph import NamedNode

_LONGEST = 4096


def is_iri(text: str) -> bool:
    """Whether ``text`` is an absolute http or https IRI, as the engine reads RFC 3987."""
    if not text.startswith(("http://", "https://")) or len(text) > _LONGEST or any(map(str.isspace, text)):
        return False
    try:
        NamedNode(text)
    except ValueError:
        return False
    return True
