"""What the page does where something is not as usual: no graphics, refused documents, a store that grows."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser import stores
from tests.browser.accessibility import barriers
from tests.browser.conftest import Opened, once, served, settled
from tests.cli.conftest import start


@pytest.fixture
def without_graphics(chromium: Browser, request: pytest.FixtureRequest) -> Iterator[Browser]:
    """The same browser, where nothing can be drawn by WebGL."""
    program = chromium.browser_type
    browser = program.launch(
        executable_path=shutil.which("chromium"), args=["--disable-gpu", "--disable-3d-apis"]
    )
    yield browser
    browser.close()


def test_who_has_no_graphics_is_told_and_works_with_the_tables(
    without_graphics: Browser, seed_server: str
) -> None:
    page = without_graphics.new_page()
    page.goto(f"{seed_server}/network?ids=actor/hezbollah,actor/syrian-government-forces")
    assert page.evaluate("document.createElement('canvas').getContext('webgl2')") is None
    expect(page.get_by_role("main")).to_contain_text("This browser cannot draw the picture (no WebGL)")
    expect(page.locator(".net-tables tbody")).to_contain_text("supports")
    page.get_by_role("button", name="Nodes").click()
    page.locator(".net-tables tbody").get_by_role("button", name="Expand: Hezbollah").click()
    expect(page.locator(".net-tables tbody tr").nth(3)).to_be_visible()
    expect(page.locator(".net-stage")).to_have_count(0)
    settled(page)
    assert barriers(page) == []


@pytest.fixture
def growing(shared: Path, tmp_path: Path) -> Path:
    """A store of this test's own with the seed article."""
    return Path(shutil.copytree(once(shared, "browser-seed", stores.seed), tmp_path / "store"))


def test_what_is_loaded_meanwhile_shows_up_and_what_was_refused_says_why(
    opened: Opened, growing: Path, tmp_path: Path
) -> None:
    claims = tmp_path / "claims.jsonl"
    with served(growing) as address:
        page, watch = opened(f"{address}/")
        counts = page.locator(".counts")
        expect(counts.locator("div").first).to_have_text("document1")
        stores.one_more(claims)
        assert _loaded(claims, growing) == 3  # partly: one of two was refused
        # Whoever comes back to the window finds it as the store is now.
        page.evaluate("dispatchEvent(new Event('focus'))")
        expect(counts.locator("div").first).to_have_text("documents2")
        page.get_by_role("navigation").get_by_role("link", name="Documents").click()
        expect(page.locator("tbody tr")).to_have_count(3)
        page.get_by_label("State").select_option("refused")
        expect(page.locator("tbody tr")).to_have_count(1)
        expect(page.locator("tbody tr .reason")).to_contain_text("A place says of what kind it is")
        page.locator("tbody tr").get_by_role("link").click()
        expect(page.get_by_role("main")).to_contain_text("Nothing of this document was taken into the store.")
        expect(page.get_by_role("main")).to_contain_text("A place says of what kind it is")
        assert barriers(page) == []
        # A reader's own look at another address is answered from the new store too.
        assert page.request.get(f"{address}/api/status").json()["documents"] == 2
        assert watch.foreign == []


def _loaded(claims: Path, store: Path) -> int:
    loading = start("load", claims, store=store, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return loading.wait(timeout=60)
