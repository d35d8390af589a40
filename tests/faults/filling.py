"""Loads into a store on a disk that fills up, again and again, until all is in; run by ``test_full_disk``.

Run: ``python -m tests.faults.filling DISK SEED TIMES``, where DISK is a small file system of its own below 200 MB.
Exits with 1 where anything is not as it must be.
"""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from kg.model import Document
from kg.pipeline import Outcome, doctor, load, loading, writing
from kg.store import digest, memory_store, open_store
from kg.store.doctor import Health
from kg.store.errors import DiskFullError
from kg.store.layout import Layout
from kg.store.pending import Pending
from tests.pipeline.lines import LineExtractor, accept, text

_ROOM = (0, 0, 20_000, 100_000)
"""Bytes that another program leaves free; the less, the earlier a write fails."""


def corpus() -> list[Document]:
    """Documents of twenty claims that share their links."""
    return [
        text(
            *(f"a{(number + line) % 30} supports b{line % 7}" for line in range(20)),
            f"{number}",
            name=f"{number}",
        )
        for number in range(50)
    ]


def main(disk: Path, seed: int, times: int) -> None:
    """Fills the disk once for each room that is left, at another moment each time."""
    choice, folder = random.Random(seed), disk / "store"
    whole = memory_store()
    load(corpus(), whole, extractor=LineExtractor(), validator=accept)
    with open_store(folder, reserve=0) as store:
        load([], store)
    command = [sys.executable, "-m", "kg", "load", "-", "--store", str(folder)]
    said = subprocess.run(command, input=b"text", capture_output=True, check=False)
    assert said.returncode == 2, said
    assert b"is full (" in said.stderr, said
    assert b"200.0 MB needed" in said.stderr, said
    rooms = choice.choices(_ROOM, k=times)
    stopped = 0
    for number, room in enumerate(rooms):
        if number % 2:
            _write_in_bulk()
        stopped += _fill_up(disk, folder, number, room, choice)
    assert stopped, "the disk was never full"
    with open_store(folder, reserve=0) as store:
        load(corpus(), store, extractor=LineExtractor(), validator=accept)
        assert digest(store.quads()) == digest(whole.quads())
    print(f"full {stopped} times")


def _write_in_bulk() -> None:
    """From now on several small bulks are written in one run, each while the next gathers."""
    writing._ONE_BY_ONE, writing.BULK_BYTES, loading._BATCH_BYTES = 2, 50_000, 100_000


def _fill_up(disk: Path, folder: Path, number: int, room: int, choice: random.Random) -> bool:
    """Whether loading met a full disk when somebody took all but ``room`` bytes at some moment."""
    after = choice.randrange(1, 45)
    ballast, told = disk / "ballast", list[Outcome]()

    def documents() -> Iterator[Document]:
        for position, document in enumerate(corpus()):
            if position == after:
                size = max(0, shutil.disk_usage(disk).free - room)
                # Where the store takes some of it meanwhile, the disk is full all the sooner.
                with suppress(OSError):
                    ballast.write_bytes(bytes(size))
            yield document

    try:
        with open_store(folder, reserve=0) as store:
            # Something new each time, so that there is something to write.
            reader = LineExtractor(rule=f"test.try{number}")
            load(documents(), store, extractor=reader, validator=accept, progress=told.append)
    except DiskFullError as error:
        assert "free some space and run the command again" in str(error)
        stopped = True
    else:
        stopped = False
    # The disk is full still.
    _assert_sound(folder, told)
    ballast.unlink(missing_ok=True)
    return stopped


def _assert_sound(folder: Path, told: list[Outcome]) -> None:
    try:
        opened = open_store(folder, read_only=True)
    except DiskFullError:
        # Readers would see a part of a bulk write, which needs room to be ended.
        assert Pending(Layout(folder)).is_there()
        return
    with opened as store:
        there = {store.iris.document(sha256) for sha256 in store.ledger.loaded()}
    assert {outcome.document for outcome in told} <= there
    bad = {check.what: check.found for check in doctor(folder).checks if check.health is Health.BAD}
    # What was written and not yet reported may be there, newer than the ledger.
    assert bad.keys() <= {"disk", "unrecorded documents", "changed documents"}, bad


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
