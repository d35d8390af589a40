"""``kg remove``: a document out of the store."""

from __future__ import annotations

import click

from kg.cli.completing import document_names
from kg.cli.ending import PARTLY
from kg.cli.output import say, shown, write, write_json
from kg.cli.settings import Settings, json_option, store_option
from kg.errors import AmbiguousNameError, KGError, UnknownNameError


@click.command()
@click.argument("documents", nargs=-1, required=True, metavar="DOCUMENT...", shell_complete=document_names)
@json_option
@store_option
@click.pass_obj
def command(settings: Settings, documents: tuple[str, ...], *, as_json: bool) -> int:
    """Remove documents, and with them every claim, link and inference that rests on them alone.

    DOCUMENT is the path it was loaded from, its name, its IRI, or the first 6 or more characters of
    its hash; 'kg query documents' lists them. Where one is not found, the others go all the same.

    \b
    Examples:
      kg remove article.txt
      kg remove 68efaf64409b
    """
    from kg.pipeline import Removal, remove
    from kg.store import open_store

    gone: list[Removal] = []
    failed: list[KGError] = []
    # A store that is not there is not to be made.
    open_store(settings.store, read_only=True).close()
    with open_store(settings.store) as store:
        for given in documents:
            try:
                gone.append(remove(store, given))
            except (UnknownNameError, AmbiguousNameError) as error:
                failed.append(error)
    if as_json:
        write_json(
            [
                {
                    "document": each.document,
                    "name": each.name,
                    "claims": each.claims,
                    "links": each.links,
                    "inferred": each.inferred,
                }
                for each in gone
            ]
        )
    else:
        for each in gone:
            parts = ((each.claims, "claim"), (each.links, "link"), (each.inferred, "inferred link"))
            counts = ", ".join(f"{count} {what}{'s' if count != 1 else ''}" for count, what in parts)
            write(f"removed: {shown(each.name)}, {counts}")
    for failure in failed:
        say(f"kg: {failure}")
    if failed:
        return PARTLY if gone else failed[0].exit_code
    return 0
