"""The version of all that decides which quads come of a document."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from importlib.metadata import entry_points
from pathlib import Path

import kg
from kg.extractors.installed import GROUP
from kg.model import RULES
from kg.registry import registry_files
from kg.registry import version as own_version
from kg.resources import folder

_NO_MATTER = ("cli", "store", "query", "export", "evaluate", "_resources")
"""Folders of the program that have no part in what a document becomes."""


def version_of(extractors: Sequence[str] = ()) -> dict[str, str]:
    """The version of all that reads, part by part; two programs with the same one make the same of a document.

    A text read by a large model is an exception, as always.
    """
    return dict(_version(tuple(extractors), own_version()))


@lru_cache(maxsize=4)
def _version(extractors: tuple[str, ...], own: object) -> dict[str, str]:
    """As it is when it is first asked for: what is installed later is not what runs."""
    del own
    home = Path(kg.__file__).parent
    files = [path for path in home.rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    own = [path for path in files if path.relative_to(home).parts[0] not in _NO_MATTER]
    ontology = folder("ontology")
    modelled = [path for name in ("modules", "shapes") for path in (ontology / name).rglob("*.ttl")]
    return {
        "rawabit": kg.__version__,
        "code": _hash((path for path in own if path.suffix == ".py"), home),
        "packs": _hash((path for path in own if path.suffix != ".py" and "languages" in path.parts), home),
        "ontology": _hash(modelled, ontology),
        "registry": _hash(registry_files()),
        "extractors": " ".join(sorted({_extractor(name) for name in extractors or (RULES,)})),
    }


def differing(one: Mapping[str, str], other: Mapping[str, str]) -> str | None:
    """The parts in which two versions differ, in words; None where they are the same."""
    parts = [part for part in {**one, **other} if one.get(part) != other.get(part)]
    return " and ".join(parts) or None


def _hash(files: Iterable[Path], home: Path | None = None) -> str:
    """Over names and contents; files that lie elsewhere on another machine are called by their last name."""
    whole = hashlib.sha256()
    named = sorted((path.relative_to(home).as_posix() if home else path.name, path) for path in files)
    for name, path in named:
        content = path.read_bytes()
        whole.update(f"{name}\0{len(content)}\0".encode() + content)
    return whole.hexdigest()


def _extractor(name: str) -> str:
    found = (entry.dist for entry in entry_points(group=GROUP, name=name))
    dist = next((each for each in found if each is not None), None)
    return f"{name}/{dist.version}" if dist is not None else name
