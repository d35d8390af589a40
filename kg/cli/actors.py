"""``kg actors``: who is in the store."""

from __future__ import annotations

import click

from kg.cli.completing import class_names
from kg.cli.output import say, write_json
from kg.cli.settings import Settings, json_option, store_option
from kg.cli.table import Cell, write_table

_COLUMNS = {
    "label": "name",
    "label_ar": "Arabic",
    "type": "class",
    "claims": "claims",
    "documents": "documents",
    "slug": "id",
}


@click.command()
@click.argument("text", required=False, default="")
@click.option(
    "--type",
    "kind",
    metavar="CLASS",
    shell_complete=class_names,
    help="Only this class and those below it, such as ArmedGroup or Person.",
)
@click.option("--places", is_flag=True, help="Places instead of actors.")
@click.option("--all", "everyone", is_flag=True, help="Also those of the registry that no document names.")
@json_option
@store_option
@click.pass_obj
def command(
    settings: Settings, text: str, kind: str | None, *, places: bool, everyone: bool, as_json: bool
) -> int:
    """List the actors that documents name, most named first; with TEXT, those with TEXT in a name.

    \b
    Examples:
      kg actors
      kg actors النصرة
      kg actors --type Coalition --all
    """
    from kg.cli.naming import find_class
    from kg.cli.opening import reading
    from kg.folding import fold_text
    from kg.iri import is_place
    from kg.ontology import load_ontology
    from kg.query.lookup import look_up

    classes = load_ontology().below(find_class(kind)) if kind else None
    wanted = fold_text(text)
    with reading(settings) as naming:
        counts = {row["entity"] or "": row for row in look_up(naming.store, "actors")}
        rows: list[dict[str, Cell]] = []
        for each in naming.candidates:
            named = counts.get(each.iri)
            if is_place(each.iri) != places or not (named or everyone):
                continue
            if (classes and each.type not in classes) or not any(
                wanted in fold_text(name) for name in each.names
            ):
                continue
            rows.append(
                {
                    "id": each.iri,
                    "slug": each.slug,
                    "label": each.label,
                    "label_ar": naming.arabic(each.iri),
                    "type": each.type,
                    "claims": int(named["claims"] or 0) if named else 0,
                    "documents": int(named["documents"] or 0) if named else 0,
                }
            )
    rows.sort(key=lambda row: (-int(str(row["claims"])), str(row["label"])))
    if as_json:
        write_json([{key: value for key, value in row.items() if key != "slug"} for row in rows])
    elif rows:
        write_table(_COLUMNS, rows)
    if not rows:
        say("none found" + ("" if everyone else "; --all also looks among those that no document names"))
    return 0 if rows else 1
