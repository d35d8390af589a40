"""``kg stats``: how much is in the store."""

from __future__ import annotations

from dataclasses import asdict

import click

from kg.cli.output import write_json
from kg.cli.settings import Settings, json_option, store_option
from kg.cli.table import Cell, write_table

_LABELS = {
    "documents": "documents",
    "claims": "claims",
    "links": "links that stand",
    "inferred": "inferred links",
    "actors": "actors and places named",
    "registry": "actors and places in the registry",
    "refused": "documents refused and kept aside",
    "quads": "quads in all",
}


@click.command()
@json_option
@store_option
@click.pass_obj
def command(settings: Settings, *, as_json: bool) -> int:
    """Count what the store holds: documents, claims by modality and relation, links, actors.

    \b
    Examples:
      kg stats
      kg stats --json
    """
    from kg.cli.link_rows import relation_label
    from kg.cli.opening import reading
    from kg.pipeline import stats

    with reading(settings) as naming:
        found = asdict(stats(naming.store))
    if as_json:
        write_json(found)
        return 0
    rows: list[dict[str, Cell]] = []
    for key, label in _LABELS.items():
        rows.append({"what": label, "count": found[key]})
        if key == "claims":
            rows += [
                {"what": f"claims: {name}", "count": count} for name, count in found["by_modality"].items()
            ]
            rows += [
                {"what": f"claims: {relation_label(name)}", "count": count}
                for name, count in found["by_relation"].items()
            ]
    write_table({"what": "in the store", "count": "count"}, rows)
    return 0
