"""From an actor to the very sentence: the way that the page is there for."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.accessibility import barriers
from tests.browser.conftest import Opened


@pytest.fixture
def document(opened: Opened, seed_server: str) -> dict[str, Any]:
    """The seed article as the server gives it."""
    page, _ = opened(f"{seed_server}/")
    (about,) = page.request.get(f"{seed_server}/api/documents").json()["items"]
    whole: dict[str, Any] = page.request.get(f"{seed_server}/api/document", params={"id": about["id"]}).json()
    return whole


def test_from_an_actor_over_a_tie_to_the_marked_words(
    opened: Opened, seed_server: str, pictured: Callable[[Page, str], None]
) -> None:
    page, _ = opened(f"{seed_server}/actor/hezbollah")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Hezbollah")
    page.get_by_role("button", name="supports").first.click()
    page.get_by_role("link", name="Sentences").first.click()
    expect(page.get_by_role("heading", name="What documents say")).to_be_visible()
    quote = page.locator("blockquote mark").first.inner_text()
    page.get_by_role("link", name="Read in the text").first.click()
    page.wait_for_url("**/document/*claim=*")
    said = page.locator(".document-text .on")
    expect(said.first).to_be_visible()
    marked = page.locator(".document-text .said.on").all_text_contents()
    assert quote in "".join(marked)
    expect(page.locator(".document-text .role-subject.mine").first).to_be_visible()
    expect(page.locator(".document-text .role-object.mine").first).to_be_visible()
    pictured(page, "reading")
    assert barriers(page) == []


def test_the_text_is_shown_as_it_was_read(opened: Opened, seed_server: str, document: dict[str, Any]) -> None:
    page, _ = opened(f"{seed_server}/{document['path']}")
    text = page.locator(".document-text")
    expect(text).to_have_attribute("dir", "rtl")
    shown = text.evaluate("node => [...node.querySelectorAll('p')].map(p => p.textContent).join('\\n')")
    assert shown == document["text"].rstrip("\n")


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_claim_is_reached_by_going_on(
    opened: Opened, seed_server: str, document: dict[str, Any], language: str
) -> None:
    page, _ = opened(f"{seed_server}/{document['path']}?lang={language}")
    seen, total = [], len(document["claims"])
    for number in range(1, total + 1):
        page.get_by_role("button", name="(J)").click()
        expect(page.locator(".steps")).to_contain_text(re.compile(rf"\b{number} (of|من) {total}"))
        seen.append(page.evaluate("new URLSearchParams(location.search).get('claim')"))
    assert sorted(seen) == sorted(claim["path"].removeprefix("claim/") for claim in document["claims"])
    page.keyboard.press("k")
    expect(page.locator(".steps")).to_contain_text(re.compile(rf"\b{total - 1} (of|من) {total}"))
    page.reload()
    expect(page.locator(".steps")).to_contain_text(re.compile(rf"\b{total - 1} (of|من) {total}"))
    assert barriers(page) == []


def test_no_step_is_lost_however_fast_the_keys_are(
    opened: Opened, seed_server: str, document: dict[str, Any]
) -> None:
    page, _ = opened(f"{seed_server}/{document['path']}")
    expect(page.locator(".claim-list > li").first).to_be_visible()
    page.evaluate(
        """for (const code of ['KeyJ', 'KeyJ', 'KeyJ', 'KeyJ', 'KeyK'])
            dispatchEvent(new KeyboardEvent('keydown', { code, bubbles: true }));"""
    )
    expect(page.locator(".steps")).to_contain_text(f"3 of {len(document['claims'])}")


def test_the_address_of_a_claim_opens_it(opened: Opened, seed_server: str, document: dict[str, Any]) -> None:
    claim = document["claims"][3]
    page, _ = opened(f"{seed_server}/{claim['path']}")
    chosen = page.locator(".claim-list > li.on")
    expect(chosen).to_contain_text(claim["subject"]["label"])
    assert claim["subject"]["text"] in "".join(
        page.locator(".document-text .role-subject.mine").all_inner_texts()
    )


def test_words_and_list_point_at_each_other(
    opened: Opened, seed_server: str, document: dict[str, Any]
) -> None:
    page, _ = opened(f"{seed_server}/{document['path']}")
    page.locator(".claim-list > li").nth(1).hover()
    expect(page.locator(".document-text .pointed").first).to_be_visible()
    page.mouse.move(0, 0)
    page.locator(".document-text .said").first.hover()
    expect(page.locator(".claim-list > li.pointed")).to_have_count(1)
    page.locator(".document-text .said").first.click()
    expect(page.locator(".claim-list > li.on")).to_have_count(1)


def test_an_inferred_link_is_derived_down_to_the_sentences(
    opened: Opened, seed_server: str, pictured: Callable[[Page, str], None]
) -> None:
    page, _ = opened(
        f"{seed_server}/link?subject=actor/hezbollah&relation=opponentOf&object=actor/al-nusra-front"
    )
    expect(page.get_by_role("heading", name="How it follows")).to_be_visible()
    assert barriers(page) == []
    pictured(page, "derivation")
    page.get_by_title("Read in the text").first.click(position={"x": 80, "y": 10})
    page.wait_for_url("**/document/*claim=*")
    expect(page.locator(".document-text .on").first).to_be_visible()
