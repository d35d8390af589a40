"""RDF that somebody wrote to do harm: refused by name or read, and nothing fetched, run, filled or crashed."""

from __future__ import annotations

import gzip
from io import BytesIO
from pathlib import Path

import pytest

from kg.errors import InputError, KGError, RdfSyntaxError
from kg.outside import CrashedError, Limits, documents_in, quads_in
from kg.pipeline import Status, load_into
from kg.readers import read_documents
from kg.validate import validate_file
from tests.listening import listening

A = b"<http://example.org/a> <http://example.org/b> "
OWL = "http://www.w3.org/2002/07/owl#"


def quads(content: bytes, form: str = "ttl") -> list[bytes]:
    return list(quads_in([content], "theirs", form))


def test_quads_come_as_they_stand_with_their_lexical_forms_and_blank_nodes() -> None:
    first, second = quads(A + b'"01"^^<http://www.w3.org/2001/XMLSchema#integer>, [] .')
    assert first.endswith(b'"01"^^<http://www.w3.org/2001/XMLSchema#integer> .\n')
    assert b" _:" in second


@pytest.mark.parametrize(
    "iri", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "JavaScript:x"]
)
@pytest.mark.parametrize(
    "place", ["{} <http://x/p> 1 .", "<http://x/s> {} 1 .", "<http://x/s> <http://x/p> {} ."]
)
def test_an_iri_that_does_more_than_name_is_refused_by_name(iri: str, place: str) -> None:
    with pytest.raises(InputError, match="none that only names") as caught:
        quads(place.format(f"<{iri}>").encode())
    assert repr(iri) in str(caught.value)


@pytest.mark.parametrize("hidden", ["\u202e", "\u2066", "\u200f", "\u061c", "\u00a0", "\u0085"])
def test_an_iri_that_hides_what_it_says_is_refused_by_the_number_of_the_character(hidden: str) -> None:
    for written in (hidden, f"\\u{ord(hidden):04X}"):
        with pytest.raises(KGError, match=rf"U\+{ord(hidden):04X}|Invalid IRI code point"):
            quads(f"<http://x/{written}s> <http://x/p> 1 .".encode())


@pytest.mark.parametrize(
    "bad", ["<no scheme>", "<http://x/\\u0001>", "<http://x/ y>", "<http://[/>", "<\\uD800:x>"]
)
def test_a_bad_iri_is_a_syntax_error_with_its_place(bad: str) -> None:
    with pytest.raises(RdfSyntaxError, match="theirs: line 2, column "):
        quads(f"# first\n{bad} <http://x/p> 1 .".encode())


DEEP = 200_000
NESTED = {
    "open": (A + b"[ <http://x/p> " * DEEP, RdfSyntaxError, "Unexpected end"),
    "closed": (
        A + b"[ <http://x/p> " * DEEP + b"1 " + b"]" * DEEP + b" .",
        InputError,
        "nodes without a name",
    ),
    "lists": (A + b"( " * DEEP + b")" * DEEP + b" .", InputError, "nodes without a name"),
    "statements": (
        A + b"<<( <http://x/s> <http://x/p> " * DEEP + b"1 " + b")>>" * DEEP + b" .",
        CrashedError,
        "ended the process",
    ),
    "few statements": (
        A + b"<<( <http://x/s> <http://x/p> " * 9 + b"1 " + b")>>" * 9 + b" .",
        InputError,
        "about",
    ),
}


@pytest.mark.parametrize("kind", NESTED)
def test_what_is_nested_without_end_ends_in_an_error_and_takes_nobody_with_it(kind: str) -> None:
    content, error, words = NESTED[kind]
    with pytest.raises(error, match=words):
        list(documents_in([content], "theirs", "ttl"))


LARGE = {
    "an iri": (A + b"<http://x/" + b"a" * 5000 + b"> .", "IRI longer than 4,096"),
    "a datatype": (A + b'"1"^^<http://x/' + b"a" * 5000 + b"> .", "datatype longer"),
    "short names for long ones": (
        b"@prefix p: <http://x/" + b"a" * 4000 + b"> .\n" + b"p:a p:b p:c .\n" * 30_000,
        "20 times what it holds",
    ),
    "a literal": (A + b'"' + b"x" * 17_000_000 + b'" .', "larger than 16 MB"),
}


@pytest.mark.parametrize("kind", LARGE)
def test_what_is_too_large_is_refused_by_name(kind: str) -> None:
    content, words = LARGE[kind]
    with pytest.raises(InputError, match=words):
        quads(content)


def test_a_literal_of_ten_megabytes_is_read() -> None:
    (line,) = quads(A + b'"' + b"x" * 10_000_000 + b'" .')
    assert len(line) > 10_000_000


def test_a_file_that_takes_more_memory_than_it_may_is_refused() -> None:
    content = b"".join(A + b"<http://example.org/%d> .\n" % number for number in range(200_000))
    with pytest.raises(InputError, match="more than 20 MB of memory to read; split it"):
        list(quads_in([content], "theirs", "nt", Limits(megabytes=20)))


def test_a_file_that_takes_more_time_than_it_may_is_refused() -> None:
    content = b"".join(A + b"<http://example.org/%d> .\n" % number for number in range(400_000))
    with pytest.raises(InputError, match="takes far longer to read"):
        list(quads_in([content], "theirs", "nt", Limits(seconds=1, seconds_per_megabyte=0)))


BOMB = b"""<?xml version="1.0"?><!DOCTYPE rdf:RDF [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="http://x/&b;"/></rdf:RDF>"""


@pytest.mark.parametrize("name", ["bomb.rdf", "bomb.owl", "bomb.xml"])
def test_xml_is_refused_by_name_before_it_is_read(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(BOMB)
    with pytest.raises(InputError, match="RDF/XML, in which a small file can stand for one without end"):
        validate_file(path)
    (refused,) = load_into(tmp_path / "store", [path]).outcomes
    assert "RDF/XML" in refused.reasons[0]
    assert not (tmp_path / "store").exists()


def test_xml_under_another_name_is_a_syntax_error(tmp_path: Path) -> None:
    path = tmp_path / "bomb.ttl"
    path.write_bytes(BOMB)
    with pytest.raises(RdfSyntaxError, match="line 1"):
        validate_file(path)


@pytest.mark.parametrize("line", [b"# " + b"\n" * 300, A + b"<http://x/c> .\n"])
def test_a_bomb_of_gzip_is_refused_by_both_commands(tmp_path: Path, line: bytes) -> None:
    path = tmp_path / "bomb.nt.gz"
    path.write_bytes(gzip.compress(line * (90_000_000 // len(line))))
    with pytest.raises(InputError, match="larger than 64 MB"):
        validate_file(path)
    (refused,) = load_into(tmp_path / "store", [path]).outcomes
    assert "unpacks to more than 200 times its size" in refused.reasons[0]


@pytest.mark.parametrize("packed", [b"", b"\x1f\x8b", gzip.compress(A + b"1 .", mtime=0)[:-9], b"not gzip"])
def test_a_broken_gzip_is_refused_by_both_commands(tmp_path: Path, packed: bytes) -> None:
    path = tmp_path / "broken.nt.gz"
    path.write_bytes(packed)
    if packed:
        with pytest.raises(InputError, match="packed data"):
            validate_file(path)
    (refused,) = load_into(tmp_path / "store", [path]).outcomes
    assert refused.status is Status.UNREADABLE


def test_nothing_that_a_file_names_is_fetched_or_run(tmp_path: Path) -> None:
    with listening() as (port, seen):
        there = f"http://127.0.0.1:{port}"
        contents = {
            "imports.ttl": f"<{there}/mine> a <{OWL}Ontology> ; <{OWL}imports> <{there}/other> .",
            "shapes.ttl": f"<{there}/s> <http://www.w3.org/ns/shacl#shapesGraph> <{there}/shapes> .",
            "context.jsonld": f'{{"@context": "{there}/context", "@id": "x"}}',
            "context.ttl": f'{{"@context": "{there}/context", "@id": "x"}}',
            "entity.rdf": f'<!DOCTYPE x [<!ENTITY a SYSTEM "{there}/x">]><x>&a;</x>',
            "base.ttl": f"@base <{there}/> . <a> <b> <c> .",
            "graph.trig": f"<{there}/graph> {{ <{there}/a> <{there}/b> <{there}/c> }}",
        }
        for name, content in contents.items():
            path = tmp_path / name
            path.write_text(content, encoding="utf-8")
            try:
                validate_file(path)
            except KGError as error:
                assert name in str(error)
            (outcome,) = load_into(tmp_path / "store", [path]).outcomes
            assert outcome.status is Status.UNREADABLE
    assert seen == []


def test_a_stream_is_told_by_its_beginning() -> None:
    for beginning in (
        b"# a note\n@prefix x: <http://x/> .\n",
        A + b"<http://x/> .",
        b"PREFIX x: <http://x/>\n",
    ):
        (refused,) = read_documents(["-"], stdin=BytesIO(beginning))
        assert "there is no document in it" in str(refused)
