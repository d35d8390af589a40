"""The paths of documents on the command line, and what a user says of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from kg.model import Document
    from kg.readers import Unreadable

_Command = TypeVar("_Command", bound=Callable[..., Any])

_OPTIONS = (
    click.argument("paths", nargs=-1, required=True, metavar="PATH..."),
    click.option(
        "--date", metavar="DATE", help="When they appeared, if they do not say: 2015-10-16, 2015-10 or 2015."
    ),
    click.option("--source", metavar="NAME", help="Who published them, if they do not say."),
    click.option("--url", metavar="URL", help="Where they stand on the web, if they do not say."),
    click.option("--language", metavar="CODE", help="Their language, such as ar or en, if they do not say."),
)


def document_options(function: _Command) -> _Command:
    """Adds ``PATH...`` and what to assume of documents that do not say it themselves."""
    for add in reversed(_OPTIONS):
        function = add(function)
    return function


def documents(
    paths: tuple[str, ...], date: str | None, source: str | None, url: str | None, language: str | None
) -> Iterator[Document | Unreadable]:
    """The documents at ``paths``. Raises ``InputError`` for a date, address or language that is none."""
    from kg.readers import read_documents

    return read_documents(paths, date=date, source=source, url=url, language=language)
