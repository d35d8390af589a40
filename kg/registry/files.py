"""Where the registry lies: in ``ontology/reference``, and in a folder of the user's own."""

from __future__ import annotations

import os
from pathlib import Path

from kg.errors import KGError
from kg.resources import folder


class OwnRegistryError(KGError):
    """The folder of the user's own registry is something else."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path}: the folder of your own registry is not a folder; give another one with --registry or KG_REGISTRY"
        )


def own_folder() -> Path | None:
    """``$KG_REGISTRY``, else ``rawabit/registry`` in the user's data folder; it need not exist yet.

    None for a user without a home (XDG Base Directory Specification).
    """
    if given := os.environ.get("KG_REGISTRY"):
        return Path(given)
    if data := os.environ.get("XDG_DATA_HOME"):
        return Path(data) / "rawabit" / "registry"
    try:
        return Path.home() / ".local" / "share" / "rawabit" / "registry"
    except RuntimeError:
        return None


def own_files() -> tuple[Path, ...]:
    """The Turtle files of the user's own registry, in a fixed order. Raises ``OwnRegistryError``."""
    place = own_folder()
    if place is None or not place.exists():
        return ()
    if not place.is_dir():
        raise OwnRegistryError(place)
    return tuple(sorted(path for path in place.rglob("*.ttl") if not path.name.startswith(".")))


def reference_files() -> tuple[Path, ...]:
    """The Turtle files of the registry that travels with the program, in a fixed order."""
    return tuple(sorted((folder("ontology") / "reference").rglob("*.ttl")))


def registry_files() -> tuple[Path, ...]:
    """All files that make up the registry: those of the program, then the user's own."""
    return (*reference_files(), *own_files())


def version() -> tuple[tuple[str, int, int], ...]:
    """What changes when a file of the user's own registry does. The program's files do not change while it runs."""
    seen = ((path, path.stat()) for path in own_files())
    return tuple((str(path), stat.st_mtime_ns, stat.st_size) for path, stat in seen)
