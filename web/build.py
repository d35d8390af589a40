"""Makes the page of ``kg serve`` from the sources beside this file, into ``kg/web/page``. Needs Python and Node alone.

``--is-built`` only asks for the page, ``--has-node`` for what makes it. With names of scripts of ``package.json``, runs
those instead: ``python web/build.py types lint test``.
"""

from __future__ import annotations

import hashlib
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import node
from licences import licences

SOURCES = Path(__file__).resolve().parent
PAGE = SOURCES.parent / "kg" / "web" / "page"
STAMP = "built-from.txt"
_MADE = {"node_modules", "__pycache__"}
# Two more attempts, but within seconds: npm itself waits a minute and more.
_RETRIES = ("--fetch-retry-mintimeout=1000", "--fetch-retry-maxtimeout=5000")


class BuildError(Exception):
    """The page could not be made; the message says why and what helps."""


def state() -> str:
    """The SHA-256 of all sources: their paths and what is in them."""
    lines = (f"{_digest(path)}  {path.relative_to(SOURCES).as_posix()}\n" for path in _files(SOURCES))
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def is_built() -> bool:
    """Whether the page is there and was made from the sources as they are now."""
    return (PAGE / "index.html").is_file() and _stamp(PAGE) == state()


def build() -> None:
    """Makes the page where it is missing or was made from other sources. It stands as a whole or not at all.

    :raises BuildError: Node is missing, the registry does not answer, or the sources have a mistake.
    """
    if is_built():
        return
    install()
    now = state()
    PAGE.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=PAGE.parent, prefix=".page-") as folder:
        made = Path(folder) / "page"
        vite = str(SOURCES / "node_modules" / "vite" / "bin" / "vite.js")
        try:
            node.run([vite, "build", "--logLevel=warn", "--emptyOutDir", f"--outDir={made}"], SOURCES)
        except node.NodeError as error:
            raise BuildError(f"the page could not be made from its sources:\n{error}") from error
        (made / "assets" / "licences.txt").write_text(licences(SOURCES), encoding="utf-8")
        (made / STAMP).write_text(now, encoding="ascii")
        if PAGE.exists():
            PAGE.rename(Path(folder) / "before")
        made.rename(PAGE)


def install() -> None:
    """Fetches the packages that the lock names, where they are not there already.

    :raises BuildError: Node is missing, or the registry does not answer.
    """
    packages, lock = SOURCES / "node_modules", _digest(SOURCES / "package-lock.json")
    if _stamp(packages) == lock:
        return
    try:
        node.npm(
            ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", *_RETRIES], SOURCES
        )
    except node.NodeError as error:
        message = (
            "the packages of the page could not be fetched; is there Node, and does the npm registry answer?"
        )
        raise BuildError(f"{message}\n{error}") from error
    (packages / STAMP).write_text(lock, encoding="ascii")


def run(script: str) -> None:
    """Runs a script of ``package.json``: what checks and tests the sources.

    :raises BuildError: the packages could not be fetched, or the script found something, which the message holds.
    """
    install()
    try:
        node.npm(["run", "--silent", script], SOURCES)
    except node.NodeError as error:
        raise BuildError(f"npm run {script}\n{error}") from error


def _files(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.name not in _MADE and not path.name.startswith("."):
            if path.is_dir():
                yield from _files(path)
            else:
                yield path


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _stamp(folder: Path) -> str:
    try:
        return (folder / STAMP).read_text(encoding="ascii")
    except OSError:
        return ""


def main(arguments: list[str]) -> int:
    """The exit code: 0 done or yes, 1 no."""
    if arguments == ["--is-built"]:
        return 0 if is_built() else 1
    if arguments == ["--has-node"]:
        return 0 if node.is_there() else 1
    try:
        for script in arguments:
            run(script)
        if not arguments:
            build()
    except BuildError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
