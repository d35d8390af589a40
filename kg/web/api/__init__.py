"""The JSON API, under ``/api``."""

from typing import Any

from fastapi import APIRouter

from kg.web.api import entity, evidence, links, ontology, searching, sources, status
from kg.web.api.shapes import Problem

_PROBLEMS: dict[int | str, dict[str, Any]] = {
    code: {
        "description": text,
        "content": {"application/problem+json": {"schema": Problem.model_json_schema()}},
    }
    for code, text in {
        400: "What is asked does not fit.",
        404: "There is nobody and nothing by this id.",
        422: "A parameter is missing, or out of its bounds.",
        503: "A limit was reached.",
    }.items()
}

router = APIRouter(prefix="/api", responses=_PROBLEMS)
for _part in (status, ontology, searching, entity, links, evidence, sources):
    router.include_router(_part.router)
