"""``kg links``: whom an actor is linked with."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Literal

import click

from kg.cli.completing import entity_ids, relation_names
from kg.cli.dates import Day
from kg.cli.output import say, write_json
from kg.cli.settings import Settings, json_option, store_option
from kg.cli.table import write_table
from kg.model import Modality


@click.command()
@click.argument("actor", shell_complete=entity_ids)
@click.option(
    "-r",
    "--relation",
    "relations",
    multiple=True,
    shell_complete=relation_names,
    help="Only this relation and those below it. [repeatable]",
)
@click.option(
    "-d",
    "--direction",
    type=click.Choice(["out", "in", "both"]),
    default="both",
    show_default=True,
    help="out: what ACTOR does; in: what is done to ACTOR.",
)
@click.option(
    "-m",
    "--modality",
    "modalities",
    type=click.Choice([*(each.value for each in Modality), "any"]),
    multiple=True,
    help="How surely it is said. [repeatable; default: asserted]",
)
@click.option("--source", help="Only what this source or publisher says.")
@click.option(
    "--since", type=Day(last=False), metavar="DATE", help="Only what can have held on or after this date."
)
@click.option(
    "--until", type=Day(last=True), metavar="DATE", help="Only what can have held on or before this date."
)
@click.option(
    "--hops",
    type=click.IntRange(1, 4),
    default=1,
    show_default=True,
    metavar="N",
    help="How many links away to go, up to 4.",
)
@click.option(
    "--inferred/--no-inferred",
    default=True,
    help="With or without what follows from other links. [default: with]",
)
@json_option
@store_option
@click.pass_obj
def command(
    settings: Settings,
    actor: str,
    relations: tuple[str, ...],
    direction: Literal["out", "in", "both"],
    modalities: tuple[str, ...],
    source: str | None,
    since: date | None,
    until: date | None,
    *,
    hops: int,
    inferred: bool,
    as_json: bool,
) -> int:
    """Show whom ACTOR supports, fights, commands, and who does so to ACTOR.

    ACTOR is a name in any script, a variant, an id, or a part of a name; a place works too.
    An inferred link follows from others: 'kg why' shows from which. It has no source and no date of
    its own, so that --source, --since and --until leave it out.

    \b
    Examples:
      kg links Soleimani
      kg links "حزب الله" --relation supports --direction out
      kg links Hezbollah --modality any --source "Syrian Observatory for Human Rights"
      kg links "Free Syrian Army" --since 2015-10 --until 2016
      kg links ISIS --hops 2 --no-inferred --json
    """
    from kg.cli.link_rows import FROM_ONE, WHOLE, link_json, prepare, say_left_out, surely, table_row
    from kg.cli.opening import reading
    from kg.ontology import load_ontology
    from kg.query.claims_in import claims_in
    from kg.query.links import Wanted, links_of
    from kg.query.terms import find_relation

    if since and until and since > until:
        raise click.BadParameter(f"{since} is after {until}, the last day of --until", param_hint="--since")
    with reading(settings) as naming:
        entity = naming.entity(actor)
        chosen = [name for typed in relations for name in load_ontology().below(find_relation(typed, say))]
        wanted = Wanted(
            relations=frozenset(chosen),
            direction=direction,
            modalities=surely(modalities),
            sources=naming.sources(source) if source else frozenset(),
            since=since,
            until=until,
            inferred=inferred,
        )
        claims = claims_in(naming.store)
        # What is in doubt is told of as well, and one reading gives both; further away, doubt leads nowhere.
        both = hops == 1 and not modalities
        asked = replace(wanted, modalities=frozenset(Modality)) if both else wanted
        near = links_of(naming.store, entity, asked, hops=hops, claims=claims)
        found = tuple(link for link in near if link.modality in wanted.modalities)
        prepare(found, naming)
        if as_json:
            write_json([link_json(each, naming) for each in found])
        elif found:
            seen_from = entity if hops == 1 else None
            columns = FROM_ONE if seen_from else {"hop": "hop", **WHOLE}
            write_table(
                columns, ({**table_row(each, naming, seen_from=seen_from), "hop": each.hop} for each in found)
            )
        if not modalities:
            doubtful = replace(wanted, modalities=frozenset(Modality) - wanted.modalities, inferred=False)
            say_left_out(
                [link for link in near if link.modality not in wanted.modalities]
                if both
                else links_of(naming.store, entity, doubtful, claims=claims)
            )
        if since or until:
            undated = replace(wanted, since=None, until=None, undated=True)
            if count := len(links_of(naming.store, entity, undated, claims=claims)):
                say(f"not shown: {count} without a date; see them without --since and --until")
        if not found:
            say(f"no links of {naming.label(entity)} match")
        return 0 if found else 1
