"""Puts findings into words: messages with their values, names for nodes, the document and the passage."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from pyoxigraph import Literal, NamedNode, QuerySolutions, Store, Variable

from kg.namespaces import OA, PREFIXES, RW
from kg.validate.finding import Finding
from kg.validate.naming import iris, label, subjects, texts
from kg.validate.report import Result
from kg.validate.shapes import Note, load_shapes
from kg.validate.terms import Term

_SLOT = re.compile(r"\{\?(\w+)\}")


def worded(finding: Finding, store: Store) -> Result:
    """``finding`` with everything that ``store`` knows about its node."""
    note = load_shapes().notes.get(finding.shape, Note())
    values = {**_bindings(finding, note, store), "this": finding.node}
    document = next(_documents(finding.node, store), None)
    return Result(
        severity=finding.severity,
        node=written(finding.node),
        label=label(finding.node, store),
        path=finding.path,
        message=_filled(note.message, values, store, "en"),
        message_ar=_filled(note.message_ar, values, store, "ar"),
        remedy=note.remedy,
        remedy_ar=note.remedy_ar,
        shape=finding.shape,
        shape_label=note.label,
        component=finding.component,
        value=None if finding.value is None else written(finding.value),
        document=None if document is None else written(document),
        document_name=None
        if document is None
        else next(iter(sorted(texts(document, RW + "name", store))), None),
        quote=next(_quotes(finding.node, store), None),
    )


def written(term: Term) -> str:
    """An IRI or the words of a literal as they are, a blank node as ``_:`` and its identifier."""
    return term.value if isinstance(term, NamedNode | Literal) else str(term)


def _bindings(finding: Finding, note: Note, store: Store) -> Mapping[str, Term]:
    """The values of the variables in the message: those of the solution that made the finding."""
    if finding.solution is not None:
        return finding.solution
    if note.select is None or not _SLOT.search(note.message + note.message_ar):
        return {}
    solutions = store.query(note.select, prefixes=PREFIXES, substitutions={Variable("this"): finding.node})
    if not isinstance(solutions, QuerySolutions):
        return {}
    names = [variable.value for variable in solutions.variables]
    for solution in solutions:
        found = {name: term for name, term in zip(names, solution, strict=True) if isinstance(term, Term)}
        path, value = found.get("path"), found.get("value", finding.value)
        if value == finding.value and (path is None or written(path) == finding.path):
            return found
    return {}


def _filled(message: str, values: Mapping[str, Term], store: Store, language: str) -> str:
    def value(slot: re.Match[str]) -> str:
        term = values.get(slot[1])
        if term is None:
            return "…"
        return term.value if isinstance(term, Literal) else label(term, store, language)

    return _SLOT.sub(value, message)


def _documents(node: Term, store: Store) -> Iterator[Term]:
    if any(texts(node, RW + "sha256", store)) or any(texts(node, RW + "text", store)):
        yield node
    yield from sorted(iris(node, RW + "statedIn", store), key=written)
    yield from sorted(iris(node, OA + "hasSource", store), key=written)
    for claim in sorted(subjects(RW + "attribution", node, store), key=written):
        yield from sorted(iris(claim, RW + "statedIn", store), key=written)


def _quotes(node: Term, store: Store) -> Iterator[str]:
    yield from sorted(texts(node, RW + "quote", store))
    for passage in sorted(iris(node, RW + "evidence", store), key=written):
        yield from sorted(texts(passage, RW + "quote", store))
    for claim in sorted(subjects(RW + "attribution", node, store), key=written):
        yield from _quotes(claim, store)
