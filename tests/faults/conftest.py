"""Made-up input, and how often and at which moments processes are killed."""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from benchmarks.made_claims import lines
from tests.cli.conftest import run

_ACTORS = (
    "جبهة النصرة",
    "حزب الله",
    "تنظيم الدولة الإسلامية",
    "أحرار الشام",
    "الجيش السوري الحر",
    "وحدات حماية الشعب",
)
_PLACES = ("حلب", "إدلب", "درعا", "حمص", "الرقة")


FEW = 8
"""Faults that the normal tests make."""
REPORTS = 8
_CLAIMS = 100
_MANY_CLAIMS = 2_000
"""Twenty in a document; many are enough for a bulk write."""


@dataclass(frozen=True, slots=True)
class Input:
    """What is loaded: reports that are read by the rules, and then claims that were found before."""

    paths: tuple[Path, ...]
    names: tuple[str, ...]
    """Of all documents, in the order in which they are loaded."""


@pytest.fixture(scope="session")
def given(tmp_path_factory: pytest.TempPathFactory, kills: int) -> Input:
    """The same on every run. The links of the documents overlap."""
    count = _MANY_CLAIMS if kills > FEW else _CLAIMS
    folder = tmp_path_factory.mktemp("input")
    reports, claims = folder / "reports.jsonl", folder / "claims.jsonl"
    choice = random.Random(0)
    told = [{"id": f"report {number}", "text": _report(number, choice)} for number in range(REPORTS)]
    reports.write_text("".join(json.dumps(each) + "\n" for each in told), encoding="utf-8")
    claims.write_text("".join(f"{line}\n" for line in lines(count)), encoding="utf-8")
    names = (*(each["id"] for each in told), *(f"{number}.txt" for number in range(count // 20)))
    return Input((reports, claims), names)


def _report(number: int, choice: random.Random) -> str:
    one, other = choice.sample(_ACTORS, 2)
    return (
        f"قال المرصد السوري لحقوق الإنسان إن اشتباكات عنيفة دارت بين {one} و{other} "
        f"في {choice.choice(_PLACES)}، وقتل فيها {number} شخصا."
    )


@pytest.fixture(scope="session")
def whole(given: Input, prepared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store after a load that nobody disturbed. To be copied."""
    folder = Path(shutil.copytree(prepared, tmp_path_factory.mktemp("whole") / "store"))
    result = run("load", *given.paths, store=folder)
    assert result.code == 0, result.err
    return folder


@pytest.fixture(scope="session")
def kills(pytestconfig: pytest.Config) -> int:
    """How many processes are killed: few, unless somebody asks for more with ``--kills``."""
    return int(pytestconfig.getoption("kills"))


@pytest.fixture
def moments(pytestconfig: pytest.Config) -> Iterator[random.Random]:
    """From what moments are drawn. Its seed is printed where a test fails; ``--seed`` draws the same again."""
    given = pytestconfig.getoption("seed")
    seed = random.SystemRandom().randrange(10**9) if given is None else int(given)
    print(f"the moments are drawn with --seed {seed}")
    yield random.Random(seed)
