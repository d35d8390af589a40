from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, QuerySolutions, Store

from kg.errors import UnknownNameError
from kg.iri import Iris
from kg.namespaces import BASE, RW, XSD
from kg.query.errors import BadParameterError, MissingParameterError, UnknownParameterError
from kg.query.headers import Header, Parameter, read_header
from kg.query.kinds import KINDS
from kg.query.parameters import Value, Values, bind, serialise

IRIS = Iris()
ECHO = """#+ summary: echo
#+ params: {value: {kind: text, required: true, description: what comes back}}
SELECT ?value WHERE {
  VALUES ?value { UNDEF }
}"""


def filled(kind: str, value: Value | list[Value], iris: Iris = IRIS) -> str:
    header = Header("", parameters=(Parameter("value", kind, "a value"),))
    text = bind("VALUES ?value { UNDEF }", header, {"value": value}, name="echo", iris=iris)
    return text.removeprefix("VALUES ?value { ").removesuffix(" }")


def echoed(values: Values) -> list[object]:
    text = bind(ECHO, read_header(ECHO, "echo.rq"), values, name="echo", iris=IRIS)
    found = Store().query(text)
    assert isinstance(found, QuerySolutions)
    return [solution[0] for solution in found]


@given(st.text(st.characters(exclude_categories=["Cs"])))
@example("\\u0022 } # ")
@example("\\\\u0022")
@example('" } ; DROP ALL #')
@example("} SERVICE <http://127.0.0.1:9/> {")
@example("\x00\x01\\\x02\\u")
@example("حزب الله\u202e")
@example("\u2028\u0085\r\n")
def test_the_term_given_is_the_term_used(text: str) -> None:
    assert echoed({"value": text}) == [Literal(text)]


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
@example("> } ?s ?p ?o . { <")
def test_an_iri_is_used_whole_or_refused(rest: str) -> None:
    try:
        node = NamedNode("http://example.org/" + rest)
    except ValueError:
        with pytest.raises(BadParameterError):
            filled("actor", "http://example.org/" + rest)
    else:
        assert echoed({"value": node}) == [node]


def test_several_values_may_match() -> None:
    assert echoed({"value": ["a", "b"]}) == [Literal("a"), Literal("b")]


def test_a_parser_that_decodes_code_points_first_reads_the_same_value() -> None:
    written = serialise(Literal("\\u0022"))
    assert written == '"\\\\\\u00750022"'
    assert "\\u0022" not in written


@pytest.mark.parametrize(
    ("kind", "value", "term"),
    [
        ("actor", "actor:hezbollah", f"<{BASE}actor/hezbollah>"),
        ("place", "place:حلب", f"<{BASE}place/حلب>"),
        ("entity", "https://example.org/x", "<https://example.org/x>"),
        ("document", "document:68efaf64409b224e", f"<{BASE}document/68efaf64409b224e>"),
        ("claim", "claim:0123456789abcdef", f"<{BASE}claim/0123456789abcdef>"),
        ("relation", "supports", f"<{RW}supports>"),
        ("relation", "rw:fights", f"<{RW}fights>"),
        ("relation", RW + "fights", f"<{RW}fights>"),
        ("class", "ArmedGroup", f"<{RW}ArmedGroup>"),
        ("modality", "unconfirmed", f"<{RW}unconfirmed>"),
        ("graph", "links", f"<{BASE}graph/links>"),
        ("first-day", "2015-10", f'"2015-10-01"^^<{XSD}date>'),
        ("first-day", "2015", f'"2015-01-01"^^<{XSD}date>'),
        ("last-day", "2016-02", f'"2016-02-29"^^<{XSD}date>'),
        ("last-day", "2015-10-16", f'"2015-10-16"^^<{XSD}date>'),
        ("integer", 3, f'"3"^^<{XSD}integer>'),
        ("text", "out", '"out"'),
    ],
)
def test_each_kind_becomes_its_term(kind: str, value: Value, term: str) -> None:
    assert filled(kind, value) == term


def test_documents_and_graphs_lie_under_the_base_of_the_store_and_the_registry_where_it_always_is() -> None:
    own = Iris("https://example.org/ties/")
    assert filled("graph", "inferred", own) == "<https://example.org/ties/graph/inferred>"
    assert (
        filled("document", "document:68efaf64409b224e", own)
        == "<https://example.org/ties/document/68efaf64409b224e>"
    )
    assert filled("actor", "actor:hezbollah", own) == f"<{BASE}actor/hezbollah>"


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("actor", "Hezbollah"),
        ("actor", "<http://x>"),
        ("actor", "http://x/a b"),
        ("relation", "supports whom"),
        ("modality", "sure"),
        ("first-day", "October 2015"),
        ("first-day", "2015-13"),
        ("first-day", "2015-1"),
        ("last-day", "2015-10-16-01"),
        ("last-day", "٢٠١٥"),
        ("integer", "three"),
        ("text", "\ud800"),
        ("document", ""),
    ],
)
def test_a_value_of_the_wrong_kind_says_what_fits(kind: str, value: str) -> None:
    with pytest.raises(BadParameterError) as caught:
        filled(kind, value)
    assert KINDS[kind].expected in str(caught.value)


def test_no_values_are_no_value() -> None:
    with pytest.raises(BadParameterError, match=r"value=\(nothing\)"):
        filled("text", [])


def test_an_unknown_parameter_is_told_which_exist() -> None:
    with pytest.raises(
        UnknownParameterError, match="'echo' has no parameter 'vlaue'; its parameters are value"
    ):
        echoed({"vlaue": "x"})


def test_a_missing_parameter_is_named_with_its_meaning() -> None:
    with pytest.raises(MissingParameterError, match="needs 'value' \\(what comes back\\)"):
        echoed({})


def test_a_value_outside_the_choices_is_told_them() -> None:
    header = Header("", parameters=(Parameter("side", "text", "side", choices=("in", "out")),))
    with pytest.raises(BadParameterError, match="one of in, out"):
        bind("VALUES ?side { UNDEF }", header, {"side": "up"}, name="q", iris=IRIS)


def test_names_go_to_the_resolver_and_its_refusal_comes_back() -> None:
    header = Header("", parameters=(Parameter("actor", "actor", "who"),))

    def resolve(kind: str, name: str) -> str:
        if name != "حزب الله":
            raise UnknownNameError(kind, name, ["Hezbollah"])
        return BASE + "actor/hezbollah"

    line = "VALUES ?actor { UNDEF }"
    text = bind(line, header, {"actor": "حزب الله"}, name="q", iris=IRIS, resolve=resolve)
    assert text == f"VALUES ?actor {{ <{BASE}actor/hezbollah> }}"
    with pytest.raises(UnknownNameError, match="did you mean Hezbollah"):
        bind(line, header, {"actor": "Hizb"}, name="q", iris=IRIS, resolve=resolve)


def test_every_line_of_a_parameter_is_filled_and_no_other() -> None:
    header = Header("", parameters=(Parameter("a", "text", "a"),))
    text = "{ VALUES ?a { UNDEF } }\n  VALUES ?a { UNDEF }\n\tVALUES ?a {UNDEF}\nVALUES ?b { UNDEF }"
    assert bind(text, header, {"a": "x"}, name="q", iris=IRIS).split("\n") == [
        "{ VALUES ?a { UNDEF } }",
        '  VALUES ?a { "x" }',
        '\tVALUES ?a { "x" }',
        "VALUES ?b { UNDEF }",
    ]
