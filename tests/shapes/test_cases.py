from pathlib import Path

import pytest

from tests.shapes.cases import HOME, expected, files, outcomes


def _name(case: Path) -> str:
    return f"{case.parent.name}/{case.stem}"


@pytest.mark.parametrize("case", files("pass"), ids=_name)
def test_what_is_sound_passes_without_a_word(case: Path) -> None:
    assert outcomes(case) == []


@pytest.mark.parametrize("case", files("fail"), ids=_name)
def test_what_is_wrong_is_found_at_its_node_and_path_and_nothing_else_is(case: Path) -> None:
    assert expected(case)
    assert outcomes(case) == expected(case)
    assert any(outcome.severity == "violation" for outcome in outcomes(case))


@pytest.mark.parametrize("case", files("warn"), ids=_name)
def test_what_is_doubtful_is_a_warning_and_keeps_nothing_out(case: Path) -> None:
    assert expected(case)
    assert outcomes(case) == expected(case)
    assert {outcome.severity for outcome in outcomes(case)} == {"warning"}


def test_every_case_is_run() -> None:
    run = {*files("pass"), *files("fail"), *files("warn")}
    assert run == {path for path in HOME.rglob("*.ttl") if path.name != "ground.ttl"}
