"""What was worked out is kept for whoever asks next, and those who ask at once wait for the first."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest

from kg.store import open_store
from kg.web.api.keeping import kept
from kg.web.view import View


@pytest.fixture
def view(tmp_path: Path) -> Iterator[View]:
    with open_store(tmp_path / "store") as store:
        yield View(store, "one")


def test_those_who_ask_the_same_at_once_have_it_worked_out_once(view: View) -> None:
    worked, begun, go_on = [], Event(), Event()

    def slowly() -> str:
        worked.append("once")
        begun.set()
        assert go_on.wait(30)
        return "answer"

    with ThreadPoolExecutor(4) as threads:
        asked = [threads.submit(kept, view, "question", slowly) for _ in range(3)]
        assert begun.wait(30)
        # Whoever asks something else does not wait.
        assert threads.submit(kept, view, "another question", lambda: "at once").result(30) == "at once"
        go_on.set()
        assert [each.result(30) for each in asked] == ["answer"] * 3
    assert worked == ["once"]


def test_who_comes_after_one_that_failed_works_it_out_himself(view: View) -> None:
    def fails() -> str:
        raise ValueError("no answer")

    for _ in range(2):
        with pytest.raises(ValueError, match="no answer"):
            kept(view, "question", fails)
    assert kept(view, "question", lambda: "answer") == "answer"


def test_another_state_of_the_store_has_answers_of_its_own(view: View) -> None:
    assert kept(view, "question", lambda: "before") == "before"
    assert kept(View(view.store, "two"), "question", lambda: "after") == "after"
    assert kept(view, "question", lambda: "anew") == "before"
