"""``kg remove``: a document out of the store."""

from __future__ import annotations

import click

from kg.cli.output import shown, write, write_json
from kg.cli.settings import Settings, json_option, store_option


@click.command()
@click.argument("documents", nargs=-1, required=True, metavar="DOCUMENT...")
@json_option
@store_option
@click.pass_obj
def command(settings: Settings, documents: tuple[str, ...], *, as_json: bool) -> int:
    """Remove documents, and with them every claim, link and inference that rests on them alone.

    DOCUMENT is the path it was loaded from, its name, its IRI, or the first 6 or more characters of
    its hash; 'kg query documents' lists them.

    \b
    Examples:
      kg remove article.txt
      kg remove 68efaf64409b
    """
    from kg.pipeline import remove
    from kg.pipeline.removal import Removal
    from kg.store import open_store

    with open_store(settings.store) as store:
        gone: list[Removal] = [remove(store, each) for each in documents]
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
            counts = f"{each.claims} claims, {each.links} links, {each.inferred} inferred links"
            write(f"removed: {shown(each.name)}, {counts}")
    return 0
