"""What the pages say exists: commands with their options, links, and the reference of the command line."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from kg.cli.app import app
from tests.docs.cli_reference import PAGE, reference
from tests.docs.pages import ROOT, commands, links, pages

NAMED = [path.relative_to(ROOT) for path in pages()]


def unknown(words: list[str]) -> str | None:
    """What a command line names that ``kg`` does not have; None where all is well."""
    command: click.Command = app
    rest = list(words)
    while isinstance(command, click.Group) and rest and not rest[0].startswith("-"):
        name = rest.pop(0)
        if name.isupper() or name == "…":
            return None
        below = command.get_command(click.Context(command), name)
        if below is None and command.invoke_without_command:
            break
        if below is None:
            return name
        command = below
    options = {option for each in command.params for option in (*each.opts, *each.secondary_opts)} | {
        "-h",
        "--help",
    }
    given = (word.partition("=")[0] for word in rest if re.match(r"--?[a-z]", word))
    return next((option for option in given if option not in options), None)


@pytest.mark.parametrize("page", NAMED, ids=str)
def test_every_command_on_a_page_exists_with_its_options(page: Path) -> None:
    for words in commands((ROOT / page).read_text(encoding="utf-8")):
        assert unknown(words) is None, f"kg {' '.join(words)}"


@pytest.mark.parametrize("page", NAMED, ids=str)
def test_every_link_on_a_page_leads_somewhere(page: Path) -> None:
    for target in links((ROOT / page).read_text(encoding="utf-8")):
        file, _, heading = target.partition("#")
        path = (ROOT / page).parent / file if file else ROOT / page
        assert path.exists(), target
        if heading and path.suffix == ".md":
            assert heading in _anchors(path.read_text(encoding="utf-8")), target


def _anchors(text: str) -> set[str]:
    headings = (match[1] for match in re.finditer(r"^#+ (.+)$", text, re.M))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def test_the_reference_of_the_command_line_is_what_help_says() -> None:
    assert PAGE.read_text(encoding="utf-8") == reference(), "run 'make golden' and read the difference"


@pytest.mark.parametrize(
    ("line", "missing"),
    [
        ("`kg links Soleimani --json`", None),
        ("`kg lnks Soleimani`", "lnks"),
        ("`kg links Soleimani --colour`", "--colour"),
        ("```\n$ KG_STORE=x kg export csv -o a.csv | head\n```", None),
        ("```sh\nkg ontology list --kinds class\n```", "--kinds"),
    ],
)
def test_a_command_that_does_not_exist_is_noticed(line: str, missing: str | None) -> None:
    assert [unknown(words) for words in commands(line)] == [missing]
