"""A wheel built from the tree works in its own environment, outside the checkout and without a network."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import sysconfig
import urllib.request
import venv
import zipfile
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]
SEED = next((CHECKOUT / "seeds").glob("*.txt"))


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(target)]
    subprocess.run(build, cwd=CHECKOUT, check=True, capture_output=True)
    return next(target.glob("rawabit-*.whl"))


@pytest.fixture(scope="module")
def home(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a virtual environment in ``env`` that holds the wheel and sees the checkout's libraries.

    A path line in a ``.pth`` file makes a folder importable but leaves that folder's own ``.pth`` files
    unread, so the editable install of the checkout does not come along.
    """
    folder = tmp_path_factory.mktemp("elsewhere")
    venv.create(folder / "env", with_pip=False)
    python = folder / "env" / "bin" / "python"
    install = [sys.executable, "-m", "pip", "-q", "--python", str(python), "install"]
    subprocess.run([*install, "--no-index", "--no-deps", str(wheel)], check=True, capture_output=True)
    site = next((folder / "env" / "lib").glob("python3*/site-packages"))
    (site / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    shutil.copy(SEED, folder / "article.txt")
    return folder


def outside(home: Path) -> dict[str, str]:
    """The environment of somebody who has only what was installed."""
    clean = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "KG_", "COV_"))}
    return {**clean, "KG_STORE": str(home / "store")}


def run(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    program, *rest = arguments
    return subprocess.run(
        [str(home / "env" / "bin" / program), *rest],
        cwd=home,
        env=outside(home),
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_wheel_holds_the_code_the_ontology_the_queries_and_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    tops = {name.split("/")[0] for name in names}
    assert tops == {"kg", next(top for top in tops if top.endswith(".dist-info"))}
    assert {"kg/py.typed", "kg/_resources/ontology/rawabit.ttl"} <= set(names)
    assert any(name.startswith("kg/_resources/queries/") and name.endswith(".rq") for name in names)
    assert any(name.startswith("kg/extractors/llm/prompts/") for name in names)
    assert not [name for name in names if "__pycache__" in name or "node_modules" in name]


def test_the_wheel_holds_the_page_and_the_licences_of_what_it_is_made_of(wheel: Path) -> None:
    archive = zipfile.ZipFile(wheel)
    page = archive.read("kg/web/page/index.html").decode()
    named = re.findall(r'(?:src|href)="/(assets/[^"]+)"', page)
    assert [name for name in named if name.endswith(".js")]
    assert {f"kg/web/page/{name}" for name in named} <= set(archive.namelist())
    licences = archive.read("kg/web/page/assets/licences.txt").decode()
    assert "preact" in licences
    assert "SIL OPEN FONT LICENSE" in licences


def test_a_source_distribution_builds_the_same_wheel(wheel: Path, tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "-d", str(tmp_path), "-t"]
    subprocess.run([*build, "sdist"], cwd=CHECKOUT, check=True, capture_output=True)
    archive = next(tmp_path.glob("rawabit-*.tar.gz"))
    subprocess.run(["tar", "-xzf", archive], cwd=tmp_path, check=True)
    source = tmp_path / archive.name.removesuffix(".tar.gz")
    assert (source / "web" / "package-lock.json").is_file()
    assert not (source / "web" / "node_modules").exists()
    without_node = {**os.environ, "PATH": str(tmp_path)}
    subprocess.run([*build, "wheel"], cwd=source, env=without_node, check=True, capture_output=True)
    again = next(tmp_path.glob("rawabit-*.whl"))
    assert sorted(zipfile.ZipFile(again).namelist()) == sorted(zipfile.ZipFile(wheel).namelist())


def test_the_installed_package_is_not_the_checkout(home: Path) -> None:
    found = run(home, "python", "-c", "import kg; print(kg.__file__)")
    assert Path(found.stdout.strip()).is_relative_to(home / "env"), found.stderr


def test_the_installed_command_knows_its_own_extractors(home: Path) -> None:
    found = run(home, "kg", "extract", "article.txt", "--extractor", "none-such")
    assert (found.returncode, found.stdout) == (2, "")
    assert "installed: llm, rules" in found.stderr
    rules = run(home, "kg", "extract", "article.txt", "--extractor", "rules", "--json")
    assert rules.stdout == run(home, "kg", "extract", "article.txt", "--json").stdout != ""


def test_the_installed_command_loads_an_article_and_answers(home: Path) -> None:
    loaded = run(home, "kg", "load", "article.txt")
    assert loaded.returncode == 0, loaded.stderr
    links = run(home, "kg", "links", "Soleimani")
    assert links.returncode == 0, links.stderr
    assert "Quds Force" in links.stdout


def test_the_installed_command_serves_the_page(home: Path) -> None:
    assert run(home, "kg", "load", "article.txt").returncode == 0
    command = [str(home / "env" / "bin" / "kg"), "serve", "--port", "0"]
    with subprocess.Popen(command, cwd=home, env=outside(home), stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        try:
            address = server.stdout.readline().strip()
            page = read(address)
            assert '<div id="page">' in page
            for name in re.findall(r'(?:src|href)="/(assets/[^"]+)"', page):
                assert read(address + name)
            assert "SIL OPEN FONT LICENSE" in read(f"{address}assets/licences.txt")
        finally:
            server.terminate()
    assert server.returncode == 0


def read(address: str) -> str:
    with urllib.request.urlopen(address) as answer:
        text: bytes = answer.read()
    return text.decode()
