from pyoxigraph import Literal, NamedNode

from kg.validate.contradictions import Statement, candidates, contradictions, statements

_ASSERTED, _DENIED = "rw:asserted", "rw:denied"


def _said(
    claim: str, predicate: str, document: str, *, modality: str = _ASSERTED, back: bool = False
) -> Statement:
    ends = ("b", "a") if back else ("a", "b")
    return Statement(claim, ends[0], predicate, ends[1], modality, document)


def test_pairs_on_which_all_documents_agree_are_left_out() -> None:
    assert candidates([_said("1", "fights", "x"), _said("2", "fights", "y")]) == ()


def test_pairs_of_one_document_are_left_out() -> None:
    assert candidates([_said("1", "fights", "x"), _said("2", "supports", "x")]) == ()


def test_pairs_on_which_documents_differ_are_kept_whichever_end_comes_first() -> None:
    said = [_said("1", "fights", "x"), _said("2", "supports", "y", back=True)]
    assert candidates(said) == tuple(said)


def test_a_denial_makes_a_difference() -> None:
    assert len(candidates([_said("1", "fights", "x"), _said("2", "fights", "y", modality=_DENIED)])) == 2


def test_of_what_a_document_repeats_the_first_claim_stands_for_all() -> None:
    said = [_said("3", "fights", "x"), _said("1", "fights", "x"), _said("2", "supports", "y")]
    assert [each.claim for each in candidates(said)] == ["1", "2"]


def test_a_row_that_holds_anything_but_iris_is_no_statement() -> None:
    node = NamedNode("https://example.org/node")
    assert list(statements([(node,) * 5 + (Literal("a"),), (node,) * 5 + (None,)])) == []
    assert len(list(statements([(node,) * 6]))) == 1


def test_without_candidates_nothing_is_run() -> None:
    assert list(contradictions((), ())) == []
