"""The JSON API, under ``/api``."""

from typing import Any

from fastapi import APIRouter

from kg.web.api import (
    claims_at,
    contradictions,
    document,
    documents,
    entity,
    evidence,
    links,
    ontology,
    paths,
    places,
    queries,
    searching,
    sources,
    status,
    timeline,
    why,
)
from kg.web.api.shapes import Problem

_PROBLEMS: dict[int | str, dict[str, Any]] = {
    code: {
        "description": text,
        "content": {"application/problem+json": {"schema": Problem.model_json_schema()}},
    }
    for code, text in {
        400: "What is asked does not fit.",
        404: "There is nobody and nothing by this id.",
        409: "A name means several.",
        413: "The body is too long.",
        415: "The body is not JSON.",
        422: "A parameter is missing, or out of its bounds.",
        503: "A limit was reached.",
    }.items()
}

_PARTS = (status, ontology, searching, entity, links, paths, evidence, why, document, documents, timeline)
_MORE = (contradictions, places, claims_at, sources, queries)

router = APIRouter(prefix="/api", responses=_PROBLEMS)
for _part in (*_PARTS, *_MORE):
    router.include_router(_part.router)
