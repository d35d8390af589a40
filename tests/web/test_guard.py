"""Who may ask: this machine's user, and no page of another site."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.store import EmbeddedStore
from kg.web import Settings
from tests.serving import serving
from tests.web.asking import ask

DATA = "/api/openapi.json"


def port_of(address: str) -> str:
    return address.rpartition(":")[2]


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost", "LOCALHOST"])
def test_the_names_of_this_machine_are_answered(address: str, name: str) -> None:
    assert ask(address, DATA, f"Host: {name}:{port_of(address)}").status == 200


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:{port}",
        "127.0.0.1",
        "localhost:1",
        "127.0.0.1.evil.example:{port}",
        "[::2]:{port}",
        "",
    ],
)
def test_another_name_than_this_machines_is_refused(address: str, host: str) -> None:
    reply = ask(address, DATA, f"Host: {host.format(port=port_of(address))}")
    assert reply.status in (400, 421)
    assert b"openapi" not in reply.body


def test_two_names_or_none_are_refused(address: str) -> None:
    own = f"Host: 127.0.0.1:{port_of(address)}"
    assert ask(address, DATA, own, "Host: evil.example").status == 400
    assert ask(address, DATA, own, own).status == 400


@pytest.mark.parametrize(
    "origin",
    ["null", "http://evil.example", "https://127.0.0.1.evil.example", "http://127.0.0.1:1", "file://"],
)
def test_a_page_of_another_origin_is_refused(address: str, origin: str) -> None:
    assert ask(address, DATA, f"Origin: {origin}").status == 403
    assert ask(address, "/", f"Origin: {origin}").status == 403


def test_the_page_itself_may_ask(address: str) -> None:
    assert ask(address, DATA, f"Origin: {address}", "Sec-Fetch-Site: same-origin").status == 200


@pytest.mark.parametrize("site", ["cross-site", "same-site", "nonsense"])
def test_what_a_browser_marks_as_coming_from_elsewhere_is_refused(address: str, site: str) -> None:
    navigation = ("Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: document")
    assert ask(address, "/actor/hezbollah", f"Sec-Fetch-Site: {site}").status == 403
    assert ask(address, DATA, f"Sec-Fetch-Site: {site}", *navigation).status == 403
    frame = ("Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: iframe")
    assert ask(address, "/actor/hezbollah", f"Sec-Fetch-Site: {site}", *frame).status == 403


def test_a_link_in_another_page_leads_to_a_view(address: str) -> None:
    link = (
        "Sec-Fetch-Site: cross-site",
        "Sec-Fetch-Mode: navigate",
        "Sec-Fetch-Dest: document",
        "Accept: text/html",
    )
    assert ask(address, "/network", *link).status != 403


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT"])
def test_nothing_is_changed_over_http(address: str, method: str) -> None:
    reply = ask(address, "/graph?default", method=method)
    assert reply.status == 405
    assert reply.headers["allow"] == "GET, HEAD"


@pytest.mark.parametrize(
    "kind", ["text/plain", "multipart/form-data; boundary=x", "application/x-www-form-urlencoded", ""]
)
def test_what_a_form_of_any_page_can_post_is_refused(address: str, kind: str) -> None:
    assert (
        ask(address, "/api/network", f"Content-Type: {kind}", method="POST", body=b'{"ids": []}').status
        == 415
    )


def test_a_body_without_measure_is_refused(address: str) -> None:
    typed = "Content-Type: application/json"
    assert ask(address, "/api/network", typed, "Content-Length: 1000001", method="POST").status == 413


def test_every_answer_forbids_the_browser_what_it_need_not_do(address: str) -> None:
    for reply in (ask(address, DATA), ask(address, "/"), ask(address, "/", "Host: evil.example")):
        policy = reply.headers["content-security-policy"]
        assert policy.startswith("default-src 'self';")
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy
        assert reply.headers["x-content-type-options"] == "nosniff"
        assert not [name for name in reply.headers if name.startswith("access-control-")]
        assert "server" not in reply.headers


def test_an_error_says_in_one_line_what_is_wrong(address: str) -> None:
    reply = ask(address, "/api/nothing-there")
    assert (reply.status, reply.headers["content-type"]) == (404, "application/problem+json")
    assert json.loads(reply.body)["detail"].startswith("there is nothing at /api/nothing-there")


def test_a_name_that_was_allowed_is_answered(seed_store: EmbeddedStore) -> None:
    with serving(seed_store, Settings(hosts=("kg.example.org",))) as address:
        assert ask(address, DATA, "Host: kg.example.org").status == 200
        assert ask(address, DATA, "Host: kg.example.org.evil.example").status == 421


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.txt",
        "/assets/../../secret.txt",
        "/assets/%2e%2e/%2e%2e/secret.txt",
        "/assets/..%2f..%2fsecret.txt",
        "/assets/%252e%252e%252fsecret.txt",
        "/assets/..\\..\\secret.txt",
        "/assets/..%5c..%5csecret.txt",
        "/assets//../../secret.txt",
        "/assets/link.txt",
        "/assets/.hidden.txt",
        "/assets/x%00.txt",
        "//secret.txt",
        "/%2fetc/passwd",
    ],
)
def test_no_path_leads_out_of_the_page(seed_store: EmbeddedStore, tmp_path: Path, path: str) -> None:
    page = tmp_path / "page"
    (page / "assets").mkdir(parents=True)
    (tmp_path / "secret.txt").write_text("canary")
    (page / "assets" / ".hidden.txt").write_text("canary")
    (page / "assets" / "link.txt").symlink_to(tmp_path / "secret.txt")
    (page / "assets" / "own.js").write_text("1")
    (page / "index.html").write_text("<!doctype html>")
    with serving(seed_store, Settings(page=page)) as address:
        assert b"canary" not in ask(address, path, "Accept: text/html").body
        own = ask(address, "/assets/own.js")
        assert (own.status, own.headers["content-type"]) == (200, "text/javascript; charset=utf-8")


def test_without_the_page_the_rest_works_and_the_way_to_it_is_told(
    seed_store: EmbeddedStore, tmp_path: Path
) -> None:
    with serving(seed_store, Settings(page=tmp_path)) as address:
        reply = ask(address, "/")
        assert reply.status == 503
        assert b"pip install" in reply.body
        assert ask(address, DATA).status == 200
