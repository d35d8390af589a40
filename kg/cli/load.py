"""``kg load``: documents into the store."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from kg.cli.documents import document_options, documents
from kg.cli.ending import COULD_NOT_RUN, NO, PARTLY
from kg.cli.extractors import extractor_option, jobs_for, jobs_option, say_tallies
from kg.cli.output import say, shown, write, write_json
from kg.cli.progress import Counting
from kg.cli.settings import Settings, json_option, registry_option, store_option
from kg.cli.sharding import load_from_shards, shards_among
from kg.pipeline.choosing import claim_source

if TYPE_CHECKING:
    from kg.extractors.tally import Tally
    from kg.pipeline import LoadReport, Outcome


@click.command()
@document_options
@extractor_option
@click.option(
    "--base", metavar="IRI", help="Base of all IRIs of a new store. [default: https://w3id.org/rawabit/]"
)
@jobs_option
@json_option
@store_option
@registry_option
@click.pass_obj
def command(
    settings: Settings,
    /,
    paths: tuple[str, ...],
    extractors: tuple[str, ...],
    *,
    as_json: bool,
    base: str | None,
    jobs: int | None,
    **said: str | None,
) -> int:
    """Read documents, extract who does what to whom, and put it into the store.

    PATH is a file of plain text (.txt), a web page with an article (.html), JSON Lines (.jsonl) of
    documents or of what 'kg extract --format jsonl' wrote, or RDF that 'kg export' wrote (.ttl, .trig,
    .nt, .nq), each also packed (.gz); a folder of such files; or - for what comes in by a pipe. A
    file such as article.txt.json says what is known of article.txt. Loading a document again changes nothing. A
    document goes in whole or not at all; one that breaks a rule is kept aside with the reason, and
    the rest goes in. PATH may also be the folder of shards that 'kg extract --shards' made.

    \b
    Examples:
      kg load article.txt
      kg load reports/ more.jsonl
      kg load article.txt --date 2015-10-16 --source Elaph
      kg load claims.jsonl.gz
      kg load export.trig
      pdftotext article.pdf - | kg load -
    """
    from kg.iri import Iris
    from kg.pipeline import Status, load_into

    iris = Iris(base) if base else None
    reading = {f"--{name.removeprefix('read_')}": value for name, value in said.items()}
    found = shards_among(paths, {**reading, "--extractor": extractors or None})
    if found:
        return load_from_shards(found, settings.store, iris, jobs, as_json=as_json)
    source = claim_source(extractors)
    with Counting("loading") as progress:
        report = load_into(
            settings.store,
            documents(paths, **said, claims_later=True),
            iris=iris,
            extractor=source,
            progress=progress.step,
            jobs=jobs if jobs is not None else jobs_for(extractors),
        )
    if as_json:
        write_json([_outcome(each) for each in report.outcomes])
    else:
        _show(report)
    for each in report.rejected:
        for reason in each.reasons:
            aside = f" (kept at {each.kept_at})" if each.kept_at else ""
            prefix = "" if reason.startswith(each.name) else f"{each.name}: "
            say(f"{each.status}: {prefix + reason}{aside}")
    say_tallies(report.tallies)
    if not report.outcomes:
        say("nothing to load: no document was found there")
        return NO
    if not report.rejected:
        return 0
    if report.accepted:
        return PARTLY
    return COULD_NOT_RUN if report.of(Status.UNREADABLE) else NO


def _show(report: LoadReport) -> None:
    from kg.pipeline import Status

    for each in report.accepted if len(report.accepted) <= 20 else ():
        claims = f"{each.claims} claim{'s' if each.claims != 1 else ''}"
        write(f"{each.status}: {shown(each.name)}, {claims}")
    counts = ", ".join(f"{len(report.of(status))} {status}" for status in Status if report.of(status))
    if len(report.outcomes) > 1:
        write(f"{len(report.outcomes)} documents: {counts}")


def _outcome(outcome: Outcome) -> dict[str, Any]:
    return {
        "status": outcome.status.value,
        "name": outcome.name,
        "document": outcome.document,
        "claims": outcome.claims,
        "reasons": list(outcome.reasons),
        "kept_at": str(outcome.kept_at) if outcome.kept_at else None,
        **({"extractors": [_tally(each) for each in outcome.tallies]} if outcome.tallies else {}),
    }


def _tally(tally: Tally) -> dict[str, Any]:
    return {
        "extractor": tally.extractor,
        "kept": tally.kept,
        "refused": dict(tally.refused),
        "amended": dict(tally.amended),
    }
