"""What has to be known of a query's text before it is sent: its form, its prologue, and what a CONSTRUCT makes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pyoxigraph import BlankNode, Literal, NamedNode, QueryTriples, Store, Triple

from kg.store.errors import QuerySyntaxError
from kg.store.protocol import Term

# A comment, a string or an IRI hides the braces and words that it holds (SPARQL 1.1, 19.8). The name of a variable
# and what follows a prefix are no keywords.
TOKEN = re.compile(
    r"""(?P<hidden>\#[^\r\n]*
      | \"\"\"(?:\"{0,2}(?:[^\"\\]|\\.))*+\"\"\" | '''(?:'{0,2}(?:[^'\\]|\\.))*+'''
      | \"(?:[^\"\\\r\n]|\\.)*+\" | '(?:[^'\\\r\n]|\\.)*+'
      | <[^<>\"{}|^`\\\x00-\x20]*> | [\w.\-]*:[\w.\-:%]* | [@]\w+)
    | (?P<variable>[?$]\w+) | (?P<word>[^\W\d_]\w*) | (?P<brace>[{}])""",
    re.X | re.S,
)
_PROLOGUE = re.compile(r"(?:\s+|\#[^\r\n]*|(?:PREFIX\s+[^\s:]*:\s*|BASE\s*)<[^<>]*>)*", re.I)
_FORMS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
_SKOLEM = "urn:rawabit:blank:"


@dataclass(frozen=True, slots=True)
class Construct:
    """A CONSTRUCT in two parts: a question that any server answers in rows, and what is made of a row."""

    select: str
    variables: tuple[str, ...]
    make: str
    """The CONSTRUCT with the prologue and an open place for the rows."""

    def triples(self, rows: Sequence[Sequence[Term | None]]) -> list[Triple]:
        """The triples that the rows make, each once."""
        if not rows:
            return []
        if not self.variables:
            values = "{}"
        else:
            told = " ".join(f"({' '.join(map(_written, row))})" for row in rows)
            values = f"{{ VALUES ({' '.join('?' + name for name in self.variables)}) {{ {told} }} }}"
        made = Store().query(f"{self.make} WHERE {values}")
        assert isinstance(made, QueryTriples)
        return list(dict.fromkeys(map(_with_blanks, made)))


def split_prologue(text: str) -> tuple[str, str]:
    """Prefixes and base, and the query after them."""
    found = _PROLOGUE.match(text)
    assert found is not None
    return text[: found.end()], text[found.end() :]


def form_of(text: str) -> str:
    """``SELECT``, ``ASK``, ``CONSTRUCT`` or ``DESCRIBE``. Raises ``QuerySyntaxError`` for anything else."""
    _, body = split_prologue(text)
    word = re.match(r"[A-Za-z]+", body)
    form = word[0].upper() if word else ""
    if form not in _FORMS:
        raise QuerySyntaxError("it begins with none of SELECT, ASK and CONSTRUCT")
    return form


def counting(text: str) -> str:
    """The query that says how many rows the SELECT ``text`` has."""
    prologue, body = split_prologue(text)
    return f"{prologue}\nSELECT (COUNT(*) AS ?rows) WHERE {{ {{ {body}\n}} }}"


def read_construct(text: str) -> Construct:
    """The parts of a CONSTRUCT. Raises ``QuerySyntaxError`` for a DESCRIBE, which each server reads in its own way."""
    if form_of(text) == "DESCRIBE":
        raise QuerySyntaxError("DESCRIBE means something else on every server; ask with CONSTRUCT")
    prologue, body = split_prologue(text)
    blocks = list(_blocks(body))
    if not blocks:
        raise QuerySyntaxError("it has no braces")
    start, end, _ = blocks[0]
    between = re.sub(r"\#[^\r\n]*", " ", body[len("CONSTRUCT") : start]).strip()
    template = body[start:end]
    # The short form, CONSTRUCT WHERE { … }, makes what it finds.
    rest = body[start:] if between else body[end:]
    variables = tuple(dict.fromkeys(_variables(template)))
    wanted = " ".join("?" + name for name in variables) or "(1 AS ?any)"
    return Construct(f"{prologue}\nSELECT {wanted} {rest}", variables, f"{prologue}\nCONSTRUCT {template}")


def _blocks(text: str) -> Iterator[tuple[int, int, str]]:
    """The outermost pairs of braces: where each begins and ends, and what is in it."""
    depth = start = 0
    for token in TOKEN.finditer(text):
        if token["brace"] == "{":
            start, depth = (token.start() if depth == 0 else start), depth + 1
        elif token["brace"]:
            depth -= 1
            if depth == 0:
                yield start, token.end(), text[start : token.end()]


def _variables(text: str) -> Iterator[str]:
    for token in TOKEN.finditer(text):
        if token["variable"]:
            yield token["variable"][1:]


def _written(term: Term | None) -> str:
    if term is None:
        return "UNDEF"
    return str(NamedNode(_SKOLEM + term.value)) if isinstance(term, BlankNode) else str(term)


def _with_blanks(triple: Triple) -> Triple:
    subject, predicate, target = triple.subject, triple.predicate, triple.object
    if isinstance(subject, NamedNode) and subject.value.startswith(_SKOLEM):
        subject = BlankNode(subject.value.removeprefix(_SKOLEM))
    if isinstance(target, NamedNode | Literal) and target.value.startswith(_SKOLEM):
        target = BlankNode(target.value.removeprefix(_SKOLEM)) if isinstance(target, NamedNode) else target
    return Triple(subject, predicate, target)
