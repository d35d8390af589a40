"""How well an actor outside the registry is attested, asked of one as of all."""

from __future__ import annotations

from pathlib import Path

from kg.namespaces import BASE
from kg.pipeline import load
from kg.query.search import Spoken, directory
from kg.query.unlisted_actors import new_actors, standing_of
from kg.store import memory_store

BRIGADE = "لواء شهداء الغوطتين"
TEXTS = {
    "one.txt": f"سيطر {BRIGADE} على بلدة مسرابا.",
    "two.txt": f"اشتبك {BRIGADE} مع جبهة النصرة. وهاجمت كتيبة أحرار البادية مواقع داعش.",
    "three.txt": "قصف مسلحون مواقع حزب الله.",
}


def test_the_standing_of_one_is_that_among_all(tmp_path: Path) -> None:
    store = memory_store()
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
        load([tmp_path / name], store)
    spoken = directory(store).spoken
    everybody = {each.iri: each.standing for each in new_actors(store)}
    assert set(everybody.values()) == {"certain", "provisional"}
    for iri in spoken:
        assert standing_of(store, iri, spoken[iri].documents) == everybody.get(iri)
    assert {"hezbollah", "al-nusra-front"} <= {iri.rpartition("/")[2] for iri in spoken}
    assert standing_of(store, BASE + "actor/nobody", Spoken().documents) is None
