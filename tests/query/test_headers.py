from __future__ import annotations

import pytest

from kg.query import packaged_queries
from kg.query.errors import QueryHeaderError
from kg.query.headers import Parameter, read_header

WHOLE = """#+ summary: "Who supports whom?"
#+ tags: [links, support]
#+ params:
#+   actor: {kind: actor, required: true, description: "the supporter"}
#+   since: {kind: first-day, description: "not before"}
#+   side: {kind: text, description: "which side"}
#+ defaults: {side: out}
#+ enumerate:
#+   side: [in, out]
#+ columns:
#+   other: "whom it supports"

SELECT * WHERE {
  VALUES ?actor { UNDEF }
  VALUES ?since { UNDEF }
  VALUES ?side { UNDEF }
}
"""


def test_a_header_gives_summary_tags_parameters_and_columns() -> None:
    header = read_header(WHOLE, "own.rq")
    assert header.summary == "Who supports whom?"
    assert header.tags == ("links", "support")
    assert header.columns == (("other", "whom it supports"),)
    assert header.parameters == (
        Parameter("actor", "actor", "the supporter", required=True),
        Parameter("since", "first-day", "not before"),
        Parameter("side", "text", "which side", default="out", choices=("in", "out")),
    )


def test_a_summary_may_be_given_in_arabic_too() -> None:
    header = read_header('#+ summary: Who?\n#+ summary@ar: "من؟"\nSELECT * {}\n', "who.rq")
    assert (header.summary, header.summary_ar) == ("Who?", "من؟")
    assert all(query.header.summary_ar for query in packaged_queries())


def test_a_file_without_header_lines_is_a_query_without_parameters() -> None:
    assert read_header("SELECT * WHERE { ?s ?p ?o }", "own.rq").parameters == ()


def test_a_parameter_given_as_a_description_takes_its_kind_from_its_name() -> None:
    text = (
        "#+ summary: s\n#+ params: {actor: who, word: what}\nVALUES ?actor { UNDEF }\nVALUES ?word { UNDEF }"
    )
    kinds = [(each.name, each.kind, each.description) for each in read_header(text, "x.rq").parameters]
    assert kinds == [("actor", "actor", "who"), ("word", "text", "what")]


def test_yaml_words_stay_text() -> None:
    params = "#+ params: {on: {description: 'no', default: 2015-10}}"
    text = f"#+ summary: yes\n{params}\nSELECT {{\nVALUES ?on {{ UNDEF }}\n}}"
    header = read_header(text, "x.rq")
    assert header.summary == "yes"
    assert header.parameters[0].default == "2015-10"


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ("# first\n#+ summary: [open\nSELECT *", 2, "not YAML"),
        ("#+ summary: s\n#+ sumary: t", 2, "unknown key 'sumary'"),
        ("#+ tags: [a]", 1, "no summary"),
        ("#+ summary: s\n#+ tags: a", 2, "a list is expected"),
        ("#+ summary: {a: b}", 1, "plain text is expected"),
        (
            "#+ summary: s\n#+ params: {who: {kind: actress}}\nVALUES ?who { UNDEF }",
            2,
            "unknown kind 'actress'",
        ),
        ("#+ summary: s\n#+ params:\n#+   who: {kind: actor}\nSELECT *", 3, "no line of its own"),
        ("#+ summary: s\n#+ params: {who: {needed: x}}\nVALUES ?who { UNDEF }", 2, "unknown key 'needed'"),
        ("#+ summary: s\n#+ params: {who: {required: maybe}}\nVALUES ?who { UNDEF }", 2, "true or false"),
        ("#+ summary: s\n#+ summary: t", 2, "twice"),
        ("#+ summary: s\n#+ enumerate: {who: [a]}", 2, "not among params"),
        ("#+ summary: s\n#+ defaults: {who: a}", 2, "not among params"),
        ("#+ - a\n#+ - b", 1, "'name: value' pairs"),
        ("#+ summary: " + "[" * 15_000, 1, "nested too deeply"),
        ("#+ summary: " + "x" * 30_000, 1, "longer than"),
        ("#+ summary: \x00", 1, "not YAML"),
    ],
)
def test_an_error_names_file_and_line(text: str, line: int, problem: str) -> None:
    with pytest.raises(QueryHeaderError) as caught:
        read_header(text, "own/mine.rq")
    assert str(caught.value).startswith(f"own/mine.rq: line {line}: ")
    assert problem in str(caught.value)
