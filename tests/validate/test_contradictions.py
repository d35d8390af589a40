from kg.namespaces import RW, XSD
from kg.validate.contradictions import Contradictions, contradictions
from kg.validate.pairs import SPOKESMEN, Pairs, Statement, statements
from kg.validate.triples import Tables

_ASSERTED, _DENIED = "rw:asserted", "rw:denied"


def _said(
    claim: str, predicate: str, document: str, *, modality: str = _ASSERTED, back: bool = False
) -> Statement:
    ends = ("b", "a") if back else ("a", "b")
    return Statement(claim, ends[0], predicate, ends[1], modality, document)


def _differing(*said: Statement) -> list[tuple[Statement, ...]]:
    pairs = Pairs()
    pairs.add_statements(said)
    return list(pairs.differing())


def test_pairs_on_which_all_documents_agree_are_left_out() -> None:
    assert _differing(_said("1", "fights", "x"), _said("2", "fights", "y")) == []


def test_pairs_of_one_document_are_left_out() -> None:
    assert _differing(_said("1", "fights", "x"), _said("2", "supports", "x")) == []


def test_pairs_on_which_documents_differ_are_kept_whichever_end_comes_first() -> None:
    said = (_said("1", "fights", "x"), _said("2", "supports", "y", back=True))
    assert _differing(*said) == [said]


def test_a_denial_makes_a_difference() -> None:
    (pair,) = _differing(_said("1", "fights", "x"), _said("2", "fights", "y", modality=_DENIED))
    assert len(pair) == 2


def test_of_what_a_document_repeats_the_first_claim_stands_for_all() -> None:
    said = (_said("3", "fights", "x"), _said("1", "fights", "x"), _said("2", "supports", "y"))
    (pair,) = _differing(*said)
    assert [each.claim for each in pair] == ["1", "2"]


def test_of_what_many_documents_say_alike_the_first_few_stand_for_all() -> None:
    alike = [_said(f"{number:02}", "fights", f"x{number:02}") for number in range(20)]
    (pair,) = _differing(*alike, _said("99", "supports", "y"))
    assert [each.claim for each in pair] == ["00", "01", "02", "99"]
    assert SPOKESMEN == 3


def test_a_claim_that_holds_anything_but_iris_is_no_statement() -> None:
    parts = ("subject", "predicate", "object", "modality", "statedIn")
    node = "https://example.org/node"
    tables: Tables = {RW + name: {node: [node]} for name in parts}
    assert len(list(statements(tables))) == 1
    assert list(statements({**tables, RW + "object": {node: [("a", XSD + "string", "")]}})) == []
    assert list(statements({**tables, RW + "object": {}})) == []


def test_without_pairs_nothing_is_found() -> None:
    assert contradictions(Pairs(), lambda _: ()) == Contradictions()
