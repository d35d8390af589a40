"""What can be wrong with shards, each with its way out."""

from __future__ import annotations

from pathlib import Path

from kg.errors import KGError


class BadShareError(KGError):
    """Words that name no share of a corpus."""

    def __init__(self, given: str) -> None:
        super().__init__(
            f"{given!r} is no share; write its number and how many there are, such as 3/16 (numbers begin at 1)"
        )


class ShardFolderError(KGError):
    """The folder for shards cannot be written, or holds what does not belong together."""

    def __init__(self, folder: Path, problem: str, way_out: str) -> None:
        super().__init__(f"{folder}: {problem}; {way_out}")


class ShardDamagedError(KGError):
    """A file of a shard is not what it was when it was written."""

    def __init__(self, path: Path, problem: str) -> None:
        super().__init__(
            f"{path}: {problem}; copy it again from where it was made, or remove it with its manifest "
            "(.json) and run 'kg extract' with the same PATH, --shards and --to once more"
        )


class OtherBaseError(KGError):
    """Shards and store, or shards among each other, have different base IRIs."""

    def __init__(self, path: Path, found: str, wanted: str) -> None:
        super().__init__(
            f"{path}: its IRIs begin with {found}, those of the store with {wanted}; load it into another store "
            f"with --store, or make it again with: kg extract PATH --base {wanted}"
        )


class OtherVersionError(KGError):
    """A worker reads otherwise than the program that gave it its share."""

    def __init__(self, where: str, differing: str) -> None:
        super().__init__(
            f"the worker on {where} has another version of the {differing}; install the same version of rawabit, "
            "with the same KG_REGISTRY, on every machine"
        )


class ClusterMissingError(KGError):
    """Dask was asked for and is not installed."""

    def __init__(self) -> None:
        super().__init__("Dask is not installed; get it with: pip install 'rawabit[cluster]'")


class SchedulerError(KGError):
    """No scheduler answers."""

    def __init__(self, address: str, problem: str) -> None:
        super().__init__(
            f"no Dask scheduler answers at {address} ({problem}); start one with 'dask scheduler', or give its "
            "address with --scheduler tcp://HOST:PORT, and run the command again: shards that are made stay"
        )
