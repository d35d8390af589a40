"""From an actor that documents name to an entry of the registry."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kg.errors import KGError
from kg.folding import fold_text
from kg.iri import Iris, slug
from kg.registry import NewEntry, load_registry
from kg.registry.writing import language_of
from kg.resolve.labels import sort_names, unquoted


class AdoptionError(KGError):
    """An actor that cannot be taken into the registry as asked."""

    def __init__(self, name: str, problem: str, way_out: str) -> None:
        super().__init__(f"{name}: {problem}; {way_out}")


def entry_for(
    iri: str,
    labels: Sequence[str],
    seen: Sequence[str],
    *,
    type_: str,
    label_en: str | None = None,
    label_ar: str | None = None,
    country: str | None = None,
) -> NewEntry:
    """The registry entry of an actor outside it.

    ``labels`` are those of the store, the first being the usual one; ``seen`` the words in which documents name it.
    The id comes from the English name; without one, the id that it has stays. Raises ``AdoptionError``.
    """
    named = {language_of(each): unquoted(each) for each in reversed(labels)}
    for language, given in (("en", label_en), ("ar", label_ar)):
        if given is not None and not any(map(str.isalpha, given)):
            raise AdoptionError(
                repr(given), "this is no name", f"give a name with letters as --label-{language}"
            )
        named |= {language: " ".join(given.split())} if given else {}
    if label_en and not fold_text(label_en).isascii():
        raise AdoptionError(
            repr(label_en), "this is no English name", "write it in Latin letters, or leave it out"
        )
    own = Iris().actor(slug(fold_text(named["en"])) if "en" in named else iri.rpartition("/")[2])
    _refuse_known(own)
    preferred = tuple(named[key] for key in ("en", "ar") if key in named)
    others, ambiguous = _names(labels, seen, known=preferred)
    return NewEntry(own, preferred, others, ambiguous, type_, country)


def alias_for(registered: str, labels: Sequence[str], seen: Sequence[str]) -> NewEntry:
    """Further names for the actor ``registered``: those of an actor outside the registry. Raises ``AdoptionError``."""
    entry = next((each for each in load_registry().entries if each.entity.iri == registered), None)
    names, ambiguous = _names(labels, seen, known=[name.text for name in entry.names] if entry else ())
    if not names:
        label = entry.entity.label if entry else registered
        raise AdoptionError(labels[0], f"this is already a name of {label}", "load the documents again")
    return NewEntry(registered, (), names, ambiguous)


def _names(
    labels: Sequence[str], seen: Sequence[str], *, known: Iterable[str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The names that are not ``known``, and those that mean the actor in context alone; each in one spelling."""
    told = set(map(fold_text, known))
    names: dict[str, str] = {}
    ambiguous: dict[str, str] = {}
    for label in map(unquoted, labels):
        others, in_context = sort_names(label, seen)
        for kept, found in ((names, (label, *others)), (ambiguous, in_context)):
            kept.update(
                (fold_text(name), name) for name in found if fold_text(name) not in told | kept.keys()
            )
    return tuple(names.values()), tuple(name for key, name in ambiguous.items() if key not in names)


def _refuse_known(iri: str) -> None:
    known = next((each for each in load_registry().entries if each.entity.iri == iri), None)
    if known is not None:
        raise AdoptionError(
            iri.rpartition("/")[2],
            f"the registry lists {known.entity.label} under this id",
            "say --same-as if they are one, or give another --label-en",
        )
