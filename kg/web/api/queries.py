"""``/api/queries``: the questions that travel with the program and the user's own, and what they answer."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Literal

from fastapi import APIRouter, Path, Request
from pydantic import BaseModel, Field
from pyoxigraph import Literal as RdfLiteral
from pyoxigraph import NamedNode

from kg.namespaces import XSD
from kg.query import Query as QueryFile
from kg.query import find_query, own_folders, own_queries, packaged_queries, run_query
from kg.query.arabic import arabic_name, arabic_tag, arabic_text
from kg.query.errors import UnknownQueryError
from kg.query.sandbox import Answer, Limits
from kg.store import Term
from kg.web.api.finding import find_entity
from kg.web.api.keeping import kept
from kg.web.api.parameters import LONGEST, CurrentView, Limit, Offset
from kg.web.api.shapes import Named
from kg.web.api.showing import Showing
from kg.web.problems import Problem
from kg.web.view import View

router = APIRouter()

_PREFIX = "param."
_WHOLE = {XSD + name for name in ("integer", "nonNegativeInteger", "int", "long")}
_BROKEN = {XSD + name for name in ("decimal", "double", "float")}


class QueryParameter(BaseModel):
    """A value that a query takes."""

    name: str
    name_ar: str | None
    kind: str
    description: str
    description_ar: str | None
    default: str | None
    required: bool
    choices: list[str]


class QueryShape(BaseModel):
    """A query file."""

    name: str
    summary: str
    summary_ar: str | None
    tags: list[str]
    tags_ar: list[str] = Field(description="The same in Arabic, as far as that is known.")
    parameters: list[QueryParameter]
    columns: dict[str, str] = Field(description="What a column means, where its name does not say it.")
    text: str
    own: bool = Field(description="Whether it is the user's own; then it runs apart, within limits.")


class Catalogue(BaseModel):
    """All queries."""

    queries: list[QueryShape]
    problems: list[str] = Field(description="What keeps the user's own files from being listed.")


class EntityCell(Named):
    """An actor or a place in an answer."""

    type: str = "entity"
    class_: str = Field(serialization_alias="class")


class LiteralCell(BaseModel):
    """A value in an answer."""

    type: Literal["literal"] = "literal"
    value: str | int | float | bool


class IriCell(BaseModel):
    """Something else with an IRI."""

    type: Literal["iri"] = "iri"
    value: str


class Column(BaseModel):
    """A column of an answer."""

    name: str
    name_ar: str | None
    meaning: str | None
    meaning_ar: str | None


Cell = EntityCell | LiteralCell | IriCell | None


class QueryAnswer(BaseModel):
    """Some rows of an answer."""

    columns: list[Column]
    rows: list[list[Cell]]
    total: int
    offset: int
    limit: int
    cut: str | None = Field(description="Why rows are missing; null where the answer is whole.")
    seconds: float


@dataclass(frozen=True, slots=True)
class _Answered:
    answer: Answer
    seconds: float

    def __len__(self) -> int:
        return len(self.answer.rows)


@router.get("/queries")
def queries() -> Catalogue:
    """The questions that travel with the program, and the user's own."""
    own, wrong = own_queries(own_folders())
    return Catalogue(
        queries=[_shape(each) for each in (*packaged_queries(), *own)], problems=[str(each) for each in wrong]
    )


@router.get("/queries/{name}")
def answer(
    view: CurrentView,
    request: Request,
    name: Annotated[str, Path(max_length=LONGEST, description="The name of a query.")],
    offset: Offset = 0,
    limit: Limit = 100,
) -> QueryAnswer:
    """What a query answers. Its parameters are given as `param.NAME=VALUE`, several times for several values.

    An actor or a place is given by its IRI or as `actor/…`, or called by a name.
    """
    if name.endswith(".rq") or "/" in name or "\\" in name:
        raise UnknownQueryError(name, (), len(packaged_queries()))
    query = find_query(name, own_folders())
    values = _values(view, request)
    limits: Limits = getattr(getattr(request.app.state, "settings", None), "limits", None) or Limits()

    def run() -> _Answered:
        begun = time.monotonic()
        found = run_query(
            view.store, query, values, resolve=view.naming.resolve, limits=limits, claims=view.claims
        )
        return _Answered(found, time.monotonic() - begun)

    key = ("query", name, tuple(sorted(values.items())))
    # One's own may be written anew at any time.
    answered = kept(view, key, run) if query.packaged else run()
    found = answered.answer
    meanings = dict(query.header.columns)
    return QueryAnswer(
        columns=[_column(each, meanings.get(each)) for each in found.variables],
        rows=_cells(view, found.rows[offset : offset + limit]),
        total=len(answered),
        offset=offset,
        limit=limit,
        cut=found.cut,
        seconds=round(answered.seconds, 4),
    )


def _column(name: str, meaning: str | None) -> Column:
    return Column(
        name=name,
        name_ar=arabic_name(name),
        meaning=meaning,
        meaning_ar=arabic_text(meaning) if meaning else None,
    )


def _shape(query: QueryFile) -> QueryShape:
    header = query.header
    return QueryShape(
        name=query.name,
        summary=header.summary,
        summary_ar=header.summary_ar,
        tags=list(header.tags),
        tags_ar=[arabic_tag(each) or each for each in header.tags],
        parameters=[
            QueryParameter(
                name=each.name,
                name_ar=arabic_name(each.name),
                kind=each.kind,
                description=each.description,
                description_ar=arabic_text(each.description),
                default=each.default,
                required=each.required,
                choices=list(each.choices),
            )
            for each in header.parameters
        ],
        columns=dict(header.columns),
        text=query.text,
        own=not query.packaged,
    )


def _values(view: View, request: Request) -> dict[str, tuple[str, ...]]:
    """The values of the parameters; paths below the base as IRIs, and what is empty as not given."""
    values: dict[str, list[str]] = {}
    for key, value in request.query_params.multi_items():
        if key.startswith(_PREFIX) and value.strip():
            if len(value) > LONGEST:
                raise Problem(400, f"{key}: longer than {LONGEST:,} characters")
            values.setdefault(key.removeprefix(_PREFIX), []).append(_written_out(view, value))
    return {name: tuple(several) for name, several in values.items()}


def _written_out(view: View, value: str) -> str:
    for kind in ("document", "claim"):
        if value.startswith(f"{kind}/"):
            return view.store.iris.base + value
    if value.startswith(("actor/", "place/")):
        return find_entity(view, value)
    return value


def _cells(view: View, rows: Sequence[Sequence[Term | None]]) -> list[list[Cell]]:
    iris = {term.value for row in rows for term in row if isinstance(term, NamedNode)}
    view.naming.prepare(iris)
    showing = Showing(view.naming)
    return [[_cell(term, view, showing) for term in row] for row in rows]


def _cell(term: Term | None, view: View, showing: Showing) -> Cell:
    if term is None:
        return None
    if isinstance(term, NamedNode):
        if not view.naming.knows(term.value):
            return IriCell(value=term.value)
        named = showing.named(term.value).model_dump()
        return EntityCell(**{**named, "type": "entity", "class_": named["type"]})
    if isinstance(term, RdfLiteral):
        return LiteralCell(value=_value(term))
    return LiteralCell(value=str(term))


def _value(literal: RdfLiteral) -> str | int | float | bool:
    """A number or truth value where it is one, else the text."""
    kind, text = literal.datatype.value, literal.value
    try:
        if kind in _WHOLE:
            return int(text)
        if kind in _BROKEN:
            number = float(text)
            return number if abs(number) < float("inf") else text
    except ValueError:
        return text
    return text == "true" if kind == XSD + "boolean" and text in ("true", "false") else text
