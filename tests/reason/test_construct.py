from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given, settings

from kg.errors import InputError, KGError
from kg.namespaces import RW
from kg.rdf import Link, read_links
from kg.reason import closure
from kg.reason.construct import read_rule_file
from kg.reason.errors import RuleSyntaxError, UnknownRelationError, UnsupportedRuleError
from kg.reason.rules import Pattern
from kg.reason.ruleset import gather_rules
from kg.resources import folder
from tests.reason.test_axioms import NONE
from tests.reason.worlds import links, worlds

HEAD = f"#+ summary: Why it follows.\nPREFIX rw: <{RW}>\n"
GOOD = (
    HEAD
    + "CONSTRUCT { ?a rw:opponentOf ?c } WHERE { ?a rw:supports ?b . ?b rw:fights ?c . FILTER(?a != ?c) }"
)

Write = Callable[[str], Path]


@pytest.fixture
def written(tmp_path: Path) -> Write:
    def write(text: str) -> Path:
        path = tmp_path / "made-up.rq"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_a_rule_has_the_name_of_its_file_and_the_words_of_its_summary(written: Write) -> None:
    (rule,) = read_rule_file(written(GOOD)).rules
    assert (rule.name, rule.kind, rule.wording) == ("made-up", "rule", "Why it follows.")
    assert rule.conclusion == Pattern("a", "opponentOf", "c")
    assert rule.premises == (Pattern("a", "supports", "b"), Pattern("b", "fights", "c"))
    assert rule.distinct == {frozenset({"a", "c"})}


@pytest.mark.parametrize(
    "body",
    [
        "construct { ?a rw:opponentOf ?c . } where { ?a rw:supports ?b ; . ?b rw:fights ?c filter(?a!=?c) }",
        "CONSTRUCT { $a rw:opponentOf $c } { $a rw:supports $b . FILTER(?a != ?c) . $b rw:fights $c }",
        f"CONSTRUCT {{ ?a <{RW}opponentOf> ?c }}\n# a comment\nWHERE {{ ?a <{RW}supports> ?b . "
        "?b rw:fights ?c . FILTER(?a != ?c && ?c != ?a) }",
    ],
)
def test_the_same_rule_may_be_written_in_several_ways(written: Write, body: str) -> None:
    (rule,) = read_rule_file(written(HEAD + body)).rules
    assert (rule.conclusion, rule.premises, rule.distinct) == (
        Pattern("a", "opponentOf", "c"),
        (Pattern("a", "supports", "b"), Pattern("b", "fights", "c")),
        frozenset({frozenset({"a", "c"})}),
    )


def test_a_semicolon_keeps_the_subject_and_a_comma_the_relation(written: Write) -> None:
    (rule,) = read_rule_file(
        written(HEAD + "CONSTRUCT { ?b rw:alliedWith ?c } WHERE { ?a rw:supports ?b, ?c ; rw:arms ?b . }")
    ).rules
    assert rule.premises == (
        Pattern("a", "supports", "b"),
        Pattern("a", "supports", "c"),
        Pattern("a", "arms", "b"),
    )


def test_each_triple_of_the_template_is_a_rule_of_its_own(written: Write) -> None:
    file = read_rule_file(written(HEAD + "CONSTRUCT { ?a rw:fights ?b . ?b rw:fights ?a } { ?a rw:arms ?b }"))
    assert [rule.name for rule in file.rules] == ["made-up#1", "made-up#2"]


@pytest.mark.parametrize(
    ("where", "construct"),
    [
        ("?a rw:supports ?b OPTIONAL { ?b rw:fights ?c }", "OPTIONAL"),
        ("{ ?a rw:supports ?b } UNION { ?a rw:arms ?b }", "a group within the group"),
        ("GRAPH ?g { ?a rw:supports ?b }", "GRAPH"),
        ("SERVICE <https://example.org/> { ?a rw:supports ?b }", "SERVICE"),
        ("?a rw:supports ?b . MINUS { ?a rw:fights ?b }", "MINUS"),
        ("?a rw:supports ?b . BIND(?a AS ?c)", "BIND"),
        ("?a rw:supports ?b . VALUES ?a { rw:x }", "VALUES"),
        ("SELECT ?a { ?a rw:supports ?b }", "SELECT"),
        ("?a rw:supports+ ?b", "a property path"),
        ("?a rw:supports/rw:fights ?b", "a property path"),
        ("?a ^rw:supports ?b", "a property path"),
        ("?a (rw:supports|rw:arms) ?b", "a property path"),
        ("?a ?relation ?b", r"a variable in the place of a relation \(\?relation\)"),
        ("?a a rw:Actor . ?a rw:supports ?b", r"a class \(the keyword 'a'\)"),
        ("?a rw:supports rw:x", r"a constant \(rw:x\)"),
        ("<https://example.org/x> rw:supports ?b . ?a rw:supports ?b", "a constant"),
        ("?a rw:supports 'x'", r"a literal \('x'\)"),
        ("_:x rw:supports ?b", r"a blank node \(_:x\)"),
        ("[] rw:supports ?b", "a blank node"),
        ("?a rw:supports (?b)", "a list"),
        ("?a <https://example.org/p> ?b", "the property <https://example.org/p>"),
        ("?a rw:supports ?b FILTER(?a = ?b)", "FILTER with '='"),
        ("?a rw:supports ?b FILTER(?a != ?b || ?b != ?a)", r"'\|\|'"),
        ("?a rw:supports ?b FILTER(isIRI(?a))", "FILTER over 'isIRI'"),
        ("?a rw:supports ?b FILTER NOT EXISTS { ?a rw:fights ?b }", "NOT"),
        ("?a rw:supports ?b FILTER(?a != rw:x)", "a constant"),
        ("?a rw:supports ?b FILTER(?a != ?c)", r"\?c, which no triple of WHERE names,"),
        ("?a rw:supports ?b FILTER(?a != ?a)", "an inequality of a variable with itself"),
        ("?a rw:supports ?a . ?a rw:supports ?b", "a triple that links a thing to itself"),
        ("?a rw:supports ?c . ?b rw:supports ?d", "a premise that shares no variable with the others"),
        ("?a rw:supports ?c", r"\?b, which no triple of WHERE names,"),
    ],
)
def test_sparql_beyond_a_rule_is_refused_by_name(written: Write, where: str, construct: str) -> None:
    path = written(HEAD + f"CONSTRUCT {{ ?a rw:fights ?b }}\nWHERE {{ {where} }}")
    with pytest.raises(
        UnsupportedRuleError, match=f"made-up.rq: line [34], column .*{construct}.* is not supported"
    ):
        read_rule_file(path)


@pytest.mark.parametrize(
    "tail", ["LIMIT 10", "ORDER BY ?a", "GROUP BY ?a", "HAVING (?a)", "VALUES ?a { rw:x }"]
)
def test_what_may_follow_a_query_may_not_follow_a_rule(written: Write, tail: str) -> None:
    with pytest.raises(UnsupportedRuleError, match=tail.split(maxsplit=1)[0]):
        read_rule_file(written(f"{GOOD}\n{tail}"))


@pytest.mark.parametrize("form", ["SELECT ?a WHERE", "ASK", "DESCRIBE ?a WHERE", "INSERT"])
def test_another_form_of_query_is_no_rule(written: Write, form: str) -> None:
    with pytest.raises(UnsupportedRuleError, match=form.split(maxsplit=1)[0]):
        read_rule_file(written(HEAD + form + " { ?a rw:supports ?b }"))


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        (HEAD + "CONSTRUCT { ?a rw:fights ?b }\nWHERE { ?a rw:supports }", 4, 24),
        (HEAD + "CONSTRUCT { ?a rw:fights ?b }\nWHERE { ?a rw:supports ?b", 4, 26),
        (HEAD + "CONSTRUCT ?a rw:fights ?b", 3, 11),
        (HEAD + "CONSTRUKT { ?a rw:fights ?b }", 3, 1),
        (HEAD + "CONSTRUCT { ?a rw:fights ?b } WHERE { ?a rw:arms ?b ?c rw:arms ?d }", 3, 53),
        (HEAD + "CONSTRUCT { ?a rw:fights ?b } WHERE { ?a other:arms ?b }", 3, 42),
        (HEAD + "CONSTRUCT { } WHERE { ?a rw:arms ?b }", 3, 11),
        (HEAD + "CONSTRUCT { ?a rw:fights ?b } WHERE { }", 3, 37),
        ("#+ summary: x\nPREFIX rw <x>\n", 2, 8),
        ("#+ summary: nothing else", 1, 25),
    ],
)
def test_a_syntax_error_is_named_by_line_and_column(
    written: Write, text: str, line: int, column: int
) -> None:
    with pytest.raises(RuleSyntaxError, match=rf"made-up\.rq: line {line}, column {column}: expected "):
        read_rule_file(written(text))


def test_the_words_of_a_rule_may_be_given_in_arabic_too(written: Write) -> None:
    text = HEAD.replace("\n", "\n#+ summary@ar: لماذا.\n", 1)
    (rule,) = read_rule_file(
        written(f"{text}CONSTRUCT {{ ?a rw:fights ?b }} WHERE {{ ?b rw:fights ?a }}")
    ).rules
    assert (rule.wording, rule.wording_ar) == ("Why it follows.", "لماذا.")


def test_a_rule_without_a_summary_is_refused(written: Write) -> None:
    with pytest.raises(InputError, match="has no summary"):
        read_rule_file(written(GOOD.removeprefix("#+ summary: Why it follows.\n")))


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "binary.rq"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(InputError, match=r"binary\.rq: cannot be read as a rule"):
        read_rule_file(path)
    with pytest.raises(InputError, match=r"missing\.rq: cannot be read as a rule"):
        read_rule_file(tmp_path / "missing.rq")


def test_a_relation_that_the_ontology_lacks_is_named_with_the_nearest(written: Write) -> None:
    path = written(GOOD.replace("rw:supports", "rw:support"))
    with pytest.raises(
        UnknownRelationError, match=r"line 3, column .*no relation 'support'; did you mean supports\?"
    ):
        gather_rules(NONE, [path], {"supports": "", "fights": "", "opponentOf": ""})


@pytest.mark.parametrize("cut", range(0, len(GOOD), 7))
def test_a_file_cut_short_is_refused_and_never_crashes(written: Write, cut: int) -> None:
    with pytest.raises(KGError):
        read_rule_file(written(GOOD[:cut]))


@pytest.mark.parametrize(
    "path", sorted((folder("ontology") / "rules").glob("*.rq")), ids=lambda path: path.stem
)
@given(world=worlds(relations=("supports", "fights")))
@settings(deadline=None, max_examples=40)
def test_a_shipped_rule_means_what_a_sparql_engine_makes_of_it(path: Path, world: set[Link]) -> None:
    store = ox.Store()
    for subject, relation, target in world:
        store.add(ox.Quad(ox.NamedNode(subject), ox.NamedNode(RW + relation), ox.NamedNode(target)))
    found = store.query(path.read_text(encoding="utf-8"))
    assert isinstance(found, ox.QueryTriples)
    graph = [ox.Quad(triple.subject, triple.predicate, triple.object) for triple in found]
    constructed = read_links(graph)
    assert closure(world, read_rule_file(path).rules) == constructed - world


def test_a_rule_of_a_user_takes_part_in_inference(written: Write) -> None:
    path = written(HEAD + "CONSTRUCT { ?a rw:knows ?b } WHERE { ?a rw:meets ?b }")
    assert closure(links("a meets b"), gather_rules(NONE, [path], {"knows": "", "meets": ""})) == links(
        "a knows b"
    )
