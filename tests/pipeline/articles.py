"""Documents with all that claims can have, and how they look as they are exported."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO

from pyoxigraph import RdfFormat, parse

from kg.export import export
from kg.iri import Iris
from kg.model import Document, Entity, Mention, Modality, PartialDate, Precision
from kg.namespaces import BASE
from kg.rdf import document_quads
from kg.store import Change, Store, memory_store
from kg.store.digest import digest
from tests.building import claim, document, mention

FORMATS = {"turtle": ".ttl", "trig": ".trig", "nquads": ".nq"}


def unknown(given: Mention, label: str, label_ar: str | None = None) -> Mention:
    """An actor that only this document describes."""
    entity = Entity(BASE + "actor/furat-brigade", "ArmedGroup", label, label_ar, known=False)
    return replace(given, entity=entity)


def articles() -> Iterator[Document]:
    """Three documents, one of which is known by its claims alone, with all that claims can have."""
    first = document("قال ناشط إن كتيبة الفرات تدعم حزب الله في حلب.", name="one", date="2015-10-16")
    ours = unknown(mention(first, "كتيبة الفرات", "x"), "Furat Brigade", "كتيبة الفرات")
    sohr = mention(first, "ناشط", "sohr", "MonitoringOrganization")
    hezbollah = mention(first, "حزب الله", "hezbollah")
    said = claim(
        first,
        ours,
        "supports",
        hezbollah,
        attributed_to=(sohr,),
        place=mention(first, "حلب", "place/aleppo"),
        date=PartialDate("2015-10", Precision.MONTH),
    )
    denied = claim(first, hezbollah, "fights", ours, modality=Modality.DENIED)
    yield replace(
        first,
        title='A "title"\n',
        source="Elaph",
        author="\u202eWho",
        url="https://x.example/1",
        claims=(said, denied),
    )
    second = document(
        "Hezbollah fights the Furat Brigade \\ 'here'.\r\n\t\x0bEnd.", name="two/\u00fc.txt", language="en"
    )
    theirs = unknown(mention(second, "Furat Brigade", "x"), "Furat Brigade")
    fights = claim(second, mention(second, "Hezbollah", "hezbollah"), "fights", theirs)
    yield replace(second, claims=(fights,))
    third = document("Hezbollah supports the Syrian army.", name="three", language="en")
    supports = claim(
        third,
        mention(third, "Hezbollah", "hezbollah"),
        "supports",
        mention(third, "Syrian army", "syrian-government-forces"),
    )
    yield replace(third, text="", length=len(third.text), claims=(supports,))
    yield replace(document("Nothing happened.", name="four", language="en"), claims=())


FIRST = next(articles())
GRAPH = f"{BASE}graph/document/{FIRST.sha256[:16]}"
D = f"<{BASE}document/{FIRST.sha256[:16]}>"


def exported(store: Store, form: str) -> bytes:
    """All of a store in one of the ``FORMATS``."""
    stream = BytesIO()
    export(store, form, stream)
    return stream.getvalue()


def digests(store: Store) -> dict[str, str]:
    """By graph, without the one that is the same in every store."""
    return {graph: digest(store.quads(graph)) for graph in store.graphs() if not graph.endswith("/reference")}


def nquads(
    *, without: str = "", instead: tuple[str, str] = ("", ""), more: str = "", base: str = BASE
) -> bytes:
    """The first article, with changes to the lines of its N-Quads."""
    assert FIRST.claims is not None
    quads = document_quads(replace(FIRST, claims=None), FIRST.claims, Iris(base))
    lines = [f"{quad} ." for quad in sorted(quads, key=str)]
    kept = [line for line in lines if not (without and re.search(without, line))]
    changed = [re.sub(*instead, line) if instead[0] else line for line in kept]
    assert not (without or instead[0]) or changed != lines
    return "\n".join([*changed, more.replace("GRAPH", f"<{GRAPH}> .")]).encode()


def alone(form: str) -> bytes:
    """The first article alone, as it is exported."""
    with memory_store() as made:
        made.apply(Change(insert=tuple(parse(nquads(), format=RdfFormat.N_QUADS))))
        return exported(made, form)
