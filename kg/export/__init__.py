"""Writes what a store holds in open formats: the same content gives the same bytes."""

from kg.export.claim_table import COLUMNS
from kg.export.formats import FORMATS, Format, find_format
from kg.export.rdflib_graph import rdflib_graph
from kg.export.selection import GRAPHS
from kg.export.writing import export, export_file

__all__ = ["COLUMNS", "FORMATS", "GRAPHS", "Format", "export", "export_file", "find_format", "rdflib_graph"]
