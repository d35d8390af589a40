"""The command ``kg`` itself: finds the commands, and ends every run in one of the documented ways."""

from __future__ import annotations

import importlib
import os
import sys
from typing import Any, NoReturn

import click

from kg import __version__
from kg.cli.ending import Ending
from kg.cli.settings import Settings, debug_option, registry_option, store_option

_SECTIONS: dict[str, tuple[str, ...]] = {
    "Fill the store": ("load", "remove", "extract"),
    "Look up": ("actors", "actor", "links", "between", "path", "evidence", "why"),
    "Ask and take away": ("queries", "query", "serve", "export"),
    "Keep safe": ("doctor", "repair", "backup", "restore"),
    "Check and manage": ("validate", "stats", "ontology", "eval", "completion"),
}
"""Heading to commands, as help shows them. Each is the ``command`` of the module of its name."""


class App(click.Group):
    """Imports a command's module when that command is called, so that no answer waits for the others."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands, in the order of the help text."""
        return [name for names in _SECTIONS.values() for name in names]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name, or None."""
        if cmd_name not in self.list_commands(ctx):
            return None
        command: click.Command = importlib.import_module(f"kg.cli.{cmd_name}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click's own; an unknown command names the nearest ones."""
        if args and not args[0].startswith("-") and args[0] not in self.list_commands(ctx):
            from difflib import get_close_matches

            near = get_close_matches(args[0], self.list_commands(ctx), 2, 0.5)
            hint = f"; did you mean {' or '.join(near)}?" if near else ""
            ctx.fail(f"there is no command {args[0]!r}{hint}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Writes the commands under their headings."""
        for heading, names in _SECTIONS.items():
            commands = ((name, self.get_command(ctx, name)) for name in names)
            with formatter.section(heading):
                formatter.write_dl([(name, each.get_short_help_str(200)) for name, each in commands if each])

    def main(self, *args: Any, **extra: Any) -> NoReturn:
        """Runs one command and exits with its code: errors become one line on stderr."""
        ending = Ending(debug=bool(os.environ.get("KG_DEBUG")))
        settings = Settings(ending=ending)
        with ending:
            code = super().main(
                *args, **{"prog_name": "kg", "obj": settings, **extra, "standalone_mode": False}
            )
            ending.code = code if isinstance(code, int) else 0
        sys.exit(ending.code)


@click.command(
    "kg",
    cls=App,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="'kg COMMAND --help' explains a command, with examples. Exit codes: 0 done or yes, 1 no or not "
    "found, 2 could not run, 3 partly done, 124 time limit, 130 interrupted.",
)
@click.version_option(__version__, prog_name="kg", message="%(prog)s %(version)s")
@store_option
@registry_option
@debug_option
def app() -> None:
    """Conflict reporting, Arabic first, as a graph of who supports, fights and commands whom.

    Every link leads back to the words that say so, who said them, and how surely.

    \b
    Begin with:
      kg load article.txt
      kg links Hezbollah
    """
