"""``kg actors adopt``: an actor that documents name becomes an entry of the user's own registry."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.completing import class_names, entity_ids
from kg.cli.output import say, write, write_json
from kg.cli.reading_again import read_documents_again
from kg.cli.settings import Settings, json_option, registry_option, store_option
from kg.errors import KGError, UnknownNameError

if TYPE_CHECKING:
    from kg.query.naming import Naming
    from kg.query.unlisted_actors import NewActor
    from kg.registry import NewEntry

_FILE = "adopted.ttl"
"""The file in the registry's folder that takes what is adopted."""


class NotNewError(KGError):
    """Somebody who cannot be adopted: unknown, or known already."""

    def __init__(self, name: str, problem: str, way_out: str) -> None:
        super().__init__(f"{name!r} {problem}; {way_out}")


@click.command("adopt")
@click.argument("name", metavar="NAME_OR_IRI")
@click.option("--label-en", metavar="NAME", help="The usual English name; the id is made from it.")
@click.option("--label-ar", metavar="NAME", help="The usual Arabic name. [default: as documents name it]")
@click.option(
    "--type",
    "kind",
    metavar="CLASS",
    shell_complete=class_names,
    help="What it is, such as ArmedGroup or Person. [default: as documents have it]",
)
@click.option("--country", metavar="PLACE", help="The country that it belongs to.")
@click.option(
    "--same-as",
    "registered",
    metavar="ACTOR",
    shell_complete=entity_ids,
    help="It is this listed actor: write the names as further names of that one.",
)
@click.option(
    "--into",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help=f"Add the entry to this file of Turtle; in a folder, to {_FILE} there. [default: print it]",
)
@click.option("--save", is_flag=True, help="The same as --into the folder of your own registry.")
@click.option("--reload", "again", is_flag=True, help="Then read the documents that name it again.")
@json_option
@store_option
@registry_option
@click.pass_obj
def adopt(
    settings: Settings,
    name: str,
    label_en: str | None,
    label_ar: str | None,
    kind: str | None,
    country: str | None,
    registered: str | None,
    into: Path | None,
    *,
    save: bool,
    again: bool,
    as_json: bool,
) -> int:
    """Write the registry entry of an actor that documents name and 'kg actors --new' lists.

    The entry is Turtle, with the names seen in documents. What lies in the folder of your own registry
    is read together with the registry of the program. The store keeps the old id until the documents
    are read again: --reload does that at once, and 'kg load' whenever they are loaded. Only what the
    rules read from a text in the store is read again so; other documents are named, and stay as they
    are (exit code 3).

    \b
    Examples:
      kg actors adopt "لواء شهداء النهر" --label-en "River Martyrs Brigade" --country Syria
      kg actors adopt "لواء شهداء النهر" --label-en "River Martyrs Brigade" --save --reload
      kg actors adopt 'تنظيم "جيش الفتح الإسلامي"' --same-as "Jaish al-Fatah" --save
    """
    from kg.cli.opening import reading
    from kg.query.unlisted_actors import documents_with, words_for
    from kg.registry import turtle_file

    path = _path(into, save=save)
    if registered and any((label_en, label_ar, kind, country)):
        raise click.UsageError("--same-as names a listed actor: leave out labels, class and country")
    with reading(settings) as naming:
        actor = _chosen(naming, name)
        seen = words_for(naming.store, [actor.iri]).get(actor.iri, ())
        labels = _labels(naming, actor.iri, seen)
        documents = documents_with(naming.store, actor.iri)
        adopted = _adopted(labels)
        if adopted is None and again and not (path and _is_read(path)):
            raise click.UsageError(
                "--reload needs --save, or --into a file in the folder of your own registry"
            )
        if adopted is not None and not again:
            raise NotNewError(
                labels[0],
                f"is in your registry already, as {adopted}",
                "--reload reads the documents that name it again",
            )
        given = (label_en, label_ar, kind, country, registered)
        entry = _entry(naming, actor, labels, seen, given) if adopted is None else None
    turtle = turtle_file(entry).rstrip("\n") if entry is not None else None
    if entry is not None and path is not None:
        _write(path, entry, labels[0], len(documents), again=again)
    elif turtle is not None and not as_json:
        write(turtle)
    code, done = read_documents_again(settings, documents) if again else (0, None)
    if as_json:
        write_json(
            {
                "entry": turtle,
                "file": str(path) if path is not None and entry is not None else None,
                "again": done,
            }
        )
    return code


def _write(path: Path, entry: NewEntry, label: str, documents: int, *, again: bool) -> None:
    from kg.registry import add_to_file

    add_to_file(path, entry)
    say(f"{label}: written to {path}")
    if not _is_read(path):
        say(
            f"nothing reads that file yet: put it into the folder of your own registry ({_registry_folder()})"
        )
    if not again:
        counted = f"{documents} document{'s' if documents != 1 else ''}"
        say(f"{counted} in the store still name it by its old id: load them again, or adopt with --reload")


def _path(into: Path | None, *, save: bool) -> Path | None:
    if into is not None and save:
        raise click.UsageError("--save and --into both say where the entry goes; give one")
    folder = _registry_folder() if save else into
    if save and folder is None:
        raise click.UsageError("there is no folder for your own registry; name one with --registry")
    return folder / _FILE if folder is not None and (save or folder.is_dir()) else folder


def _registry_folder() -> Path | None:
    from kg.registry import own_folder

    return own_folder()


def _is_read(path: Path) -> bool:
    folder = _registry_folder()
    return folder is not None and path.suffix == ".ttl" and path.resolve().is_relative_to(folder.resolve())


def _chosen(naming: Naming, typed: str) -> NewActor:
    """The actor outside the registry that is meant. Raises ``NotNewError``, or ``AmbiguousNameError``."""
    from kg.query.unlisted_actors import new_actors
    from kg.resolve.names import Names

    new = {each.iri: each for each in new_actors(naming.store)}
    listed = Names("actor", (each for each in naming.candidates if each.iri not in new))
    names = Names("new actor", (each for each in naming.candidates if each.iri in new))
    found = names.exactly(typed)
    if found is None and (known := listed.exactly(typed)) is not None:
        if known.candidate.type == "DescribedGroup":
            raise NotNewError(
                typed, "is described by documents and not named", "'kg actors --new' lists who is"
            )
        raise NotNewError(
            typed,
            f"is listed in the registry already, as {known.candidate.label}",
            "'kg actors --new' lists who is not",
        )
    try:
        found = found or names.find(typed)
    except UnknownNameError as error:
        near = str(error).partition("; ")[2]
        raise NotNewError(
            typed, "is no actor outside the registry", near or "'kg actors --new' lists all"
        ) from error
    if not found.exact:
        say(f"taking {typed!r} as {found.candidate.label}")
    return new[found.candidate.iri]


def _labels(naming: Naming, iri: str, seen: tuple[str, ...]) -> list[str]:
    """The labels of the store, that which documents use most first."""
    naming.prepare([iri])
    return sorted(
        naming.candidate(iri).preferred, key=lambda each: seen.index(each) if each in seen else len(seen)
    )


def _adopted(labels: Sequence[str]) -> str | None:
    """Who bears one of ``labels`` in the registry as it is now: adopted, while the documents still say the old id."""
    from kg.folding import fold_text
    from kg.registry import load_registry
    from kg.resolve.labels import unquoted

    wanted = {fold_text(unquoted(label)) for label in labels}
    for entry in load_registry().entries:
        named = not entry.is_place and any(
            fold_text(name.text) in wanted for name in entry.names if not name.ambiguous
        )
        if named:
            return entry.entity.label
    return None


def _entry(
    naming: Naming,
    actor: NewActor,
    labels: list[str],
    seen: tuple[str, ...],
    given: tuple[str | None, str | None, str | None, str | None, str | None],
) -> NewEntry:
    from kg.pipeline import alias_for, entry_for

    label_en, label_ar, kind, country, registered = given
    if registered:
        return alias_for(_listed(naming, registered), labels, seen)
    entry = entry_for(
        actor.iri,
        labels,
        seen,
        type_=_class(kind) if kind else actor.type,
        label_en=label_en,
        label_ar=label_ar,
        country=_country(naming, country) if country else None,
    )
    if len(entry.preferred) < 2:
        say(
            "the registry has a usual name in English and in Arabic; add the other one with --label-en or --label-ar"
        )
    return entry


def _listed(naming: Naming, typed: str) -> str:
    """The IRI of a registered actor. Raises ``NotNewError`` for one that the registry does not list."""
    from kg.query.unlisted_actors import new_actors
    from kg.registry import load_registry

    iri = naming.actor(typed)
    if iri not in {entry.entity.iri for entry in load_registry().entries}:
        way_out = "adopt that one first" if new_actors(naming.store, [iri]) else "name one that is"
        raise NotNewError(typed, "is not in the registry either", way_out)
    return iri


def _class(typed: str) -> str:
    """The class of actors that is meant. Raises ``NotNewError`` for one of other things."""
    from kg.ontology import load_ontology
    from kg.query.terms import find_class

    try:
        name = find_class(typed, say)
    except UnknownNameError as error:
        raise NotNewError(
            typed, "is no class", str(error).partition("; ")[2] or "'kg ontology list' lists all"
        ) from error
    actors = load_ontology().below("Actor")
    if name not in actors or name == "Actor":
        known = ", ".join(sorted(set(actors) - {"Actor"}))
        raise NotNewError(typed, "is no class of actors", f"one of these is: {known}")
    return name


def _country(naming: Naming, typed: str) -> str:
    iri = naming.resolve("place", typed)
    if naming.candidate(iri).type != "Country":
        raise NotNewError(typed, "is a place and no country", "name the country that it lies in")
    return iri
