"""Settings that hold, and what is said of others."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.extractors.installed import settings_of
from kg.extractors.llm.errors import LlmSettingError
from kg.extractors.llm.settings import Settings, read_settings

GIVEN = {"url": "https://example.org/v1", "model": "small-1"}


def test_settings_come_from_the_variables_of_the_extractor() -> None:
    environment = {"KG_LLM_URL": "x", "KG_LLM_ALLOW_HTTP": "1", "KG_LLM_KEY": "", "KG_STORE": "y"}
    assert settings_of("llm", environment) == {"url": "x", "allow_http": "1"}
    assert settings_of("my-own", {"KG_MY_OWN_FILE": "z"}) == {"file": "z"}


@pytest.mark.parametrize(
    ("typed", "url"),
    [
        ("https://example.org", "https://example.org/v1/chat/completions"),
        ("https://example.org/", "https://example.org/v1/chat/completions"),
        ("https://example.org/v1/", "https://example.org/v1/chat/completions"),
        ("https://example.org/api/openai", "https://example.org/api/openai/chat/completions"),
        ("https://example.org/v1/chat/completions", "https://example.org/v1/chat/completions"),
        ("http://localhost:8080/v1", "http://localhost:8080/v1/chat/completions"),
        ("http://127.0.0.2:8080/v1", "http://127.0.0.2:8080/v1/chat/completions"),
        ("http://[::1]:8080/v1", "http://[::1]:8080/v1/chat/completions"),
    ],
)
def test_an_address_leads_to_the_completions(typed: str, url: str) -> None:
    assert read_settings({**GIVEN, "url": typed}).url == url


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"url": "http://models.example.org/v1"}, "unencrypted; use https://, or set KG_LLM_ALLOW_HTTP=1"),
        ({"url": "http://localhost.example.org/v1"}, "unencrypted"),
        ({"url": "ftp://example.org"}, "KG_LLM_URL is no address"),
        ({"url": "example.org/v1"}, "KG_LLM_URL is no address"),
        ({"url": "https://[::1/v1"}, "KG_LLM_URL is no address"),
        ({"url": "https://example.org:port/v1"}, "KG_LLM_URL is no address"),
        ({"url": "https://me:pass@example.org/v1"}, "KG_LLM_URL holds a user or password"),
        ({"timeout": "soon"}, "KG_LLM_TIMEOUT is 'soon'"),
        ({"timeout": "nan"}, "KG_LLM_TIMEOUT is 'nan'"),
        ({"key": "a\nb"}, "KG_LLM_KEY holds characters"),
        ({"mdl": "x"}, "KG_LLM_MDL is no setting"),
    ],
)
def test_a_setting_that_does_not_hold_is_named(changed: dict[str, str], said: str) -> None:
    with pytest.raises(LlmSettingError) as refused:
        read_settings({**GIVEN, **changed})
    assert said in str(refused.value)
    assert "pass" not in str(refused.value).replace("password", "")


@pytest.mark.parametrize("missing", ["url", "model"])
def test_address_and_model_are_needed(missing: str) -> None:
    with pytest.raises(LlmSettingError, match=f"KG_LLM_{missing.upper()} is not set"):
        read_settings({name: value for name, value in GIVEN.items() if name != missing})


def test_http_is_allowed_where_the_user_says_so() -> None:
    given = {**GIVEN, "url": "http://models.example.org/v1", "allow_http": "1"}
    assert read_settings(given).url.startswith("http://models.example.org/")


def test_the_key_is_not_shown() -> None:
    assert "sk-1" not in repr(Settings("https://example.org", "m", key="sk-1"))


def test_answers_are_kept_in_the_users_cache_unless_told_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "/var/tmp/c")
    assert read_settings(GIVEN).cache == Path("/var/tmp/c/rawabit/llm")
    assert read_settings({**GIVEN, "cache": "off"}).cache is None
    assert read_settings({**GIVEN, "cache": "here"}).cache == Path("here")
