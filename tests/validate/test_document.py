from pyoxigraph import Literal, NamedNode, Quad

from kg.namespaces import BASE, RDF, RW, SKOS
from kg.rdf import document_quads
from kg.validate import Severity, referred, validate_document, validate_documents
from tests.building import claim, document, mention
from tests.validate.articles import FIGHT, IRIS, SUPPORT, article, between, without

_TYPE = NamedNode(RDF + "type")


def _label(entity: str, text: str) -> Quad:
    return Quad(NamedNode(entity), NamedNode(SKOS + "prefLabel"), Literal(text, language="en"))


def test_a_document_as_it_is_stored_conforms() -> None:
    assert validate_document(article(SUPPORT, "supports", name="a.txt")).results == ()


def test_a_document_without_claims_conforms() -> None:
    assert validate_document(article(SUPPORT, name="a.txt")).results == ()


def test_a_document_with_date_place_and_source_conforms() -> None:
    source = document(SUPPORT, date="2015-10-16")
    made = claim(
        source,
        mention(source, "حزب الله", "hezbollah"),
        "supports",
        mention(source, "جبهة النصرة", "al-nusra-front"),
        attributed_to=(mention(source, "ناشطون", "activists", "DescribedGroup"),),
        place=mention(source, "بلدة الحاضر", "place/al-hader", "Town"),
        date=source.date,
    )
    assert validate_document(document_quads(source, [made], IRIS)).results == ()


def test_a_result_says_where_it_is_what_is_wrong_and_what_to_do() -> None:
    quads = without(article(SUPPORT, "supports", name="news/a.txt"), "modality")
    (result,) = validate_document(quads).results
    assert result.severity is Severity.VIOLATION
    assert result.node == IRIS.claim(between(document(SUPPORT), "supports"))
    assert result.label == "Hezbollah supports al-Nusra Front"
    assert result.path == RW + "modality"
    assert result.message == "A claim is exactly one of asserted, unconfirmed, denied and hypothetical."
    assert result.message_ar.startswith("الادعاء واحد بالضبط")
    assert result.remedy == "State how surely the document says it, with one of the four."
    assert result.document == IRIS.document(document(SUPPORT).sha256)
    assert result.document_name == "news/a.txt"
    assert result.quote == "حزب الله يدعم جبهة النصرة"
    assert result.shape_label == "modality of a claim"


def test_a_lost_claim_is_missed() -> None:
    quads = article(SUPPORT, "supports", name="a.txt")
    claims = {quad.subject for quad in quads if quad.predicate == NamedNode(RW + "statedIn")}
    (result,) = validate_document(quad for quad in quads if quad.subject not in claims).results
    assert result.message == "The document says that it has 1 claims, but 0 are there."


def test_a_text_that_was_changed_is_found_by_its_hash_its_length_and_its_quotes() -> None:
    quads = article(SUPPORT, "supports", name="a.txt")
    text = NamedNode(RW + "text")
    changed = [
        Quad(quad.subject, text, Literal(f"كذب: {SUPPORT}"), quad.graph_name)
        if quad.predicate == text
        else quad
        for quad in quads
    ]
    found = {result.path for result in validate_document(changed).results}
    assert found == {RW + "sha256", RW + "characters", RW + "quote"}


def test_an_actor_that_nothing_describes_keeps_the_document_out() -> None:
    source = document(SUPPORT)
    stranger = mention(source, "حزب الله", "nobody-has-heard-of-it")
    made = claim(source, stranger, "supports", mention(source, "جبهة النصرة", "al-nusra-front"))
    quads = document_quads(source, [made], IRIS)
    assert {result.path for result in validate_document(quads).violations} == {RW + "subject"}


def test_the_context_says_what_an_actor_is() -> None:
    source = document(SUPPORT)
    stranger = mention(source, "حزب الله", "known-elsewhere")
    made = claim(source, stranger, "supports", mention(source, "جبهة النصرة", "al-nusra-front"))
    quads = document_quads(source, [made], IRIS)
    actor = BASE + "actor/known-elsewhere"
    context = [Quad(NamedNode(actor), _TYPE, NamedNode(RW + "ArmedGroup")), _label(actor, "Known elsewhere")]
    assert actor in referred(quads)
    assert validate_document(quads, context).results == ()


def test_what_is_wrong_in_the_context_is_not_laid_at_the_documents_door() -> None:
    hezbollah = BASE + "actor/hezbollah"
    context = [
        Quad(NamedNode(hezbollah), _TYPE, NamedNode(RW + "ArmedGroup")),
        _label(hezbollah, "one"),
        _label(hezbollah, "two"),
        Quad(NamedNode(BASE + "actor/unrelated"), _TYPE, NamedNode(RW + "Actor")),
    ]
    assert validate_document(article(SUPPORT, "supports", name="a.txt"), context).results == ()


def test_an_actor_that_the_document_describes_is_judged_with_it() -> None:
    quads = article(SUPPORT, "supports", name="a.txt")
    actor = NamedNode(BASE + "actor/unlisted")
    described = [*quads, Quad(actor, _TYPE, NamedNode(RW + "DescribedGroup"))]
    (result,) = validate_document(described).results
    assert (result.node, result.path) == (actor.value, SKOS + "prefLabel")


def test_the_name_of_the_graph_makes_no_difference() -> None:
    quads = article(SUPPORT, "supports", name="a.txt")
    bare = [Quad(quad.subject, quad.predicate, quad.object) for quad in without(quads, "rule")]
    assert validate_document(bare) == validate_document(without(quads, "rule"))


def test_nothing_at_all_conforms() -> None:
    assert validate_document([]).conforms


def test_referred_leaves_out_what_the_quads_describe() -> None:
    quads = article(SUPPORT, "supports", name="a.txt")
    found = referred(quads)
    assert BASE + "actor/hezbollah" in found
    assert IRIS.document(document(SUPPORT).sha256) not in found


def test_of_many_documents_each_is_judged_by_itself() -> None:
    sound = article(SUPPORT, "supports", name="a.txt")
    broken = without(article(FIGHT, "fights", name="b.txt"), "rule")
    reports = list(validate_documents([sound, broken, sound]))
    assert reports == [validate_document(quads) for quads in (sound, broken, sound)]
    assert [report.conforms for report in reports] == [True, False, True]


def test_what_a_neighbour_says_makes_no_document_whole() -> None:
    quads = article(SUPPORT, "supports", name="a.txt")
    claims = {quad.subject for quad in quads if quad.predicate == NamedNode(RW + "statedIn")}
    without_claims = [quad for quad in quads if quad.subject not in claims]
    alone = validate_document(without_claims)
    assert not alone.conforms
    assert next(validate_documents([without_claims, quads])) == alone
