"""A registry of a few made-up entries, for tests that turn on exactly what is listed."""

from __future__ import annotations

from kg.model import Entity, Name, Registry, RegistryEntry
from kg.namespaces import BASE


def actor(
    slug: str,
    *names: str,
    type_: str = "ArmedGroup",
    ambiguous: tuple[str, ...] = (),
    cues: tuple[str, ...] = (),
    blocked_by: tuple[str, ...] = (),
    country: str | None = None,
) -> RegistryEntry:
    """An actor with Arabic names; those in ``ambiguous`` need support."""
    return _entry(
        "actor", slug, type_, names, ambiguous, cues=cues, blocked_by=blocked_by, country=_place_iri(country)
    )


def place(
    slug: str, *names: str, type_: str = "Town", ambiguous: tuple[str, ...] = (), cues: tuple[str, ...] = ()
) -> RegistryEntry:
    """A place with Arabic names; those in ``ambiguous`` need support."""
    return _entry("place", slug, type_, names, ambiguous, cues=cues, blocked_by=(), country=None)


def world(*entries: RegistryEntry) -> Registry:
    """A registry of ``entries``, in the order given."""
    return Registry(entries)


def _place_iri(slug: str | None) -> str | None:
    return f"{BASE}place/{slug}" if slug else None


def _entry(
    kind: str,
    slug: str,
    type_: str,
    names: tuple[str, ...],
    ambiguous: tuple[str, ...],
    *,
    cues: tuple[str, ...],
    blocked_by: tuple[str, ...],
    country: str | None,
) -> RegistryEntry:
    label = slug.replace("-", " ").title()
    entity = Entity(f"{BASE}{kind}/{slug}", type_, label, names[0] if names else None, country=country)
    listed = (*(Name(n, "ar") for n in names), *(Name(n, "ar", ambiguous=True) for n in ambiguous))
    return RegistryEntry(entity, listed, kind == "place", cues, blocked_by)
