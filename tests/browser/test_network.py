"""The network as somebody uses it: growing, taking back, narrowing, finding a way, keeping and handing on."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.accessibility import barriers
from tests.browser.conftest import Opened, settled
from tests.browser.files import shows, taken
from tests.browser.stores import AROUND_HUB, HUB


@pytest.fixture
def canvas(opened: Opened, many_server: str) -> Page:
    """The canvas with the hub, chosen, and the first fifty that it is tied to."""
    page, _ = opened(f"{many_server}/network")
    page.locator(".net-empty").get_by_role("button", name=HUB).click()
    shows(page, 51)
    return page


def test_a_hub_is_counted_before_it_is_expanded_and_comes_fifty_by_fifty(
    canvas: Page, pictured: Callable[[Page, str], None]
) -> None:
    canvas.get_by_role("button", name="Undo").click()
    shows(canvas, 1)
    panel = canvas.locator(".net-ties")
    expect(panel).to_contain_text(f"{AROUND_HUB} others")
    panel.get_by_role("button", name=re.compile("^Show 50: .*attacks")).click()
    shows(canvas, 51)
    expect(panel).to_contain_text(f"showing 50 of {AROUND_HUB} links")
    panel.get_by_role("button", name=re.compile("^Next 50: .*attacks")).click()
    shows(canvas, 101)
    pictured(canvas, "network")
    canvas.get_by_role("button", name="Undo").click()
    shows(canvas, 51)
    canvas.get_by_role("button", name="Undo").click()
    shows(canvas, 1)
    canvas.get_by_role("button", name="Redo").click()
    shows(canvas, 51)
    canvas.get_by_role("group", name="Actions").get_by_role("button", name=re.compile("^Collapse")).click()
    shows(canvas, 1)


def test_what_is_on_the_canvas_is_in_the_address(canvas: Page, many_server: str) -> None:
    expect(canvas).to_have_url(re.compile(r"[?&]ids=(?:(?!%2C)[^&])*(?:%2C(?:(?!%2C)[^&])*){50}(&|$)"))
    canvas.reload()
    shows(canvas, 51)
    settled(canvas)
    assert barriers(canvas) == []


def test_the_table_shows_the_same_network(canvas: Page) -> None:
    canvas.get_by_role("group", name="Show").get_by_role("button", name="Table").click()
    # What fifty attack is their opponent too: those links follow, and are shown as inferred.
    rows = canvas.locator(".net-tables tbody tr")
    expect(rows).to_have_count(100)
    canvas.get_by_role("checkbox", name="Inferred too").uncheck()
    expect(rows).to_have_count(50)
    canvas.get_by_role("columnheader", name="Whom").get_by_role("button").click()
    expect(rows.first).to_contain_text(HUB)
    assert barriers(canvas) == []


def test_a_canvas_is_saved_opened_and_handed_on(canvas: Page, tmp_path: Path) -> None:
    saved = taken(canvas, "Canvas", "Save to a file", tmp_path)
    assert len(json.loads(saved.read_text("utf-8"))["nodes"]) == 51
    assert taken(canvas, "Export", "Image (PNG)", tmp_path).read_bytes().startswith(b"\x89PNG")
    for name in ("Drawing (SVG)", "Gephi (GEXF)"):
        whole = taken(canvas, "Export", name, tmp_path).read_text("utf-8")
        ET.fromstring(whole)
        assert HUB in whole
    for name, lines in (("Links (CSV)", 100), ("Actors (CSV)", 51)):
        table = taken(canvas, "Export", name, tmp_path).read_text("utf-8")
        assert len(table.splitlines()) == lines + 1
    canvas.get_by_role("button", name=re.compile("^Canvas")).click()
    canvas.get_by_role("menuitem", name="Clear the canvas").click()
    expect(canvas.locator(".net-empty")).to_be_visible()
    canvas.locator("input[type=file]").set_input_files(saved)
    shows(canvas, 51)


def test_the_shortest_way_between_two_is_found_and_shown(opened: Opened, seed_server: str) -> None:
    page, _ = opened(f"{seed_server}/network?ids=actor/hezbollah,actor/isis")
    shows(page, 2)
    page.get_by_role("group", name="Show").get_by_role("button", name="Table").click()
    page.get_by_role("button", name=re.compile("^Nodes")).click()
    page.locator(".net-tables tbody").get_by_role("button", name="Hezbollah").first.click()
    page.get_by_role("button", name="Path from here").click()
    finder = page.get_by_role("region", name="Shortest path")
    finder.get_by_role("combobox").fill("Islamic State")
    finder.get_by_role("option").first.click()
    expect(finder.get_by_role("status")).to_contain_text(re.compile("shortest path"))
    expect(page.get_by_role("button", name="Forget the path")).to_be_visible()


def test_what_a_line_stands_for_is_read_beside_it(opened: Opened, seed_server: str) -> None:
    page, _ = opened(
        f"{seed_server}/network?ids=actor/hezbollah,actor/syrian-government-forces&relation=supports"
    )
    shows(page, 2)
    page.get_by_role("group", name="Show").get_by_role("button", name="Table").click()
    page.locator(".net-tables tbody").get_by_role("button").first.click()
    expect(page.locator("blockquote mark").first).to_be_visible()


def test_a_line_of_the_picture_is_pointed_at_and_clicked(opened: Opened, seed_server: str) -> None:
    page, _ = opened(
        f"{seed_server}/network?ids=actor/hezbollah,actor/syrian-government-forces&relation=supports&at=0_0,300_80"
    )
    shows(page, 2)
    settled(page)
    picture = page.locator(".net-stage")
    box = picture.bounding_box()
    assert box is not None
    across, down = box["width"] / 2, box["height"] / 2
    picture.hover(position={"x": across, "y": down}, force=True)
    expect(page.locator(".net-tip")).to_contain_text("supports")
    picture.hover(position={"x": across, "y": down + 40}, force=True)
    expect(page.locator(".net-tip")).to_have_count(0)
    picture.click(position={"x": across, "y": down}, force=True)
    expect(page.locator("#net-panel blockquote mark").first).to_be_visible()


def test_two_fingers_bring_the_network_nearer_and_leave_the_page_as_it_is(
    opened: Opened, many_server: str
) -> None:
    page, _ = opened(f"{many_server}/network", size=(390, 800))
    page.locator(".net-empty").get_by_role("button", name=HUB).click()
    shows(page, 51)
    settled(page)
    box = page.locator(".net-picture").bounding_box()
    assert box is not None
    middle = {"x": box["x"] + box["width"] / 2, "y": box["y"] + box["height"] / 2}
    before = _at_rest(page)
    fingers = page.context.new_cdp_session(page)
    fingers.send("Input.synthesizePinchGesture", {**middle, "scaleFactor": 2, "gestureSourceType": "touch"})
    assert page.evaluate("visualViewport.scale") == 1
    nearer = _at_rest(page)
    assert nearer != before
    page.get_by_role("button", name="Show all").click()
    assert _at_rest(page) == before


def _at_rest(page: Page) -> bytes:
    """What the picture shows when nothing in it moves any more."""
    picture = page.locator(".net-stage")
    for _ in range(50):
        last = picture.screenshot()
        page.wait_for_timeout(200)
        if picture.screenshot() == last:
            return last
    raise AssertionError("the picture does not come to rest")
