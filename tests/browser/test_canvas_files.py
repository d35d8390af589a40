"""Canvases and pictures as files: kept, put beside each other, and handed on to other programs."""

from __future__ import annotations

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, Page, expect

from tests.browser import payloads, stores
from tests.browser.conftest import Opened, once, served, settled
from tests.browser.files import given, shows, taken

_DRAWN = {"svg", "title", "rect", "g", "path", "polygon", "circle", "text"}
_MANNERS = ("asserted", "unconfirmed", "hypothetical", "denied")


def test_a_canvas_is_put_beside_another_and_taken_away_again(
    opened: Opened, seed_server: str, tmp_path: Path
) -> None:
    page, _ = opened(f"{seed_server}/network?ids=actor/hezbollah,actor/syrian-government-forces")
    shows(page, 2)
    saved = taken(page, "Canvas", "Save to a file", tmp_path)
    page.goto(f"{seed_server}/network?ids=actor/hezbollah,actor/isis,actor/al-nusra-front")
    shows(page, 3)
    given(page, "Add a file to this canvas …", saved)
    shows(page, 4)
    page.get_by_role("button", name="Undo").click()
    shows(page, 3)
    given(page, "Open a file …", saved)
    shows(page, 2)
    (tmp_path / "wrong.json").write_text('{"format": "rawabit-canvas", "version": 1, "nodes": [{}]}')
    given(page, "Open a file …", tmp_path / "wrong.json")
    expect(page.get_by_role("alert")).to_contain_text("1")
    shows(page, 2)


@pytest.fixture(scope="module")
def hostile_server(shared: Path) -> Iterator[str]:
    with served(once(shared, "browser-payloads", payloads.store)) as address:
        yield address


def test_what_names_hold_is_text_in_every_file(
    opened: Opened, hostile_server: str, chromium: Browser, tmp_path: Path
) -> None:
    page, _ = opened(f"{hostile_server}/network?ids=actor/hezbollah")
    shows(page, 1)
    page.locator(".net-ties").get_by_role("button", name=re.compile(r"^Show \d+: .*supports")).first.click()
    shows(page, 1 + len(payloads.TEXTS))
    drawing = taken(page, "Export", "Drawing (SVG)", tmp_path)
    root = ET.fromstring(drawing.read_text("utf-8"))
    assert {each.tag.partition("}")[2] for each in root.iter()} <= _DRAWN
    names = {name for each in root.iter() for name in each.attrib}
    assert [name for name in names if name.lower().startswith("on") or "href" in name] == []
    titles = "\n".join(each.text or "" for each in root.iter())
    assert [text for text in payloads.TEXTS if text not in titles] == []
    assert _opens_quietly(chromium, drawing)

    graph = ET.fromstring(taken(page, "Export", "Gephi (GEXF)", tmp_path).read_text("utf-8"))
    labels = {each.get("label") for each in graph.iter() if each.tag.endswith("}node")}
    assert set(payloads.TEXTS) <= labels

    for name in ("Links (CSV)", "Actors (CSV)"):
        whole = taken(page, "Export", name, tmp_path).read_text("utf-8-sig")
        cells = [cell for row in csv.reader(io.StringIO(whole, newline="")) for cell in row]
        assert [cell for cell in cells if re.match(r"\s*[=+\-@]", cell)] == []
        assert {f"'{text}" if text[0] in "=+-@" else text for text in payloads.TEXTS} <= set(cells)

    saved = taken(page, "Canvas", "Save to a file", tmp_path)
    assert set(payloads.TEXTS) <= {node["label"] for node in json.loads(saved.read_text("utf-8"))["nodes"]}
    given(page, "Open a file …", saved)
    shows(page, 1 + len(payloads.TEXTS))
    assert taken(page, "Export", "Image (PNG)", tmp_path).read_bytes().startswith(b"\x89PNG")


def _opens_quietly(chromium: Browser, file: Path) -> bool:
    """Whether nothing runs and nothing is fetched where a browser opens a file."""
    context = chromium.new_context()
    happened: list[str] = []

    def dismissed(dialog: Dialog) -> None:
        happened.append(dialog.message)
        dialog.dismiss()

    context.on("request", lambda request: happened.append(request.url))
    context.on("dialog", dismissed)
    page = context.new_page()
    page.goto(file.as_uri())
    page.wait_for_load_state("networkidle")
    context.close()
    return happened == [file.as_uri()]


@pytest.fixture(scope="module")
def manners_server(shared: Path) -> Iterator[str]:
    with served(once(shared, "browser-manners", stores.every_manner)) as address:
        yield address


@pytest.mark.parametrize("language", ["en", "ar"])
def test_how_surely_a_link_is_said_is_seen_in_its_stroke(
    opened: Opened,
    manners_server: str,
    tmp_path: Path,
    pictured: Callable[[Page, str], None],
    language: str,
) -> None:
    page, _ = opened(f"{manners_server}/network?lang={language}")
    said = page.request.get(f"{manners_server}/api/links?of=actor/hezbollah&modality=any").json()["items"]
    paths = sorted({link[end]["path"] for link in said for end in ("subject", "object")})
    asked = "&".join(f"modality={each}" for each in _MANNERS)
    page.goto(f"{manners_server}/network?lang={language}&ids={','.join(paths)}&{asked}")
    settled(page)
    legend = page.locator(".net-legend")
    words = {
        "en": ("asserted", "unconfirmed", "hypothetical", "denied", "inferred", "contradicted"),
        "ar": ("مؤكَّد", "غير مؤكَّد", "افتراضي", "منفي", "مستنتَج", "متناقَض عليه"),
    }[language]
    for word in words:
        expect(legend).to_contain_text(word)
    pictured(page, f"strokes-{language}")
    if language == "en":
        drawn = taken(page, "Export", "Drawing (SVG)", tmp_path).read_text("utf-8")
        dashes = set(re.findall(r'stroke-dasharray="([^"]*)"', drawn))
        assert dashes == {"7 5", "14 4 3 4", "2.5 5"}
        assert "M0-6 6 0 0 6-6 0zM0-4V4" in drawn
