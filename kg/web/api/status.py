"""``/api/status``: what is in the store, and what limits there are."""

from __future__ import annotations

from fastapi import APIRouter, Request
from pydantic import BaseModel, Field

from kg import __version__
from kg.iri import is_actor
from kg.query.sandbox import Limits
from kg.web.api.known import directory_of, size_of
from kg.web.api.parameters import CurrentView

router = APIRouter()


class StatusLimits(BaseModel):
    """What a query of the user's own may use."""

    seconds: float
    megabytes: int
    rows: int
    bytes: int


class Status(BaseModel):
    """What the store holds."""

    version: str
    revision: str = Field(description="Differs after each load.")
    base: str
    documents: int
    claims: int
    actors: int = Field(description="Actors that claims name.")
    links: int
    inferred: int
    limits: StatusLimits
    languages: list[str]


@router.get("/status")
def status(view: CurrentView, request: Request) -> Status:
    """How much the store holds, and what a query may use."""
    limits: Limits = getattr(getattr(request.app.state, "settings", None), "limits", None) or Limits()
    size = size_of(view)
    known = directory_of(view)
    return Status(
        version=__version__,
        revision=view.revision,
        base=view.store.iris.base,
        documents=size["documents"],
        claims=size["claims"],
        actors=sum(1 for iri in known.spoken if is_actor(iri)),
        links=size["links_count"],
        inferred=size["inferred_count"],
        limits=StatusLimits(
            seconds=limits.seconds, megabytes=limits.megabytes, rows=limits.rows, bytes=limits.bytes
        ),
        languages=["ar", "en"],
    )
