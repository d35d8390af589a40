"""Claims to quads and back: the one place that knows how the model looks in RDF.

A part is imported when a name of it is first asked for, so that a lookup does not wait for what writes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.on_demand import on_demand

if TYPE_CHECKING:
    from kg.rdf.errors import UnreadableGraphError, UnstorableError
    from kg.rdf.links import Link, link_quads, link_triples, read_links
    from kg.rdf.packing import PackedTriple, packed, packed_triples, quads_of, sorted_lines
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

_HOMES = {
    "Count": "summary",
    "Key": "summary",
    "Link": "links",
    "MisstatedError": "stated",
    "PackedTriple": "packing",
    "Point": "summary",
    "Summary": "summary",
    "UnreadableGraphError": "errors",
    "UnstorableError": "errors",
    "Voice": "summary",
    "as_stated": "stated",
    "bare_entity": "reading",
    "claim_count": "writing",
    "count_triples": "summary",
    "document_quads": "writing",
    "document_triples": "writing",
    "link_quads": "links",
    "link_triples": "links",
    "packed": "packing",
    "packed_triples": "packing",
    "quads_of": "packing",
    "read_claims": "reading",
    "read_document": "reading",
    "read_links": "links",
    "reference_digest": "reference",
    "reference_lines": "reference",
    "reference_quads": "reference",
    "sorted_lines": "packing",
    "stances": "summary",
    "stated_links": "summary",
    "summary_of": "summary",
    "summary_triples": "summary",
    "voice_triples": "summary",
}
"""Which module defines a name."""

__getattr__ = on_demand(__name__, _HOMES)
