"""Solutions in the W3C's four formats: SPARQL 1.1 Query Results JSON, XML, CSV and TSV.

Row by row, so that whoever asks for them can stop anywhere. RDF 1.1 terms alone are known.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from pyoxigraph import BlankNode, Literal, NamedNode

from kg.namespaces import XSD

Row = Sequence[Any]
"""Terms of pyoxigraph, ``None`` where a variable is unbound."""
_STRING = XSD + "string"
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def as_json(variables: Sequence[str], rows: Iterable[Row]) -> Iterator[str]:
    """SPARQL 1.1 Query Results JSON Format."""
    yield '{"head":{"vars":' + json.dumps(list(variables)) + '},"results":{"bindings":['
    keys = [json.dumps(variable) + ":" for variable in variables]
    comma = ""
    for row in rows:
        bound = (key + _json(term) for key, term in zip(keys, row, strict=True) if term is not None)
        yield f"{comma}\n{{{','.join(bound)}}}"
        comma = ","
    yield "\n]}}\n"


def as_xml(variables: Sequence[str], rows: Iterable[Row]) -> Iterator[str]:
    """SPARQL Query Results XML Format (Second Edition). Raises ``ValueError`` for a character that XML has not."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<sparql xmlns="http://www.w3.org/2005/sparql-results#">\n<head>'
    yield "".join(f"<variable name={quoteattr(variable)}/>" for variable in variables)
    yield "</head>\n<results>\n"
    opened = [f"<binding name={quoteattr(variable)}>" for variable in variables]
    for row in rows:
        bound = (
            f"{begin}{_xml(term)}</binding>"
            for begin, term in zip(opened, row, strict=True)
            if term is not None
        )
        yield f"<result>{''.join(bound)}</result>\n"
    yield "</results>\n</sparql>\n"


def as_csv(variables: Sequence[str], rows: Iterable[Row]) -> Iterator[str]:
    """SPARQL 1.1 Query Results CSV: the values alone, without what kind of term each is."""
    yield ",".join(map(_quoted, variables)) + "\r\n"
    for row in rows:
        yield ",".join(_csv(term) for term in row) + "\r\n"


def as_tsv(variables: Sequence[str], rows: Iterable[Row]) -> Iterator[str]:
    """SPARQL 1.1 Query Results TSV: each term as Turtle writes it."""
    yield "\t".join(f"?{variable}" for variable in variables) + "\n"
    for row in rows:
        yield "\t".join("" if term is None else str(term).replace("\t", "\\t") for term in row) + "\n"


ROWS = {"json": as_json, "xml": as_xml, "csv": as_csv, "tsv": as_tsv}
"""What writes solutions, by the name of its format."""


def truth_as_json(answer: bool) -> str:  # noqa: FBT001
    """The answer to an ASK in JSON."""
    return f'{{"head":{{}},"boolean":{str(answer).lower()}}}\n'


def truth_as_xml(answer: bool) -> str:  # noqa: FBT001
    """The answer to an ASK in XML."""
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<sparql xmlns="http://www.w3.org/2005/sparql-results#">\n<head/>'
    return f"{head}\n<boolean>{str(answer).lower()}</boolean>\n</sparql>\n"


TRUTH = {"json": truth_as_json, "xml": truth_as_xml}
"""What writes the answer to an ASK, by the name of its format."""


def _json(term: Any) -> str:
    if isinstance(term, NamedNode):
        return f'{{"type":"uri","value":{_text(term.value)}}}'
    if isinstance(term, BlankNode):
        return f'{{"type":"bnode","value":{_text(term.value)}}}'
    if isinstance(term, Literal):
        more = ""
        if term.language:
            more = f',"xml:lang":{_text(term.language)}'
        elif term.datatype.value != _STRING:
            more = f',"datatype":{_text(term.datatype.value)}'
        return f'{{"type":"literal","value":{_text(term.value)}{more}}}'
    raise _unknown(term)


def _text(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)


def _xml(term: Any) -> str:
    if isinstance(term, NamedNode):
        return f"<uri>{_content(term.value)}</uri>"
    if isinstance(term, BlankNode):
        return f"<bnode>{_content(term.value)}</bnode>"
    if isinstance(term, Literal):
        more = ""
        if term.language:
            more = f" xml:lang={quoteattr(term.language)}"
        elif term.datatype.value != _STRING:
            more = f" datatype={quoteattr(must_be_xml(term.datatype.value))}"
        return f"<literal{more}>{_content(term.value)}</literal>"
    raise _unknown(term)


def _content(value: str) -> str:
    # A reader takes a bare carriage return for a line feed.
    return escape(must_be_xml(value), {"\r": "&#13;"})


def must_be_xml(text: str) -> str:
    """``text`` itself. Raises ``ValueError`` where it holds what XML 1.0 cannot say (section 2.2)."""
    found = _NO_XML.search(text)
    if found is not None:
        sign = f"U+{ord(found[0]):04X}"
        raise ValueError(f"a value holds the character {sign}, which XML cannot say; ask for another format")
    return text


def _csv(term: Any) -> str:
    if term is None:
        return ""
    if isinstance(term, BlankNode):
        return f"_:{term.value}"
    if isinstance(term, NamedNode | Literal):
        return _quoted(term.value)
    raise _unknown(term)


def _quoted(value: str) -> str:
    if any(sign in value for sign in '",\r\n'):
        return '"' + value.replace('"', '""') + '"'
    return value


def _unknown(term: Any) -> ValueError:
    return ValueError(f"{term}: a triple in a solution, which these formats cannot say; ask for its parts")
