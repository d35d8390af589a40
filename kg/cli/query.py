"""``kg query``: a question of the catalogue, or one's own SPARQL."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kg.cli.completing import query_names
from kg.cli.ending import NO
from kg.cli.output import say, write_csv, write_json
from kg.cli.settings import Settings, json_option, store_option
from kg.cli.table import Cell, write_table

if TYPE_CHECKING:
    from kg.query import Answer
    from kg.query.naming import Naming
    from kg.store import Term


@click.command()
@click.argument("name", metavar="NAME|FILE", shell_complete=query_names)
@click.option(
    "-p",
    "--param",
    "params",
    multiple=True,
    metavar="KEY=VALUE",
    help="A parameter of the query. [repeatable]",
)
@click.option("--csv", "as_csv", is_flag=True, help="Print all columns as CSV.")
@click.option(
    "--time-limit",
    type=click.FloatRange(min=0.1),
    metavar="SECONDS",
    default=10,
    show_default=True,
    help="Seconds for your own SPARQL.",
)
@click.option(
    "--row-limit",
    type=click.IntRange(min=1),
    metavar="N",
    default=100_000,
    show_default=True,
    help="Rows for your own SPARQL.",
)
@json_option
@store_option
@click.pass_obj
def command(
    settings: Settings,
    name: str,
    params: tuple[str, ...],
    *,
    as_csv: bool,
    time_limit: float,
    row_limit: int,
    as_json: bool,
) -> int:
    """Run a query by NAME, or the SPARQL in FILE (.rq), and print its rows; an ASK also exits by yes or no.

    Actors and places in parameters are named as anywhere else; several values for one KEY mean
    any of them. 'kg queries' lists the names, 'kg queries NAME' shows the parameters.

    \b
    Examples:
      kg query who-supports-whom
      kg query shared-opponents -p one="al-Nusra Front" -p opponent="Syrian government forces"
      kg query mine.rq --json
    """
    from kg.cli.opening import reading
    from kg.query import Limits, find_query, own_folders, run_query

    query = find_query(name, own_folders())
    values: dict[str, list[str]] = {}
    for each in params:
        key, equals, value = each.partition("=")
        if not equals:
            raise click.BadParameter(f"{each!r} is not KEY=VALUE", param_hint="--param")
        values.setdefault(key, []).append(value)
    limits = Limits(seconds=time_limit, rows=row_limit)
    with reading(settings) as naming:
        answer = run_query(naming.store, query, values, resolve=naming.resolve, limits=limits)
        if as_json:
            write_json([dict(zip(answer.variables, map(_plain, row), strict=True)) for row in answer.rows])
        elif as_csv:
            write_csv(answer.variables, [[_plain(term) for term in row] for row in answer.rows])
        elif answer.rows:
            columns, rows = _for_people(answer, naming)
            write_table(columns, rows)
    if answer.cut:
        say(f"this is not the whole answer: {answer.cut}")
    if not answer.rows:
        say("no rows")
        return NO
    return NO if answer.variables == ("answer",) and _plain(answer.rows[0][0]) is False else 0


def _plain(term: Term | None) -> str | int | float | bool | None:
    """A term as JSON has it: numbers and truth values as such, all else as text."""
    from pyoxigraph import BlankNode, Literal, NamedNode

    if isinstance(term, Literal):
        kind = term.datatype.value.rpartition("#")[2]
        if kind == "integer":
            return int(term.value)
        if kind in {"decimal", "double", "float"}:
            return float(term.value)
        return term.value == "true" if kind == "boolean" else term.value
    if isinstance(term, NamedNode | BlankNode):
        return term.value
    return None if term is None else str(term)


def _for_people(answer: Answer, naming: Naming) -> tuple[dict[str, str], list[dict[str, Cell]]]:
    """The rows with labels for IRIs: those the query gives as ``…_en`` and ``…_ar``, else the store's."""
    variables = answer.variables
    labels = {f"{name}{suffix}" for name in variables for suffix in ("_en", "_ar")} & set(variables)
    columns = {name: name.replace("_", " ") for name in variables if name not in labels}
    rows: list[dict[str, Cell]] = []
    for row in answer.rows:
        cells = dict(zip(variables, row, strict=True))
        rows.append(
            {
                name: _label(cells.get(f"{name}_en") or cells.get(f"{name}_ar") or cells[name], naming)
                for name in columns
            }
        )
    return columns, rows


def _label(term: Term | None, naming: Naming) -> str | int | float | None:
    from pyoxigraph import NamedNode

    from kg.namespaces import PREFIXES, RW

    if isinstance(term, NamedNode):
        if naming.knows(term.value):
            return naming.label(term.value)
        if term.value.startswith(RW):
            return term.value.removeprefix(RW)
        near = ((prefix, base) for prefix, base in PREFIXES.items() if term.value.startswith(base))
        return next((f"{prefix}:{term.value.removeprefix(base)}" for prefix, base in near), term.value)
    plain = _plain(term)
    return str(plain).lower() if isinstance(plain, bool) else plain
