"""What a client asks at ``/sparql``: SPARQL 1.1 Protocol, section 2.1, read from URL, headers and body."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl

from starlette.requests import Request

from kg.query.sandbox import Limits
from kg.web.negotiation import wanted
from kg.web.problems import Problem

_JSON, _XML = "application/sparql-results+json", "application/sparql-results+xml"
_TRUTH = {_JSON: "json", "application/json": "json", _XML: "xml", "application/xml": "xml", "text/xml": "xml"}
OFFERS: dict[str, dict[str, str]] = {
    "rows": {**_TRUTH, "text/csv": "csv", "text/tab-separated-values": "tsv"},
    "truth": _TRUTH,
    "graph": {
        "text/turtle": "turtle",
        "application/n-triples": "ntriples",
        "application/ld+json": "jsonld",
        "application/rdf+xml": "rdfxml",
        "application/json": "jsonld",
    },
}
"""Kind of answer to media types, the preferred one first, with the names of their formats."""
_UPDATES = ("update", "using-graph-uri", "using-named-graph-uri")
_KNOWN = {"query", "default-graph-uri", "named-graph-uri", "timeout"}


@dataclass(frozen=True, slots=True)
class Asked:
    """A query with all that was said about it."""

    query: str
    default: tuple[str, ...]
    named: tuple[str, ...]
    seconds: float
    types: dict[str, str | None]
    """Kind of answer to the media type in which it is wanted."""


async def pairs_of(request: Request) -> list[tuple[str, str]]:
    """The parameters of the URL and of the body. The guard let no other content type in."""
    pairs = _decoded(request.url.query, "the URL")
    if request.method == "POST":
        kind, _, parameters = request.headers.get("content-type", "").partition(";")
        charset = parameters.partition("charset=")[2].strip().strip('"').lower()
        if charset not in ("", "utf-8", "utf8"):
            raise Problem(415, f"a query in {charset} is not read; send it in UTF-8")
        body = await request.body()
        try:
            text = body.decode()
        except UnicodeDecodeError as error:
            raise Problem(400, f"the query is not UTF-8 (byte {error.start}); send it in UTF-8") from None
        if kind.strip().lower() == "application/sparql-query":
            return [*pairs, ("query", text)]
        pairs += _decoded(text, "the form")
    return pairs


def _decoded(text: str, where: str) -> list[tuple[str, str]]:
    try:
        return parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=1000)
    except UnicodeDecodeError:
        raise Problem(400, f"{where} is not UTF-8; send it in UTF-8, percent-encoded") from None
    except ValueError:
        raise Problem(400, f"{where} has more than 1,000 parameters; leave out what is not needed") from None


def has_query(pairs: Sequence[tuple[str, str]]) -> bool:
    """Whether anything is asked, be it an update."""
    return any(key in ("query", *_UPDATES) for key, _ in pairs)


def asked_of(pairs: Sequence[tuple[str, str]], accept: str, limits: Limits) -> Asked:
    """The query in these parameters. Raises ``Problem`` for what is no single query that can be answered."""
    for key in _UPDATES:
        if any(each == key for each, _ in pairs):
            raise Problem(400, f"{key!r} belongs to an update, and this service only reads; send a 'query'")
    given = {key: tuple(value for each, value in pairs if each == key) for key in _KNOWN}
    queries = given["query"]
    if len(queries) != 1:
        raise Problem(400, f"{len(queries)} queries were sent; send one, as the parameter 'query'")
    types = {kind: wanted(accept, list(offers)) for kind, offers in OFFERS.items()}
    if not any(types.values()):
        names = ", ".join(dict.fromkeys(name for offers in OFFERS.values() for name in offers))
        raise Problem(406, f"none of the types in Accept is written here; these are: {names}")
    return Asked(
        queries[0],
        tuple(map(_iri, given["default-graph-uri"])),
        tuple(map(_iri, given["named-graph-uri"])),
        _seconds(given["timeout"], limits),
        types,
    )


def _seconds(given: Sequence[str], limits: Limits) -> float:
    """The shorter of what the client asks for and the limit."""
    seconds = limits.seconds
    for text in given:
        try:
            asked = float(text)
        except ValueError:
            asked = 0.0
        if not asked > 0:
            raise Problem(400, f"timeout={text} does not fit: give seconds, more than 0")
        seconds = min(seconds, asked)
    return seconds


def _iri(text: str) -> str:
    if not text.lower().startswith(("http://", "https://")):
        raise Problem(
            400, f"{text!r} names no graph: give an http or https IRI; GRAPH ?g {{}} in a query finds them"
        )
    return text
