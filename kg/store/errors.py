"""What can be wrong with a store, each with its way out."""

from __future__ import annotations

from pathlib import Path

from kg.errors import KGError


class NoStoreError(KGError):
    """A command that reads was pointed at a place where no store is."""

    def __init__(self, path: Path | str) -> None:
        super().__init__(
            f"no store at {path}; load something first with 'kg load', or name another with --store"
        )


class NotAStoreError(KGError):
    """The place holds something else, which must not be written over."""

    def __init__(self, path: Path | str, problem: str) -> None:
        super().__init__(f"{path} is not a store ({problem}); name another folder with --store")


class StoreVersionError(KGError):
    """The folder was written in a format that this version does not read."""

    def __init__(self, path: Path | str, found: object, expected: int) -> None:
        super().__init__(
            f"the store at {path} has format {found}, and this version of kg reads format {expected}; "
            "use the version that made it, or load the documents into a new folder with --store"
        )


class StoreLockedError(KGError):
    """Another program holds the store."""

    def __init__(self, path: Path | str, holder: str) -> None:
        super().__init__(
            f"the store at {path} is in use by {holder}; wait until it has ended, then try again"
        )


class BaseMismatchError(KGError):
    """A store keeps the base IRI with which it was made."""

    def __init__(self, path: Path | str, found: str, wanted: str) -> None:
        super().__init__(
            f"the store at {path} was made with the base IRI {found}, not {wanted}; "
            "leave --base out, or load the documents into a new folder with --store"
        )


class StoreDamagedError(KGError):
    """The files of a store cannot be read."""

    def __init__(self, path: Path | str | None, problem: str) -> None:
        where = f"the store at {path}" if path else "the store in memory"
        super().__init__(
            f"{where} cannot be read: {problem}; run 'kg repair', which reads the documents again where it must, "
            "or put back a backup with 'kg restore'"
        )


class StoreWriteError(KGError):
    """The folder of a store cannot be written, and the store is as it was."""

    def __init__(self, path: Path | str, problem: str) -> None:
        super().__init__(
            f"cannot write to the store at {path}: {problem}; "
            "make the folder writable, or name another with --store"
        )


class DiskFullError(KGError):
    """The disk has no room for a write, and the store is as it was."""

    def __init__(self, path: Path | str, free: int, needed: int) -> None:
        need = f", {_megabytes(needed)} needed" if needed else ""
        super().__init__(
            f"the disk of the store at {path} is full ({_megabytes(free)} free{need}); "
            "the last change was not written; free some space and run the command again"
        )


class StoreClosedError(KGError):
    """A store that was used after it was closed."""

    def __init__(self, path: Path | str | None) -> None:
        super().__init__(f"the store at {path or 'memory'} was closed; open it again")


class ReadOnlyStoreError(KGError):
    """A write through a store that was opened for reading."""

    def __init__(self, path: Path | str) -> None:
        super().__init__(f"the store at {path} was opened for reading only; open it for writing")


class BadChangeError(KGError):
    """A change that holds what no store of this project may hold."""

    def __init__(self, problem: str, quad: object) -> None:
        super().__init__(f"{problem} cannot be written: {quad}; give it an IRI")


class StoreTimeoutError(KGError):
    """The answer of a server was not there in time."""

    exit_code = 124

    def __init__(self, place: str, seconds: float) -> None:
        super().__init__(
            f"the server at {place} did not answer within {seconds:g} seconds; "
            "try again, or allow more with KG_STORE_TIMEOUT"
        )


class QuerySyntaxError(KGError):
    """SPARQL that does not parse, or cannot be evaluated."""

    def __init__(self, problem: str) -> None:
        super().__init__(f"the query cannot be run: {problem}; mend the query")


class BackupExistsError(KGError):
    """A backup is never written over what is there."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path} is there already, and a backup is never written over anything; name another"
        )


class BackupFailedError(KGError):
    """A backup could not be written."""

    def __init__(self, path: Path, problem: str) -> None:
        super().__init__(
            f"cannot back up to {path}: {problem}; nothing was left there; "
            "name a place with room in which you may write"
        )


class BackupDamagedError(KGError):
    """A backup does not hold what it must."""

    def __init__(self, path: Path, problem: str) -> None:
        super().__init__(
            f"the backup at {path} is not whole: {problem}; the store is as it was; take another backup, "
            "or mend the store with 'kg repair'"
        )


class NotABackupError(KGError):
    """A folder from which nothing can be restored."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} is not a backup; name a folder that 'kg backup' made")


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:,.1f} MB"
