"""What topics, parameters and columns of queries are called in Arabic, from ``queries/arabic.yaml``."""

from __future__ import annotations

from functools import cache

from kg.resources import folder


def arabic_tag(tag: str) -> str | None:
    """A topic of queries in Arabic, where that is known."""
    return _words()["tags"].get(tag)


def arabic_name(name: str) -> str | None:
    """The name of a parameter or a column in Arabic, where there is one."""
    return _words()["names"].get(name)


def arabic_text(text: str) -> str | None:
    """What is said of a parameter or a column, in Arabic where that is known."""
    return _words()["texts"].get(text)


@cache
def _words() -> dict[str, dict[str, str]]:
    import yaml

    text = (folder("queries") / "arabic.yaml").read_text(encoding="utf-8")
    read: dict[str, dict[str, str]] = yaml.load(text, Loader=yaml.BaseLoader)
    return read
