"""``kg export``: the graph in open formats."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kg.cli.completing import document_names, entity_ids, format_names
from kg.cli.output import say, until_read_enough
from kg.cli.settings import Settings, store_option
from kg.export.selection import GRAPHS


@click.command()
@click.argument("form", metavar="FORMAT", shell_complete=format_names)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write here instead of stdout.",
)
@click.option(
    "--actor", metavar="NAME", shell_complete=entity_ids, help="Only what is said of this actor or place."
)
@click.option("--document", metavar="DOCUMENT", shell_complete=document_names, help="Only this document.")
@click.option(
    "--graph", "graphs", type=click.Choice(GRAPHS), multiple=True, help="Only this part. [repeatable]"
)
@click.option("--bom", is_flag=True, help="Begin with a byte order mark, for spreadsheets that need one.")
@store_option
@click.pass_obj
def command(
    settings: Settings,
    form: str,
    output: Path | None,
    actor: str | None,
    document: str | None,
    graphs: tuple[str, ...],
    *,
    bom: bool,
) -> int:
    """Write the graph as FORMAT: turtle, trig, nquads, jsonld or csv (one claim a row).

    The same content gives the same bytes. Turtle, JSON-LD and CSV hold what documents say; TriG and
    N-Quads also hold what is inferred, in a graph of its own.

    \b
    Examples:
      kg export turtle > graph.ttl
      kg export csv --actor Hezbollah -o hezbollah.csv --bom
      kg export trig --document article.txt
    """
    from kg.cli.opening import reading
    from kg.export import export, export_file, find_format

    name = find_format(form).name
    with reading(settings) as naming:
        chosen = graphs or None
        about = naming.entity(actor) if actor else None
        source = naming.document(document) if document else None
        if output is not None and str(output) != "-":
            export_file(naming.store, name, output, actor=about, document=source, graphs=chosen, bom=bom)
            say(f"written: {output}")
            return 0
        with until_read_enough():
            export(
                naming.store, name, sys.stdout.buffer, actor=about, document=source, graphs=chosen, bom=bom
            )
            sys.stdout.buffer.flush()
    return 0
