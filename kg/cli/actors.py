"""``kg actors``: who is in the store; with ``--new``, whom the registry does not list; and ``kg actors adopt``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import click

from kg.cli.adopt import adopt
from kg.cli.completing import class_names
from kg.cli.output import say, write_json
from kg.cli.settings import Settings, json_option, registry_option, store_option
from kg.cli.table import Cell, write_table

_COLUMNS = {
    "label": "name",
    "label_ar": "Arabic",
    "type": "class",
    "claims": "claims",
    "documents": "documents",
    "standing": "registry",
    "slug": "id",
}


class _Actors(click.Group):
    """Lists actors, unless the first word is the name of a command: that of the group, and not a text to look for."""

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """The context of the listing, or of a plain group where a command follows."""
        if args and args[0] in self.commands:
            return click.Group(self.name, commands=self.commands).make_context(
                info_name, args, parent, **extra
            )
        return super().make_context(info_name, args, parent, **extra)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Writes each command with the first sentence of its help."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, each.get_short_help_str(200)) for name, each in self.commands.items()])


@click.command(
    cls=_Actors,
    invoke_without_command=True,
    subcommand_metavar="",
    # As with any command that is no group, options may stand behind the text.
    context_settings={"allow_interspersed_args": True},
)
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
@click.option(
    "--new",
    "unlisted",
    is_flag=True,
    help="Only actors that documents name and the registry does not list, with their evidence and whom of the "
    "registry they may be.",
)
@json_option
@store_option
@registry_option
@click.pass_obj
def command(
    settings: Settings,
    text: str,
    kind: str | None,
    *,
    places: bool,
    everyone: bool,
    unlisted: bool,
    as_json: bool,
) -> int:
    """List the actors that documents name, most named first; with TEXT, those with TEXT in a name.

    An actor that the registry does not list counts as certain with two documents, two sources or one
    definition; until then it is provisional. 'kg actors adopt' takes one into your own registry.

    \b
    Examples:
      kg actors
      kg actors النصرة
      kg actors --type Coalition --all
      kg actors --new
    """
    from kg.cli.opening import reading
    from kg.ontology import load_ontology
    from kg.query.terms import find_class

    if unlisted and (places or everyone):
        raise click.UsageError("--new lists actors outside the registry: leave out --places and --all")
    classes = load_ontology().below(find_class(kind, say)) if kind else None
    if unlisted:
        from kg.cli.unlisted_actors import list_new

        with reading(settings) as naming:
            return list_new(naming, text, classes, as_json=as_json)
    with reading(settings) as naming:
        rows = _rows(naming, text, classes, places=places, everyone=everyone)
    if as_json:
        write_json([{key: value for key, value in row.items() if key != "slug"} for row in rows])
    elif rows:
        write_table(_shown(rows), rows)
    if not rows:
        say("none found" + ("" if everyone else "; --all also looks among those that no document names"))
    return 0 if rows else 1


def _rows(
    naming: Any, text: str, classes: Sequence[str] | frozenset[str] | None, *, places: bool, everyone: bool
) -> list[dict[str, Cell]]:
    from kg.iri import is_place
    from kg.query.lookup import look_up
    from kg.query.unlisted_actors import new_actors

    counts = {row["entity"] or "": row for row in look_up(naming.store, "actors")}
    standing = {} if places else {each.iri: each.standing for each in new_actors(naming.store)}
    rows: list[dict[str, Cell]] = []
    for each in naming.holding(text):
        named = counts.get(each.iri)
        if is_place(each.iri) != places or not (named or everyone):
            continue
        if classes and each.type not in classes:
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
                "standing": standing.get(each.iri),
            }
        )
    return sorted(rows, key=lambda row: (-int(str(row["claims"])), str(row["label"])))


def _shown(rows: Sequence[dict[str, Cell]]) -> dict[str, str]:
    """The columns; how new actors stand only where there are any."""
    return {key: head for key, head in _COLUMNS.items() if key != "standing" or any(row[key] for row in rows)}


command.add_command(adopt)
