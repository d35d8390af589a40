from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import NamedNode, RdfFormat, parse

from kg.namespaces import RW, SKOS
from kg.ontology import alignment_files, ontology_files, relations
from kg.validate.quality import check_quality

# The W3C's own vocabularies describe claims and words, not what actors do to each other.
OF_RELATIONS = [path for path in alignment_files() if path.stem != "w3c"]
NEARNESS = {SKOS + f"{kind}Match" for kind in ("exact", "close", "broad", "narrow", "related")}


def treated(path: Path) -> set[str]:
    """Local names of the terms that the file maps or lists as having no counterpart."""
    found = set()
    for quad in parse(path=str(path), format=RdfFormat.TURTLE):
        if quad.predicate.value in NEARNESS and isinstance(quad.subject, NamedNode):
            found.add(quad.subject.value.removeprefix(RW))
        if quad.predicate.value == SKOS + "member" and isinstance(quad.object, NamedNode):
            found.add(quad.object.value.removeprefix(RW))
    return found


def test_the_alignments_that_are_promised_are_there() -> None:
    assert {"plover", "followthemoney", "stix", "schema-org", "org", "foaf"} <= {
        p.stem for p in alignment_files()
    }


@pytest.mark.parametrize("path", OF_RELATIONS, ids=[path.stem for path in OF_RELATIONS])
def test_every_relation_is_mapped_or_said_to_have_no_counterpart(path: Path) -> None:
    assert {relation.name for relation in relations()} - treated(path) == set()


def test_every_mapping_is_well_formed_and_explained() -> None:
    assert check_quality((*ontology_files(), *alignment_files())) == ()
