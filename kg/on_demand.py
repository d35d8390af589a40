"""Packages whose parts are imported when a name of theirs is first asked for."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from importlib import import_module


def on_demand(package: str, homes: Mapping[str, str]) -> Callable[[str], object]:
    """The ``__getattr__`` of ``package`` (PEP 562). ``homes`` says which of its modules defines a name.

    A module whose own name is among them is an ``ImportError``: once imported it would stand in the name's place.
    """
    if not homes.keys().isdisjoint(homes.values()):
        clash = ", ".join(sorted(homes.keys() & set(homes.values())))
        raise ImportError(f"modules of {package} bear names that it offers: {clash}")

    def found(name: str) -> object:
        if name not in homes:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        value: object = getattr(import_module(f"{package}.{homes[name]}"), name)
        setattr(sys.modules[package], name, value)
        return value

    return found
