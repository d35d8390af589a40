"""The one place that knows the order of the stages, from a file to the graph and out of it again."""

from kg.pipeline.doctor import doctor
from kg.pipeline.documents import StoredDocument, find_document, stored_documents
from kg.pipeline.evaluation import Score, evaluate
from kg.pipeline.extraction import Extraction, extract
from kg.pipeline.folder import load_into
from kg.pipeline.gold import GoldSet, gold_sets
from kg.pipeline.loading import load
from kg.pipeline.reading import Input
from kg.pipeline.refusal import Refusal, refusals
from kg.pipeline.removal import Removal, remove
from kg.pipeline.report import LoadReport, Outcome, Progress, Status
from kg.pipeline.stages import ClaimSource, Validator
from kg.pipeline.statistics import Stats, stats

__all__ = [
    "ClaimSource",
    "Extraction",
    "GoldSet",
    "Input",
    "LoadReport",
    "Outcome",
    "Progress",
    "Refusal",
    "Removal",
    "Score",
    "Stats",
    "Status",
    "StoredDocument",
    "Validator",
    "doctor",
    "evaluate",
    "extract",
    "find_document",
    "gold_sets",
    "load",
    "load_into",
    "refusals",
    "remove",
    "stats",
    "stored_documents",
]
