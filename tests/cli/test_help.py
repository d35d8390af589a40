"""Every command explains itself."""

from __future__ import annotations

from collections.abc import Iterator

import click
import pytest

from kg import __version__
from kg.cli.app import app
from tests.cli.conftest import run

_TALKING = {"export", "completion", "serve"}
"""These print a format of their own, or an address."""


def commands() -> Iterator[tuple[str, click.Command]]:
    context = click.Context(app)
    for name in app.list_commands(context):
        command = app.get_command(context, name)
        assert command is not None
        if isinstance(command, click.Group) and command.invoke_without_command:
            yield name, command
        if isinstance(command, click.Group):
            yield from ((f"{name} {below}", each) for below, each in command.commands.items())
        else:
            yield name, command


COMMANDS = dict(commands())


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_has_help_with_an_example_of_itself(name: str) -> None:
    result = run(*name.split(), "--help")
    assert result.code == 0
    assert f"    kg {name}" in result.out
    assert "Example" in result.out


@pytest.mark.parametrize("name", COMMANDS)
def test_each_option_says_what_it_does(name: str) -> None:
    for parameter in COMMANDS[name].params:
        if isinstance(parameter, click.Option):
            assert parameter.help, parameter.name


@pytest.mark.parametrize("name", COMMANDS)
def test_each_answer_can_be_had_as_json(name: str) -> None:
    options = {option for parameter in COMMANDS[name].params for option in parameter.opts}
    assert ("--json" in options) == (name not in _TALKING)


def test_the_whole_help_lists_every_command_and_the_exit_codes() -> None:
    result = run("--help")
    for name in COMMANDS:
        assert f"  {name.split()[0]} " in result.out
    assert "3 partly done" in result.out


def test_without_a_command_the_help_is_shown() -> None:
    result = run()
    assert result.code == 2
    assert result.out == ""
    assert result.err == run("--help").out


def test_the_version_is_the_package_s() -> None:
    assert run("--version").out == f"kg {__version__}\n"
