"""RDF from outside, parsed in a process of its own: what a file holds can neither fetch, run, fill nor crash."""

from kg.outside.process import CrashedError, Limits, documents_in, is_rdf, quads_in

__all__ = ["CrashedError", "Limits", "documents_in", "is_rdf", "quads_in"]
