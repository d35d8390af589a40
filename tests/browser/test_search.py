"""Finding an actor by whatever somebody knows of the name."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import barriers
from tests.browser.conftest import Opened


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("hezbol", "Hezbollah"),
        ("Hisbollah", "Hezbollah"),
        ("حزب الله", "Hezbollah"),
        ("سليماني", "Qasem Soleimani"),
        ("soleymani", "Qasem Soleimani"),
        ("Alepo", "Aleppo"),
    ],
)
def test_a_name_is_found_while_it_is_typed(opened: Opened, seed_server: str, typed: str, found: str) -> None:
    page, _ = opened(f"{seed_server}/")
    page.get_by_role("combobox").press_sequentially(typed, delay=10)
    expect(page.get_by_role("option").filter(has_text=found).first).to_be_visible()


def test_by_keyboard_alone_one_gets_from_a_name_to_its_page(opened: Opened, seed_server: str) -> None:
    page, _ = opened(f"{seed_server}/")
    field = page.get_by_role("combobox")
    expect(field).to_be_focused()
    page.keyboard.type("Free Syrian")
    expect(page.get_by_role("option").first).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("option").nth(1)).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowUp")
    assert barriers(page) == []
    page.keyboard.press("Enter")
    page.wait_for_url("**/actor/free-syrian-army")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Free Syrian Army")


def test_who_types_on_and_presses_enter_at_once_gets_to_what_was_typed(
    opened: Opened, seed_server: str
) -> None:
    page, _ = opened(f"{seed_server}/")
    expect(page.get_by_role("combobox")).to_be_focused()
    page.keyboard.insert_text("Hezbollah")
    page.keyboard.press("Enter")
    page.wait_for_url("**/actor/hezbollah")
    field = page.get_by_role("banner").get_by_role("combobox")
    field.fill("Islamic State")
    expect(page.get_by_role("option").first).to_be_visible()
    # The list is still that of the former name.
    field.fill("al-Nusra Front")
    field.press("Enter")
    page.wait_for_url("**/actor/al-nusra-front")
    field.fill("qqqqzzzzqqqq")
    field.press("Enter")
    expect(page.get_by_role("banner").get_by_text("No name is like this one")).to_be_visible()
    assert page.url.endswith("/actor/al-nusra-front")


def test_an_arabic_reader_finds_by_a_latin_name_and_reads_the_arabic_one(
    opened: Opened, seed_server: str
) -> None:
    page, _ = opened(f"{seed_server}/?lang=ar")
    page.get_by_role("combobox").fill("Hezbollah")
    page.get_by_role("option").filter(has_text="حزب الله").first.click()
    page.wait_for_url("**/actor/hezbollah")
    expect(page.get_by_role("heading", level=1)).to_contain_text("حزب الله")


def test_what_nobody_is_called_is_said_to_be_unknown(opened: Opened, seed_server: str) -> None:
    page, _ = opened(f"{seed_server}/")
    page.get_by_role("combobox").fill("qqqqzzzzqqqq")
    expect(page.locator("main").get_by_text("No name is like this one")).to_be_visible()


def test_five_thousand_actors_are_searched_while_typing(opened: Opened, many_server: str) -> None:
    page, _ = opened(f"{many_server}/")
    page.get_by_role("combobox").press_sequentially("liwa", delay=10)
    expect(page.get_by_role("option").filter(has_text="Liwa").first).to_be_visible()
    page.get_by_role("combobox").fill("لواء")
    expect(page.get_by_role("option").nth(5)).to_be_visible()
