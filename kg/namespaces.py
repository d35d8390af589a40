"""The prefixes that every Turtle, query and export of this project uses."""

from __future__ import annotations

RW = "https://w3id.org/rawabit/ontology#"
BASE = "https://w3id.org/rawabit/"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
OWL = "http://www.w3.org/2002/07/owl#"
XSD = "http://www.w3.org/2001/XMLSchema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
PROV = "http://www.w3.org/ns/prov#"
OA = "http://www.w3.org/ns/oa#"
ORG = "http://www.w3.org/ns/org#"
DCTERMS = "http://purl.org/dc/terms/"
GEO = "http://www.w3.org/2003/01/geo/wgs84_pos#"
SH = "http://www.w3.org/ns/shacl#"
WD = "http://www.wikidata.org/entity/"

PREFIXES: dict[str, str] = {
    "rw": RW,
    "actor": BASE + "actor/",
    "place": BASE + "place/",
    "document": BASE + "document/",
    "claim": BASE + "claim/",
    "graph": BASE + "graph/",
    "rdf": RDF,
    "rdfs": RDFS,
    "owl": OWL,
    "xsd": XSD,
    "skos": SKOS,
    "prov": PROV,
    "oa": OA,
    "org": ORG,
    "dcterms": DCTERMS,
    "geo": GEO,
    "sh": SH,
    "wd": WD,
}
"""Prefix to namespace, in the order in which exports declare them."""
