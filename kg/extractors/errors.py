"""What can be wrong with an extractor that somebody chose."""

from __future__ import annotations

from collections.abc import Sequence

from kg.errors import KGError


class UnknownExtractorError(KGError):
    """A name that no installed extractor has."""

    def __init__(self, name: str, installed: Sequence[str]) -> None:
        there = ", ".join(installed) or "none, so install rawabit again"
        super().__init__(f"no extractor is called {name!r}; installed: {there}")


class BrokenExtractorError(KGError):
    """An extractor that is installed and cannot be used."""

    def __init__(self, name: str, problem: str, way_out: str) -> None:
        super().__init__(f"the extractor {name!r} {problem}; {way_out}")


class ExtractorFailedError(KGError):
    """An extractor that raised something while it read a document."""

    def __init__(self, name: str, document: str, error: BaseException) -> None:
        first = next(iter(str(error).splitlines()), "")
        fault = f"{type(error).__name__}: {first}" if first else type(error).__name__
        super().__init__(
            f"the extractor {name!r} failed on {document} ({fault}); report that to whoever wrote it, "
            f"or run without it"
        )


class UnreadLanguageError(KGError):
    """A document in a language that none of the chosen extractors reads."""

    def __init__(self, language: str, names: Sequence[str]) -> None:
        super().__init__(
            f"{', '.join(names)} cannot read {language!r}; choose another with --extractor, "
            f"or name the right language with --language"
        )
