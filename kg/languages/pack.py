"""Reads a language pack from its YAML files into frozen values. Words are folded when they are read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from kg.cache import remembered
from kg.errors import KGError
from kg.folding import fold_text
from kg.languages.dates import DateWords, date_words
from kg.languages.frames import Frame, PackError, class_forms, read_frame

_HERE = Path(__file__).parent
_BOOLEAN = "tag:yaml.org,2002:bool"
_NO_CLITICS: Mapping[str, Any] = {
    "conjunctions": (), "prepositions": (), "article": "", "contractions": {}, "case_forms": {}, "pronouns": {},
    "nisba_endings": (), "directions": {}, "paradigms": {}, "before_pronoun": {}, "agreement": {},
    "feminine_endings": (), "noun_endings": (), "closed_endings": (),
}  # fmt: skip
"""What ``clitics.yaml`` says of a language that writes nothing onto its words."""


class _Classes(dict[str, frozenset[str]]):
    """Classes of words; one that the pack does not know has no words."""

    def __missing__(self, name: str) -> frozenset[str]:
        return frozenset()


class UnknownLanguageError(KGError):
    """A language that no pack is written for."""

    def __init__(self, language: str) -> None:
        super().__init__(f"no language pack reads {language!r}; there are packs for: {', '.join(packs())}")


@dataclass(frozen=True, slots=True)
class Grammar:
    """What the order of words says in a language, from ``grammar.yaml``; a pack without that file has free order."""

    ordered: bool = False
    """Whether the subject stands before its verb and the object behind it."""
    capitals: bool = False
    """Whether names are written with a capital."""
    possessives: tuple[str, ...] = ()
    """Folded endings of an owner: "'s"."""
    worn: frozenset[str] = frozenset()
    """Folded words that are an owner whose apostrophe got lost: "armys"."""
    respelled: tuple[tuple[str, ...], ...] = ()
    """Folded words that are spellings of one another."""
    openings: tuple[str, ...] = ()
    """Folded words that may stand for one another within a name, or be left out before it: "al", "el"."""
    verb_endings: tuple[str, ...] = ()
    """Folded endings of verbs that no list holds."""
    third_endings: tuple[str, ...] = ()
    """Folded endings that verbs share with nouns."""
    adjective_endings: tuple[str, ...] = ()
    """Folded endings of adjectives that no list holds."""
    adverb_endings: tuple[str, ...] = ()
    """Folded endings of adverbs that no list holds."""
    joiners: str = ""
    """Characters that a name may have where another spelling has a space: hyphens."""
    abbreviations: frozenset[str] = frozenset()
    """Words as they are written whose full stop ends no sentence."""


@dataclass(frozen=True, slots=True)
class LanguagePack:
    """All that the engine knows of one language.

    ``words`` maps a class name to its folded words and expressions (several words joined by one space).
    ``heads`` maps a folded noun to what it makes of the name or adjective behind it.
    """

    language: str
    words: Mapping[str, frozenset[str]]
    heads: Mapping[str, Mapping[str, Any]]
    titles: Mapping[str, Mapping[str, Any]]
    nisba: Mapping[str, Mapping[str, str]]
    directions: Mapping[str, str]
    frames: tuple[Frame, ...]
    clitics: Mapping[str, Any]
    months: Mapping[str, int]
    dates: DateWords
    grammar: Grammar = field(default_factory=Grammar)


def packs() -> tuple[str, ...]:
    """The languages that there are packs for."""
    return tuple(sorted(path.name for path in _HERE.iterdir() if (path / "words.yaml").is_file()))


@lru_cache(maxsize=4)
def load_pack(language: str) -> LanguagePack:
    """The pack of ``language`` (a BCP 47 code such as ``ar``). Raises ``UnknownLanguageError`` and ``PackError``."""
    if language not in packs():
        raise UnknownLanguageError(language)
    return read_pack(_HERE / language, language)


def pack_files(language: str) -> tuple[Path, ...]:
    """The files that the pack of ``language`` is read from, in a fixed order."""
    return tuple(sorted((_HERE / language).glob("*.yaml")))


def read_pack(path: Path, language: str) -> LanguagePack:
    """A pack from any folder, so that a new language can be tried before it is installed."""
    clitics = {**_NO_CLITICS, **_read(path / "clitics.yaml")}
    words = _read(path / "words.yaml")
    paradigms = clitics["paradigms"]
    frames = tuple(
        read_frame(entry, paradigms, clitics, path / "frames.yaml")
        for entry in _entries(path / "frames.yaml")
    )
    heads = _by_word(_read(path / "heads.yaml"))
    months = {
        fold_text(word): number for number, words_ in _read(path / "months.yaml").items() for word in words_
    }
    return LanguagePack(
        language=language,
        words=_Classes(
            (name, frozenset(class_forms(entries, paradigms, path / "words.yaml")))
            for name, entries in words.items()
        ),
        heads=heads,
        titles=_by_word(_read(path / "titles.yaml")),
        nisba=_nisba(_read(path / "nisba.yaml"), clitics["nisba_endings"]),
        directions={
            fold_text(word): name for name, words_ in clitics["directions"].items() for word in words_
        },
        frames=frames,
        clitics=clitics,
        months=months,
        dates=date_words(
            _read(path / "dates.yaml"), months, lambda problem: PackError(path / "dates.yaml", problem)
        ),
        grammar=_grammar(path / "grammar.yaml"),
    )


def _grammar(file: Path) -> Grammar:
    """The grammar of a pack; the pack has free order of words without the file."""
    if not file.is_file():
        return Grammar()
    entry = _read(file)
    orders = ("free", "subject-verb-object")
    if not isinstance(entry, dict) or entry.get("order") not in orders:
        raise PackError(file, f"does not say `order`, which is one of: {', '.join(orders)}")
    return Grammar(
        ordered=entry["order"] == orders[1],
        capitals=bool(entry.get("capitals", False)),
        possessives=_folded(entry.get("possessives", ())),
        worn=frozenset(_folded(entry.get("worn", ()))),
        respelled=tuple(_folded(group) for group in entry.get("respelled", ())),
        openings=_folded(entry.get("openings", ())),
        verb_endings=_folded(entry.get("verb_endings", ())),
        third_endings=_folded(entry.get("third_endings", ())),
        adjective_endings=_folded(entry.get("adjective_endings", ())),
        adverb_endings=_folded(entry.get("adverb_endings", ())),
        joiners="".join(entry.get("joiners", ())),
        abbreviations=frozenset(map(str, entry.get("abbreviations", ()))),
    )


def _folded(words: Iterable[Any]) -> tuple[str, ...]:
    return tuple(fold_text(str(word)) for word in words)


@lru_cache(maxsize=1)
def _loader() -> Any:
    """A safe loader to which "on", "off", "yes" and "no" are words, as they are in YAML 1.2."""
    import yaml

    base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    resolvers = {
        letter: [(tag, pattern) for tag, pattern in known if tag != _BOOLEAN]
        for letter, known in base.yaml_implicit_resolvers.items()
    }

    def mapping(self: Any, node: Any, **deep: bool) -> Any:
        """A mapping, refused where it says a key twice: the first would be lost."""
        said: set[str] = set()
        for key, _ in node.value:
            if key.value in said:
                raise yaml.constructor.ConstructorError(
                    None, None, f"says {key.value!r} twice", key.start_mark
                )
            said.add(key.value)
        return base.construct_mapping(self, node, **deep)

    members = {"yaml_implicit_resolvers": resolvers, "construct_mapping": mapping}
    loader: Any = type("PackLoader", (base,), members)
    loader.add_implicit_resolver(_BOOLEAN, re.compile("^(?:true|false)$"), "tf")
    return loader


def _read(file: Path) -> Any:
    """What a YAML file holds, with its keys as strings."""
    try:
        return remembered(
            f"pack-{file.parent.name}-{file.stem}", (file, Path(__file__)), lambda: _parsed(file)
        )
    except TypeError as error:
        raise PackError(file, f"holds a value that is neither text nor number nor truth ({error})") from error


def _parsed(file: Path) -> Any:
    import yaml

    try:
        with file.open(encoding="utf-8") as stream:
            return yaml.load(stream, Loader=_loader())
    except OSError as error:
        raise PackError(file, f"cannot be read ({error.strerror})") from error
    except yaml.YAMLError as error:
        raise PackError(file, f"cannot be taken as YAML ({error})") from error


def _entries(file: Path) -> list[dict[str, Any]]:
    entries = _read(file)
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise PackError(file, "is not a list of entries")
    for number, entry in enumerate(entries, start=1):
        missing = [key for key in ("id", "relation") if key not in entry]
        if missing:
            raise PackError(file, f"entry {number} has no {' and no '.join(missing)}")
    return entries


def _by_word(entries: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {fold_text(word): entry for entry in entries for word in entry["words"]}


def _nisba(entries: list[dict[str, Any]], endings: list[str]) -> dict[str, dict[str, str]]:
    """Every form of every adjective of origin; ``plural`` marks a broken plural, which no ending gives away."""
    found: dict[str, dict[str, str]] = {}
    for entry in entries:
        known = {"adjective": fold_text(entry["stems"][0])}
        known |= {key: str(value) for key, value in entry.items() if key not in {"stems", "plurals"}}
        for stem in entry["stems"]:
            found |= {fold_text(form): known for form in (stem, *(stem + ending for ending in endings))}
        for plural in entry.get("plurals", ()):
            found[fold_text(plural)] = known | {"plural": "broken"}
    return found
