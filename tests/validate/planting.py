"""Data that shapes object to: the cases of ``tests/shapes``, and documents with random harm."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, Store, parse

from kg.iri import Iris
from kg.model import Modality
from kg.namespaces import BASE, RW, XSD
from kg.rdf import document_quads
from tests.building import claim, document, mention
from tests.shapes.cases import HOME, files

_TEXT = (
    "قال ناشطون إن حزب الله يدعم جبهة النصرة في بلدة الحاضر، ونفى مصدر ذلك. Hezbollah fights ISIS in Aleppo."
)


def every_case() -> list[Quad]:
    """All cases that must fail or warn, each on ground of its own, as one body of data."""
    ground = (HOME / "ground.ttl").read_text("utf-8")
    found: list[Quad] = []
    for case in (*files("fail"), *files("warn")):
        text = f"{ground}\n{case.read_text('utf-8')}"
        for base in ("https://example.org/", f"{BASE}document/"):
            text = text.replace(base, f"{base}{case.parent.name}/{case.stem}/")
        found += parse(text.encode(), format=RdfFormat.TURTLE, rename_blank_nodes=True)
    return written(found)


def written(quads: object) -> list[Quad]:
    """The quads as Oxigraph keeps them: it writes numbers anew, and pySHACL sees them so."""
    store = Store()
    store.extend(Quad(each.subject, each.predicate, each.object) for each in quads)  # type: ignore[attr-defined]
    return sorted(store, key=str)


@lru_cache(maxsize=1)
def sound() -> tuple[Quad, ...]:
    """A document with every kind of part: sources, places, dates, actors of the registry and others."""
    source = document(_TEXT, name="a.txt", date="2015-10-16")
    hezbollah = mention(source, "حزب الله", "hezbollah")
    nusra = mention(source, "جبهة النصرة", "al-nusra-front")
    activists = mention(source, "ناشطون", "activists", "DescribedGroup")
    town = mention(source, "بلدة الحاضر", "place/al-hader", "Town")
    listed = mention(source, "مصدر", "a-source", "DescribedGroup")
    someone = replace(listed, entity=replace(listed.entity, known=False))
    made = [
        claim(source, hezbollah, "supports", nusra, attributed_to=(activists,), place=town, date=source.date),
        claim(
            source, hezbollah, "supports", nusra, attributed_to=(someone, activists), modality=Modality.DENIED
        ),
        claim(source, nusra, "fights", activists, date=source.date),
        claim(source, someone, "commands", activists),
        claim(source, activists, "presentIn", town),
    ]
    return tuple(written(document_quads(source, made, Iris())))


def harmed(seed: int) -> list[Quad]:
    """The document with a few quads lost, doubled, or pointing elsewhere."""
    choice = random.Random(seed)
    quads = list(sound())
    for _ in range(choice.randint(1, 6)):
        at = choice.randrange(len(quads))
        quad = quads[at]
        act = choice.randrange(5)
        if act == 0:
            del quads[at]
        elif act == 1:
            quads[at] = Quad(quad.subject, quad.predicate, _other(quad.object, quads, choice))
        elif act == 2:
            quads.append(Quad(quad.subject, quad.predicate, _other(quad.object, quads, choice)))
        elif act == 3:
            other = choice.choice(quads)
            quads.append(Quad(quad.subject, other.predicate, other.object))
        else:
            node = BlankNode("harmed") if choice.random() < 0.5 else choice.choice(quads).subject
            quads[at] = Quad(node, quad.predicate, quad.object)
    return written(quads)


def _other(term: object, quads: Sequence[Quad], choice: random.Random) -> NamedNode | Literal | BlankNode:
    odd = [
        Literal(""),
        Literal("x"),
        Literal(-1),
        Literal(7),
        Literal("0.5", datatype=NamedNode(XSD + "decimal")),
        Literal("7", datatype=NamedNode(XSD + "double")),
        Literal("2015", datatype=NamedNode(XSD + "gYear")),
        Literal("2015-02-30", datatype=NamedNode(XSD + "date")),
        Literal("2015-10-17", datatype=NamedNode(XSD + "date")),
        Literal("2015-10-17T00:00:00+02:00", datatype=NamedNode(XSD + "dateTime")),
        Literal("x", datatype=NamedNode(XSD + "integer")),
        Literal("true", datatype=NamedNode(XSD + "boolean")),
        Literal("words", language="en"),
        NamedNode(RW + "supports"),
        NamedNode(RW + "Place"),
        NamedNode("https://example.org/stranger"),
        BlankNode("stranger"),
    ]
    found = choice.choice([*odd, choice.choice(quads).object, choice.choice(quads).subject])
    assert isinstance(found, NamedNode | Literal | BlankNode)
    return found
