"""The paths of documents on the command line, and what a user says of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from kg.cli.output import say
from kg.readers import FORMATS, SUFFIXES, others_under, read_documents

if TYPE_CHECKING:
    from kg.model import Document
    from kg.readers import Unreadable

_Command = TypeVar("_Command", bound=Callable[..., Any])

_OPTIONS = (
    click.argument(
        "paths", nargs=-1, required=True, metavar="PATH...", type=click.Path(allow_dash=True, path_type=str)
    ),
    click.option(
        "--date", metavar="DATE", help="When they appeared, if they do not say: 2015-10-16, 2015-10 or 2015."
    ),
    click.option("--source", metavar="NAME", help="Who published them, if they do not say."),
    click.option("--url", metavar="URL", help="Where they stand on the web, if they do not say."),
    click.option("--language", metavar="CODE", help="Their language, such as ar or en, if they do not say."),
    click.option(
        "--as",
        "read_as",
        type=click.Choice(FORMATS),
        help="What standard input and the files named hold. [default: as their ending or beginning shows]",
    ),
)


def document_options(function: _Command) -> _Command:
    """Adds ``PATH...`` and what to assume of documents that do not say it themselves."""
    for add in reversed(_OPTIONS):
        function = add(function)
    return function


def documents(
    paths: tuple[str, ...],
    date: str | None,
    source: str | None,
    url: str | None,
    language: str | None,
    read_as: str | None,
    *,
    claims_later: bool = False,
) -> Iterator[Document | Unreadable]:
    """The documents at ``paths``. Raises ``InputError`` for a date, address or language that is none.

    Says how many files of a folder are left alone because of their kind, and which documents are read
    otherwise than they were declared. ``claims_later`` is that of ``kg.readers.read_documents``.
    """
    firsts: dict[str, Path] = {}
    counts: Counter[str] = Counter()
    for other in (other for path in paths for other in others_under(Path(path))):
        kind = other.suffix.lower() or "without an ending"
        firsts.setdefault(kind, other)
        counts[kind] += 1
    if counts:
        some = ", ".join(
            f"{firsts[kind]}" if count == 1 else f"{count:,} files {kind} (the first is {firsts[kind]})"
            for kind, count in counts.most_common()
        )
        say(f"left alone: {some} (not {', '.join(SUFFIXES[:-1])} or {SUFFIXES[-1]})")
    return read_documents(
        paths,
        date=date,
        source=source,
        url=url,
        language=language,
        form=read_as,
        note=_note,
        claims_later=claims_later,
    )


def _note(text: str) -> None:
    say(f"note: {text}")
