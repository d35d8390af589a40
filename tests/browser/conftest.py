"""A real browser before a real ``kg serve``. Chromium is the system's; nothing is downloaded."""

from __future__ import annotations

import fcntl
import os
import re
import shutil
import signal
import subprocess
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TypeAlias

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser import stores
from tests.browser.watching import Watch
from tests.cli.conftest import start
from tests.page_of_checkout import built_page

ROOT = Path(__file__).parents[2]
PICTURES = ROOT / "build" / "screenshots"
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_FLAGS = (
    # Even a request that slipped through the watch would find nobody.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    "--disable-background-networking",
    "--font-render-hinting=none",
)
_PATIENCE = 15_000
"""Milliseconds that something may take to show on a busy machine."""

expect.set_options(timeout=_PATIENCE)

Opened: TypeAlias = Callable[..., tuple[Page, Watch]]


# Not longer than a file: while it is there, no other event loop can be run in its thread.
@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """The system's Chromium, without a window."""
    program = next(filter(None, map(shutil.which, _NAMES)), None)
    if program is None:
        pytest.skip(
            "Chromium is not installed, so that nothing was tried in a browser: apt-get install chromium"
        )
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(_FLAGS))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that is the same for all workers of this run."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if os.environ.get("PYTEST_XDIST_WORKER") else own


@pytest.fixture(scope="session")
def seed_server(shared: Path) -> Iterator[str]:
    """The address of ``kg serve`` over the seed article, without a slash at its end."""
    with served(once(shared, "browser-seed", stores.seed)) as address:
        yield address


@pytest.fixture(scope="session")
def many_server(shared: Path) -> Iterator[str]:
    """The same over five thousand made-up actors."""
    with served(once(shared, "browser-many", stores.many)) as address:
        yield address


@pytest.fixture
def opened(chromium: Browser, request: pytest.FixtureRequest) -> Iterator[Opened]:
    """Opens an address in a window of its own. At the end, whatever went wrong there fails the test."""
    watches: list[Watch] = []
    with ExitStack() as stack:

        def open_(url: str, *, size: tuple[int, int] = (1280, 860), dark: bool = False) -> tuple[Page, Watch]:
            address = re.match(r"https?://[^/]+", url)
            assert address is not None
            context = chromium.new_context(
                viewport={"width": size[0], "height": size[1]},
                locale="en-US",
                color_scheme="dark" if dark else "light",
                reduced_motion="reduce",
            )
            stack.callback(context.close)
            context.set_default_timeout(_PATIENCE)
            watch = Watch(address[0])
            watches.append(watch)
            watch.over(context)
            page = context.new_page()
            page.goto(url)
            return page, watch

        yield open_
    assert [fault for watch in watches for fault in watch.faults()] == []


@pytest.fixture
def pictured(request: pytest.FixtureRequest) -> Callable[[Page, str], None]:
    """Keeps what a page looks like now, for whoever wants to see it: ``build/screenshots``."""
    PICTURES.mkdir(parents=True, exist_ok=True)

    def keep(page: Page, name: str) -> None:
        settled(page)
        page.screenshot(path=PICTURES / f"{name}.png")

    return keep


def once(folder: Path, name: str, make: Callable[[Path], Path]) -> Path:
    """The store of this name, made by whoever comes first."""
    store = folder / name
    with (folder / f"{name}.lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        done = folder / f"{name}.done"
        if not done.exists():
            make(store)
            done.touch()
    return store


def go(page: Page, path: str) -> None:
    """Goes to another address of the page as a link in it does, without fetching the whole page anew."""
    page.evaluate(_GO, path)
    settled(page)


def settled(page: Page) -> None:
    """Waits until what the page shows is all that it was going to show."""
    expect(page.locator("main")).not_to_be_empty()
    expect(page.locator("main").get_by_text(_LOADING)).to_have_count(0)
    expect(page.locator("main [aria-busy=true]")).to_have_count(0)


_GO = """path => new Promise((done) => {
  history.pushState(null, '', path);
  dispatchEvent(new PopStateEvent('popstate'));
  requestAnimationFrame(() => requestAnimationFrame(done));
})"""
_LOADING = re.compile("Loading …|Asking for links|Arranging:|Running:|جارٍ|قيد التشغيل")


@contextmanager
def served(store: Path) -> Iterator[str]:
    built_page()
    process = start("serve", "--port", 0, store=store, stdout=subprocess.PIPE)
    assert process.stdout is not None
    try:
        address = process.stdout.readline().decode().strip().rstrip("/")
        assert address, "kg serve told no address"
        yield address
    finally:
        process.send_signal(signal.SIGTERM)
        process.stdout.close()
        process.wait()
    assert process.returncode == 0
