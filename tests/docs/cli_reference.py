"""Writes ``docs/reference/cli.md`` from the help texts: ``python -m tests.docs.cli_reference``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from kg.cli.app import app

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "cli.md"

_OPENING = """# The command `kg`

Written by `make golden` from the help texts; `make check` holds the two together.
"""
_WIDTH = 100


def reference() -> str:
    """The whole page: the help of ``kg`` and of every command, in the order of ``kg --help``."""
    parts = [_OPENING]
    for words, command, context in _commands():
        heading = "kg" if not words else f"kg {words}"
        help_text = "\n".join(line.rstrip() for line in command.get_help(context).splitlines())
        parts.append(f"## {heading}\n\n```text\n{help_text}\n```\n")
    return "\n".join(parts)


def _commands() -> Iterator[tuple[str, click.Command, click.Context]]:
    top = click.Context(
        app,
        info_name="kg",
        terminal_width=_WIDTH,
        max_content_width=_WIDTH,
        help_option_names=["-h", "--help"],
    )
    yield "", app, top
    for name in app.list_commands(top):
        command = app.get_command(top, name)
        assert command is not None
        context = click.Context(command, info_name=name, parent=top)
        yield name, command, context
        if isinstance(command, click.Group):
            for below, each in command.commands.items():
                yield f"{name} {below}", each, click.Context(each, info_name=below, parent=context)


if __name__ == "__main__":
    PAGE.parent.mkdir(parents=True, exist_ok=True)
    PAGE.write_text(reference(), encoding="utf-8")
