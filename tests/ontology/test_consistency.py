from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import Triple

from kg.errors import InputError, KGError, RdfSyntaxError
from kg.iri import Iris
from kg.model import PartialDate, Precision
from kg.namespaces import BASE, RW
from kg.ontology import ontology_files
from kg.pipeline.ontology import check_ontology
from kg.rdf import document_quads
from kg.reason.consistency import reason_over
from kg.reason.hermit import ReasonerError, ReasonerTimeoutError, Verdict
from kg.reason.java import find_java
from kg.reason.parts import read_axioms
from tests.building import claim, document, mention
from tests.listening import listening
from tests.ontology.small import SMALL, written

OWLREADY = "http://www.lesfleursdunormal.fr/static/_downloads/owlready_ontology.owl#"


def verdict(*files: Path) -> Verdict:
    """What HermiT says of the files together."""
    return reason_over(read_axioms(files), find_java(), seconds=120)


def test_the_ontology_is_consistent_satisfiable_and_well_described() -> None:
    report = check_ontology()
    assert report.consistent
    assert report.unsatisfiable == ()
    assert report.violations == ()
    assert report.ok


def test_a_class_and_a_property_that_can_never_apply_are_named(tmp_path: Path) -> None:
    planted = written(
        tmp_path / "planted.ttl",
        "rw:ActingPlace a owl:Class ; rdfs:subClassOf rw:Place, rw:Actor .\n"
        "rw:haunts a owl:ObjectProperty ; rdfs:domain rw:Country ; rdfs:range rw:ActingPlace .\n"
        "rw:age a owl:DatatypeProperty ; rdfs:domain rw:Claim, rw:Document ; rdfs:range xsd:integer .\n",
    )
    found = verdict(*ontology_files(), planted)
    assert found.consistent
    assert found.unsatisfiable == (RW + "ActingPlace", RW + "age", RW + "haunts")


def test_individuals_whose_statements_contradict_each_other_are_named(tmp_path: Path) -> None:
    planted = written(
        tmp_path / "planted.ttl",
        SMALL,
        "actor:army a rw:Actor . actor:militia a rw:Actor ; rw:supports actor:army .\n"
        "place:aleppo a rw:Place . actor:state rw:supports place:aleppo .\n",
    )
    report = check_ontology([planted])
    assert not report.consistent
    assert not report.ok
    assert report.contradictory == (BASE + "actor/state", BASE + "place/aleppo")


def test_terms_that_contradict_each_other_are_named_where_no_individual_is_to_blame(tmp_path: Path) -> None:
    planted = written(
        tmp_path / "planted.ttl",
        SMALL,
        "rw:Ferry a owl:Class ; rdfs:subClassOf rw:Place, rw:Actor ;\n"
        "    owl:equivalentClass [ a owl:Class ; owl:oneOf ( place:ferry ) ] .\n"
        "rw:Bridge a owl:Class ; rdfs:subClassOf rw:Place .\n",
    )
    found = verdict(planted)
    assert not found.consistent
    assert found.culprits == (RW + "Actor", RW + "Ferry")


def test_what_a_document_becomes_is_consistent_with_the_ontology() -> None:
    text = document("قال ناشط إن كتيبة الفرات تدعم جيش الشمال في بلدة السد.", date="2015-10-16")
    said = claim(
        text,
        mention(text, "كتيبة الفرات", "furat-brigade"),
        "supports",
        mention(text, "جيش الشمال", "northern-army"),
        attributed_to=(mention(text, "ناشط", "activist", "DescribedGroup"),),
        place=mention(text, "بلدة السد", "place/al-sadd", "Town"),
        date=PartialDate("2015-10", Precision.MONTH),
    )
    written_down = [
        Triple(quad.subject, quad.predicate, quad.object) for quad in document_quads(text, [said], Iris())
    ]
    found = reason_over([*read_axioms(ontology_files()), *written_down], find_java(), seconds=120)
    assert found == Verdict(consistent=True)


def test_an_ontology_beyond_owl_2_dl_gets_one_clear_line(tmp_path: Path) -> None:
    beyond = written(
        tmp_path / "beyond.ttl", SMALL, "rw:supports a owl:TransitiveProperty, owl:IrreflexiveProperty .\n"
    )
    with pytest.raises(ReasonerError, match=r"HermiT gave no answer: .*OWL 2 DL\Z") as caught:
        verdict(beyond)
    assert "\n" not in str(caught.value)


def test_the_reasoner_is_ended_when_its_time_is_up(tmp_path: Path) -> None:
    small = written(tmp_path / "small.ttl", SMALL)
    with pytest.raises(ReasonerTimeoutError, match=r"no answer within 0\.05 s") as caught:
        check_ontology([small], seconds=0.05)
    assert caught.value.exit_code == 124


def test_a_file_that_does_not_parse_is_named_with_line_and_column(tmp_path: Path) -> None:
    broken = written(tmp_path / "broken.ttl", "rw:Actor a owl:Class \n rw:Place .\n")
    with pytest.raises(RdfSyntaxError, match=r"broken\.ttl: line 8, column \d+"):
        check_ontology([broken])


def test_a_file_can_neither_have_anything_fetched_nor_any_code_imported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trace = tmp_path / "trace"
    (tmp_path / "planted_module.py").write_text(f"open({str(trace)!r}, 'w').close()\n", encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.syspath_prepend(str(tmp_path))
    with listening() as (port, asked):
        address = f"http://127.0.0.1:{port}"
        hostile = written(
            tmp_path / "hostile.ttl",
            SMALL,
            f"<https://w3id.org/rawabit/ontology> owl:imports <{address}/ontology.owl> ;\n"
            f'    <{OWLREADY}python_module> "planted_module" .\n',
        )
        report = check_ontology([hostile])
    assert report.consistent
    assert asked == []
    assert not trace.exists()


HOSTILE = {
    "a local file": "rw:Actor rdfs:seeAlso <file:///etc/passwd> .\n",
    "a script": "<javascript:alert(1)> a owl:Class .\n",
    "statements without end": "rw:a rw:b " + "<<( rw:a rw:b " * 100_000 + "1 " + ")>>" * 100_000 + " .\n",
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_ontology_is_refused_before_the_reasoner_sees_it(tmp_path: Path, kind: str) -> None:
    with pytest.raises(InputError, match=r"hostile\.ttl: "):
        check_ontology([written(tmp_path / "hostile.ttl", SMALL, HOSTILE[kind])])


def test_classes_nested_without_end_end_in_an_error_or_an_answer_within_the_limit(tmp_path: Path) -> None:
    deep = "[ a owl:Class ; owl:complementOf " * 5_000 + "rw:Actor" + " ]" * 5_000
    nested = written(tmp_path / "nested.ttl", SMALL, f"rw:Deep rdfs:subClassOf {deep} .\n")
    try:
        report = check_ontology([nested], seconds=20)
    except KGError as error:
        assert "HermiT gave no answer" in str(error)
    else:
        assert report.consistent
