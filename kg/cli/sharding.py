"""``kg extract --shards`` and ``kg load`` of shards."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from kg.cli.ending import COULD_NOT_RUN, PARTLY
from kg.cli.extractors import jobs_for, say_tallies
from kg.cli.output import say, write, write_json
from kg.cli.progress import Counting

if TYPE_CHECKING:
    from kg.iri import Iris
    from kg.location import Place
    from kg.model import Document
    from kg.pipeline import Outcome
    from kg.readers import Unreadable
    from kg.shards.executor import Executor
    from kg.shards.extracting import Extracted
    from kg.shards.loading import Loaded
    from kg.shards.manifest import Manifest
    from kg.shards.share import Share

_Command = TypeVar("_Command", bound=Callable[..., Any])

_OPTIONS = (
    click.option(
        "--shards",
        type=click.IntRange(1, 100_000),
        metavar="N",
        help="Divide the documents into N shards and make all of them, as files in --to.",
    ),
    click.option(
        "--shard",
        metavar="I/N",
        help="Make only the I-th of N shards: for a batch scheduler, or another machine.",
    ),
    click.option(
        "--to",
        "folder",
        type=click.Path(path_type=Path, file_okay=False),
        metavar="FOLDER",
        help="Where shards go. 'kg load FOLDER' puts them into a store.",
    ),
    click.option(
        "--executor",
        type=click.Choice(["local", "dask"]),
        default="local",
        show_default=True,
        help="Who makes shards: processes of this machine (see --jobs), or the workers of a Dask cluster.",
    ),
    click.option("--scheduler", metavar="ADDRESS", help="Of the Dask cluster, such as tcp://127.0.0.1:8786."),
    click.option(
        "--base",
        metavar="IRI",
        help="Base of all IRIs in shards. [default: https://w3id.org/rawabit/]",
    ),
)
_ALWAYS = frozenset({"documents", "claims"})
"""What is counted even where there is none."""


def shard_options(function: _Command) -> _Command:
    """Adds ``--shards`` and its companions."""
    for add in reversed(_OPTIONS):
        function = add(function)
    return function


def extract_into_shards(
    given: Callable[[], Iterable[Document | Unreadable]],
    extractors: tuple[str, ...],
    jobs: int | None,
    *,
    shards: int | None,
    shard: str | None,
    folder: Path | None,
    executor: str,
    scheduler: str | None,
    base: str | None,
    as_json: bool,
) -> int | None:
    """Makes shards of what is ``given`` and says what became of it; None where nobody asks for shards."""
    if shards is None and shard is None:
        _must_be_absent(
            {"--to": folder, "--scheduler": scheduler, "--base": base}, "is for shards; add --shards N"
        )
        return None
    if shards is not None and shard is not None:
        raise click.UsageError("--shards makes all shards and --shard one of them; give one of the two")
    if folder is None:
        raise click.UsageError("say where the shards go, with --to FOLDER")
    if executor == "local":
        _must_be_absent({"--scheduler": scheduler}, "is for --executor dask")
    elif scheduler is None:
        raise click.UsageError("say which cluster, with --scheduler tcp://HOST:PORT")
    from kg.iri import Iris
    from kg.pipeline.choosing import claim_source
    from kg.shards.extracting import extract_shards
    from kg.shards.share import Share
    from kg.shards.share import shares as all_shares

    iris = Iris(base) if base else Iris()
    claim_source(extractors)  # Raises here what would be raised in every worker.
    wanted = all_shares(shards) if shards is not None else (Share.parse(shard or ""),)
    with Counting("reading") as reading, Counting("making", len(wanted), of="shards") as making:
        done = extract_shards(
            given(),
            folder,
            wanted,
            _executor(executor, scheduler, jobs if jobs is not None else jobs_for(extractors)),
            base=iris.base,
            extractors=extractors,
            read=reading.step,
            ended=making.step,
        )
    return _told(done, wanted, as_json=as_json)


def _executor(name: str, scheduler: str | None, jobs: int | None) -> Executor:
    if name == "dask" and scheduler is not None:
        from kg.shards.cluster import OnDask

        return OnDask(scheduler, say=say)
    from kg.shards.executor import Local

    return Local(jobs)


def _must_be_absent(options: dict[str, object], why: str) -> None:
    for name, value in options.items():
        if value is not None:
            raise click.UsageError(f"{name} {why}")


def _told(done: Extracted, wanted: tuple[Share, ...], *, as_json: bool) -> int:
    from kg.extractors.tally import total

    rejected = [line for manifest in done.made for line in _rejected(manifest)]
    for line in (*rejected, *done.failed):
        say(line)
    counts = [each.counts() for each in done.made]
    summed = {key: sum(each[key] for each in counts) for key in (counts[0] if counts else ())}
    if as_json:
        before = len(done.before)
        write_json({"shards": len(done.made), "of": len(wanted), "there before": before, **summed})
    else:
        write(_summary(done, len(wanted), summed))
    say_tallies(total(tally for manifest in done.made for tally in manifest.tallies))
    if not done.made or (rejected and not summed["documents"]):
        return COULD_NOT_RUN
    return PARTLY if rejected or done.failed else 0


def _summary(done: Extracted, wanted: int, counts: dict[str, int]) -> str:
    before = f" ({len(done.before)} of them were there)" if done.before else ""
    told = (f"{count:,} {what}" for what, count in counts.items() if count or what in _ALWAYS)
    return f"{len(done.made)} of {wanted} shards{before}: {', '.join(told)}".removesuffix(": ")


def _rejected(manifest: Manifest) -> list[str]:
    from kg.readers import Unreadable

    unreadable = [f"unreadable: {Unreadable(**each)}" for each in manifest.unreadable]
    return unreadable + [
        f"refused: {aside.document['name']}: {reason}"
        for aside in manifest.refused
        for reason in aside.reasons
    ]


def shards_among(paths: tuple[str, ...], options: dict[str, object]) -> list[Path]:
    """The paths, if they are shards; none, if none of them is. Raises ``UsageError`` for both together.

    ``options`` are those that say how documents are read, which no longer matters for shards.
    """
    from kg.shards.share import Share

    def is_shards(path: Path) -> bool:
        if path.is_dir():
            return next(path.glob("shard-*-of-*.json"), None) is not None
        return path.suffix == ".json" and Share.of_file(path) is not None

    given = [Path(path) for path in paths]
    found = [path for path in given if is_shards(path)]
    if found and len(found) < len(given):
        other = next(path for path in given if path not in found)
        raise click.UsageError(f"{found[0]} holds shards and {other} none; load one after the other")
    if found:
        _must_be_absent(
            options, "says how documents are read, and those of shards are read already; leave it out"
        )
    return found


def load_from_shards(
    paths: list[Path], store: Place, iris: Iris | None, jobs: int | None, *, as_json: bool
) -> int:
    """Loads shards and says what became of them."""
    from kg.shards.loading import load_shards

    with Counting("loading") as progress:
        loaded = load_shards(paths, store, iris=iris, jobs=jobs, progress=progress.step)
    if as_json:
        write_json(_as_json(loaded))
    else:
        counts = ", ".join(f"{count:,} {status}" for status, count in sorted(loaded.counts.items()))
        shards = f"{loaded.shards} shard{'' if loaded.shards == 1 else 's'}"
        write(f"{shards}{f': {counts}, {loaded.claims:,} claims' if counts else ''}")
    for each in loaded.rejected:
        for reason in each.reasons:
            say(_reason(each, reason))
    if not loaded.rejected:
        return 0
    return PARTLY if loaded.shards else COULD_NOT_RUN


def _reason(outcome: Outcome, reason: str) -> str:
    aside = f" (kept at {outcome.kept_at})" if outcome.kept_at else ""
    named = "" if reason.startswith(outcome.name) else f"{outcome.name}: "
    return f"{outcome.status}: {named}{reason}{aside}"


def _as_json(loaded: Loaded) -> dict[str, Any]:
    rejected = [
        {"status": each.status.value, "name": each.name, "reasons": list(each.reasons)}
        for each in loaded.rejected
    ]
    counts = {status.value: count for status, count in sorted(loaded.counts.items())}
    return {"shards": loaded.shards, **counts, "claims": loaded.claims, "rejected": rejected}
