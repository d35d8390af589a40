"""Text and metadata -> a document with its identity."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from kg.model import Document
from kg.readers.language import detect_language
from kg.readers.metadata import language_code, partial_date, web_address
from kg.readers.settings import Settings
from kg.readers.unreadable import RefusedError


def assemble(text: str, name: str, settings: Settings, stated: Mapping[str, str] | None = None) -> Document:
    """A document of ``text``, kept exactly. What it states of itself goes before what the user says of all.

    ``stated`` may have title, date, source, url and language. Raises ``RefusedError`` for a text without
    words and for metadata that does not parse.
    """
    own = stated or {}
    if not text or text.isspace():
        raise RefusedError("there is no text in it", "give an article, or leave it out")
    return Document(
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        text=text,
        name=name,
        language=language_code(own["language"])
        if "language" in own
        else settings.language or detect_language(text),
        title=own.get("title"),
        date=partial_date(own["date"]) if "date" in own else settings.date,
        source=own.get("source", settings.source),
        url=web_address(own["url"]) if "url" in own else settings.url,
    )


def too_large(limit: int) -> RefusedError:
    """The refusal of a document of more than ``limit`` bytes."""
    return RefusedError(
        f"larger than the limit of {limit:,} bytes for one document", "split it into its articles"
    )
