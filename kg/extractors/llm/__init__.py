"""An extractor that asks a large model at any OpenAI-compatible server; the host finds its words in the text."""

from kg.extractors.llm.extractor import LlmExtractor

__all__ = ["LlmExtractor"]
