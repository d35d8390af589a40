"""``kg doctor``: whether the store and the machine are well."""

from __future__ import annotations

import click

from kg.cli.ending import NO
from kg.cli.output import say, write_json
from kg.cli.settings import Settings, json_option, store_option
from kg.cli.table import write_table


@click.command()
@json_option
@store_option
@click.pass_obj
def command(settings: Settings, *, as_json: bool) -> int:
    """Look the store and the machine over: versions, free disk, documents, links, inferences.

    Changes nothing. Exits with 1 if anything is bad, and says what to do about it.

    \b
    Examples:
      kg doctor
      kg doctor --json
    """
    from kg.pipeline import doctor

    found = doctor(settings.store)
    rows = [
        {"check": each.what, "health": each.health.value, "found": each.found, "way_out": each.way_out}
        for each in found.checks
    ]
    if as_json:
        write_json(rows)
    else:
        write_table({"check": "checked", "health": "health", "found": "found", "way_out": "what to do"}, rows)
    if not found.healthy:
        say(f"something is wrong with the store at {found.path} or with the machine")
    return 0 if found.healthy else NO
