"""Which extractors read, and what became of what they gave."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from kg.cli.completing import extractor_names
from kg.cli.output import say
from kg.model import RULES

if TYPE_CHECKING:
    from kg.extractors.tally import Tally

_Command = TypeVar("_Command", bound=Callable[..., Any])


def extractor_option(function: _Command) -> _Command:
    """Adds ``--extractor`` as the argument ``extractors``."""
    add = click.option(
        "--extractor",
        "extractors",
        multiple=True,
        metavar="NAME",
        shell_complete=extractor_names,
        help="What reads them: rules, llm, or one that was installed. Give it again to run several side by "
        "side. [default: rules]",
    )
    return add(function)


jobs_option = click.option(
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    help="How many processes read. [default: one for each core, one alone for other extractors than rules]",
)


def jobs_for(names: tuple[str, ...]) -> int | None:
    """How many processes read, where nobody says so: None for all cores.

    One for extractors of others, which may hold what no two processes can share, or ask a server with one place.
    """
    return None if set(names) <= {RULES} else 1


def say_tallies(tallies: Iterable[Tally]) -> None:
    """Says how many claims each extractor gave, and why others were refused."""
    for each in tallies:
        say(each.line())
