"""``kg between``: what links two actors directly."""

from __future__ import annotations

import click

from kg.cli.completing import entity_ids
from kg.cli.output import say, write_json
from kg.cli.settings import Settings, json_option, store_option
from kg.cli.table import write_table
from kg.model import Modality


@click.command()
@click.argument("first", metavar="A", shell_complete=entity_ids)
@click.argument("second", metavar="B", shell_complete=entity_ids)
@json_option
@store_option
@click.pass_obj
def command(settings: Settings, first: str, second: str, *, as_json: bool) -> int:
    """Show every direct link between A and B, either way round, however surely it is said.

    \b
    Examples:
      kg between Hezbollah "al-Nusra Front"
      kg between "النظام السوري" "الجيش الحر"
    """
    from kg.cli.link_rows import WHOLE, link_json, prepare, table_row
    from kg.cli.opening import reading
    from kg.query.links import Wanted, links_of

    with reading(settings) as naming:
        one, other = naming.pair(first, second)
        found = links_of(naming.store, one, Wanted(others=frozenset({other}), modalities=frozenset(Modality)))
        prepare(found, naming)
        if as_json:
            write_json([link_json(each, naming) for each in found])
        elif found:
            write_table(WHOLE, (table_row(each, naming) for each in found))
        if not found:
            say(
                f"nothing links {naming.label(one)} and {naming.label(other)} directly; "
                "'kg path' looks for a way through others"
            )
        return 0 if found else 1
