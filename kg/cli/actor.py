"""``kg actor``: everything about one actor or place on one page."""

from __future__ import annotations

from typing import Any

import click

from kg.cli.naming import Naming
from kg.cli.output import shown, write, write_json
from kg.cli.settings import Settings, json_option, store_option
from kg.cli.table import write_table
from kg.namespaces import RW, SKOS


@click.command()
@click.argument("name", metavar="ACTOR")
@json_option
@store_option
@click.pass_obj
def command(settings: Settings, name: str, *, as_json: bool) -> int:
    """Show who ACTOR is: names, class, what the registry states, and what the documents say.

    \b
    Examples:
      kg actor Soleimani
      kg actor "حزب الله" --json
    """
    from kg.cli.link_rows import FROM_ONE, link_json, prepare, relation_label, table_row
    from kg.cli.opening import reading
    from kg.query.links import Wanted, links_of
    from kg.query.lookup import look_up

    with reading(settings) as naming:
        entity = naming.entity(name)
        who = next(each for each in naming.candidates if each.iri == entity)
        reference = naming.store.iris.graph("reference")
        facts = list(look_up(naming.store, "facts-of", entity=[entity], graph=[reference]))
        links = links_of(naming.store, entity, Wanted())
        prepare(links, naming)
        if as_json:
            write_json(
                {
                    "id": entity,
                    "label": who.label,
                    "label_ar": naming.arabic(entity),
                    "type": who.type,
                    "names": sorted(who.names),
                    "registry": [_fact(row, naming) for row in facts],
                    "links": [link_json(each, naming) for each in links],
                }
            )
            return 0
        heading = [shown(who.label), *(shown(each) for each in who.preferred[1:])]
        write(f"{' / '.join(heading)} ({relation_label(who.type)})")
        write(f"id: {who.slug}")
        if others := sorted(who.others):
            write(f"also: {', '.join(map(shown, others))}")
        for line in dict.fromkeys(_fact_line(row, naming) for row in facts):
            write(line)
        if links:
            write("")
            write_table(FROM_ONE, (table_row(each, naming, seen_from=entity) for each in links))
        else:
            write("no document links it with anyone")
    return 0


def _fact(row: dict[str, str | None], naming: Naming) -> dict[str, Any]:
    value = row["value"] or ""
    return {
        "property": (row["property"] or "").removeprefix(RW),
        "direction": row["direction"],
        "value": naming.named(value) if naming.knows(value) else value,
        "from": row["from"],
        "until": row["until"],
    }


def _fact_line(row: dict[str, str | None], naming: Naming) -> str:
    from kg.cli.link_rows import relation_label

    value, name = row["value"] or "", row["property"] or ""
    label = "Wikidata" if name == SKOS + "exactMatch" else relation_label(name.removeprefix(RW))
    since, until = row["from"], row["until"]
    period = f" ({since or '…'} to {until or '…'})" if since or until else ""
    there = shown(naming.label(value)) if naming.knows(value) else shown(value)
    if row["direction"] == "in":
        return f"registry: {there} {label} this{period}"
    return f"registry: {label} {there}{period}"
