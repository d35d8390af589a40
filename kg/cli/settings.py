"""What all commands share: where the store is, how to answer, and the options that say so."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeVar

import click

from kg.cli.ending import Ending
from kg.errors import InputError
from kg.location import Place, location

_Command = TypeVar("_Command", bound=Callable[..., Any])


def default_store() -> Place:
    """``$KG_STORE``, a folder or an address; else ``rawabit/store`` in the user's data folder.

    That folder is as the XDG Base Directory Specification has it.
    """
    if given := os.environ.get("KG_STORE"):
        return location(given)
    data = os.environ.get("XDG_DATA_HOME")
    return (Path(data) if data else Path.home() / ".local" / "share") / "rawabit" / "store"


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds for one run of ``kg``."""

    ending: Ending
    store: Place = field(default_factory=default_store)

    @property
    def folder(self) -> Path:
        """The store's folder, for what is done to files. Raises ``InputError`` where the store is on a server."""
        if isinstance(self.store, Path):
            return self.store
        way_out = "use what the server has for that, or name a folder with --store"
        raise InputError("the store", "is on a server, whose files are its own", way_out)


def _set_store(context: click.Context, _: click.Parameter, value: str | None) -> None:
    if value is not None:
        context.obj = replace(context.obj, store=location(value))


# click hands the value over by position.
def _set_debug(context: click.Context, _: click.Parameter, value: bool) -> None:  # noqa: FBT001
    if value:
        context.obj.ending.debug = True


_store = click.option(
    "--store",
    type=click.Path(),
    metavar="DIR|URL",
    help="Folder of the store, or address of a SPARQL server. [default: $KG_STORE, else "
    "~/.local/share/rawabit/store]",
    expose_value=False,
    is_eager=True,
    callback=_set_store,
)


def store_option(function: _Command) -> _Command:
    """Adds ``--store``, which may stand before or after the command's name."""
    return _store(function)


def _set_registry(context: click.Context, _: click.Parameter, value: Path | None) -> None:
    if value is None:
        return
    before = os.environ.get("KG_REGISTRY")

    def restore() -> None:
        os.environ.pop("KG_REGISTRY", None)
        os.environ.update({} if before is None else {"KG_REGISTRY": before})

    # Workers and the library ask the environment, as they do where the user sets the variable.
    os.environ["KG_REGISTRY"] = str(value)
    context.find_root().call_on_close(restore)


def registry_option(function: _Command) -> _Command:
    """Adds ``--registry``, which may stand before or after the command's name."""
    add = click.option(
        "--registry",
        type=click.Path(path_type=Path),
        metavar="DIR",
        help="Folder of your own registry of actors. [default: $KG_REGISTRY, else "
        "~/.local/share/rawabit/registry]",
        expose_value=False,
        is_eager=True,
        callback=_set_registry,
    )
    return add(function)


def debug_option(function: _Command) -> _Command:
    """Adds ``--debug``."""
    add = click.option(
        "--debug",
        is_flag=True,
        help="Show the traceback of an error.",
        expose_value=False,
        is_eager=True,
        callback=_set_debug,
    )
    return add(function)


def json_option(function: _Command) -> _Command:
    """Adds ``--json`` as the argument ``as_json``."""
    add = click.option("--json", "as_json", is_flag=True, help="Print the same answer as JSON.")
    return add(function)
