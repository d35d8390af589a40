"""Claims at a place: those that the places count, in their words."""

from __future__ import annotations

import pytest

from tests.web.api.asking import get, status_of, whole


@pytest.mark.parametrize(
    "asked", [{}, {"relation": "controls"}, {"since": "2016", "modality": "asserted"}], ids=str
)
def test_as_many_claims_are_shown_as_are_counted(there: str, asked: dict[str, str]) -> None:
    places = get(there, "places", limit=5, **asked)["items"]
    assert places
    for each in places:
        claims = whole(there, "claims", 40, place=each["place"]["path"], **asked)
        assert len({claim["id"] for claim in claims}) == len(claims) == each["claims"]
        assert len({claim["document"]["id"] for claim in claims}) == each["documents"]
        for claim in claims:
            at = (claim["object"]["id"], (claim["place"] or claim["object"])["id"])
            assert each["place"]["id"] in at


def test_claims_of_somebody_at_a_place_are_those_that_name_them(there: str, hub: str) -> None:
    places = get(there, "places", entity=hub)["items"]
    assert places
    for each in places:
        claims = get(there, "claims", place=each["place"]["path"], entity=hub)
        assert claims["total"] == each["claims"]
        assert all(hub in (claim["subject"]["path"], claim["object"]["path"]) for claim in claims["items"])


def test_a_place_that_is_not_there_is_told(there: str) -> None:
    assert status_of(there, "claims", place="place/nowhere-at-all")[0] == 404
    assert status_of(there, "claims")[0] == 422
