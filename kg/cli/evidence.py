"""``kg evidence``: the words that say so."""

from __future__ import annotations

from typing import Any

import click

from kg.cli.completing import entity_ids, relation_names
from kg.cli.output import say, shown, write, write_json
from kg.cli.settings import Settings, json_option, store_option
from kg.query.naming import Naming
from kg.query.statements import Statement


@click.command()
@click.argument("subject", metavar="A", shell_complete=entity_ids)
@click.argument("relation", shell_complete=relation_names)
@click.argument("target", metavar="B", shell_complete=entity_ids)
@json_option
@store_option
@click.pass_obj
def command(settings: Settings, subject: str, relation: str, target: str, *, as_json: bool) -> int:
    """Show the words that say that A stands in RELATION to B: where they are, who says them, how surely.

    Relations below RELATION count too: what says that A arms B says that A supports B.

    \b
    Examples:
      kg evidence Hezbollah supports "Syrian government forces"
      kg evidence Soleimani presentIn Aleppo --json
    """
    from kg.cli.opening import reading
    from kg.ontology import load_ontology
    from kg.query.statements import statements
    from kg.query.terms import find_relation

    with reading(settings) as naming:
        one, name, other = naming.entity(subject), find_relation(relation, say), naming.entity(target)
        ontology = load_ontology()
        narrower = ontology.below(name)
        found = [
            each
            for each in statements(naming.store, [one], [other])
            if each.relation in narrower
            and (
                each.subject == one
                or any(each.relation == known.name and known.symmetric for known in ontology.relations)
            )
        ]
        if as_json:
            write_json([statement_json(each, naming) for each in found])
        else:
            for number, each in enumerate(found, 1):
                write("\n".join(statement_lines(each, naming, number)))
        if not found:
            say(
                f"no document says so of {naming.label(one)} and {naming.label(other)}; "
                "'kg between' shows what links them, 'kg why' whether it follows from other links"
            )
        return 0 if found else 1


def statement_lines(statement: Statement, naming: Naming, number: int) -> list[str]:
    """A statement for people: who and whom, the words, then where they are and who says them."""
    from kg.cli.link_rows import drawn

    who, whom = naming.label(statement.subject), naming.label(statement.object)
    chain = " according to ".join(shown(naming.label(source)) for source in statement.sources)
    own = f"says {shown(statement.publisher)}" if statement.publisher else "in the author's own words"
    said = f"according to {chain}" if chain else own
    where = f"{shown(statement.name)}, characters {statement.start}-{statement.end}"
    indent = " " * (len(str(number)) + 2)
    return [
        f"{number}. {drawn(who, statement.relation, whom)} ({statement.modality})",
        f"{indent}“{shown(statement.quote)}”",
        f"{indent}{where}, {said}",
    ]


def statement_json(statement: Statement, naming: Naming) -> dict[str, Any]:
    """A statement for programs. Offsets are half-open code points into the document's text."""
    return {
        "claim": statement.claim,
        "subject": naming.named(statement.subject),
        "relation": statement.relation,
        "object": naming.named(statement.object),
        "modality": statement.modality.value,
        "document": {"id": statement.document, "name": statement.name},
        "evidence": {"start": statement.start, "end": statement.end, "quote": statement.quote},
        "attributed_to": [naming.named(source) for source in statement.sources],
        "publisher": statement.publisher,
        "place": naming.named(statement.place) if statement.place else None,
        "earliest": statement.earliest,
        "latest": statement.latest,
        "confidence": statement.confidence,
        "rule": statement.rule,
    }
