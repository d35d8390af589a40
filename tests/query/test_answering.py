"""What is taken out of the engine's hands, and what is not, over every kind of store."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from kg.location import Place
from kg.namespaces import SKOS, XSD
from kg.query.answering import answer
from kg.query.labelling import without_labels
from kg.query.one_graph import with_graphs_named
from kg.query.sorting import without_order
from kg.query.unset import without_unset
from kg.store import Change, Store
from tests.backends import BACKENDS, opened, place_of

GRAPH = NamedNode("https://example.org/graph/one")
DATA = f"""
@prefix : <https://example.org/> . @prefix skos: <{SKOS}> . @prefix xsd: <{XSD}> .
:a :knows :b, :c ; :number 10 ; skos:prefLabel "Zaid"@en, "Aziz"@en, "زيد"@ar, "Zaïd"@fr .
:b :knows :a, :d ; :number 9 ; skos:prefLabel "B"@en-gb, "B" .
:c :knows :a ; :number 9.5 .
:d :knows :a .
:e :said "b"@en, "a"@en ; :day "2015-01-02"^^xsd:date .
:f :said "c"@ar ; :day "2014-12-31"^^xsd:date .
"""
LABELLED = """PREFIX : <https://example.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?one (MIN(?oneEn) AS ?one_en) (MIN(?oneAr) AS ?one_ar) ?other (MIN(?otherEn) AS ?other_en)
WHERE {
  VALUES ?one { UNDEF }
  ?one :number ?number .
  OPTIONAL {
    ?one :knows ?other .
    OPTIONAL { ?other skos:prefLabel ?otherEn . FILTER(LANG(?otherEn) = "en") }
  }
  OPTIONAL { ?one skos:prefLabel ?oneEn . FILTER(LANG(?oneEn) = "en") }
  OPTIONAL { ?one skos:prefLabel ?oneAr . FILTER(LANG(?oneAr) = "ar") }
}
GROUP BY ?one ?other
ORDER BY DESC(?one) ?other
"""


@contextmanager
def filled(place: Place | None) -> Iterator[Store]:
    with opened(place) as found:
        triples = list(parse(DATA, RdfFormat.TURTLE))
        found.apply(Change(insert=tuple(Quad(t.subject, t.predicate, t.object, GRAPH) for t in triples)))
        yield found


@pytest.fixture(params=BACKENDS)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    with filled(place_of(request, request.param, tmp_path)) as found:
        yield found


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Store]:
    with filled(tmp_path / "store") as found:
        yield found


def shown(store: Store, text: str) -> list[tuple[str | None, ...]]:
    values = ((getattr(term, "value", None) for term in row) for row in answer(store, text).rows)
    return [tuple(v.removeprefix("https://example.org/") if v else v for v in row) for row in values]


@pytest.mark.parametrize("indexed", [False, True])
def test_rows_have_their_labels_and_their_order_on_every_store(store: Store, *, indexed: bool) -> None:
    if indexed:
        store.names(lambda _: None)
    assert store.has_names == indexed
    assert shown(store, LABELLED) == [
        ("c", None, None, "a", "Aziz"),
        ("b", None, None, "a", "Aziz"),
        ("b", None, None, "d", None),
        ("a", "Aziz", "زيد", "b", None),
        ("a", "Aziz", "زيد", "c", None),
    ]


def test_a_label_that_comes_or_goes_is_seen_beside_the_index(here: Store) -> None:
    label = NamedNode(SKOS + "prefLabel")
    a, zaid = NamedNode("https://example.org/a"), Literal("Zaid", language="en")
    here.names(lambda _: None)
    here.apply(
        Change(
            delete=(Quad(a, label, Literal("Aziz", language="en"), GRAPH),),
            insert=(
                Quad(a, label, Literal("Zaid", language="en"), NamedNode("https://example.org/graph/two")),
                Quad(NamedNode("https://example.org/c"), label, Literal("C", language="en"), GRAPH),
            ),
        )
    )
    names = {row[0]: row[1] for row in shown(here, LABELLED)}
    assert names == {"a": "Zaid", "b": None, "c": "C"}
    here.apply(Change(delete=(Quad(a, label, zaid, GRAPH),)))
    assert {row[0]: row[1] for row in shown(here, LABELLED)} == names


@pytest.mark.parametrize("second", ["OPTIONAL { ?x :day ?y }", "BIND(BNODE() AS ?y)"])
def test_the_engine_answers_what_only_it_can(here: Store, second: str) -> None:
    """The label of what is unbound is that of anything; what is blank cannot be asked for by its name."""
    text = f"""PREFIX : <https://example.org/>
PREFIX skos: <{SKOS}>
SELECT ?x (MIN(?yEn) AS ?y_en) ?y
WHERE {{
  ?x :number ?number .
  {second}
  OPTIONAL {{ ?y skos:prefLabel ?yEn . FILTER(LANG(?yEn) = "en") }}
}}
GROUP BY ?x ?y
ORDER BY ?x ?y
"""
    assert without_labels(without_order(text)[0])[1] is not None
    found = shown(here, text)
    assert [row[:2] for row in found] == [(x, "Aziz" if "day" in second else None) for x in "abc"]


@pytest.mark.parametrize(
    ("written", "instead"),
    [
        ("(MIN(?oneEn) AS ?one_en)", "(MAX(?oneEn) AS ?one_en)"),
        ("(MIN(?oneEn) AS ?one_en)", "(MIN(?oneEn) AS ?one_en) (MIN(?oneEn) AS ?again)"),
        ("(MIN(?oneAr) AS ?one_ar) ", ""),
        ("GROUP BY ?one ?other", "GROUP BY ?one ?other ?number"),
        ("GROUP BY ?one ?other", "GROUP BY ?one ?other\nHAVING (COUNT(?oneEn) > 0)"),
        ("  ?one :number ?number .\n", "  ?one :number ?number .\n  FILTER(BOUND(?oneEn))\n"),
        ("FILTER(LANG(?oneAr)", "FILTER(STR(?oneAr) != 'x' && LANG(?oneAr)"),
        ('= "ar") }\n}', '= "ar") }\n  ?one :number ?again .\n}'),
        ("    ?one :knows ?other .\n", "    ?one :knows|:number ?other .\n"),
        ("  ?one :number ?number .\n", "  ?one :number ?number .\n  OPTIONAL { ?one :number ?other }\n"),
        ("  OPTIONAL {\n", "  {\n"),
        ("SELECT ?one", "SELECT DISTINCT ?one"),
        ("ORDER BY DESC(?one) ?other", "ORDER BY STR(?one)"),
        ("ORDER BY DESC(?one) ?other", "ORDER BY ?one\nLIMIT 2"),
    ],
)
def test_a_query_of_another_form_is_left_to_the_engine(here: Store, written: str, instead: str) -> None:
    text = LABELLED.replace(written, instead)
    assert text != LABELLED
    assert without_labels(without_order(text)[0])[1] is None
    assert sorted(map(str, answer(here, text).rows)) == sorted(map(str, here.select(text).rows))


@pytest.mark.parametrize("order", ["?key", "DESC(?key)"])
@pytest.mark.parametrize(
    "pattern",
    [
        "?x :number ?key",
        "?x ?p ?y OPTIONAL { ?x :number ?key }",
        "?x :day ?key",
        "?x :said ?key FILTER(LANG(?key) = 'en')",
        "?x :said ?key",
        "?x ?p ?key",
        "?x skos:prefLabel ?key",
        "?x :knows ?key",
        "VALUES ?key { true false UNDEF :a }",
        "VALUES ?key { '10'^^xsd:integer '9'^^xsd:integer 'x'^^xsd:integer }",
        "VALUES ?key { 1 '1' 0.5 }",
        "VALUES ?key { '2015-01-02'^^xsd:date '2015-01-01Z'^^xsd:date }",
        "VALUES ?key { '1'^^:own '2'^^:own }",
        "VALUES ?key { 'é' 'z' 'ظ' '😀' '' '\uffff' }",
    ],
)
def test_rows_are_sorted_as_the_engine_sorts_them(here: Store, pattern: str, order: str) -> None:
    head = f"PREFIX : <https://example.org/> PREFIX skos: <{SKOS}> PREFIX xsd: <{XSD}>\n"
    text = f"{head}SELECT DISTINCT ?key WHERE {{ {pattern} }}\nORDER BY {order}"
    assert without_order(text)[1]
    assert answer(here, text) == here.select(text)


def test_rows_that_tie_keep_their_order_and_one_may_sort_by_what_is_not_shown(here: Store) -> None:
    head = "PREFIX : <https://example.org/>\nSELECT ?x WHERE { VALUES (?x ?key) { (2 1) (1 1) (3 0) } }\n"
    assert shown(here, f"{head}ORDER BY ?key ?x") == [("3",), ("1",), ("2",)]
    both = head.replace("?x WHERE", "?x ?key WHERE")
    assert shown(here, f"{both}ORDER BY ?key") == [("3", "0"), ("2", "1"), ("1", "1")]
    assert shown(here, f"{both}ORDER BY DESC(?key)") == [("2", "1"), ("1", "1"), ("3", "0")]


def test_a_filter_goes_only_with_a_variable_that_nothing_binds() -> None:
    lines = ["VALUES ?x { UNDEF }", "?y ?p ?z .", "FILTER(!BOUND(?x) || ?y = ?x)"]
    assert without_unset("\n".join(lines)).split() == ["?y", "?p", "?z", "."]
    bound = "\n".join((*lines, "BIND(1 AS ?x)"))
    assert without_unset(bound) == bound.replace(lines[0], "")
    given = bound.replace("UNDEF", "<https://example.org/a>")
    assert without_unset(given) == given


def test_a_graph_is_named_outright_where_a_parameter_names_one(here: Store) -> None:
    text = f"""PREFIX : <https://example.org/>
SELECT ?one ?graph WHERE {{
  GRAPH ?graph {{ ?one :number ?number }}
  VALUES ?graph {{ {GRAPH} }}
}}
ORDER BY ?one"""
    named = with_graphs_named(text)
    assert named == text.replace("GRAPH ?graph", f"GRAPH {GRAPH}")
    assert answer(here, text) == here.select(text) == here.select(named)
    assert len(answer(here, text).rows) == 3
    for several in (f"{GRAPH} {GRAPH}", "UNDEF", f'"GRAPH ?graph {{" {GRAPH}'):
        left = text.replace(f"{{ {GRAPH} }}", f"{{ {several} }}")
        assert with_graphs_named(left) == left


def test_what_a_user_typed_is_no_part_of_the_form(here: Store) -> None:
    hostile = Literal("} GROUP BY ?one FILTER(!BOUND(?x) || true) OPTIONAL { ?one skos:prefLabel ?oneEn }")
    text = LABELLED.replace("VALUES ?one { UNDEF }", f"VALUES ?typed {{ {hostile} }}")
    assert answer(here, text) == here.select(text)
