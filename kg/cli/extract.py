"""``kg extract``: claims out of documents, without a store."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.documents import document_options, documents
from kg.cli.ending import COULD_NOT_RUN, PARTLY
from kg.cli.extractors import extractor_option, jobs_for, jobs_option, say_tallies
from kg.cli.output import json_text, say, write
from kg.cli.progress import Counting, watched
from kg.cli.settings import registry_option
from kg.cli.sharding import extract_into_shards, shard_options
from kg.cli.table import Cell, write_table
from kg.pipeline.choosing import claim_source

if TYPE_CHECKING:
    from kg.extractors.tally import Tally
    from kg.model import Claim, Document
    from kg.pipeline import Extraction

_COLUMNS = {
    "document": "document",
    "subject": "subject",
    "predicate": "relation",
    "object": "object",
    "modality": "modality",
    "attributed_to": "according to",
    "quote": "words",
}


@click.command()
@document_options
@extractor_option
@shard_options
@click.option(
    "--format",
    "form",
    type=click.Choice(["jsonl", "table"]),
    default="table",
    show_default=True,
    help="jsonl: one claim a line, as data; table: for reading.",
)
@click.option("--json", "as_json", is_flag=True, help="The same as --format jsonl.")
@jobs_option
@registry_option
def command(
    paths: tuple[str, ...],
    extractors: tuple[str, ...],
    form: str,
    jobs: int | None,
    shards: int | None,
    shard: str | None,
    folder: Path | None,
    executor: str,
    scheduler: str | None,
    base: str | None,
    *,
    as_json: bool,
    **said: str | None,
) -> int:
    """Read documents and print the claims found in them. Nothing is stored.

    PATH is a file of plain text (.txt), a web page with an article (.html), or JSON Lines (.jsonl),
    each also packed (.gz); a folder of such files; or - for what comes in by a pipe. A file such as
    article.txt.json says what is known of article.txt. Offsets in the data are half-open code
    points into the text as read.

    A corpus that takes long is divided with --shards: each share of its documents becomes a file of
    quads with a manifest, made by processes of this machine, by a Dask cluster, or one by one with
    --shard. Whatever ends the run, the same command goes on where it ended.

    \b
    Examples:
      kg extract article.txt
      kg extract reports/ --format jsonl > claims.jsonl
      kg extract page.php --as html
      kg extract article.txt --extractor rules --extractor llm
      kg extract corpus/ --shards 16 --to shards/
      kg extract corpus/ --shard 3/16 --to shards/
    """
    ended = extract_into_shards(
        lambda: documents(paths, **said, claims_later=False),
        extractors,
        jobs,
        shards=shards,
        shard=shard,
        folder=folder,
        executor=executor,
        scheduler=scheduler,
        base=base,
        as_json=as_json or form == "jsonl",
    )
    if ended is not None:
        return ended
    from kg.extractors.tally import total
    from kg.iri import Iris
    from kg.pipeline import extract_and_tell
    from kg.readers import Unreadable, count_documents

    tell = _as_lines if as_json or form == "jsonl" else _as_rows
    source = claim_source(extractors)(Iris())
    expected = count_documents(paths) if watched() else None
    read, refused = 0, 0
    rows: list[dict[str, Cell]] = []
    tallies: list[Tally] = []
    jobs = jobs if jobs is not None else jobs_for(extractors)
    with Counting("reading", expected) as counting:
        for told in extract_and_tell(
            documents(paths, **said, claims_later=False), tell, extractor=source, jobs=jobs
        ):
            counting.step()
            if isinstance(told, Unreadable):
                refused += 1
                counting.clear()
                say(f"unreadable: {told}")
                continue
            read += 1
            rows += told.rows
            tallies += told.tallies
            if told.lines:
                write(told.lines)
    if rows:
        write_table(_COLUMNS, rows)
    say_tallies(total(tallies))
    if refused:
        return PARTLY if read else COULD_NOT_RUN
    return 0


@dataclass(frozen=True, slots=True)
class _Told:
    """What there is to print of one document."""

    lines: str = ""
    rows: tuple[dict[str, Cell], ...] = ()
    tallies: tuple[Tally, ...] = ()


def _as_lines(found: Extraction) -> _Told:
    from kg.iri import Iris
    from kg.jsonl import claim_record

    iris = Iris()
    lines = (json_text(claim_record(claim, found.document, iris)) for claim in found.claims)
    return _Told("\n".join(lines), tallies=found.tallies)


def _as_rows(found: Extraction) -> _Told:
    return _Told(rows=tuple(_row(claim, found.document) for claim in found.claims), tallies=found.tallies)


def _row(claim: Claim, document: Document) -> dict[str, Cell]:
    from kg.cli.link_rows import relation_label

    return {
        "document": document.name,
        "subject": claim.subject.entity.label,
        "predicate": relation_label(claim.predicate),
        "object": claim.object.entity.label,
        "modality": claim.modality.value,
        "attributed_to": [source.entity.label for source in claim.attributed_to],
        "quote": claim.evidence.quote,
    }
