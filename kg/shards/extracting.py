"""A corpus into shards: dealt out once, then made by whoever is asked to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kg.model import Document
from kg.readers import Unreadable
from kg.registry import load_registry, own_files
from kg.shards.dealing import deal, dealt_folder
from kg.shards.errors import ShardFolderError
from kg.shards.executor import Executor
from kg.shards.making import Task, finished
from kg.shards.manifest import Manifest, read_manifest
from kg.shards.share import Share
from kg.shards.version import version_of


@dataclass(frozen=True, slots=True)
class Extracted:
    """What became of the shards that were asked for."""

    made: tuple[Manifest, ...]
    """In the order of the shares."""
    before: frozenset[Share] = field(default_factory=frozenset)
    """Those that were there already."""
    failed: tuple[str, ...] = ()
    """Why others were not made."""


def extract_shards(
    given: Iterable[Document | Unreadable],
    folder: Path,
    wanted: Sequence[Share],
    executor: Executor,
    *,
    base: str,
    extractors: tuple[str, ...] = (),
    read: Callable[[object], None] | None = None,
    ended: Callable[[object], None] | None = None,
) -> Extracted:
    """Makes the shards ``wanted``, all of one division, in ``folder``; those that are there are left as they are.

    ``read`` hears of every document that was read, ``ended`` of every shard. Raises ``ShardFolderError``, the errors
    of the registry, and those of the executor; the shards that were made before stay.
    """
    if own_files():
        load_registry()
    folder = folder.absolute()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _check_division(folder, wanted[0].count)
        with dealt_folder(folder) as dealt:
            hashes = deal(given, dealt, wanted, progress=read)
            version = version_of(extractors)
            tasks = [Task(share, dealt, hashes[share], folder, base, extractors, version) for share in wanted]
            before = frozenset(task.share for task in tasks if finished(task) is not None)
            missing = [task for task in tasks if task.share not in before]
            failed: dict[Share, str] = {}
            for made in executor.run(missing) if missing else ():
                if made.problem is not None:
                    failed[made.share] = made.problem
                else:
                    _sweep(folder, made.share)
                if ended is not None:
                    ended(made)
    except OSError as error:
        raise ShardFolderError(
            folder, (error.strerror or str(error)).lower(), "name a folder that can be written with --to"
        ) from error
    there = tuple(read_manifest(share.manifest(folder)) for share in sorted(wanted) if share not in failed)
    return Extracted(there, before, tuple(failed[share] for share in sorted(failed)))


def _sweep(folder: Path, share: Share) -> None:
    """Removes the drafts of workers that were killed while they made a shard that is there now."""
    for draft in folder.glob(f".{share.name}.*"):
        draft.unlink(missing_ok=True)


def _check_division(folder: Path, count: int) -> None:
    """Raises ``ShardFolderError`` where shards of another division lie in the folder."""
    found = (Share.of_file(path) for path in folder.glob("shard-*.json"))
    other = next((share for share in found if share is not None and share.count != count), None)
    if other is not None:
        raise ShardFolderError(
            folder,
            f"it holds shards of a corpus divided into {other.count}",
            f"name an empty folder with --to, or divide into {other.count} again",
        )
