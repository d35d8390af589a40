"""Text and metadata -> a document with its identity."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from kg.model import Document
from kg.readers.language import detect_language, is_other_script, may_be
from kg.readers.metadata import language_code, partial_date, web_address
from kg.readers.settings import Settings
from kg.readers.unreadable import RefusedError
from kg.readers.visual_order import is_visual_order


def assemble(text: str, name: str, settings: Settings, stated: Mapping[str, str] | None = None) -> Document:
    """A document of ``text``, kept exactly. Its sidecar goes before itself, and both before what is said of all.

    ``stated`` may have title, date, source, author, url and language; a sidecar an id too. A language whose
    script the text is not written in is noted, and the one that the script suggests is taken. Raises
    ``RefusedError`` for a text without words, in a script that is not read, or in visual order, and for
    metadata that does not parse.
    """
    own = {**(stated or {}), **settings.sidecar}
    if not text or text.isspace():
        raise RefusedError("there is no text in it", "give an article, or leave it out")
    declared = language_code(own["language"]) if "language" in own else settings.language
    if is_other_script(text, declared):
        raise RefusedError(
            "it is written in neither Arabic nor Latin letters",
            "name its language with --language if there is a pack for it, or leave it out",
        )
    language = declared or detect_language(text)
    if declared is not None and not may_be(text, declared):
        language = detect_language(text)
        settings.notes.add(
            name, f"said to be in {declared!r}, but written in another script; read as {language!r}"
        )
    if is_visual_order(text):
        raise RefusedError(
            "its Arabic words are spelled backwards, in the order in which a page shows them",
            "get the text anew in reading order, or turn its lines round (for example with: rev OLD > NEW)",
        )
    return Document(
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        text=text,
        name=own.get("id", name),
        language=language,
        title=own.get("title"),
        date=partial_date(own["date"]) if "date" in own else settings.date,
        source=own.get("source", settings.source),
        author=own.get("author"),
        url=web_address(own["url"]) if "url" in own else settings.url,
        origin=settings.origin,
    )


def too_large(limit: int) -> RefusedError:
    """The refusal of a document of more than ``limit`` bytes."""
    return RefusedError(
        f"larger than the limit of {limit:,} bytes for one document", "split it into its articles"
    )
