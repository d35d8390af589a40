"""What ``kg actors adopt --reload`` does and tells: which documents were read again, and which stay as they are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kg.cli.ending import COULD_NOT_RUN, PARTLY
from kg.cli.output import say
from kg.cli.progress import Counting
from kg.cli.settings import Settings


def read_documents_again(settings: Settings, documents: Sequence[str]) -> tuple[int, dict[str, Any]]:
    """Reads them again and says what became of them; the exit code, and the same as plain data."""
    from kg.pipeline import Status, read_again
    from kg.store import open_store

    with open_store(settings.store) as store, Counting("reading again") as progress:
        done = read_again(store, documents, progress=progress.step)
    report, left = done.report, done.left
    for outcome in report.rejected:
        say(f"{outcome.status}: {outcome.name}: {'; '.join(outcome.reasons)}")
    for each in left:
        say(f"not read again: {each.name}: {each.reason}")
    replaced = len(report.of(Status.REPLACED))
    told = f"{len(report.accepted)} read again, {replaced} of them replaced"
    say(told + (f"; {len(left)} left as they were, by the old id" if left else ""))
    code = COULD_NOT_RUN if report.rejected else PARTLY if left else 0
    return code, {
        "read": len(report.accepted),
        "replaced": replaced,
        "rejected": [
            {"document": each.document, "name": each.name, "reason": "; ".join(each.reasons)}
            for each in report.rejected
        ],
        "left": [{"document": each.document, "name": each.name, "reason": each.reason} for each in left],
    }
