"""A store with claims of every shape, and the ways in which exports are read back."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest

from kg.export import export
from kg.iri import Iris
from kg.model import Document
from kg.store import EmbeddedStore, Store
from tests.building import claim, document, mention
from tests.graphs import described, fact, graph_of

TEXT = 'قال المرصد: حزب الله يدعم "قوات النظام" في حلب.\nوتقاتل قوات النظام جبهة النصرة\\ في حلب.\t!\n'

Exported = Callable[..., bytes]


def reported() -> Document:
    return document(TEXT, name="=seed, 'one'.txt", date="2015-10-16")


def made(iris: Iris | None = None, *, upside_down: bool = False) -> EmbeddedStore:
    """Two claims of one document; ``upside_down`` states everything in the opposite order."""
    source = reported()
    army = mention(source, "قوات النظام", "syrian-government-forces", "StateForce")
    hezbollah, sohr = mention(source, "حزب الله", "hezbollah"), mention(source, "المرصد", "sohr", "Monitor")
    place = mention(source, "حلب", "place/aleppo", "City")
    claims = [
        claim(source, hezbollah, "supports", army, attributed_to=(sohr,), place=place),
        claim(source, army, "fights", mention(source, "جبهة النصرة", "al-nusra-front")),
    ]
    extra = [
        *described("hezbollah", "ArmedGroup", en="Hezbollah", ar="حزب الله"),
        *described(
            "syrian-government-forces", "StateForce", en="Syrian government forces", ar="قوات النظام السوري"
        ),
        *described(
            "sohr", "Monitor", en="Syrian Observatory for Human Rights", ar="المرصد السوري لحقوق الإنسان"
        ),
        *described("al-nusra-front", "ArmedGroup", en="al-Nusra Front", ar="جبهة النصرة"),
        *described("place/aleppo", "City", en="Aleppo", ar="حلب"),
        *described("place/syria", "Country", en="Syria", ar="سوريا"),
        *described("unmentioned", "ArmedGroup", en="Nobody named them", ar="لم يُذكروا"),
        fact("place/aleppo", "within", "place/syria"),
    ]
    if upside_down:
        claims.reverse()
        extra.reverse()
    return graph_of({source: claims}, extra=extra, iris=iris)


def exported(store: Store, form: str, **options: object) -> bytes:
    """The bytes of an export."""
    out = io.BytesIO()
    # The options of ``export`` as a test names them; a wrong one fails there.
    export(store, form, out, **options)  # type: ignore[arg-type]
    return out.getvalue()


@pytest.fixture(scope="session")
def store() -> EmbeddedStore:
    """Two claims of one document."""
    return made()
