"""Extractors that plug in, and the host that finds their words in the text: ``docs/extractors.md``."""

from kg.extractors.candidate import CandidateClaim, Refused
from kg.extractors.protocol import Context, Extractor, Given

__all__ = ["CandidateClaim", "Context", "Extractor", "Given", "Refused"]
