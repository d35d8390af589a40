"""Where a server is and who asks: nothing secret can be typed where others see it, or go to a stranger."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.location import location
from kg.store.remote.access import Access, find_credentials
from kg.store.remote.address import Address, read_address
from kg.store.remote.digest_access import answer, read_challenge
from kg.store.remote.errors import BadAddressError


@pytest.fixture(autouse=True)
def nobody(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("", "_USER", "_PASSWORD", "_TOKEN", "_ALLOW_HTTP"):
        monkeypatch.delenv(f"KG_STORE{name}", raising=False)
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))


def test_an_address_is_told_from_a_folder() -> None:
    assert location("https://example.org/sparql") == "https://example.org/sparql"
    assert location("HTTP://localhost/") == "HTTP://localhost/"
    for folder in ("store", "/srv/https", "https", "./http:/store"):
        assert location(folder) == Path(folder)


@pytest.mark.parametrize(
    ("typed", "url", "update"),
    [
        ("https://example.org/sparql", "https://example.org/sparql", None),
        (
            "https://example.org:8443/s?x=1#update=/u",
            "https://example.org:8443/s?x=1",
            "https://example.org:8443/u",
        ),
        ("http://localhost:7878", "http://localhost:7878", None),
        ("http://127.0.0.1/a/query#update=update", "http://127.0.0.1/a/query", "http://127.0.0.1/a/update"),
        ("http://[::1]:80/", "http://[::1]:80/", None),
    ],
)
def test_an_address_says_where_queries_and_updates_go(typed: str, url: str, update: str | None) -> None:
    assert read_address(typed) == Address(url, update)


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("https://user:secret@example.org/", "holds a user or a password"),
        ("https://secret@example.org/", "holds a user or a password"),
        ("http://example.org/sparql", "unencrypted; use https://, or set KG_STORE_ALLOW_HTTP=1"),
        ("http://127.0.0.1.example.org/sparql", "unencrypted"),
        ("https:///sparql", "cannot be read"),
        ("https://exa mple.org/", "cannot be read"),
        ("https://example.org:port/", "cannot be read"),
        ("https://[::1/", "cannot be read"),
        ("https://example.org/q#token=secret", "something else than update="),
        ("https://example.org/q#update=https://elsewhere.org/u", "names another server"),
        ("https://example.org/q#update=//elsewhere.org/u", "names another server"),
    ],
)
def test_an_address_that_cannot_be_is_refused_and_shows_no_secret(typed: str, problem: str) -> None:
    with pytest.raises(BadAddressError, match=problem) as caught:
        read_address(typed)
    assert "secret" not in str(caught.value)


def test_http_in_a_network_of_ones_own_is_allowed_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_STORE_ALLOW_HTTP", "1")
    assert read_address("http://example.org/sparql").url == "http://example.org/sparql"


def test_who_asks_is_in_no_repr(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_STORE_USER", "me-secret")
    monkeypatch.setenv("KG_STORE_PASSWORD", "my-secret")
    monkeypatch.setenv("KG_STORE_TOKEN", "token-secret")
    assert "secret" not in repr(find_credentials("example.org"))


def test_what_is_meant_for_one_host_goes_to_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_STORE", "https://example.org/sparql")
    monkeypatch.setenv("KG_STORE_TOKEN", "token")
    assert find_credentials("example.org").token == "token"
    assert not Access(find_credentials("elsewhere.org")).named


def test_netrc_tells_by_host(tmp_path: Path) -> None:
    (tmp_path / "netrc").write_text("machine example.org login me password my-secret\n")
    found = find_credentials("example.org")
    assert (found.user, found.password) == ("me", "my-secret")
    assert not Access(find_credentials("elsewhere.org")).named
    (tmp_path / "netrc").write_text("machine example.org my-secret\n")
    with pytest.raises(BadAddressError, match="cannot be read; mend the file") as caught:
        find_credentials("example.org")
    assert "secret" not in str(caught.value)


def test_a_password_that_no_header_can_hold_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_STORE_TOKEN", "one\r\nX-Other: two")
    with pytest.raises(BadAddressError, match="control characters"):
        find_credentials("example.org")


def test_nothing_is_said_of_who_asks_before_the_server_wants_to_know(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_STORE_USER", "Aladdin")
    monkeypatch.setenv("KG_STORE_PASSWORD", "open sesame")
    access = Access(find_credentials("example.org"))
    assert access.header("POST", "https://example.org/") == {}
    assert not access.asked(["Negotiate"])
    assert access.asked(['Basic realm="a"'])
    # RFC 7617, section 2.
    basic = "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="
    assert access.header("POST", "https://example.org/") == {"Authorization": basic}
    assert not access.asked(['Basic realm="a"'])


@pytest.mark.parametrize(
    ("algorithm", "response"),
    [
        ("MD5", "8ca523f5e9506fed4657c9700eebdbec"),
        ("SHA-256", "753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1"),
    ],
)
def test_digest_is_that_of_the_standard(algorithm: str, response: str) -> None:
    # RFC 7616, section 3.9.1.
    challenge = read_challenge(
        f'Digest realm="http-auth@example.org", qop="auth, auth-int", algorithm={algorithm}, '
        'nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"'
    )
    assert challenge is not None
    cnonce = "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ"
    told = answer(challenge, "Mufasa", "Circle of Life", "GET", "/dir/index.html", 1, cnonce=cnonce)
    assert f'response="{response}"' in told
    assert "Circle" not in told
    assert "nc=00000001" in told
