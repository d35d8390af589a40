"""Every view in both languages: it shows itself, keeps nobody out, asks no other host and restores from its address."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Page, expect

from kg.namespaces import RW
from tests.browser.accessibility import barriers
from tests.browser.conftest import Opened, go, settled

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


def test_a_small_screen_shows_all_of_a_page_without_scrolling_sideways(
    opened: Opened, seed_server: str
) -> None:
    page, _ = opened(f"{seed_server}/", size=(390, 800))
    wide = {}
    for name, path in VIEWS.items():
        go(page, path)
        wide[name] = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert {name: by for name, by in wide.items() if by > 0} == {}
