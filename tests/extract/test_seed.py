"""The seed article: every claim it makes, none that it does not make, and offsets that reproduce its words."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from kg.extract import Extractor
from kg.model import Claim, Document
from tests.building import document
from tests.extract.cases import resembles, spans, states, told

_HERE = Path(__file__).parent
_GOLDEN: dict[str, Any] = yaml.safe_load((_HERE / "seed_claims.yaml").read_text("utf-8"))
_MOST_OTHERS = 6


@pytest.fixture(scope="module")
def article() -> Document:
    path = _HERE.parent.parent / "seeds" / _GOLDEN["file"]
    return document(path.read_text("utf-8"), name=path.name)


@pytest.fixture(scope="module")
def claims(article: Document, extractor: Extractor) -> tuple[Claim, ...]:
    return extractor.extract(article)


def _pattern(entry: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in entry.items() if key != "evidence"}


def _evident(claim: Claim, entry: dict[str, Any]) -> bool:
    """Whether the evidence of the claim shares at least half of the shorter range with the golden one."""
    start, end = map(int, entry["evidence"])
    found = claim.evidence
    shared = min(end, found.end) - max(start, found.start)
    return 2 * shared >= min(end - start, found.end - found.start)


def _known(claim: Claim) -> bool:
    """Whether the golden list has the claim, as one that must or that may be found."""
    required = any(states(claim, _pattern(entry)) and _evident(claim, entry) for entry in _GOLDEN["required"])
    return required or any(resembles(claim, entry) for entry in _GOLDEN["optional"])


@pytest.mark.parametrize(
    "entry",
    _GOLDEN["required"],
    ids=lambda e: f"{e['evidence'][0]}-{e['subject']}-{e['object']}",
)
def test_the_article_is_read_for(entry: dict[str, Any], claims: tuple[Claim, ...]) -> None:
    fitting = [claim for claim in claims if states(claim, _pattern(entry)) and _evident(claim, entry)]
    near = [told(c) for c in claims if resembles(c, {key: entry[key] for key in ("subject", "object")})]
    assert fitting, "\n".join(near) or "nothing with this subject and object"


@pytest.mark.parametrize("entry", _GOLDEN["forbidden"], ids=lambda e: "-".join(map(str, e.values())))
def test_the_article_is_not_read_for(entry: dict[str, Any], claims: tuple[Claim, ...]) -> None:
    assert [told(claim) for claim in claims if resembles(claim, entry)] == []


def test_little_else_is_read_from_the_article(claims: tuple[Claim, ...]) -> None:
    others = [told(claim) for claim in claims if not _known(claim)]
    assert len(others) <= _MOST_OTHERS, "\n".join(others)


def test_all_offsets_reproduce_the_article(article: Document, claims: tuple[Claim, ...]) -> None:
    for claim in claims:
        for span in spans(claim):
            assert article.text[span.start : span.end] == span.quote


def test_reading_the_article_twice_gives_the_same_claims(
    article: Document, claims: tuple[Claim, ...], extractor: Extractor
) -> None:
    assert extractor.extract(article) == claims
