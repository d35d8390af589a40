from __future__ import annotations

import re
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, RdfFormat, parse
from rdflib import Graph

from kg.namespaces import OWL, RDFS, RW
from kg.ontology import load_ontology, ontology_files
from kg.resources import folder

HOME = folder("ontology")
FILES = (
    *ontology_files(),
    *sorted((HOME / "alignments").glob("*.ttl")),
    *sorted((HOME / "quality").glob("*.ttl")),
)
MODULES = ontology_files()
EVERYTHING = sorted(HOME.rglob("*.ttl"))
CODE = sorted((Path(__file__).parents[2] / "kg").rglob("*.py"))
SHAPES = sorted((HOME / "shapes").glob("*.ttl"))
QUERIES = [*folder("queries").rglob("*.rq"), *(HOME / "rules").glob("*.rq")]


def ontologies(path: Path) -> list[str]:
    """The IRIs that the file declares to be ontologies."""
    quads = parse(path=str(path), format=RdfFormat.TURTLE)
    return [
        str(quad.subject.value)
        for quad in quads
        if quad.object == NamedNode(OWL + "Ontology") and isinstance(quad.subject, NamedNode)
    ]


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_a_module_reads_alike_in_rdflib_and_in_oxigraph(path: Path) -> None:
    assert len(Graph().parse(path)) == len(set(parse(path=str(path), format=RdfFormat.TURTLE)))


@pytest.mark.parametrize("path", MODULES, ids=[path.stem for path in MODULES])
def test_a_module_is_one_ontology_of_less_than_400_lines(path: Path) -> None:
    name = "" if path.stem == "rawabit" else f"/{path.stem}"
    assert ontologies(path) == [f"https://w3id.org/rawabit/ontology{name}"]
    assert len(path.read_text(encoding="utf-8").splitlines()) < 400


@pytest.mark.parametrize("path", MODULES, ids=[path.stem for path in MODULES])
def test_a_module_defines_its_own_terms_and_no_others(path: Path) -> None:
    defined = {
        str(quad.object.value)
        for quad in parse(path=str(path), format=RdfFormat.TURTLE)
        if quad.predicate == NamedNode(RDFS + "isDefinedBy") and isinstance(quad.object, NamedNode)
    }
    assert defined == set(ontologies(path))


def test_only_rawabit_ttl_has_the_version() -> None:
    holding = [path.name for path in FILES if "owl:version" in path.read_text(encoding="utf-8")]
    assert holding == ["rawabit.ttl"]
    assert load_ontology().version == "0.9.0"


def test_rawabit_ttl_imports_every_module() -> None:
    graph = Graph().parse(HOME / "rawabit.ttl")
    imported = {
        str(target) for _, _, target in graph.triples((None, None, None)) if "ontology/" in str(target)
    }
    assert {f"https://w3id.org/rawabit/ontology/{path.stem}" for path in MODULES[1:]} <= imported


def test_no_file_uses_a_term_that_no_module_defines() -> None:
    known = {term.name for term in load_ontology().terms}
    used: dict[str, set[str]] = {}
    for path in EVERYTHING:
        for quad in parse(path=str(path), format=RdfFormat.TURTLE):
            for node in (quad.subject, quad.predicate, quad.object):
                if isinstance(node, NamedNode) and node.value.startswith(RW) and node.value != RW:
                    used.setdefault(node.value.removeprefix(RW), set()).add(path.name)
    assert {name: files for name, files in used.items() if name not in known} == {}


def test_no_query_no_shape_and_no_code_uses_a_term_that_no_module_defines() -> None:
    known = {term.name for term in load_ontology().terms}
    patterns = {".rq": r"\brw:(\w+)", ".ttl": r"\brw:(\w+)", ".py": r"\bRW \+ \"(\w+)\"|\brw\(\"(\w+)\"\)"}
    used = {
        (path.name, "".join(found.groups(default="")))
        for path in (*QUERIES, *SHAPES, *CODE)
        for found in re.finditer(patterns[path.suffix], path.read_text(encoding="utf-8"))
    }
    assert {(file, name) for file, name in used if name not in known} == set()


def test_the_graph_of_imports_has_no_circle() -> None:
    imports = {
        ontologies(path)[0]: {
            str(quad.object.value)
            for quad in parse(path=str(path), format=RdfFormat.TURTLE)
            if quad.predicate == NamedNode(OWL + "imports") and isinstance(quad.object, NamedNode)
        }
        for path in MODULES
    }
    while free := {name for name, needed in imports.items() if not needed & set(imports)}:
        imports = {name: needed for name, needed in imports.items() if name not in free}
    assert imports == {}
