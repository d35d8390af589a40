from __future__ import annotations

import pytest

from kg.query.iris import is_iri


@pytest.mark.parametrize(
    "text",
    [
        "https://w3id.org/rawabit/actor/hezbollah",
        "http://example.org/حزب-الله",
        "http://example.org/%D8#a=1,2",
    ],
)
def test_an_address_in_any_script_is_an_iri(text: str) -> None:
    assert is_iri(text)


@pytest.mark.parametrize(
    "text",
    ["", "Hezbollah", "actor/x", "ftp://a/", "http://a/%", "http://a/%µ", "http://a/[", "http://a/b c", "http://a/\x7f",
     "http://a/>", "http://a/#b#c", "http://[/", "http://a/" + "x" * 5000, "http://a/\u0085"],
)  # fmt: skip
def test_what_the_engine_would_not_read_is_none(text: str) -> None:
    assert not is_iri(text)
