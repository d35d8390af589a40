"""What can go wrong between the extractor and the server of a model."""

from __future__ import annotations

from kg.errors import KGError


class LlmSettingError(KGError):
    """A setting of the large-model extractor that is missing or means nothing."""

    def __init__(self, variable: str, problem: str, way_out: str) -> None:
        super().__init__(f"{variable} {problem}; {way_out}")


class EndpointError(KGError):
    """A server that gave no answer that can be used. ``lasting`` is what the next document would meet too."""

    def __init__(self, where: str, problem: str, way_out: str, *, lasting: bool = False) -> None:
        self.lasting = lasting
        super().__init__(f"the model's server at {where} {problem}; {way_out}")


class LongArticleError(KGError):
    """A document that would take more questions than anybody means to ask."""

    def __init__(self, size: int, limit: int) -> None:
        super().__init__(
            f"the article has {size:,} characters, and a model is asked about {limit:,} at most; "
            f"cut it into its articles, or read it with --extractor rules"
        )
