"""The actors and places that are known beforehand: those that travel with the program, and the user's own."""

from kg.registry.conflicts import RegistryConflictError, check_own
from kg.registry.files import (
    OwnRegistryError,
    own_files,
    own_folder,
    reference_files,
    registry_files,
    version,
)
from kg.registry.reading import load_registry, packaged_registry, read_registry
from kg.registry.writing import NewEntry, RegistryFileError, add_to_file, turtle_file

__all__ = [
    "NewEntry",
    "OwnRegistryError",
    "RegistryConflictError",
    "RegistryFileError",
    "add_to_file",
    "check_own",
    "load_registry",
    "own_files",
    "own_folder",
    "packaged_registry",
    "read_registry",
    "reference_files",
    "registry_files",
    "turtle_file",
    "version",
]
