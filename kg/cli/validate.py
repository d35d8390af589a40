"""``kg validate``: the store, or files, held against the shapes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.ending import NO
from kg.cli.output import say, write, write_json
from kg.cli.progress import Counting
from kg.cli.settings import Settings, json_option, store_option
from kg.cli.table import Cell, write_table

if TYPE_CHECKING:
    from kg.validate import Report, Result

_COLUMNS = {"severity": "severity", "where": "where", "message": "what is wrong", "remedy": "what to do"}


@click.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path), metavar="[FILE...]")
@click.option("--violations-only", is_flag=True, help="Leave warnings out.")
@click.option(
    "--engine",
    type=click.Choice(["compiled", "pyshacl"]),
    default="compiled",
    show_default=True,
    help="What runs the shapes: compiled to Python, or pySHACL, the reference, which takes a hundred times as long.",
)
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    help="How many processes read the store. [default: one for each core]",
)
@json_option
@store_option
@click.pass_obj
def command(
    settings: Settings,
    files: tuple[Path, ...],
    *,
    violations_only: bool,
    engine: str,
    jobs: int | None,
    as_json: bool,
) -> int:
    """Check the store against the shapes, or FILEs of Turtle, TriG, N-Triples or N-Quads,
    each also packed (.gz).

    Exits with 1 if anything is violated. Contradictions between documents are warnings: they are
    for a person to judge, and change no exit code. Of very many, the first are listed and the others counted.

    \b
    Examples:
      kg validate
      kg validate export.ttl --json
    """
    from kg.cli.opening import reading
    from kg.pipeline.validation import validate_whole
    from kg.validate import Engine, left_to_pyshacl, validate_file

    chosen = Engine(engine)
    if chosen is Engine.COMPILED:
        for shape, reason in left_to_pyshacl().items():
            say(f"pySHACL runs {shape}, because {reason} is not compiled")
    if files:
        reports = [(str(path), validate_file(path, engine=chosen)) for path in files]
    else:
        with reading(settings) as naming, Counting("validating") as progress:
            report = validate_whole(naming.store, jobs=jobs, on_document=progress.step, engine=chosen)
            reports = [("", report)]
    results = [
        (name, each)
        for name, report in reports
        for each in (report.violations if violations_only else report.results)
    ]
    if as_json:
        write_json([{"file": name or None, **each.record()} for name, each in results])
    elif results:
        write_table(_COLUMNS, (_row(name, each) for name, each in results))
    _summary([report for _, report in reports], quiet=as_json)
    return 0 if all(report.conforms for _, report in reports) else NO


def _row(name: str, result: Result) -> dict[str, Cell]:
    where = [result.document_name or name, result.label]
    # The message tells of the other claim what a person can use: its words and its document.
    value = result.value if "/claim/" not in (result.value or "") else ""
    return {
        "severity": result.severity.value,
        "where": ": ".join(filter(None, where)),
        "message": result.message + (f" Value: {value}" if value else ""),
        "remedy": result.remedy,
    }


def _summary(reports: list[Report], *, quiet: bool) -> None:
    violations = sum(len(report.violations) for report in reports)
    warnings = sum(len(report.warnings) for report in reports)
    tell = say if quiet else write
    verdict = "does not conform" if violations else "conforms"
    counts = ", ".join(
        f"{count} {what}{'s' if count != 1 else ''}"
        for count, what in ((violations, "violation"), (warnings, "warning"))
    )
    tell(f"{verdict}: {counts}")
    beyond = sum(report.beyond for report in reports)
    if beyond:
        tell(f"{beyond:,} further contradictions are not listed; ask kg query contradictions about an actor")
