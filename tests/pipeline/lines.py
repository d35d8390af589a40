"""A small language of one claim a line, so that tests of the pipeline can say what a document states.

``A supports B`` asserts; ``maybe``, ``never`` and ``if`` before it change the modality; ``S says:``
attributes it. Actors are single words; one in capitals is outside the registry.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from pyoxigraph import Quad

from kg.iri import Iris
from kg.model import Claim, Document, Entity, Mention, Modality
from kg.validate import Report
from tests.building import document

IRIS = Iris()
_LINE = re.compile(
    r"(?:(?P<source>\w+) says: )?(?:(?P<how>maybe|never|if) )?(?P<a>\w+) (?P<relation>\w+) (?P<b>\w+)",
    re.MULTILINE,
)
_HOW = {
    "maybe": Modality.UNCONFIRMED,
    "never": Modality.DENIED,
    "if": Modality.HYPOTHETICAL,
    None: Modality.ASSERTED,
}


class LineExtractor:
    """Reads one claim a line."""

    def __init__(self, *, rule: str = "test.line") -> None:
        self._rule = rule

    def extract(self, document: Document) -> Iterable[Claim]:
        """The claims of ``document``, line by line."""
        for line in _LINE.finditer(document.text):
            sources = (_mention(document, line, "source"),) if line["source"] else ()
            yield Claim(
                document.sha256,
                _mention(document, line, "a"),
                line["relation"],
                _mention(document, line, "b"),
                _HOW[line["how"]],
                document.span(line.start("a"), line.end("b")),
                self._rule,
                0.9,
                sources,
            )


def accept(quads: Iterable[Quad]) -> Report:
    """Finds nothing wrong, for tests of what comes after validation."""
    return Report()


def text(*lines: str, name: str = "lines.txt") -> Document:
    """A document in English with these lines."""
    return document("\n".join(lines), name=name, language="en")


def _mention(document: Document, line: re.Match[str], part: str) -> Mention:
    word = line[part]
    entity = Entity(IRIS.actor(word), "ArmedGroup", word, known=not word.isupper())
    return Mention(document.span(line.start(part), line.end(part)), entity)
