"""Each file ``quality/fail_<why>.ttl`` spoils a complete small ontology; its head says what must be found."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kg.namespaces import PREFIXES
from kg.ontology import ontology_files
from kg.validate.quality import check_quality, quality_files

HOME = Path(__file__).parent / "quality"
COMPLETE = HOME / "pass_complete.ttl"
FAULTS = sorted(HOME.glob("fail_*.ttl"))
QUALITY = "https://w3id.org/rawabit/quality#"


def iri(name: str) -> str:
    """The IRI of a prefixed name or of an IRI in angle brackets; empty for ``-``."""
    if name == "-":
        return ""
    prefix, _, local = name.partition(":")
    return name.strip("<>") if name.startswith("<") else {**PREFIXES, "quality": QUALITY}[prefix] + local


def test_the_ontology_itself_is_without_fault() -> None:
    assert check_quality(ontology_files()) == ()


def test_a_small_complete_ontology_passes() -> None:
    assert check_quality([COMPLETE]) == ()


@pytest.mark.parametrize("path", FAULTS, ids=[path.stem for path in FAULTS])
def test_a_planted_fault_is_found_with_its_term_and_path(path: Path) -> None:
    found = check_quality([COMPLETE, path])
    head = re.match(r"# expect: (\S+) (\S+) (\S+)(?: (\S+))?\n", path.read_text(encoding="utf-8"))
    assert head is not None
    term, where, shape, value = head.groups()
    matching = [each for each in found if each.shape == iri(shape)]
    assert {each.term for each in matching} == {iri(term)}
    if where != "*":
        assert {each.path for each in matching} == {iri(where)}
    if value is not None:
        assert iri(value) in {each.value for each in matching}
    assert all(each.message for each in matching)


def test_every_shape_has_a_planted_fault() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in quality_files())
    checks = set(re.findall(r"^(quality:\S+) a sh:(?:PropertyShape|SPARQLConstraint)", text, re.MULTILINE))
    checks |= set(
        re.findall(r"^(quality:\S+) a sh:NodeShape ;(?:(?!^\n).)*?sh:message", text, re.MULTILINE | re.DOTALL)
    )
    planted = {path.read_text(encoding="utf-8").split()[4] for path in FAULTS}
    assert {"quality:Domain", "quality:label-en", "quality:undefined"} <= checks
    assert planted >= checks - {"quality:Term", "quality:ModuleItself", "quality:Whole", "quality:Relation"}
