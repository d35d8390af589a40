"""Files that the network view writes and reads, as somebody gets and gives them."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.conftest import settled


def shows(page: Page, nodes: int) -> None:
    expect(page.locator("main")).to_contain_text(re.compile(rf"(^|\D){nodes} nodes?\b"))
    settled(page)


def taken(page: Page, menu: str, item: str, folder: Path) -> Path:
    """The file that an item of a menu writes."""
    page.get_by_role("button", name=re.compile(f"^{menu}")).click()
    with page.expect_download() as download:
        page.get_by_role("menuitem", name=item).click()
    target = folder / download.value.suggested_filename
    download.value.save_as(target)
    return target


def given(page: Page, item: str, file: Path) -> None:
    """Opens a file by an item of the canvas's menu."""
    page.get_by_role("button", name=re.compile("^Canvas")).click()
    with page.expect_file_chooser() as chooser:
        page.get_by_role("menuitem", name=item).click()
    chooser.value.set_files(file)
