"""Which of several media types a client wants: RFC 9110, section 12.5.1."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def wanted(accept: str, offers: Sequence[str]) -> str | None:
    """The one of ``offers`` that the header wants most, of equals the first; ``None`` where it takes none.

    What is not a media range counts for nothing. An empty header takes anything.
    """
    ranges = list(_ranges(accept))
    if not accept.strip():
        return offers[0] if offers else None
    best, quality = None, 0.0
    for offer in offers:
        own = _quality(offer, ranges)
        if own > quality:
            best, quality = offer, own
    return best


def _quality(offer: str, ranges: Iterable[tuple[str, float]]) -> float:
    """That of the most specific range which holds ``offer``."""
    kind = offer.partition("/")[0]
    found: dict[int, float] = {}
    for name, quality in ranges:
        rank = {offer: 3, f"{kind}/*": 2, "*/*": 1}.get(name, 0)
        found[rank] = max(quality, found.get(rank, 0.0))
    found.pop(0, None)
    return found[max(found)] if found else 0.0


def _ranges(accept: str) -> Iterable[tuple[str, float]]:
    for each in accept.split(","):
        name, *parameters = (part.strip().lower() for part in each.split(";"))
        quality = 1.0
        for parameter in parameters:
            key, _, value = parameter.partition("=")
            if key.strip() == "q":
                quality = _number(value.strip())
        if "/" in name:
            yield name, quality


def _number(text: str) -> float:
    try:
        number = float(text)
    except ValueError:
        return 0.0
    return number if 0 <= number <= 1 else 0.0
