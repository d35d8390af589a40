"""CSV: one row a claim, for spreadsheets."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Set

from pyoxigraph import Literal, NamedNode, Quad

from kg.export.csv_text import csv_line
from kg.iri import Iris
from kg.namespaces import DCTERMS, PROV, RDF, RDFS, RW, SKOS

COLUMNS: dict[str, str] = {
    "claim": "IRI of the claim",
    "subject": "IRI of the subject",
    "subject_en": "its English label",
    "subject_ar": "its Arabic label",
    "relation": "local name of the relation in the ontology",
    "relation_en": "its English label",
    "relation_ar": "its Arabic label",
    "object": "IRI of the object",
    "object_en": "its English label",
    "object_ar": "its Arabic label",
    "modality": "asserted, unconfirmed, denied or hypothetical",
    "sources": "IRIs of the chain of sources, innermost first, separated by a space",
    "sources_en": "their English labels, separated by ' < '",
    "sources_ar": "their Arabic labels, separated by ' < '",
    "place": "IRI of the place",
    "place_en": "its English label",
    "place_ar": "its Arabic label",
    "date": "date of the claim, as exact as it is known; empty if it has none of its own",
    "earliest": "first day that the date can mean",
    "latest": "last day that the date can mean",
    "document": "IRI of the document",
    "document_name": "path or identifier under which it was read",
    "document_date": "date of the document",
    "publisher": "who published it",
    "language": "language of the document",
    "start": "first code point of the evidence in the text",
    "end": "code point after its last",
    "quote": "the words of the evidence",
    "confidence": "from 0 to 1",
    "rule": "the rule that found the claim",
    "extractor": "IRI of the software and version that made it",
}
"""Column to meaning, in order."""

_Node = dict[str, list[NamedNode | Literal]]


def claim_table(quads: Set[Quad], iris: Iris) -> Iterator[str]:
    """A header and one row a claim, by document, then offset. ``iris`` is not needed: nothing is shortened."""
    del iris
    nodes: dict[str, _Node] = defaultdict(lambda: defaultdict(list))
    for quad in quads:
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal):
            own = nodes[quad.subject.value][quad.predicate.value]
            if quad.object not in own:
                own.append(quad.object)
    claim_class = NamedNode(RW + "Claim")
    claims = [iri for iri, node in nodes.items() if claim_class in node.get(RDF + "type", ())]
    yield csv_line(tuple(COLUMNS))
    rows = (_row(iri, nodes) for iri in claims)
    for row in sorted(
        rows, key=lambda row: (row["document_name"], row["document"], *_offsets(row), row["claim"])
    ):
        yield csv_line([row[name] for name in COLUMNS])


def _row(iri: str, nodes: dict[str, _Node]) -> dict[str, str]:
    claim = nodes[iri]
    document, evidence = (nodes[_one(claim, RW + name)] for name in ("statedIn", "evidence"))
    steps = sorted(
        (nodes[step.value] for step in claim.get(RW + "attribution", ())),
        key=lambda step: int(_one(step, RW + "position") or 0),
    )
    sources = [_one(step, RW + "source") for step in steps]
    names = ("subject", "predicate", "object", "place")
    subject, relation, target, place = (_one(claim, RW + name) for name in names)
    row = {
        "claim": iri,
        "relation": relation.removeprefix(RW),
        "relation_en": _label(nodes, relation, "en"),
        "relation_ar": _label(nodes, relation, "ar"),
        "modality": _one(claim, RW + "modality").removeprefix(RW),
        "sources": " ".join(sources),
        "sources_en": " < ".join(_label(nodes, source, "en") for source in sources),
        "sources_ar": " < ".join(_label(nodes, source, "ar") for source in sources),
        "date": _one(claim, RW + "date"),
        "earliest": _one(claim, RW + "earliest"),
        "latest": _one(claim, RW + "latest"),
        "document": _one(claim, RW + "statedIn"),
        "document_name": _one(document, RW + "name"),
        "document_date": _one(document, RW + "date"),
        "publisher": _one(document, DCTERMS + "publisher"),
        "language": _one(document, DCTERMS + "language"),
        "start": _one(evidence, RW + "start"),
        "end": _one(evidence, RW + "end"),
        "quote": _one(evidence, RW + "quote"),
        "confidence": _one(claim, RW + "confidence"),
        "rule": _one(claim, RW + "rule"),
        "extractor": _one(claim, PROV + "wasGeneratedBy"),
    }
    for name, entity in (("subject", subject), ("object", target), ("place", place)):
        row |= {
            name: entity,
            f"{name}_en": _label(nodes, entity, "en"),
            f"{name}_ar": _label(nodes, entity, "ar"),
        }
    return row


def _offsets(row: dict[str, str]) -> tuple[int, int]:
    return int(row["start"] or 0), int(row["end"] or 0)


def _one(node: _Node, predicate: str) -> str:
    return min((term.value for term in node.get(predicate, ())), default="")


def _label(nodes: dict[str, _Node], iri: str, language: str) -> str:
    node = nodes.get(iri, {})
    terms = (*node.get(SKOS + "prefLabel", ()), *node.get(RDFS + "label", ()))
    found = (term.value for term in terms if isinstance(term, Literal) and term.language == language)
    return min(found, default="")
