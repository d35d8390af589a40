"""Links as rows of a table and as JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from kg.cli.output import say, shown
from kg.cli.table import Cell
from kg.model import Modality
from kg.query.links import Link
from kg.query.naming import Naming
from kg.query.said import Said

_HOW = {"how": "how", "documents": "documents", "sources": "sources"}
FROM_ONE = {"relation": "relation", "other": "actor or place", **_HOW}
"""Columns where all links are those of one actor."""
WHOLE = {"subject": "subject", "relation": "relation", "object": "object", **_HOW}
"""Columns where links have no common end."""


def prepare(links: Sequence[Link], naming: Naming) -> None:
    """Reads all labels that the links need at once."""
    ends = {end for link in links for end in (link.subject, link.object)}
    naming.prepare(ends | {source for link in links for each in link.statements for source in each.sources})


def table_row(link: Link, naming: Naming, *, seen_from: str | None = None) -> dict[str, Cell]:
    """A link for people: labels, and an arrow that shows which way it runs from ``seen_from``."""
    label = relation_label(link.relation)
    row: dict[str, Cell] = {
        "subject": naming.label(link.subject),
        "relation": label,
        "object": naming.label(link.object),
        "documents": len(documents(link.statements)) if link.statements else None,
        "sources": voices(link.statements, naming),
        "how": "inferred" if link.inferred else link.modality.value,
    }
    if seen_from is not None:
        row["relation"] = f"{arrow(link, seen_from)} {label}"
        row["other"] = naming.label(link.object if link.subject == seen_from else link.subject)
    return row


def link_json(link: Link, naming: Naming) -> dict[str, Any]:
    """A link for programs: the table's data with ids."""
    days = sorted(day for each in link.statements for day in (each.earliest, each.latest) if day)
    sources = dict.fromkeys(source for each in link.statements for source in each.sources)
    return {
        "subject": naming.named(link.subject),
        "relation": link.relation,
        "object": naming.named(link.object),
        "modality": None if link.inferred else link.modality.value,
        "inferred": link.inferred,
        "documents": [{"id": iri, "name": name} for iri, name in documents(link.statements).items()],
        "sources": [naming.named(source) for source in sources],
        "publishers": sorted({each.publisher for each in link.statements if each.publisher}),
        "claims": [each.claim for each in link.statements],
        "earliest": days[0] if days else None,
        "latest": days[-1] if days else None,
        "hop": link.hop,
    }


def relation_label(term: str) -> str:
    """The words for a relation or a class; its name where the ontology does not know it."""
    from kg.ontology import load_ontology

    return next((each.label for each in load_ontology().terms if each.name == term), term)


def arrow(link: Link, seen_from: str) -> str:
    """Which way a link runs."""
    if both_ways(link.relation):
        return "↔"
    return "→" if link.subject == seen_from else "←"


def both_ways(relation: str) -> bool:
    """Whether a relation that holds one way holds the other way too."""
    from kg.ontology import load_ontology

    return any(each.symmetric for each in load_ontology().relations if each.name == relation)


def drawn(subject: str, relation: str, target: str) -> str:
    """A link in one line, from label to label.

    An arrow stands between them, not a sentence: a name does not tell whether its verb is to be plural.
    """
    return f"{shown(subject)} {drawn_arrow(relation)} {shown(target)}"


def drawn_arrow(relation: str, *, forward: bool = True) -> str:
    """The words of a relation on an arrow from left to right, or back."""
    label = relation_label(relation)
    if both_ways(relation):
        return f"←{label}→"
    return f"—{label}→" if forward else f"←{label}—"


def documents(statements: Sequence[Said]) -> dict[str, str]:
    """IRI to name of the documents that say so, in order."""
    return {each.document: each.name for each in statements}


def voices(statements: Sequence[Said], naming: Naming) -> list[str]:
    """Who says so, for people: each claim's outermost source, else its publisher, else its author."""
    return list(
        dict.fromkeys(
            naming.label(each.sources[-1]) if each.sources else each.publisher or "the author"
            for each in statements
        )
    )


def surely(modalities: Sequence[str]) -> frozenset[Modality]:
    """What the words after ``--modality`` mean: nothing said is asserted, ``any`` is all."""
    if "any" in modalities:
        return frozenset(Modality)
    return frozenset(map(Modality, modalities)) or frozenset({Modality.ASSERTED})


def say_left_out(links: Sequence[Link]) -> None:
    """Tells of links that an answer leaves out because they are in doubt or denied."""
    counts = Counter(link.modality.value for link in links)
    if counts:
        parts = ", ".join(f"{count} {modality}" for modality, count in sorted(counts.items()))
        say(f"not shown: {parts}; see them with --modality any")
