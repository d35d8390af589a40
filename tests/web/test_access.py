"""A server that others may reach: only with a token, which nobody else sees."""

from __future__ import annotations

import re
import signal
import stat
import subprocess
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest

from kg.errors import InputError
from kg.store import EmbeddedStore
from kg.web import Settings
from kg.web.token import read_token
from tests.cli.conftest import run, start
from tests.serving import serving
from tests.web.asking import Reply, ask

TOKEN = "correct-horse-battery-staple"
DATA = "/api/openapi.json"
FORM = "Content-Type: application/x-www-form-urlencoded"


@pytest.fixture(scope="module")
def address(seed_store: EmbeddedStore) -> Iterator[str]:
    """A server that asks for a token."""
    with serving(seed_store, Settings(token=TOKEN)) as where:
        yield where


def sign_in(address: str, token: str, to: str = "/") -> Reply:
    body = urlencode({"token": token, "to": to}).encode()
    return ask(address, "/sign-in", FORM, f"Origin: {address}", method="POST", body=body)


def test_a_program_shows_the_token_in_a_header(address: str) -> None:
    assert ask(address, DATA, f"Authorization: Bearer {TOKEN}").status == 200
    assert ask(address, "/sparql?query=ASK%7B%7D", f"Authorization: bearer {TOKEN}").status == 200


@pytest.mark.parametrize(
    "header",
    [
        "Accept: */*;q=0",
        "Authorization: Bearer",
        "Authorization: Bearer wrong",
        f"Authorization: Bearer {TOKEN[:-1]}",
        f"Authorization: Bearer {TOKEN}x",
        f"Authorization: Basic {TOKEN}",
        "Cookie: rawabit=",
        f"Cookie: rawabit={TOKEN}",
        "Cookie: rawabit=\x7f; =;",
    ],
)
def test_without_the_token_nothing_is_answered(address: str, header: str) -> None:
    for path in (
        DATA,
        "/sparql?query=ASK%7B%7D",
        "/graph?default",
        "/actor/hezbollah",
        f"{DATA}?token={TOKEN}",
    ):
        reply = ask(address, path, header, "Accept: application/json")
        assert reply.status == 401
        assert reply.headers["www-authenticate"].startswith("Bearer")


def test_a_person_signs_in_once_and_comes_to_where_the_link_led(address: str) -> None:
    page = ask(address, "/actor/hezbollah?lang=ar", "Accept: text/html")
    assert page.status == 401
    assert b'value="/actor/hezbollah?lang=ar"' in page.body
    assert "رمز الدخول".encode() in page.body
    reply = sign_in(address, TOKEN, "/actor/hezbollah?lang=ar")
    assert (reply.status, reply.headers["location"]) == (303, "/actor/hezbollah?lang=ar")
    cookie = reply.headers["set-cookie"]
    assert TOKEN not in cookie
    assert "HttpOnly" in cookie
    assert ask(address, DATA, f"Cookie: {cookie.partition(';')[0]}").status == 200


def test_a_wrong_token_opens_nothing(address: str) -> None:
    reply = sign_in(address, "wrong")
    assert reply.status == 401
    assert "set-cookie" not in reply.headers
    assert b"That is not the token" in reply.body


@pytest.mark.parametrize(
    "to", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", "/a\r\nX: y"]
)
def test_signing_in_leads_nowhere_else(address: str, to: str) -> None:
    reply = sign_in(address, TOKEN, to)
    assert (reply.status, reply.headers["location"]) == (303, "/")
    assert "x" not in reply.headers


def test_what_is_in_a_link_is_no_part_of_the_page(address: str) -> None:
    page = ask(address, '/a"><script>alert(1)</script>?"><img>', "Accept: text/html")
    assert b"<script" not in page.body
    assert b"<img" not in page.body


def test_with_a_token_any_address_of_the_machine_is_one(address: str) -> None:
    port, shown = address.rpartition(":")[2], f"Authorization: Bearer {TOKEN}"
    assert ask(address, DATA, f"Host: 192.0.2.7:{port}", shown).status == 200
    assert ask(address, DATA, f"Host: evil.example:{port}", shown).status == 421


def test_others_are_let_in_only_with_a_token_and_by_two_options(prepared: Path, tmp_path: Path) -> None:
    token = tmp_path / "token"
    for words in ((), ("--allow-remote",), ("--token-file", token)):
        ended = run("serve", "--host", "0.0.0.0", "--port", 0, *words, store=prepared)
        assert ended.code == 2
        assert "other machines could reach the server" in ended.err
    server = start(
        "serve", "--host", "0.0.0.0", "--port", 0, "--allow-remote", "--token-file", token,
        store=prepared, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert server.stdout is not None
    port = server.stdout.readline().decode().strip().strip("/").rpartition(":")[2]
    address, secret = f"http://127.0.0.1:{port}", token.read_text().strip()
    assert ask(address, DATA).status == 401
    assert ask(address, DATA, f"Authorization: Bearer {secret}").status == 200
    assert sign_in(address, secret).status == 303
    server.send_signal(signal.SIGTERM)
    out, err = server.communicate()
    assert secret.encode() not in out + err
    assert not list(Path(f"/proc/{server.pid}").glob("cmdline"))


def test_a_token_is_made_where_there_is_none(tmp_path: Path) -> None:
    path = tmp_path / "token"
    token = read_token(path)
    assert re.fullmatch(r"[\w-]{43}", token)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert read_token(path) == token


@pytest.mark.parametrize(
    ("content", "mode", "problem"),
    [
        (b"x" * 40, 0o644, "chmod 600"),
        (b"short", 0o600, "no token of 16"),
        (b"", 0o600, "no token of 16"),
        (b"\xff" * 40, 0o600, "no token can be read"),
    ],
)
def test_a_token_that_others_know_or_guess_is_refused(
    tmp_path: Path, content: bytes, mode: int, problem: str
) -> None:
    path = tmp_path / "token"
    path.write_bytes(content)
    path.chmod(mode)
    with pytest.raises(InputError, match=problem):
        read_token(path)


def test_where_no_server_can_listen_the_way_out_is_told(prepared: Path, address: str) -> None:
    for host, port in (("127.0.0.1", address.rpartition(":")[2]), ("192.0.2.7", 0), ("nothing.invalid", 0)):
        ended = run("serve", "--host", host, "--port", port, store=prepared)
        assert ended.code == 2
        assert "no server can listen there" in ended.err
