"""``kg extract``: claims out of documents, without a store."""

from __future__ import annotations

import click

from kg.cli.documents import document_options, documents
from kg.cli.ending import COULD_NOT_RUN, PARTLY
from kg.cli.output import json_text, say, write
from kg.cli.settings import registry_option
from kg.cli.table import Cell, write_table
from kg.model import Claim, Document

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
@click.option(
    "--format",
    "form",
    type=click.Choice(["jsonl", "table"]),
    default="table",
    show_default=True,
    help="jsonl: one claim a line, as data; table: for reading.",
)
@click.option("--json", "as_json", is_flag=True, help="The same as --format jsonl.")
@registry_option
def command(paths: tuple[str, ...], form: str, *, as_json: bool, **said: str | None) -> int:
    """Read documents and print the claims found in them. Nothing is stored.

    PATH is a file of plain text (.txt), a web page with an article (.html), or JSON Lines (.jsonl),
    each also packed (.gz); a folder of such files; or - for what comes in by a pipe. A file such as
    article.txt.json says what is known of article.txt. Offsets in the data are half-open code
    points into the text as read.

    \b
    Examples:
      kg extract article.txt
      kg extract reports/ --format jsonl > claims.jsonl
      kg extract page.php --as html
    """
    from kg.iri import Iris
    from kg.jsonl import claim_record
    from kg.pipeline import Extraction, extract

    read, refused = 0, 0
    rows: list[dict[str, Cell]] = []
    for each in extract(documents(paths, **said)):
        if not isinstance(each, Extraction):
            refused += 1
            say(f"unreadable: {each}")
            continue
        read += 1
        for claim in each.claims:
            if as_json or form == "jsonl":
                write(json_text(claim_record(claim, each.document, Iris())))
            else:
                rows.append(_row(claim, each.document))
    if rows:
        write_table(_COLUMNS, rows)
    if refused:
        return PARTLY if read else COULD_NOT_RUN
    return 0


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
