"""Which extractors read, and what became of what they gave."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from kg.cli.completing import extractor_names
from kg.cli.output import say
from kg.model import RULES

if TYPE_CHECKING:
    from kg.extractors.tally import Tally
    from kg.iri import Iris
    from kg.pipeline import ClaimSource

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


def claim_source(names: tuple[str, ...]) -> Callable[[Iris], ClaimSource]:
    """What makes the chosen extractors, from the IRIs of a store. Raises the errors of ``make_extractors``."""
    if set(names) <= {RULES}:
        from kg.extractors.packed import PackedExtractors

        return PackedExtractors
    from kg.extractors.host import Host
    from kg.extractors.installed import make_extractors

    chosen = make_extractors(names, os.environ)
    return lambda iris: Host(chosen, iris)


def jobs_for(names: tuple[str, ...]) -> int | None:
    """How many processes read, where nobody says so: None for all cores.

    One for extractors of others, which may hold what no two processes can share, or ask a server with one place.
    """
    return None if set(names) <= {RULES} else 1


def say_tallies(tallies: Iterable[Tally]) -> None:
    """Says how many claims each extractor gave, and why others were refused."""
    for each in tallies:
        say(each.line())
