"""``kg evidence``: the words that say so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import click

from kg.cli.completing import entity_ids, relation_names
from kg.cli.output import say, shown, write, write_json
from kg.cli.settings import Settings, json_option, store_option
from kg.query.cited import Cited
from kg.query.naming import Naming


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
    from kg.query.claims_in import claims_in
    from kg.query.telling import mirrors
    from kg.query.terms import find_relation

    with reading(settings) as naming:
        one, name, other = naming.entity(subject), find_relation(relation, say), naming.entity(target)
        below = sorted(load_ontology().below(name))
        links = [(one, each, other) for each in below]
        links += [(other, each, one) for each in below if mirrors().get(each) == each]
        claims = claims_in(naming.store)
        found = claims.cite(claims.stating(links, None))
        naming.prepare(_named(found))
        if as_json:
            write_json([cited_json(each, naming) for each in found])
        else:
            for number, each in enumerate(found, 1):
                write("\n".join(cited_lines(each, naming, number)))
        if not found:
            say(
                f"no document says so of {naming.label(one)} and {naming.label(other)}; "
                "'kg between' shows what links them, 'kg why' whether it follows from other links"
            )
        return 0 if found else 1


def _named(found: Sequence[Cited]) -> Iterator[str]:
    for each in found:
        yield from (each.subject.iri, each.object.iri, *(source.iri for source in each.sources))
        if each.place:
            yield each.place.iri


def cited_lines(cited: Cited, naming: Naming, number: int) -> list[str]:
    """A claim for people: who and whom, the words, then where they are and who says them."""
    from kg.cli.link_rows import drawn

    who, whom, document = naming.label(cited.subject.iri), naming.label(cited.object.iri), cited.document
    chain = " according to ".join(shown(naming.label(source)) for source in _sources(cited))
    own = f"says {shown(document.publisher)}" if document.publisher else "in the author's own words"
    said = f"according to {chain}" if chain else own
    where = f"{shown(document.name)}, characters {cited.evidence.start}-{cited.evidence.end}"
    indent = " " * (len(str(number)) + 2)
    return [
        f"{number}. {drawn(who, cited.relation, whom)} ({cited.modality})",
        f"{indent}“{shown(cited.evidence.quote)}”",
        f"{indent}{where}, {said}",
    ]


def cited_json(cited: Cited, naming: Naming) -> dict[str, Any]:
    """A claim for programs. Offsets are half-open code points into the document's text."""
    words, document = cited.evidence, cited.document
    return {
        "claim": cited.claim,
        "subject": naming.named(cited.subject.iri),
        "relation": cited.relation,
        "object": naming.named(cited.object.iri),
        "modality": cited.modality.value,
        "document": {"id": document.iri, "name": document.name},
        "evidence": {"start": words.start, "end": words.end, "quote": words.quote},
        "attributed_to": [naming.named(source) for source in _sources(cited)],
        "publisher": document.publisher,
        "place": naming.named(cited.place.iri) if cited.place else None,
        "earliest": cited.earliest,
        "latest": cited.latest,
        "confidence": cited.confidence,
        "rule": cited.rule,
    }


def _sources(cited: Cited) -> list[str]:
    """To whom it is ascribed, each once, innermost first."""
    return list(dict.fromkeys(source.iri for source in cited.sources))
