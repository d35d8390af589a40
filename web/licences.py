"""What others wrote and is part of the page, with the texts of their licences."""

from __future__ import annotations

import json
import re
from pathlib import Path

# Of these, pieces are put into what they make.
_MAKERS = ("vite", "rolldown")
_LICENCE = re.compile(r"(licen[cs]e|copying|notice|ofl)", re.IGNORECASE)


def licences(sources: Path) -> str:
    """Every package that may be in the page: what is installed and not for development alone.

    Read from the lock and not from what the bundler met, because it does not tell of fonts and styles.
    """
    locked = json.loads((sources / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    parts = ["What others wrote and is part of this page.\n"]
    for path, package in sorted(locked.items()):
        name, folder = path.rpartition("node_modules/")[2], sources / path
        if not path or not folder.is_dir() or (package.get("dev") and name not in _MAKERS):
            continue
        parts.append(f"{'-' * 80}\n{name} {package['version']}: {package.get('license', 'see below')}\n")
        for each in sorted(folder.iterdir()):
            if _LICENCE.match(each.name) and each.is_file():
                parts.append(each.read_text(encoding="utf-8", errors="replace").strip() + "\n")
    return "\n".join(parts)
