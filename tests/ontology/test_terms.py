from __future__ import annotations

import re

import pytest

from kg.ontology import Term, load_ontology

TERMS = load_ontology().terms
RELATIONS = load_ontology().relations


@pytest.mark.parametrize("term", TERMS, ids=[term.name for term in TERMS])
def test_every_term_is_described_in_both_languages_with_example_and_counter_example(term: Term) -> None:
    assert re.search("[A-Za-z]", term.label)
    assert re.search("[ء-ي]", term.label_ar)
    assert term.definition.endswith(".")
    assert term.definition_ar.endswith(".")
    assert term.example
    assert term.counter_example
    assert term.example != term.counter_example


def test_no_two_terms_of_one_kind_share_a_definition() -> None:
    definitions = [(term.kind, term.definition) for term in TERMS]
    assert len(set(definitions)) == len(definitions)


def test_no_two_classes_or_relations_share_a_label() -> None:
    for language in ("label", "label_ar"):
        classes = [getattr(term, language) for term in TERMS if term.kind == "class"]
        relations = [getattr(relation, language) for relation in RELATIONS]
        assert len(set(classes)) == len(classes)
        assert len(set(relations)) == len(relations)


def test_no_text_holds_presentation_forms_or_signs_of_direction() -> None:
    for term in TERMS:
        for text in (term.label_ar, term.definition_ar, term.example, term.counter_example):
            assert not re.search(
                "[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb50-\ufdff\ufe70-\ufefe]", text
            ), term.name
