"""Branches that parameters close are left out of the text, and change no answer."""

from __future__ import annotations

import pytest

from kg.query.guards import without_closed

PATTERN = """SELECT ?x WHERE {{
  {{
    VALUES ?actor {{ {value} }}
    FILTER(!BOUND(?actor))
    ?x a <urn:all> .
  }} UNION {{
    VALUES ?actor {{ {value} }}
    BIND(BOUND(?actor) AS ?given)
    FILTER(?given)
    ?x <urn:of> ?actor .
  }}
}}"""


def test_an_open_parameter_leaves_the_branch_for_all() -> None:
    left = without_closed(PATTERN.format(value="UNDEF"))
    assert "urn:all" in left
    assert not {"urn:of", "UNION", "BOUND"} & set(left.replace(">", " ").replace("<", " ").split())


@pytest.mark.parametrize("value", ["<urn:somebody>", '"2015"^^<urn:year>', "<urn:one> <urn:other>"])
def test_a_given_one_leaves_the_branch_that_uses_it(value: str) -> None:
    left = without_closed(PATTERN.format(value=value))
    assert "urn:of" in left
    assert "urn:all" not in left
    assert value in left


def test_lines_keep_their_numbers() -> None:
    whole = PATTERN.format(value="UNDEF")
    left = without_closed(whole)
    assert left.splitlines().index("    ?x a <urn:all> .") == whole.splitlines().index("    ?x a <urn:all> .")
    assert left.count("\n") == whole.count("\n")


def test_a_filter_whose_variable_a_pattern_binds_stays() -> None:
    text = """SELECT ?x WHERE {
  {
    VALUES ?a { UNDEF }
    FILTER(BOUND(?a))
    ?x <urn:of> ?a .
  } UNION {
    ?x a ?b
  }
}"""
    assert without_closed(text) == text


def test_a_group_behind_a_keyword_stays() -> None:
    text = """SELECT ?x WHERE {
  ?x a ?y .
  OPTIONAL {
    VALUES ?a { UNDEF }
    FILTER(BOUND(?a))
    ?x <urn:of> ?z .
  }
}"""
    assert without_closed(text) == text


def test_a_branch_goes_with_the_part_that_it_needs() -> None:
    text = """SELECT ?n WHERE {
  { ?x <urn:counted> ?n } UNION {
    SELECT (COUNT(*) AS ?n) WHERE {
      {
        VALUES ?a { UNDEF }
        FILTER(BOUND(?a))
        ?x <urn:one> ?y .
      } UNION {
        VALUES ?a { UNDEF }
        FILTER(BOUND(?a))
        ?x <urn:other> ?y .
      }
      ?x <urn:more> ?z .
    }
    GROUP BY ?z
  }
}"""
    left = without_closed(text)
    assert "urn:counted" in left
    assert "urn:more" not in left
