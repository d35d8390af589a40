"""``kg completion``: the Tab key for the shells."""

from __future__ import annotations

import click

from kg.cli.output import write


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def command(shell: str) -> int:
    """Print the script that lets SHELL complete the commands and options of kg.

    \b
    Examples:
      kg completion bash >> ~/.bashrc
      kg completion zsh >> ~/.zshrc
      kg completion fish > ~/.config/fish/completions/kg.fish
    """
    from click.shell_completion import get_completion_class

    from kg.cli.app import app

    completer = get_completion_class(shell)
    assert completer is not None
    write(completer(app, {}, "kg", "_KG_COMPLETE").source().strip())
    return 0
