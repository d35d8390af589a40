"""Finds the folders of data that travel with the code, in a checkout or in an installed wheel."""

from __future__ import annotations

from pathlib import Path

from kg.errors import ResourceMissingError

_PACKAGE = Path(__file__).parent


def folder(name: str) -> Path:
    """The folder ``ontology`` or ``queries``: the packaged one if it is there, else the checkout's.

    Raises ``ResourceMissingError``.
    """
    candidates = (_PACKAGE / "_resources" / name, _PACKAGE.parent / name)
    for path in candidates:
        if path.is_dir():
            return path
    raise ResourceMissingError(name, candidates)
