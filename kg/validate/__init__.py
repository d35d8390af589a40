"""Holds documents, stores and files against the shapes, and reports in words a person can act on."""

from kg.validate.compiled_engine import left_to_pyshacl
from kg.validate.context import referred
from kg.validate.document import validate_document, validate_documents, validate_triples
from kg.validate.file import validate_file
from kg.validate.finding import Engine
from kg.validate.report import Report, Result, Severity
from kg.validate.store import validate_store

__all__ = [
    "Engine",
    "Report",
    "Result",
    "Severity",
    "left_to_pyshacl",
    "referred",
    "validate_document",
    "validate_documents",
    "validate_file",
    "validate_store",
    "validate_triples",
]
