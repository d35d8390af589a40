"""Questions to all documents at once: by a query, by time, by place, by what contradicts itself."""

from __future__ import annotations

import re
from urllib.parse import urlencode

from playwright.sync_api import expect

from kg.namespaces import RW
from tests.browser.conftest import Opened, settled


def test_a_prepared_question_is_asked_by_its_form(opened: Opened, seed_server: str) -> None:
    page, _ = opened(f"{seed_server}/query")
    page.get_by_label("Find a question").fill("commands")
    page.get_by_role("link", name=re.compile("commands whom")).click()
    field = page.locator(".parameters").get_by_role("combobox").first
    field.fill("سليماني")
    page.locator(".parameters").get_by_role("option").filter(has_text="Soleimani").first.click()
    page.get_by_role("button", name="Ask", exact=True).click()
    expect(page.get_by_role("region", name="Answer")).to_contain_text("Quds Force")
    answered = page.url
    page.goto(f"{seed_server}/")
    page.goto(answered)
    expect(page.get_by_role("region", name="Answer")).to_contain_text("Quds Force")


def test_a_query_of_ones_own_is_run_timed_and_drawn(opened: Opened, seed_server: str) -> None:
    text = f"PREFIX rw: <{RW}> CONSTRUCT {{ ?one rw:supports ?other }} WHERE {{ ?one rw:supports ?other }}"
    page, _ = opened(f"{seed_server}/query?{urlencode({'sparql': text})}")
    page.get_by_role("button", name=re.compile("^Run")).click()
    expect(page.locator(".run-state")).to_contain_text("Answered in")
    page.get_by_role("button", name="Show on canvas").click()
    page.wait_for_url("**/network*")
    expect(page.locator(".net-status")).to_contain_text(re.compile(r"[2-9] nodes"))


def test_a_wrong_query_is_told_and_the_next_one_answered(opened: Opened, seed_server: str) -> None:
    text = "SELECT * WHERE { SERVICE <https://example.org/> { ?a ?b ?c } }"
    page, watch = opened(f"{seed_server}/query?{urlencode({'sparql': text})}")
    watch.expected.append("status of 400")
    page.get_by_role("button", name=re.compile("^Run")).click()
    expect(page.get_by_role("alert")).to_contain_text("SERVICE")


def test_a_period_that_is_chosen_holds_in_other_views(opened: Opened, many_server: str) -> None:
    page, _ = opened(f"{many_server}/timeline")
    whole = page.get_by_role("main").get_by_text(re.compile("The whole time.*4,999 claims"))
    expect(whole).to_be_visible()
    page.get_by_role("slider", name="Beginning of the period").press("PageUp")
    expect(page).to_have_url(re.compile("since=2013"))
    expect(whole).to_have_count(0)
    page.get_by_role("navigation").get_by_role("link", name="Documents").click()
    settled(page)
    expect(page).to_have_url(re.compile("/documents.*since=2013"))
    expect(page.get_by_role("main")).to_contain_text("of 225")


def test_the_map_and_its_table_show_the_same_places(opened: Opened, many_server: str) -> None:
    page, _ = opened(f"{many_server}/map")
    settled(page)
    expect(page.locator("circle.spot").first).to_be_attached()
    expect(page.get_by_role("main")).to_contain_text("Natural Earth")
    place = page.locator(".place-table tbody").get_by_role("button").first
    place.click()
    expect(page.locator(".claims-here")).to_be_visible()
    expect(page.locator("circle.spot.chosen")).to_have_count(1)


def test_documents_are_found_by_words_of_their_title(opened: Opened, many_server: str) -> None:
    page, _ = opened(f"{many_server}/documents")
    expect(page.get_by_role("main")).to_contain_text("of 250")
    page.get_by_role("searchbox", name="Words of the title or name").fill("تقرير 17")
    page.get_by_role("button", name="Find", exact=True).click()
    settled(page)
    expect(page.get_by_role("main").get_by_role("link", name="تقرير 17", exact=True)).to_be_visible()
    expect(page.get_by_role("main").get_by_role("link", name="تقرير 20", exact=True)).to_have_count(0)


def test_two_fingers_make_the_map_larger_and_leave_the_page_as_it_is(
    opened: Opened, seed_server: str
) -> None:
    page, _ = opened(f"{seed_server}/map", size=(390, 800))
    settled(page)
    box = page.locator(".chart svg").bounding_box()
    assert box is not None
    middle = {"x": box["x"] + box["width"] / 2, "y": box["y"] + box["height"] / 2}
    fingers = page.context.new_cdp_session(page)
    fingers.send("Input.synthesizePinchGesture", {**middle, "scaleFactor": 2, "gestureSourceType": "touch"})
    expect(page).to_have_url(re.compile(r"[?&]at=[^&]*%2C[6-9]\."))
    assert page.evaluate("visualViewport.scale") == 1
