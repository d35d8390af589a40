import logging
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, serialize

from kg.errors import InputError, KGError, RdfSyntaxError
from kg.namespaces import RW, SKOS
from kg.validate import Engine, validate_file
from kg.validate.file import read_quads
from tests.validate.articles import FIGHT, SUPPORT, article, without

_FORMATS = {
    ".ttl": RdfFormat.TURTLE,
    ".trig": RdfFormat.TRIG,
    ".nt": RdfFormat.N_TRIPLES,
    ".nq": RdfFormat.N_QUADS,
}


def _file(folder: Path, content: str | bytes, name: str = "data.ttl") -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


@pytest.mark.parametrize("suffix", _FORMATS)
def test_every_kind_of_file_is_read(tmp_path: Path, suffix: str) -> None:
    kind = _FORMATS[suffix]
    quads = without(article(SUPPORT, "supports", name="a.txt"), "rule")
    content = serialize(quads if kind.supports_datasets else [quad.triple for quad in quads], format=kind)
    assert content is not None
    (result,) = validate_file(_file(tmp_path, content, f"data{suffix}")).results
    assert (result.path, result.document_name) == (RW + "rule", "a.txt")


def test_the_end_of_the_name_may_be_in_capitals(tmp_path: Path) -> None:
    assert validate_file(_file(tmp_path, "", "DATA.TTL")).conforms


def test_documents_in_one_file_are_held_against_each_other(tmp_path: Path) -> None:
    quads = [*article(SUPPORT, "supports", name="a.txt"), *article(FIGHT, "fights", name="b.txt")]
    content = serialize(quads, format=RdfFormat.N_QUADS)
    assert content is not None
    report = validate_file(_file(tmp_path, content, "two.nq"))
    assert report.conforms
    (warning,) = report.warnings
    assert "“a.txt”" in warning.message
    assert "“b.txt”" in warning.message


def test_a_syntax_error_is_told_with_line_and_column(tmp_path: Path) -> None:
    path = _file(tmp_path, "@prefix ex: <https://example.org/> .\nex:a ex:b ex:c\nex:d ex:e ex:f .\n")
    with pytest.raises(RdfSyntaxError, match=r"data\.ttl: line 3, column \d+: ") as caught:
        validate_file(path)
    assert "\n" not in str(caught.value)


def test_a_file_that_ends_too_early_is_a_syntax_error(tmp_path: Path) -> None:
    with pytest.raises(RdfSyntaxError, match="line 1"):
        validate_file(_file(tmp_path, "<https://example.org/a> <https://example.org/b>"))


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"nothing\.ttl: there is no such file"):
        validate_file(tmp_path / "nothing.ttl")


def test_a_folder_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "folder.ttl"
    folder.mkdir()
    with pytest.raises(InputError, match="this is a folder"):
        validate_file(folder)


@pytest.mark.parametrize("name", ["data.json", "data", "data.rdf"])
def test_another_kind_of_file_is_refused_with_the_kinds_there_are(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError, match=r"\.ttl, \.trig, \.nt, \.nq"):
        validate_file(_file(tmp_path, "{}", name))


def test_a_binary_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="binary"):
        validate_file(_file(tmp_path, b"\x89PNG\x00\x1a"))


def test_a_file_in_another_encoding_is_refused_with_the_byte(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="not UTF-8 at byte 2"):
        validate_file(_file(tmp_path, "# حلب".encode("cp1256")))


def test_an_enormous_file_is_refused_before_it_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "enormous.ttl"
    with path.open("wb") as file:
        file.truncate(65 * 1024 * 1024)
    with pytest.raises(InputError, match="larger than 64 MB; split it"):
        validate_file(path)


def test_nothing_is_fetched_and_no_import_is_followed(tmp_path: Path) -> None:
    # Sockets are shut in this test suite, so a fetch would be an error.
    content = f"""
        @prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix sh: <http://www.w3.org/ns/shacl#> .
        <https://example.org/mine> a owl:Ontology ; owl:imports <https://example.org/other> ;
          sh:shapesGraph <https://example.org/shapes> ; a <{RW}Nothing> ."""
    assert validate_file(_file(tmp_path, content)).conforms


def test_shapes_in_the_data_are_data(tmp_path: Path) -> None:
    content = """
        @prefix sh: <http://www.w3.org/ns/shacl#> .
        @prefix ex: <https://example.org/> .
        ex:shape a sh:NodeShape ; sh:targetNode ex:shape ; sh:nodeKind sh:BlankNode ."""
    assert validate_file(_file(tmp_path, content)).conforms


def test_a_literal_that_is_not_of_its_datatype_is_reported_and_not_logged(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    content = f"""
        @prefix rw: <{RW}> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
        <https://example.org/step> a rw:Attribution ; rw:position "first"^^xsd:integer ."""
    with caplog.at_level(logging.WARNING):
        report = validate_file(_file(tmp_path, content))
    assert RW + "position" in {result.path for result in report.violations}
    assert not caplog.records


def test_a_triple_that_speaks_about_a_triple_is_passed_over(tmp_path: Path) -> None:
    content = "@prefix ex: <https://example.org/> . ex:a ex:b <<( ex:c ex:d 1 )>> ."
    assert len(list(read_quads(_file(tmp_path, content)))) == 1
    assert validate_file(tmp_path / "data.ttl").conforms


def test_a_long_chain_of_classes_ends_in_a_report_and_for_pyshacl_in_a_clear_error(tmp_path: Path) -> None:
    links = "\n".join(f"ex:c{n} rdfs:subClassOf ex:c{n - 1} ." for n in range(1, 5000))
    content = f"""
        @prefix ex: <https://example.org/> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
        ex:c0 rdfs:subClassOf <{RW}Actor> .\n{links}\nex:someone a ex:c4999 ."""
    path = _file(tmp_path, content)
    assert {result.path for result in validate_file(path).violations} == {SKOS + "prefLabel"}
    with pytest.raises(KGError, match="too deeply"):
        validate_file(path, engine=Engine.PYSHACL)


def test_a_circle_of_classes_does_no_harm(tmp_path: Path) -> None:
    content = f"""
        @prefix ex: <https://example.org/> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
        ex:a rdfs:subClassOf ex:b . ex:b rdfs:subClassOf ex:a , <{RW}Person> . ex:someone a ex:a ."""
    (result,) = validate_file(_file(tmp_path, content)).results
    assert result.node == "https://example.org/someone"
