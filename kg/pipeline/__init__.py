"""The one place that knows the order of the stages, from a file to the graph and out of it again.

A stage is imported when its name is first asked for, so that reading a text does not wait for the store.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.on_demand import on_demand

if TYPE_CHECKING:
    from kg.pipeline.adoption import AdoptionError, alias_for, entry_for
    from kg.pipeline.evaluation import TOGETHER, Score, evaluate
    from kg.pipeline.extraction import Extraction, extract
    from kg.pipeline.folder import load_into
    from kg.pipeline.gold import GoldSet, gold_sets
    from kg.pipeline.health import doctor
    from kg.pipeline.loading import load
    from kg.pipeline.mending import Mending, Way
    from kg.pipeline.parallel import cores, extract_and_tell
    from kg.pipeline.reading import Input
    from kg.pipeline.reading_again import read_again
    from kg.pipeline.refusal import Refusal, refusals
    from kg.pipeline.removal import Removal, remove
    from kg.pipeline.repairing import Repair, repair
    from kg.pipeline.report import LoadReport, Outcome, Progress, Status
    from kg.pipeline.stages import ClaimSource, Validator
    from kg.pipeline.statistics import Stats, stats

__all__ = [
    "TOGETHER",
    "AdoptionError",
    "ClaimSource",
    "Extraction",
    "GoldSet",
    "Input",
    "LoadReport",
    "Mending",
    "Outcome",
    "Progress",
    "Refusal",
    "Removal",
    "Repair",
    "Score",
    "Stats",
    "Status",
    "Validator",
    "Way",
    "alias_for",
    "cores",
    "doctor",
    "entry_for",
    "evaluate",
    "extract",
    "extract_and_tell",
    "gold_sets",
    "load",
    "load_into",
    "read_again",
    "refusals",
    "remove",
    "repair",
    "stats",
]

_HOMES = {
    "TOGETHER": "evaluation",
    "AdoptionError": "adoption",
    "ClaimSource": "stages",
    "Extraction": "extraction",
    "GoldSet": "gold",
    "Input": "reading",
    "LoadReport": "report",
    "Mending": "mending",
    "Outcome": "report",
    "Progress": "report",
    "Refusal": "refusal",
    "Removal": "removal",
    "Repair": "repairing",
    "Score": "evaluation",
    "Stats": "statistics",
    "Status": "report",
    "Validator": "stages",
    "Way": "mending",
    "alias_for": "adoption",
    "cores": "parallel",
    "doctor": "health",
    "entry_for": "adoption",
    "evaluate": "evaluation",
    "extract": "extraction",
    "extract_and_tell": "parallel",
    "gold_sets": "gold",
    "load": "loading",
    "load_into": "folder",
    "read_again": "reading_again",
    "refusals": "refusal",
    "remove": "removal",
    "repair": "repairing",
    "stats": "statistics",
}
"""Which module defines a name."""

__getattr__ = on_demand(__name__, _HOMES)
