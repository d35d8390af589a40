"""Extraction without a store, and counts of what a store holds."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from kg.model import Claim, Document
from kg.pipeline import Extraction, Stats, extract, load, stats
from kg.readers import Unreadable
from kg.store import EmbeddedStore
from tests.pipeline.lines import LineExtractor, accept, text


def test_every_input_gives_its_claims_or_its_refusal(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a supports b")
    found = list(extract([tmp_path / "a.txt", "missing.txt", text("b fights c")], extractor=LineExtractor()))
    assert [type(each) for each in found] == [Extraction, Unreadable, Extraction]
    assert [claim.predicate for each in found if isinstance(each, Extraction) for claim in each.claims] == [
        "supports",
        "fights",
    ]


def test_claims_come_in_the_order_of_the_text() -> None:
    class Backwards(LineExtractor):
        def extract(self, document: Document) -> Iterable[Claim]:
            return reversed(list(super().extract(document)))

    (found,) = extract([text("a supports b", "b fights c", "c fights d")], extractor=Backwards())
    assert isinstance(found, Extraction)
    assert [claim.evidence.start for claim in found.claims] == [0, 13, 24]


def test_a_document_that_cannot_be_extracted_does_not_stop_the_others() -> None:
    from dataclasses import replace

    class Picky(LineExtractor):
        def extract(self, document: Document) -> Iterable[Claim]:
            from kg.languages import UnknownLanguageError

            if document.language == "xx":
                raise UnknownLanguageError("xx")
            return super().extract(document)

    documents = [replace(text("a supports b", name="odd"), language="xx"), text("b fights c")]
    first, second = extract(documents, extractor=Picky())
    assert isinstance(first, Unreadable)
    assert (first.name, isinstance(second, Extraction)) == ("odd", True)
    assert "no language pack" in first.problem


def test_statistics_count_what_is_there(store: EmbeddedStore) -> None:
    documents = [text("a supports b", "maybe a supports c"), text("a supports b", "NEWCOMERS fights b")]
    load(documents, store, extractor=LineExtractor(), validator=accept)
    counted = stats(store)
    assert (counted.documents, counted.claims, counted.links, counted.actors) == (2, 4, 2, 4)
    assert counted.by_relation == {"supports": 3, "fights": 1}
    assert counted.by_modality == {"asserted": 3, "unconfirmed": 1}
    assert counted.inferred > 0
    assert counted.registry > 0
    assert counted.quads == len(list(store.quads()))


def test_statistics_of_an_empty_store_are_zeros() -> None:
    from kg.store import memory_store

    assert stats(memory_store()) == Stats(0, 0, {}, {}, 0, 0, 0, 0, 0, 0)


def test_every_name_of_the_pipeline_can_be_had() -> None:
    import kg.pipeline

    for name in kg.pipeline.__all__:
        assert getattr(kg.pipeline, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = kg.pipeline.nothing
