"""Claims to quads and back: the one place that knows how the model looks in RDF."""

from kg.rdf.errors import UnreadableGraphError, UnstorableError
from kg.rdf.links import Link, asserted_links, link_quads, read_links, stated_links
from kg.rdf.packed import PackedTriple, packed_triples, quads_of, sorted_lines
from kg.rdf.reading import bare_entity, read_claims, read_document
from kg.rdf.reference import reference_digest, reference_quads
from kg.rdf.stated import MisstatedError, as_stated
from kg.rdf.writing import claim_count, document_quads, document_triples

__all__ = [
    "Link",
    "MisstatedError",
    "PackedTriple",
    "UnreadableGraphError",
    "UnstorableError",
    "as_stated",
    "asserted_links",
    "bare_entity",
    "claim_count",
    "document_quads",
    "document_triples",
    "link_quads",
    "packed_triples",
    "quads_of",
    "read_claims",
    "read_document",
    "read_links",
    "reference_digest",
    "reference_quads",
    "sorted_lines",
    "stated_links",
]
