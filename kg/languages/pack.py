"""Reads a language pack from its YAML files into frozen values. Words are folded when they are read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from kg.errors import KGError
from kg.folding import fold_text

_HERE = Path(__file__).parent


class UnknownLanguageError(KGError):
    """A language that no pack is written for."""

    def __init__(self, language: str) -> None:
        super().__init__(f"no language pack reads {language!r}; there are packs for: {', '.join(packs())}")


class PackError(KGError):
    """A pack file that does not say what a pack must say."""

    def __init__(self, file: Path, problem: str) -> None:
        super().__init__(f"{file}: {problem}; mend the pack as docs/language-packs.md describes")


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a frame looks for one of its arguments.

    ``kinds`` are ``actor`` and ``place``; ``preps`` the prepositions that may introduce it, ``bare`` meaning none.
    """

    kinds: frozenset[str]
    preps: frozenset[str]


@dataclass(frozen=True, slots=True)
class Frame:
    """What a group of words says: a relation, and where its subject and object stand."""

    id: str
    relation: str
    subject: Slot
    object: Slot
    noun_object: Slot
    forms: Mapping[str, str]
    """Folded word to its voice: ``active``, ``future``, ``passive``, ``participle``, ``noun``, or ``either`` of two."""
    between: bool = False
    """Whether its nouns may name both sides: "battles between A and B"."""
    predicate: bool = False
    """Whether its nouns say what the phrase before them is: "forces led by X", "a group within Y"."""
    placed: bool = False
    """Whether it happens somewhere: a place named behind it is its place."""
    present: frozenset[str] = frozenset()
    """Who is at the place where it happens: ``subject``, ``object`` or both. An airman is not in the town he bombs."""
    named: bool = False
    """Whether its object must have a name: "one of the factions" says nothing."""
    adjacent: bool = False
    """Whether the object must stand right behind the subject: a verb that is as often passive, such as "killed"."""
    needs: str = ""
    """A class of words of which one must follow in the clause: forces, where forces are sent."""
    of_deed: bool = False
    """Whether it may be said of what somebody did: "X condemned the attack by Y" is against Y."""
    reciprocal: bool = False
    """Whether a list of subjects alone says it of each other: "A and B met"."""
    undergone: bool = False
    """Whether its nouns may be what somebody undergoes: "X came under fire from Y"."""
    passive: bool = False
    """Whether its verbs take an agent: "X was shelled by Y"."""
    swapped: bool = False
    """Whether what reads as the subject is the object of the relation: "X fell into the hands of Y"."""
    by_person: str = ""
    """The relation it says where a person is its subject: who "attacks" a rival in a speech only opposes him."""
    confidence: float = 0.85
    default_modality: str | None = None


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


def packs() -> tuple[str, ...]:
    """The languages that there are packs for."""
    return tuple(sorted(path.name for path in _HERE.iterdir() if (path / "words.yaml").is_file()))


@lru_cache(maxsize=4)
def load_pack(language: str) -> LanguagePack:
    """The pack of ``language`` (a BCP 47 code such as ``ar``). Raises ``UnknownLanguageError`` and ``PackError``."""
    if language not in packs():
        raise UnknownLanguageError(language)
    return read_pack(_HERE / language, language)


def read_pack(path: Path, language: str) -> LanguagePack:
    """A pack from any folder, so that a new language can be tried before it is installed."""
    clitics = _read(path / "clitics.yaml")
    words = _read(path / "words.yaml")
    paradigms = clitics["paradigms"]
    frames = tuple(
        _frame(entry, paradigms, fold_text(clitics["article"]), path / "frames.yaml")
        for entry in _entries(path / "frames.yaml")
    )
    heads = _by_word(_read(path / "heads.yaml"))
    return LanguagePack(
        language=language,
        words={name: frozenset(map(fold_text, _flat(entries))) for name, entries in words.items()},
        heads=heads,
        titles=_by_word(_read(path / "titles.yaml")),
        nisba=_nisba(_read(path / "nisba.yaml"), clitics["nisba_endings"]),
        directions={
            fold_text(word): name for name, words_ in clitics["directions"].items() for word in words_
        },
        frames=frames,
        clitics=clitics,
        months={
            fold_text(word): number
            for number, words_ in _read(path / "months.yaml").items()
            for word in words_
        },
    )


def _read(file: Path) -> Any:
    import yaml

    try:
        with file.open(encoding="utf-8") as stream:
            return yaml.load(stream, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except OSError as error:
        raise PackError(file, f"cannot be read ({error.strerror})") from error
    except yaml.YAMLError as error:
        raise PackError(file, f"is not YAML ({error})") from error


def _entries(file: Path) -> list[dict[str, Any]]:
    entries = _read(file)
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise PackError(file, "is not a list of entries")
    for number, entry in enumerate(entries, start=1):
        missing = [key for key in ("id", "relation") if key not in entry]
        if missing:
            raise PackError(file, f"entry {number} has no {' and no '.join(missing)}")
    return entries


def _flat(entries: Any) -> list[str]:
    return [str(entry) for entry in entries]


def _by_word(entries: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {fold_text(word): entry for entry in entries for word in entry["words"]}


def _nisba(entries: list[dict[str, Any]], endings: list[str]) -> dict[str, dict[str, str]]:
    return {
        fold_text(form): {key: str(value) for key, value in entry.items() if key != "stems"}
        for entry in entries
        for stem in entry["stems"]
        for form in (stem, *(stem + ending for ending in endings))
    }


def _slot(entry: dict[str, Any] | None, fallback: Slot) -> Slot:
    if entry is None:
        return fallback
    preps = frozenset(fold_text(word) for word in entry.get("preps", ["bare"]))
    return Slot(frozenset(entry.get("kinds", ["actor"])), preps)


def inflect(stem: str, paradigm: str, paradigms: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The folded forms of a stem with their voice, by the affixes of a paradigm and of those it brings along."""
    for table in (paradigms[paradigm], *(paradigms[name] for name in paradigms[paradigm].get("also", ()))):
        for prefix in table["prefixes"]:
            for suffix in table["suffixes"]:
                yield fold_text(prefix + stem + suffix), table["voice"]


_BARE_ACTOR = Slot(frozenset({"actor"}), frozenset({"bare"}))


def _frame(entry: dict[str, Any], paradigms: dict[str, Any], article: str, file: Path) -> Frame:
    forms: dict[str, str] = {}
    for verb in entry.get("verbs", ()):
        for name, stems in verb.items():
            if name not in paradigms:
                raise PackError(
                    file,
                    f"frame {entry['id']!r} uses the paradigm {name!r}, which clitics.yaml does not define",
                )
            for stem in [stems] if isinstance(stems, str) else stems:
                for form, voice in inflect(stem, name, paradigms):
                    forms.setdefault(form, voice)
    for noun in entry.get("nouns", ()):
        word = fold_text(noun)
        forms[word] = "either" if forms.get(word) == "active" else "noun"
        if article and " " not in word and not word.startswith(article):
            forms.setdefault(article + word, "noun")
    object_slot = _slot(entry.get("object"), _BARE_ACTOR)
    return Frame(
        id=entry["id"],
        relation=entry["relation"],
        subject=_slot(entry.get("subject"), _BARE_ACTOR),
        object=object_slot,
        noun_object=_slot(entry.get("noun_object"), object_slot),
        forms=forms,
        between=bool(entry.get("between", False)),
        predicate=bool(entry.get("predicate", False)),
        placed=bool(entry.get("placed", False)),
        present=frozenset(entry.get("present", ())),
        named=bool(entry.get("named", False)),
        adjacent=bool(entry.get("adjacent", False)),
        needs=str(entry.get("needs", "")),
        of_deed=bool(entry.get("of_deed", False)),
        reciprocal=bool(entry.get("reciprocal", False)),
        undergone=bool(entry.get("undergone", False)),
        passive=bool(entry.get("passive", False)),
        by_person=str(entry.get("by_person", "")),
        swapped=bool(entry.get("swapped", False)),
        confidence=float(entry.get("confidence", 0.85)),
        default_modality=entry.get("modality"),
    )
