"""Why a candidate is refused, in the words that a user reads in the count."""

from __future__ import annotations

from enum import StrEnum


class Reason(StrEnum):
    """Why a candidate becomes no claim."""

    RELATION = "unknown relation"
    MODALITY = "unknown modality"
    QUOTE = "quote not in text"
    LONG = "quote too long"
    ARGUMENT = "argument not in quote"
    TRIGGER = "trigger not in quote"
    SPEAKER = "speaker not near quote"
    NOBODY = "argument names nobody"
    AMBIGUOUS = "argument could mean several"
    KIND = "relation does not take these"
    SAME = "subject and object are one"
    REPEATED = "said before"
    OFFSETS = "offsets not of this text"
    FORM = "not a candidate"


class Amendment(StrEnum):
    """What the host changes in a candidate that it keeps."""

    MODALITY = "lowered in modality"
    PLACE = "without a place that the text does not name"
    DATE = "without a date that the text does not give"


class UngroundedError(Exception):
    """A candidate that does not hold; ``detail`` says where, in words that whoever made it can act on."""

    def __init__(self, reason: Reason, detail: str = "") -> None:
        super().__init__(f"{reason}: {detail}" if detail else str(reason))
        self.reason = reason
