"""A small ontology for runs of the reasoner, and what can be added to it."""

from __future__ import annotations

from pathlib import Path

HEAD = """@prefix rw: <https://w3id.org/rawabit/ontology#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix actor: <https://w3id.org/rawabit/actor/> .
@prefix place: <https://w3id.org/rawabit/place/> .
"""
SMALL = """<https://w3id.org/rawabit/ontology> a owl:Ontology .
rw:Actor a owl:Class ; owl:disjointWith rw:Place .
rw:Place a owl:Class .
rw:supports a owl:ObjectProperty ; rdfs:domain rw:Actor ; rdfs:range rw:Actor .
"""


def written(path: Path, *turtle: str) -> Path:
    """The file, holding the Turtle with its prefixes."""
    path.write_text(HEAD + "".join(turtle), encoding="utf-8")
    return path
