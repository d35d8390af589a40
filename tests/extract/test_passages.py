"""Short passages of conflict reporting, grouped by mechanism: what must, may and must not be read from each."""

from __future__ import annotations

import pytest

from kg.extract import Extractor
from tests.building import document
from tests.extract.cases import Passage, follows_from_another, passages, resembles, spans, states, told

_ALL = (*passages(), *passages("en"))


def _parameters() -> list[object]:
    return [
        pytest.param(
            passage,
            id=f"{passage.language}-{passage.mechanism}-{passage.id}",
            marks=[pytest.mark.xfail(reason=passage.known_gap, strict=True)] if passage.known_gap else [],
        )
        for passage in _ALL
    ]


@pytest.mark.parametrize("passage", _parameters())
def test_a_passage_is_read_as_its_author_means_it(passage: Passage, extractors: dict[str, Extractor]) -> None:
    claims = extractors[passage.language].extract(
        document(passage.text, language=passage.language, date=passage.published)
    )
    shown = "\n".join(map(told, claims)) or "(no claims)"
    missing = [dict(pattern) for pattern in passage.expect if not any(states(c, pattern) for c in claims)]
    forbidden = [told(c) for c in claims for pattern in passage.forbid if resembles(c, pattern)]
    others = [
        told(c)
        for c in claims
        if passage.only
        and not follows_from_another(c, passage)
        and not any(states(c, pattern) for pattern in passage.expect)
        and not any(resembles(c, pattern) for pattern in passage.optional)
    ]
    assert not missing, f"{passage.text}\nmissing: {missing}\nfound:\n{shown}"
    assert not forbidden, f"{passage.text}\nforbidden:\n" + "\n".join(forbidden)
    assert not others, f"{passage.text}\nnot stated:\n" + "\n".join(others)


def test_every_claim_points_into_its_text_and_names_its_rule(extractors: dict[str, Extractor]) -> None:
    for passage in _ALL:
        source = document(passage.text, language=passage.language, date=passage.published)
        for claim in extractors[passage.language].extract(source):
            assert claim.document == source.sha256
            for span in spans(claim):
                assert source.text[span.start : span.end] == span.quote
            assert 0 < claim.confidence <= 1
            assert claim.rule.startswith(f"{passage.language}.")
            assert claim.extractor


def test_there_are_many_passages_a_third_of_them_about_what_must_not_be_found() -> None:
    assert len({(passage.language, passage.mechanism, passage.id) for passage in _ALL}) == len(_ALL)
    for language in ("ar", "en"):
        own = passages(language)
        negative = [passage for passage in own if passage.forbid or passage.only or not passage.expect]
        assert len(own) >= 70
        assert len(negative) * 3 >= len(own)
