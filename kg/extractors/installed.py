"""Finds extractors by the entry points that installed distributions declare."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from importlib.metadata import EntryPoint, entry_points

from kg.errors import KGError
from kg.extractors.errors import BrokenExtractorError, UnknownExtractorError
from kg.extractors.protocol import Extractor, Factory

GROUP = "rawabit.extractors"
_NAME = re.compile(r"[a-z0-9][a-z0-9_-]*\Z")


def installed() -> tuple[str, ...]:
    """The names of all installed extractors, sorted."""
    return tuple(sorted(entry_points(group=GROUP).names))


def make_extractors(names: Sequence[str], environment: Mapping[str, str]) -> tuple[Extractor, ...]:
    """The extractors of these names, each once, with their settings out of ``environment``.

    Raises ``UnknownExtractorError``, ``BrokenExtractorError`` and whatever an extractor says of its settings.
    """
    return tuple(_make(name, environment) for name in dict.fromkeys(names))


def settings_of(name: str, environment: Mapping[str, str]) -> dict[str, str]:
    """The variables ``KG_<NAME>_<SETTING>`` as ``{setting: value}``; empty ones count as not set."""
    prefix = f"KG_{name.upper().replace('-', '_')}_"
    return {
        key.removeprefix(prefix).lower(): value
        for key, value in environment.items()
        if key.startswith(prefix) and value
    }


def _make(name: str, environment: Mapping[str, str]) -> Extractor:
    found = tuple(entry_points(group=GROUP, name=name))
    if not found:
        raise UnknownExtractorError(name, installed())
    if not _NAME.match(name):
        raise BrokenExtractorError(
            name, "has a name that no claim can carry", "its author must use a-z, 0-9, - and _"
        )
    if len({each.value for each in found}) > 1:
        homes = ", ".join(sorted(each.dist.name for each in found if each.dist))
        raise BrokenExtractorError(
            name, f"comes from several distributions ({homes})", "uninstall all but one"
        )
    return _start(found[0], settings_of(name, environment))


def _start(entry: EntryPoint, settings: dict[str, str]) -> Extractor:
    try:
        factory: Factory = entry.load()
        extractor = factory(settings)
        named = extractor.name, extractor.version, extractor.languages
    except KGError:
        raise
    # This is where code of strangers begins: whatever it raises, the user must learn whose it is.
    except Exception as error:
        fault = f"cannot be started ({type(error).__name__}: {error})"
        raise BrokenExtractorError(
            entry.name, fault, "install it again or report that to its author"
        ) from error
    if named[0] != entry.name:
        raise BrokenExtractorError(
            entry.name, f"calls itself {named[0]!r}", "its author must use one name for both"
        )
    return extractor
