"""Every view in both languages: it shows itself, keeps nobody out, asks no other host and restores from its address."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Page, expect

from kg.namespaces import RW
from tests.browser.accessibility import barriers
from tests.browser.conftest import Opened, go, settled
from tests.browser.stores import HUB
from tests.web.api.asking import get

VIEWS = {
    "search": "/",
    "actor": "/actor/hezbollah",
    "place": "/place/aleppo",
    "dossier": "/actor/hezbollah?dossier",
    "link": "/link?subject=actor/hezbollah&relation=supports&object=actor/syrian-government-forces",
    "network-small": "/network?ids=actor/hezbollah,actor/isis,actor/al-nusra-front",
    "conflicts": "/conflicts",
    "map": "/map",
    "timeline": "/timeline",
    "documents": "/documents",
    "query": "/query",
    "query-answered": "/query?name=who-supports-whom",
    "query-own": f"/query?{urlencode({'sparql': f'SELECT ?one WHERE {{ ?one a <{RW}ArmedGroup> }} LIMIT 5'})}",
}


@pytest.mark.parametrize("language", ["en", "ar"])
def test_no_view_keeps_anybody_out(
    opened: Opened, seed_server: str, pictured: Callable[[Page, str], None], language: str
) -> None:
    page, _ = opened(f"{seed_server}/?lang={language}", dark=language == "ar")
    found = {}
    for name, path in VIEWS.items():
        go(page, path)
        expect(page.get_by_role("heading", level=1).first).to_be_attached()
        pictured(page, f"{name}-{language}")
        found[name] = barriers(page)
    assert found == {name: [] for name in VIEWS}


@pytest.mark.parametrize("view", ["/conflicts", "/timeline", "/documents", "/map"])
def test_views_of_five_thousand_actors_keep_nobody_out(
    opened: Opened, many_server: str, pictured: Callable[[Page, str], None], view: str
) -> None:
    page, _ = opened(f"{many_server}{view}")
    settled(page)
    pictured(page, f"many{view.replace('/', '-')}")
    assert barriers(page) == []


def test_filters_stay_in_the_address_and_go_from_view_to_view(opened: Opened, many_server: str) -> None:
    page, _ = opened(f"{many_server}/documents?since=2015&until=2016")
    settled(page)
    expect(page.get_by_label("From")).to_have_value("2015")
    page.get_by_role("navigation").get_by_role("link", name="Timeline").click()
    settled(page)
    assert "since=2015" in page.url
    assert "until=2016" in page.url
    page.go_back()
    settled(page)
    expect(page).to_have_url(f"{many_server}/documents?since=2015&until=2016")


def test_ties_and_sentences_are_those_of_the_chosen_time(opened: Opened, many_server: str) -> None:
    (hub,) = get(many_server, "search", q=HUB, limit=1)["items"]
    page, _ = opened(f"{many_server}/{hub['path']}?since=2015&until=2016")
    (attacks,) = get(many_server, "entity", id=hub["path"], since="2015", until="2016")["ties"]
    everybody = next(
        each for each in get(many_server, "entity", id=hub["path"])["ties"] if each["relation"] == "attacks"
    )
    assert 0 < attacks["others"] < everybody["others"]
    row = page.get_by_role("table").first.get_by_role("row").filter(has_text="attacks")
    expect(row.get_by_role("cell").nth(2)).to_have_text(str(attacks["others"]))
    page.get_by_role("button", name="Clear filters").click()
    expect(row.get_by_role("cell").nth(2)).to_have_text(str(everybody["others"]))

    of_a_year = get(many_server, "links", of=hub["path"], until="2013", limit=1)["items"][0]
    ends = {"subject": of_a_year["subject"]["path"], "relation": "attacks", "object": hub["path"]}
    page.goto(f"{many_server}/link?{urlencode({**ends, 'since': '2015'})}")
    settled(page)
    expect(page.get_by_role("main")).to_contain_text("Nothing that is said of this link fits.")
    page.get_by_role("button", name="Show all that is said").click()
    expect(page.get_by_role("main")).not_to_contain_text("fits.")
    expect(page.locator("blockquote, q, mark").first).to_be_visible()


def test_a_small_screen_shows_all_of_a_page_without_scrolling_sideways(
    opened: Opened, seed_server: str
) -> None:
    page, _ = opened(f"{seed_server}/", size=(390, 800))
    wide = {}
    for name, path in VIEWS.items():
        go(page, path)
        wide[name] = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert {name: by for name, by in wide.items() if by > 0} == {}
