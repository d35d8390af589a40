"""``kg ontology``: the terms of the model, and whether they can all be true together."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from kg.cli.completing import term_names
from kg.cli.ending import NO
from kg.cli.output import say, shown, write, write_json
from kg.cli.settings import Settings, json_option, store_option
from kg.cli.table import write_table
from kg.namespaces import RW


class _Group(click.Group):
    """Lists what its commands do in whole sentences."""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Writes each command with the first sentence of its help."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, each.get_short_help_str(200)) for name, each in self.commands.items()])


@click.group(cls=_Group)
def command() -> None:
    """Look at the model: classes, relations, and whether it is consistent.

    \b
    Examples:
      kg ontology list --kind relation
      kg ontology show supports
      kg ontology check
    """


@command.command("list")
@click.option(
    "--kind",
    type=click.Choice(["class", "relation", "property", "individual"]),
    help="Only this kind of term.",
)
@click.option("--module", help="Only the terms of this module, such as relations.")
@json_option
def list_terms(kind: str | None, module: str | None, *, as_json: bool) -> int:
    """List the terms with their labels and definitions.

    \b
    Example:
      kg ontology list --kind class --module actors
    """
    from kg.ontology import load_ontology

    ontology = load_ontology()
    relations = {each.name for each in ontology.relations}
    found = [
        each
        for each in ontology.terms
        if (kind is None or (each.name in relations if kind == "relation" else each.kind == kind))
        and (module is None or each.module == module)
    ]
    if as_json:
        write_json([asdict(each) for each in found])
    elif found:
        columns = {"name": "term", "label": "English", "label_ar": "Arabic", "definition": "definition"}
        write_table(columns, (asdict(each) for each in found))
    if not found:
        modules = ", ".join(sorted({each.module for each in ontology.terms}))
        say(f"no term is of that kind and module; modules are {modules}")
    return 0 if found else NO


@command.command()
@click.argument("name", metavar="TERM", shell_complete=term_names)
@json_option
def show(name: str, *, as_json: bool) -> int:
    """Show one term: definition in both languages, example, counter-example, place in the model.

    TERM is its name in the ontology or its label in either language.

    \b
    Examples:
      kg ontology show opponentOf
      kg ontology show "armed group"
    """
    from kg.ontology import load_ontology
    from kg.query.terms import find_term

    ontology = load_ontology()
    term = ontology.term(find_term(name, say))
    relation = next((each for each in ontology.relations if each.name == term.name), None)
    if as_json:
        write_json(
            {"id": RW + term.name, **asdict(term), **({"relation": asdict(relation)} if relation else {})}
        )
        return 0
    write(f"{term.label} / {shown(term.label_ar)} (rw:{term.name}, {'relation' if relation else term.kind})")
    write(term.definition)
    write(shown(term.definition_ar))
    lines = {
        "note": term.note,
        "example": term.example,
        "not": term.counter_example,
        "below": ", ".join(term.parents),
        "above": ", ".join(sorted(ontology.below(term.name) - {term.name})),
    }
    if relation:
        lines |= {
            "from": " or ".join(relation.domain),
            "to": " or ".join(relation.range),
            "inverse": relation.inverse or "",
            "holds": ", ".join(
                word
                for word, holds in (
                    ("both ways", relation.symmetric),
                    ("transitively", relation.transitive),
                    ("by inference only", relation.derived_only),
                )
                if holds
            ),
        }
    for label, text in lines.items():
        if text:
            write(f"{label}: {shown(text)}")
    return 0


@command.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path), metavar="[FILE...]")
@click.option(
    "--seconds",
    type=click.FloatRange(min=1),
    metavar="SECONDS",
    default=120,
    show_default=True,
    help="Time limit for the reasoner.",
)
@click.option("--data", is_flag=True, help="Check what the store says of actors and places instead.")
@json_option
@store_option
@click.pass_obj
def check(
    settings: Settings, /, files: tuple[Path, ...], *, seconds: float, data: bool, as_json: bool
) -> int:
    """Check the ontology, or FILEs of Turtle, with the reasoner HermiT and the quality shapes.

    With --data, check the store: whether every actor and place can be all that documents and registry
    say of it, by its classes and the links it stands in. Those that cannot are named, with the
    statements that contradict each other and their documents.

    Needs a Java runtime; says how to get one where there is none. Exits with 1 if anything is wrong.

    \b
    Examples:
      kg ontology check
      kg ontology check --data
    """
    if data:
        if files:
            raise click.UsageError("--data is about the store; leave the files out")
        return _check_data(settings, seconds, as_json=as_json)
    from kg.ontology import alignment_files, ontology_files
    from kg.pipeline.ontology import check_ontology

    for path in files:
        path.open("rb").close()
    report = check_ontology(files or None, seconds=seconds)
    if as_json:
        write_json({"ok": report.ok, **asdict(report)})
        return 0 if report.ok else NO
    write(f"consistent: {'yes' if report.consistent else 'no'}")
    for iri in report.contradictory:
        write(f"  contradicts the rest: {shown(iri)}")
    write(f"unsatisfiable terms: {len(report.unsatisfiable)}")
    for iri in report.unsatisfiable:
        write(f"  nothing can be a {shown(iri)}")
    write(f"breaks of the quality shapes: {len(report.violations)}")
    for each in report.violations:
        write(f"  {shown(each.term)}: {shown(each.message)}")
    count = len(files or (*ontology_files(), *alignment_files()))
    write(f"checked: {count} file{'s' if count != 1 else ''}")
    return 0 if report.ok else NO


def _check_data(settings: Settings, seconds: float, *, as_json: bool) -> int:
    from kg.cli.opening import reading
    from kg.pipeline.ontology import check_data

    with reading(settings) as naming:
        verdict = check_data(naming.store, seconds=seconds)
        if as_json:
            write_json({"ok": not verdict.count, **asdict(verdict)})
            return NO if verdict.count else 0
        for each in verdict.contradictions:
            write(f"{shown(naming.label(each.iri))} ({each.iri}) cannot be all of this:")
            for one in each.statements:
                target = one.object.removeprefix(RW) if one.predicate == "a" else naming.label(one.object)
                words = (naming.label(one.subject), one.predicate.removeprefix(RW), target)
                says = ", ".join(map(shown, one.documents)) or "the registry"
                write(f"  {' '.join(map(shown, words))}: {says}")
    more = verdict.count - len(verdict.contradictions)
    if more:
        write(f"and {more:,} more")
    write(f"contradictory actors and places: {verdict.count:,} (kinds checked: {verdict.asked:,})")
    return NO if verdict.count else 0
