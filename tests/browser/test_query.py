"""Asking: prepared questions by their forms, SPARQL in the editor, and a graph handed to the canvas."""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from tests.browser.accessibility import barriers
from tests.browser.conftest import Opened, settled


def test_a_question_is_found_filled_in_asked_and_downloaded(
    opened: Opened, seed_server: str, tmp_path: Path
) -> None:
    page, _ = opened(f"{seed_server}/query")
    page.get_by_label("Find a question").fill("links actor in and out")
    page.get_by_role("link", name=re.compile("Which links does an actor have")).click()
    page.get_by_role("button", name="Ask").click()
    expect(page.get_by_text("This question needs a value here.")).to_be_visible()
    page.get_by_role("combobox", name="actor", exact=True).fill("حزب الله")
    page.locator(".entity-field [role=option]").first.click()
    page.get_by_role("button", name="Ask").click()
    table = page.get_by_role("region", name="Answer")
    expect(table.get_by_role("link", name="Syrian government forces").first).to_be_visible()
    assert "p.actor=actor%2Fhezbollah" in page.url
    with page.expect_download() as download:
        page.get_by_role("button", name="Download CSV").click()
    download.value.save_as(tmp_path / "answer.csv")
    lines = (tmp_path / "answer.csv").read_text(encoding="utf-8-sig").splitlines()
    assert len(lines) - 1 == table.get_by_role("row").count() - 1
    page.reload()
    expect(page.get_by_role("combobox", name="actor", exact=True)).to_have_value("Hezbollah")
    assert barriers(page) == []


def test_a_query_that_passes_a_limit_says_which_and_one_can_be_cancelled(
    opened: Opened, seed_server: str
) -> None:
    rows = "SELECT * { ?a ?b ?c . ?d ?e ?f }"
    page, watch = opened(f"{seed_server}/query?sparql={quote(rows)}")
    watch.expected += ["status of"]
    notice = page.get_by_role("alert")
    expect(notice).to_contain_text("kg serve")
    expect(notice.locator("code")).to_have_text(re.compile("^--[a-z]+-limit$"))
    bomb = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
    page.goto(f"{seed_server}/query?sparql={quote(bomb)}")
    page.get_by_role("button", name="Cancel").click()
    expect(page.get_by_text(re.compile("Cancelled after"))).to_be_visible()


def test_a_graph_goes_to_the_canvas(opened: Opened, seed_server: str) -> None:
    page, watch = opened(f"{seed_server}/query?sparql=")
    watch.expected += ["GPU stall"]
    page.get_by_role("button", name="Example: a graph").click()
    page.get_by_role("button", name=re.compile("^Run")).click()
    page.get_by_role("button", name="Show on canvas").click()
    page.wait_for_url(re.compile(r"/network\?handover=1&ids=actor"))
    handed = json.loads(page.evaluate("sessionStorage.getItem('rawabit.handover')"))
    assert {"rawabit", "version", "title", "entities", "links", "total"} == set(handed)
    assert {link["relation"] for link in handed["links"]} == {"supports", "fights"}
    assert "Hezbollah" in {entity["label"] for entity in handed["entities"]}


@pytest.mark.parametrize("address", ["/query?name=who-fights-whom", "/query?sparql=ASK%20{}"])
def test_asking_in_arabic_on_a_small_screen_in_the_dark(
    opened: Opened, seed_server: str, address: str
) -> None:
    page, _ = opened(f"{seed_server}{address}&lang=ar", size=(390, 844), dark=True)
    settled(page)
    assert barriers(page) == []
    assert _overflow(page) <= 0


def _overflow(page: Page) -> int:
    wide: int = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return wide


def test_an_arabic_reader_is_asked_in_arabic(opened: Opened, seed_server: str) -> None:
    page, _ = opened(f"{seed_server}/query?lang=ar&name=who-supports-whom")
    settled(page)
    asked = "من يدعم مَن، وكم وثيقة ومصدراً تقول ذلك؟"
    expect(page.get_by_role("heading", level=2)).to_have_text(asked)
    expect(page.locator(".query-menu [aria-current]")).to_have_text(asked)
    page.get_by_role("searchbox").fill("الخصم نفسه")
    expect(page.locator(".query-menu li")).to_have_count(2)
    page.goto(
        f"{seed_server}/link?lang=ar&subject=actor/hezbollah&relation=opponentOf&object=actor/al-nusra-front"
    )
    expect(page.locator(".derivation .rule").first).to_contain_text("من يدعم طرفاً في قتال خصمٌ للطرف الآخر")


def test_known_prefixes_need_not_be_written(opened: Opened, seed_server: str) -> None:
    query = "SELECT ?whom { actor:hezbollah rw:supports ?whom }"
    page, _ = opened(f"{seed_server}/query?sparql=")
    page.locator(".sparql-editor .CodeMirror").evaluate(
        "(node, text) => node.CodeMirror.setValue(text)", query
    )
    page.get_by_role("button", name=re.compile("^Run")).click()
    expect(page.locator(".sparql-editor")).to_contain_text("PREFIX rw: <https://w3id.org/rawabit/ontology#>")
    expect(page.get_by_role("table")).to_contain_text("Syrian government forces")


def test_in_arabic_a_question_its_values_and_its_columns_are_arabic(opened: Opened, seed_server: str) -> None:
    page, _ = opened(f"{seed_server}/query?name=links-of-actor&p.actor=actor%2Fhezbollah&lang=ar")
    form = page.get_by_role("combobox", name="الجهة", exact=True)
    expect(form).to_be_visible()
    expect(page.get_by_role("main")).to_contain_text("الجهة التي يُسأل عن علاقاتها")
    head = page.get_by_role("columnheader")
    expect(head.filter(has_text="العلاقة").first).to_be_visible()
    settled(page)
    words = [each for each in head.all_inner_texts() if each.strip() != "#"]
    assert [each for each in words if re.search("[A-Za-z]", each)] == []
    assert barriers(page) == []
