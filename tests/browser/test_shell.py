"""The frame that all views stand in."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.accessibility import barriers
from tests.browser.conftest import Opened


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_the_start_keeps_nobody_out(
    opened: Opened, seed_server: str, pictured: Callable[[Page, str], None], language: str, *, dark: bool
) -> None:
    page, _ = opened(f"{seed_server}/?lang={language}", dark=dark)
    expect(page.get_by_role("searchbox").or_(page.get_by_role("combobox")).first).to_be_visible()
    pictured(page, f"start-{language}-{'dark' if dark else 'light'}")
    assert barriers(page) == []


def test_in_arabic_the_page_is_mirrored(opened: Opened, seed_server: str) -> None:
    page, _ = opened(f"{seed_server}/?lang=ar")
    root = page.locator("html")
    expect(root).to_have_attribute("dir", "rtl")
    expect(root).to_have_attribute("lang", "ar")
    brand, switches = page.locator(".brand").bounding_box(), page.locator(".switches").bounding_box()
    assert brand is not None
    assert switches is not None
    assert brand["x"] > switches["x"]


def test_the_language_is_kept(opened: Opened, seed_server: str) -> None:
    page, _ = opened(f"{seed_server}/")
    page.get_by_role("button", name="العربية").click()
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    page.goto(f"{seed_server}/")
    expect(page.locator("html")).to_have_attribute("dir", "rtl")


def test_the_watch_sees_what_it_is_there_for(opened: Opened, seed_server: str) -> None:
    page, watch = opened(f"{seed_server}/")
    page.evaluate(
        """() => {
            const picture = document.createElement('img');
            picture.src = 'https://example.org/x.png';
            document.body.append(picture);
            const script = document.createElement('script');
            script.textContent = 'alert(1)';
            document.body.append(script);
            setTimeout(() => { alert(2); throw new Error('thrown'); });
        }"""
    )
    page.wait_for_timeout(500)
    told = "\n".join(watch.faults())
    assert "asked another host: https://example.org/x.png" in told or "img-src" in told
    assert "policy violated: script-src" in told
    assert "opened a dialog: 2" in told
    assert "thrown" in told
    assert "opened a dialog: 1" not in told
    watch.foreign.clear()
    watch.errors.clear()
    watch.dialogs.clear()
