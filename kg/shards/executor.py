"""Who makes the shards: processes of this machine, or whatever else takes a task and leaves files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from kg.pipeline.parallel import cores
from kg.shards.making import Made, Task, attempt, prepares


class Executor(Protocol):
    """Makes shards. A task goes out, files appear in its folder: nothing else passes between the two sides."""

    def run(self, tasks: Sequence[Task]) -> Iterator[Made]:
        """What became of each task, in any order. Raises a ``KGError`` where it cannot go on."""


@dataclass(frozen=True, slots=True)
class Local:
    """Processes of this machine, ``jobs`` of them side by side; all cores for None."""

    jobs: int | None = None

    def run(self, tasks: Sequence[Task]) -> Iterator[Made]:
        """What became of each task, in their order. Raises ``WorkerDiedError``."""
        count = min(self.jobs or cores(), len(tasks))
        if count <= 1:
            yield from map(attempt, tasks)
            return
        from kg.pipeline.workers import Workers

        # Made once, here, and shared by the processes that are forked from this one.
        prepares(tasks[0].extractors, tasks[0].base)
        with Workers(count, attempt, _named) as workers:
            yield from workers.run(iter(tasks))


def _named(task: Task) -> str:
    return f"shard {task.share}"
