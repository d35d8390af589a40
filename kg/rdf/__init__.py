"""Claims to quads and back: the one place that knows how the model looks in RDF."""

from kg.rdf.errors import UnreadableGraphError, UnstorableError
from kg.rdf.links import Link, link_quads, link_triples, read_links
from kg.rdf.packed import PackedTriple, packed, packed_triples, quads_of, sorted_lines
from kg.rdf.reading import bare_entity, read_claims, read_document
from kg.rdf.reference import reference_digest, reference_lines, reference_quads
from kg.rdf.stated import MisstatedError, as_stated
from kg.rdf.summary import (
    Count,
    Key,
    Point,
    Summary,
    Voice,
    count_triples,
    stances,
    stated_links,
    summary_of,
    summary_triples,
    voice_triples,
)
from kg.rdf.writing import claim_count, document_quads, document_triples

__all__ = [
    "Count",
    "Key",
    "Link",
    "MisstatedError",
    "PackedTriple",
    "Point",
    "Summary",
    "UnreadableGraphError",
    "UnstorableError",
    "Voice",
    "as_stated",
    "bare_entity",
    "claim_count",
    "count_triples",
    "document_quads",
    "document_triples",
    "link_quads",
    "link_triples",
    "packed",
    "packed_triples",
    "quads_of",
    "read_claims",
    "read_document",
    "read_links",
    "reference_digest",
    "reference_lines",
    "reference_quads",
    "sorted_lines",
    "stances",
    "stated_links",
    "summary_of",
    "summary_triples",
    "voice_triples",
]
