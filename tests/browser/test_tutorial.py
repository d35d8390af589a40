"""What docs/explorer.md tells the reader to do, done as it says; its pictures are the ones kept here."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.conftest import Opened


def test_the_question_of_the_tutorial_leads_to_its_sentence(
    opened: Opened, seed_server: str, pictured: Callable[[Page, str], None]
) -> None:
    page, _ = opened(f"{seed_server}/")
    page.get_by_role("combobox").press_sequentially("Hizbollah", delay=10)
    # While letters come, the list is made anew; what is pointed at is opened whenever it is there.
    page.get_by_role("option").filter(has_text="Hezbollah").first.click()
    page.wait_for_url("**/actor/hezbollah")
    ties = page.get_by_role("table").first
    expect(ties).to_contain_text("unconfirmed")
    expect(ties).to_contain_text("inferred")

    page.get_by_role("link", name="Show in the network").click()
    panel = page.get_by_role("complementary", name="What is chosen")
    page.get_by_role("application").focus()
    page.keyboard.press("ArrowRight")
    panel.get_by_role("button", name="Show 1: ").click()
    expect(page.get_by_text("2 nodes · 1 link")).to_be_visible()
    panel.get_by_role("button", name="is an opponent of").first.click()
    expect(page.get_by_text("5 nodes · 7 links")).to_be_visible()
    page.get_by_role("button", name="Show all").click()
    panel.get_by_role("button", name="Hezbollah supports Syrian government forces").click()
    expect(panel).to_contain_text("قوات النظام السوري")
    page.mouse.move(1, 1)
    pictured(page, "network")

    page.goto(f"{seed_server}/link?subject=actor/hezbollah&relation=opponentOf&object=actor/al-nusra-front")
    expect(page.locator("main")).to_contain_text("Whoever supports one side of a fight")
    page.get_by_title("Read in the text").first.click()
    page.wait_for_url("**/document/*claim=*")
    expect(page.locator(".document-text .role-subject.mine").first).to_be_visible()
    pictured(page, "reading")
