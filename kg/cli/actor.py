"""``kg actor``: everything about one actor or place on one page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import click

from kg.cli.completing import entity_ids
from kg.cli.output import shown, write, write_json
from kg.cli.settings import Settings, json_option, store_option
from kg.cli.table import Cell, write_table
from kg.namespaces import GEO, RW, SKOS
from kg.query.naming import Naming

_FACTS = {"fact": "in the registry", "value": "actor, place or value", "from": "from", "until": "until"}
_WORDS = {SKOS + "exactMatch": "the same as", GEO + "lat": "latitude", GEO + "long": "longitude"}
_SOME_NAMES, _SOME_FACTS = 8, 20
"""How many names in a script and how many facts are shown if nobody asks for all."""


@click.command()
@click.argument("name", metavar="ACTOR", shell_complete=entity_ids)
@click.option("--all", "everything", is_flag=True, help="All names and facts, however many.")
@json_option
@store_option
@click.pass_obj
def command(settings: Settings, name: str, *, everything: bool, as_json: bool) -> int:
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
    from kg.query.unlisted_actors import new_actors

    with reading(settings) as naming:
        entity = naming.entity(name)
        who = naming.whole(entity)
        reference = naming.store.iris.graph("reference")
        facts = list(look_up(naming.store, "facts-of", entity=[entity], graph=[reference]))
        standing = next((each.standing for each in new_actors(naming.store, [entity])), None)
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
                    "standing": standing,
                    "registry": [_fact(row, naming) for row in facts],
                    "links": [link_json(each, naming) for each in links],
                }
            )
            return 0
        heading = [shown(who.label), *(shown(each) for each in who.preferred[1:])]
        write(f"{' / '.join(heading)} ({relation_label(who.type)})")
        write(f"id: {who.slug}")
        if standing is not None:
            write(f"not in the registry: {standing} ('kg actors --new' lists such actors)")
        for others in _by_script(who.others):
            few = others if everything else others[:_SOME_NAMES]
            left = f" and {len(others) - len(few)} more (--all)" if len(few) < len(others) else ""
            write(f"also: {', '.join(map(shown, few))}{left}")
        rows = [dict(row) for row in dict.fromkeys(tuple(_fact_row(row, naming).items()) for row in facts)]
        if rows:
            some = rows if everything else rows[:_SOME_FACTS]
            write("")
            write_table({key: _FACTS[key] for key in _FACTS if any(row[key] for row in some)}, some)
            if len(some) < len(rows):
                write(f"and {len(rows) - len(some)} more from the registry (--all)")
        write("")
        if links:
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


def _by_script(names: Sequence[str]) -> Iterator[list[str]]:
    """The names in Latin letters, then the others, each sorted."""
    latin = sorted(name for name in names if name[:1] < "\u0250")
    yield from filter(None, (latin, sorted(set(names) - set(latin))))


def _fact_row(row: dict[str, str | None], naming: Naming) -> dict[str, Cell]:
    from kg.cli.link_rows import both_ways, relation_label

    value, name = row["value"] or "", (row["property"] or "").removeprefix(RW)
    label = _WORDS.get(name) or relation_label(name)
    if value.startswith(RW):
        value = relation_label(value.removeprefix(RW))
    elif naming.knows(value):
        value = naming.label(value)
        way = "↔" if both_ways(name) else "→" if row["direction"] == "out" else "←"
        label = f"{way} {label}"
    return {"fact": label, "value": value, "from": row["from"], "until": row["until"]}
