"""``kg queries``: the questions that can be asked by name."""

from __future__ import annotations

import click

from kg.cli.completing import query_names
from kg.cli.output import say, write, write_json
from kg.cli.settings import json_option
from kg.cli.table import write_table


@click.command()
@click.argument("name", required=False, shell_complete=query_names)
@json_option
def command(name: str | None, *, as_json: bool) -> int:
    """List the queries that 'kg query' can run; with NAME, show one with its parameters and its text.

    Your own .rq files count too, from the folders in $KG_QUERIES, else ~/.config/rawabit/queries.

    \b
    Examples:
      kg queries
      kg queries who-supports-whom
    """
    from kg.query import Query, find_query, own_folders, own_queries, packaged_queries

    def record(query: Query) -> dict[str, object]:
        return {
            "name": query.name,
            "group": query.group,
            "summary": query.header.summary,
            "summary_ar": query.header.summary_ar,
            "tags": list(query.header.tags),
            "params": [
                {
                    "name": each.name,
                    "kind": each.kind,
                    "description": each.description,
                    "default": each.default,
                    "required": each.required,
                    "choices": list(each.choices),
                }
                for each in query.header.parameters
            ],
        }

    folders = own_folders()
    if name is not None:
        query = find_query(name, folders)
        if as_json:
            write_json({**record(query), "text": query.text})
        else:
            write(query.text.rstrip("\n"))
        return 0
    own, unreadable = own_queries(folders)
    found = (*packaged_queries(), *own)
    for error in unreadable:
        say(f"left out: {error}")
    if as_json:
        write_json([record(query) for query in found])
        return 3 if unreadable else 0
    rows = (
        {
            "name": query.name,
            "group": query.group,
            "params": [f"{each.name}{'' if each.required else '?'}" for each in query.header.parameters],
            "summary": query.header.summary,
        }
        for query in sorted(found, key=lambda query: (query.group, query.name))
    )
    write_table(
        {"group": "group", "name": "name", "summary": "answers", "params": "parameters (? may be left out)"},
        rows,
    )
    return 3 if unreadable else 0
