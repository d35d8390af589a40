"""Forty payloads in every place that a claim has, walked through all views: nothing runs, nothing is fetched."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urlencode

import pytest
from playwright.sync_api import Page, expect

from tests.browser import payloads
from tests.browser.conftest import Opened, go, once, served, settled


@pytest.fixture(scope="module")
def server(shared: Path) -> Iterator[str]:
    with served(once(shared, "browser-payloads", payloads.store)) as address:
        yield address


def test_every_payload_is_shown_as_the_text_that_it_is(opened: Opened, server: str) -> None:
    page, _ = opened(f"{server}/documents")
    senders = _senders(page, server)
    assert {one["label"] for one in senders} == set(payloads.TEXTS)
    for one in senders:
        go(page, f"/{one['path']}")
        expect(page.get_by_role("heading", level=1)).to_contain_text(one["label"])


def test_texts_titles_and_quotes_are_read_and_nothing_runs(opened: Opened, server: str) -> None:
    page, _ = opened(f"{server}/documents")
    for document in page.request.get(f"{server}/api/documents?limit=100").json()["items"]:
        if document["status"] == "loaded":
            go(page, f"/{document['path']}")
            expect(page.locator(".claim-list > li")).to_have_count(3)
            page.get_by_role("button", name="(J)").click()
            expect(page.locator(".claim-list > li.on")).to_have_count(1)


def test_both_sides_of_every_contradiction_stand_beside_each_other(opened: Opened, server: str) -> None:
    page, _ = opened(f"{server}/conflicts")
    expect(page.get_by_role("main")).to_contain_text(f"{len(payloads.TEXTS)} pairs")
    page.get_by_role("button", name="Show the sentences").first.click()
    expect(page.locator("blockquote mark").first).to_be_visible()


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize(
    "view",
    [
        "/",
        "/actor/hezbollah",
        "/actor/hezbollah?dossier",
        "/documents",
        "/conflicts",
        "/map",
        "/timeline",
        "/query?name=who-supports-whom",
    ],
)
def test_no_view_runs_or_fetches_what_the_store_holds(
    opened: Opened, server: str, view: str, language: str
) -> None:
    page, _ = opened(f"{server}{view}{'&' if '?' in view else '?'}lang={language}")
    settled(page)


def test_what_an_address_holds_is_data_too(opened: Opened, server: str) -> None:
    page, watch = opened(f"{server}/")
    # There is no such actor, date or query: the answers say so.
    watch.expected += ["status of 404", "status of 422", "status of 400"]
    names = ("ids", "source", "relation", "since", "sparql", "name", "entity", "subject", "object", "lang")
    for text in payloads.TEXTS[::8]:
        for path in ("/actor/", "/place/", "/document/", "/claim/"):
            go(page, path + quote(text, safe=""))
        for path in ("/network", "/query", "/documents", "/conflicts", "/link", "/timeline", "/map"):
            go(page, f"{path}?{urlencode(dict.fromkeys(names, text))}")


def _senders(page: Page, server: str) -> list[dict[str, str]]:
    asked = f"{server}/api/links?of=actor/hezbollah&relation=supports&inferred=false&limit=100"
    return [link["subject"] for link in page.request.get(asked).json()["items"]]
