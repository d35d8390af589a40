"""Made-up reports, and how often and at which moments processes are killed."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

_ACTORS = (
    "جبهة النصرة",
    "حزب الله",
    "تنظيم الدولة الإسلامية",
    "أحرار الشام",
    "الجيش السوري الحر",
    "وحدات حماية الشعب",
)
_PLACES = ("حلب", "إدلب", "درعا", "حمص", "الرقة")


def write_reports(path: Path, count: int, *, first: int = 0) -> Path:
    """A file of JSON Lines with so many reports, the same on every run; their links overlap."""
    choice = random.Random(first)
    with path.open("w", encoding="utf-8") as stream:
        for number in range(first, first + count):
            one, other = choice.sample(_ACTORS, 2)
            text = (
                f"قال المرصد السوري لحقوق الإنسان إن اشتباكات عنيفة دارت بين {one} و{other} "
                f"في {choice.choice(_PLACES)}، وقتل فيها {number} شخصا."
            )
            stream.write(json.dumps({"id": f"report {number}", "text": text}, ensure_ascii=False) + "\n")
    return path


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
