"""Writes entries of a registry as Turtle, laid out as ``ontology/reference/README.md`` says, into a file or as text."""

from __future__ import annotations

import os
import re
import stat
import tempfile
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Literal

from kg.errors import KGError
from kg.namespaces import BASE, RW, SKOS
from kg.registry.conflicts import check_own
from kg.registry.files import own_files
from kg.registry.reading import packaged_registry
from kg.turtle import parse_turtle, read_turtle

_PREFIXES = {"actor": f"{BASE}actor/", "place": f"{BASE}place/", "rw": RW, "skos": SKOS}
_HEADING = "# Actors adopted from documents.\n\n"
_LOCAL = re.compile(r"\w(?:[\w-]*\w)?\Z")
_WIDTH = 110


class RegistryFileError(KGError):
    """A file of the registry that cannot be written."""

    def __init__(self, path: Path, problem: str) -> None:
        super().__init__(
            f"{path}: {problem}; give another file, or none to see the entry. Nothing was written"
        )


@dataclass(frozen=True, slots=True)
class NewEntry:
    """What the registry is to know of an actor, or further names of a registered one where ``type`` is None."""

    iri: str
    preferred: tuple[str, ...] = ()
    """The usual names, one a language."""
    others: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()
    """Names that are common words or may be borne by several: they count where the text supports them."""
    type: str | None = None
    country: str | None = None
    """IRI of the country."""

    def turtle(self) -> str:
        """The entry as a block of Turtle, for a file with the prefixes of ``turtle_file``."""
        facts = [
            _names("skos:prefLabel", self.preferred),
            _names("skos:altLabel", self.others),
            _names("rw:ambiguousLabel", self.ambiguous),
            f"rw:country {_iri(self.country)}" if self.country else "",
        ]
        stated = [fact for fact in facts if fact]
        if self.type:
            return " ;\n    ".join([f"{_iri(self.iri)} a rw:{self.type}", *stated]) + " .\n"
        return f"{_iri(self.iri)} " + " ;\n    ".join(stated) + " .\n"


def turtle_file(entry: NewEntry) -> str:
    """A whole file with this entry alone."""
    return _HEADING + "".join(_declared(_PREFIXES)) + "\n" + entry.turtle()


def add_to_file(path: Path, entry: NewEntry) -> None:
    """Adds ``entry`` to the file ``path``, which is made where there is none, whole or not at all.

    Raises ``RegistryConflictError`` where the entry does not fit what the registry knows, ``RdfSyntaxError`` where the
    file is no Turtle already, and ``RegistryFileError``.
    """
    path = path.resolve()
    try:
        before = path.read_text(encoding="utf-8") if path.exists() else None
    except UnicodeDecodeError as error:
        raise RegistryFileError(path, f"it is not UTF-8 text (byte {error.start})") from error
    except OSError as error:
        raise RegistryFileError(path, error.strerror or "it cannot be read") from error
    text = turtle_file(entry) if not before else _appended(before, entry)
    others = ((file, tuple(read_turtle(file))) for file in own_files() if file.resolve() != path)
    check_own((*others, (path, tuple(parse_turtle(text, path)))), packaged_registry())
    _replace(path, text)


def _appended(before: str, entry: NewEntry) -> str:
    missing = {
        prefix: iri
        for prefix, iri in _PREFIXES.items()
        if not re.search(rf"^\s*@?prefix\s+{prefix}:\s*<{re.escape(iri)}>", before, re.M | re.I)
    }
    declared = "".join(_declared(missing)) + "\n" if missing else ""
    return f"{before.rstrip()}\n\n{declared}{entry.turtle()}"


def _replace(path: Path, text: str) -> None:
    """Puts ``text`` in place of the file at once: a reader sees the old content or the new."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        mode = stat.S_IMODE(path.stat().st_mode) if path.exists() else 0o644
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", dir=path.parent, prefix=".", delete=False
        ) as out:
            try:
                out.write(text)
                out.flush()
                os.fsync(out.fileno())
                Path(out.name).chmod(mode)
                Path(out.name).replace(path)
            except OSError:
                Path(out.name).unlink(missing_ok=True)
                raise
    except OSError as error:
        raise RegistryFileError(path, error.strerror or "it cannot be written") from error


def _declared(prefixes: dict[str, str]) -> Iterator[str]:
    return (f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in prefixes.items())


def _names(predicate: str, names: Iterable[str]) -> str:
    """One predicate with its labels, several lines where they are many."""
    lines: list[str] = []
    line = predicate
    for label in [str(Literal(name, language=language_of(name))) for name in names]:
        joined = f"{line} {label}" if line == predicate else f"{line}, {label}"
        if len(joined) > _WIDTH and line != predicate:
            lines.append(line + ",")
            joined = f"        {label}"
        line = joined
    return "" if line == predicate else "\n".join([*lines, line])


def language_of(name: str) -> str:
    """``ar`` for a name in Arabic letters, else ``en``."""
    return "ar" if any(unicodedata.bidirectional(character) == "AL" for character in name) else "en"


def _iri(iri: str) -> str:
    for prefix in ("actor", "place"):
        local = iri.removeprefix(_PREFIXES[prefix])
        if local != iri and _LOCAL.match(local):
            return f"{prefix}:{local}"
    return f"<{iri}>"
