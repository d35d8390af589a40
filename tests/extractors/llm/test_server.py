"""What the extractor asks of a server, and what it does with one that misbehaves."""

from __future__ import annotations

import socket
from pathlib import Path
from typing import Any

import pytest

from kg.extractors.llm.errors import EndpointError, LlmSettingError, LongArticleError
from kg.model import Modality
from kg.ontology import load_ontology
from tests.building import document
from tests.extractors.llm.conftest import Asking
from tests.extractors.llm.server import playing

ARTICLE = document("هاجم حزب الله جبهة النصرة في سراقب.")
CLAIM: dict[str, Any] = {
    "evidence": ARTICLE.text,
    "subject": "حزب الله",
    "subject_type": "ArmedGroup",
    "predicate": "attacks",
    "trigger": "هاجم",
    "object": "جبهة النصرة",
    "object_type": "ArmedGroup",
    "modality": "asserted",
    "speakers": [],
    "place": None,
    "date": None,
}
GOOD: dict[str, Any] = {"claims": [CLAIM]}
KEY = "sk-very-secret-0123456789"


def test_the_question_asks_for_claims_in_the_form_of_the_ontology(asking: Asking) -> None:
    with playing([GOOD]) as played:
        asking(played.url, key=KEY).extract(ARTICLE)
    (body,) = played.bodies
    form = body["response_format"]
    schema = form["json_schema"]["schema"]["properties"]["claims"]["items"]
    stateable = {each.name for each in load_ontology().relations if not each.derived_only}
    assert played.paths == ["/v1/chat/completions"]
    assert played.headers[0]["Authorization"] == f"Bearer {KEY}"
    assert (body["model"], body["temperature"]) == ("small-1", 0)
    assert (form["type"], form["json_schema"]["strict"]) == ("json_schema", True)
    assert set(schema["properties"]["predicate"]["enum"]) == stateable
    assert set(schema["properties"]["modality"]["enum"]) == {each.value for each in Modality}
    assert set(schema["required"]) == set(schema["properties"])
    system = body["messages"][0]["content"]
    assert all(load_ontology().term(name).definition in system for name in stateable)
    assert "{{" not in system


@pytest.mark.parametrize("status", [400, 422])
def test_a_server_without_schemas_is_asked_for_any_json_and_then_for_nothing(
    status: int, asking: Asking
) -> None:
    refused = {"status": status, "error": "response_format json_schema is not supported"}
    with playing([refused, refused, GOOD, GOOD]) as played:
        host = asking(played.url, cache=None)
        assert len(host.extract(ARTICLE).claims) == 1
        host.extract(ARTICLE)
    forms = [body.get("response_format", {}).get("type") for body in played.bodies]
    assert forms == ["json_schema", "json_object", None, None]


def test_a_model_that_takes_no_temperature_is_asked_without(asking: Asking) -> None:
    refused = {"status": 400, "error": "Unsupported value: 'temperature' does not support 0"}
    with playing([refused, GOOD]) as played:
        assert len(asking(played.url).extract(ARTICLE).claims) == 1
    assert ["temperature" in body for body in played.bodies] == [True, False]
    assert [body["response_format"]["type"] for body in played.bodies] == ["json_schema"] * 2


@pytest.mark.parametrize(
    ("reply", "said"),
    [
        ({"silent": True}, "did not answer within 0.3 seconds, 2 times"),
        ({"body": '{"choices": ', "endless": 0.02}, "did not answer within 0.3 seconds, 2 times"),
        ({"body": "{", "endless": 0.0, "piece": 65536}, "sent more than 100,000 bytes, 2 times"),
        ({"status": 503, "error": "overloaded"}, "answered 503 (overloaded), 2 times"),
        ({"status": 500, "body": "x", "endless": 0.0, "piece": 65536}, "answered 500, 2 times"),
        ({"body": "<html>"}, "answered with no JSON, 2 times"),
    ],
)
def test_a_server_that_gives_no_answer_is_left_after_a_few_attempts(
    reply: dict[str, Any], said: str, asking: Asking
) -> None:
    with playing([reply, reply]) as played, pytest.raises(EndpointError) as failed:
        timeout = 0.3 if "did not answer" in said else 60.0
        asking(played.url, timeout=timeout, attempts=2, largest_answer=100_000).extract(ARTICLE)
    assert said in str(failed.value)
    assert len(played.bodies) == 2


def test_a_redirect_is_not_followed(asking: Asking) -> None:
    with playing([GOOD]) as other:
        moved = {"status": 307, "headers": {"Location": f"{other.url}/chat/completions"}}
        with playing([moved]) as played, pytest.raises(EndpointError, match=r"sends on to 127\.0\.0\.1:"):
            asking(played.url, key=KEY).extract(ARTICLE)
    assert len(played.bodies) == 1
    assert other.bodies == []


@pytest.mark.parametrize(
    ("reply", "said"),
    [
        (
            {"status": 401, "error": f"Incorrect API key provided: {KEY}."},
            "lets nobody in (Incorrect API key",
        ),
        ({"status": 404, "error": "no such model"}, "finds no model there (no such model)"),
        ({"status": 302, "headers": {"Location": "https://elsewhere.example/x"}}, "elsewhere.example"),
    ],
)
def test_what_the_next_document_would_meet_too_is_asked_once(
    reply: dict[str, Any], said: str, asking: Asking
) -> None:
    with playing([reply]) as played:
        host = asking(played.url, key=KEY)
        for _ in range(3):
            with pytest.raises(EndpointError) as failed:
                host.extract(ARTICLE)
            assert said in str(failed.value)
            assert KEY not in str(failed.value)
    assert len(played.bodies) == 1


def test_a_server_that_fails_for_three_documents_in_a_row_is_left_alone(asking: Asking) -> None:
    busy = {"status": 503}
    with playing([busy, busy, GOOD, busy, busy, busy, GOOD]) as played:
        host = asking(played.url, attempts=1, cache=None)
        outcomes = []
        for _ in range(8):
            try:
                outcomes.append(len(host.extract(ARTICLE).claims))
            except EndpointError as error:
                outcomes.append(-1)
                assert "answered 503" in str(error)
    assert outcomes == [-1, -1, 1, -1, -1, -1, -1, -1]
    assert len(played.bodies) == 6


def test_a_server_that_is_not_there_is_named(asking: Asking) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with pytest.raises(EndpointError, match=rf"server at 127\.0\.0\.1:{port} cannot be reached"):
        asking(f"http://127.0.0.1:{port}/v1", attempts=1).extract(ARTICLE)


def test_what_goes_to_this_machine_unencrypted_goes_through_no_proxy(
    asking: Asking, monkeypatch: pytest.MonkeyPatch
) -> None:
    with playing([GOOD]) as proxy, playing([GOOD]) as played:
        for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
            monkeypatch.setenv(name, proxy.url)
        assert len(asking(played.url).extract(ARTICLE).claims) == 1
    assert (len(proxy.bodies), len(played.bodies)) == (0, 1)


def test_the_same_question_is_asked_once(tmp_path: Path, asking: Asking) -> None:
    with playing([GOOD, GOOD]) as played:
        first = asking(played.url).extract(ARTICLE)
        again = asking(played.url).extract(ARTICLE)
        assert len(played.bodies) == 1
        other = asking(played.url, model="large-2").extract(ARTICLE)
    assert first.claims == again.claims
    assert [claim.extractor for claim in other] == ["llm/0.1+large-2"]
    assert len(played.bodies) == 2
    kept = [path for path in (tmp_path / "cache").rglob("*") if path.is_file()]
    assert len(kept) == 2
    assert all(path.stat().st_mode & 0o077 == 0 for path in kept)


def test_a_kept_answer_that_is_damaged_is_asked_for_again(tmp_path: Path, asking: Asking) -> None:
    with playing([GOOD, GOOD]) as played:
        asking(played.url).extract(ARTICLE)
        (kept,) = (path for path in (tmp_path / "cache").rglob("*") if path.is_file())
        kept.write_bytes(b'{"content": "\xff')
        assert len(asking(played.url).extract(ARTICLE).claims) == 1
    assert len(played.bodies) == 2


def test_an_answer_without_use_is_not_kept(tmp_path: Path, asking: Asking) -> None:
    with playing([{"refusal": "no"}, GOOD]) as played:
        assert asking(played.url).extract(ARTICLE).claims == ()
        assert len(asking(played.url).extract(ARTICLE).claims) == 1
    assert len(played.bodies) == 2


def test_a_cache_that_cannot_be_written_is_an_error_of_its_own(tmp_path: Path, asking: Asking) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with playing([GOOD]) as played, pytest.raises(LlmSettingError, match="KG_LLM_CACHE leads to"):
        asking(played.url, cache=tmp_path / "file" / "below").extract(ARTICLE)


def test_a_long_article_is_asked_about_in_parts_under_their_headings(asking: Asking) -> None:
    sentence = "تحركت القوات باتجاه القرى المجاورة خلال الليل وعادت صباحا. "
    text = f"معركة التلال\n{sentence * 12}\n&\nمعركة النهر\n{ARTICLE.text}"
    with playing([{"claims": []}, {"claims": []}, GOOD]) as played:
        harvest = asking(played.url, chunk=500).extract(document(text))
    parts = [body["messages"][1]["content"].splitlines()[1:-1] for body in played.bodies]
    assert [part[0] for part in parts] == ["معركة التلال", "معركة التلال", "معركة النهر"]
    assert [claim.evidence.start for claim in harvest] == [text.index("هاجم")]


def test_an_answer_that_was_cut_is_asked_for_in_halves(asking: Asking) -> None:
    text = f"{ARTICLE.text} وانسحب المدنيون من القرية صباحا."
    cut = {"content": '{"claims": [', "finish": "length"}
    with playing([cut, GOOD, {"claims": []}]) as played:
        harvest = asking(played.url).extract(document(text))
    assert len(harvest.claims) == 1
    assert [body["messages"][1]["content"].splitlines()[1] for body in played.bodies] == [
        text,
        ARTICLE.text,
        "وانسحب المدنيون من القرية صباحا.",
    ]


def test_a_document_as_long_as_many_books_is_refused_before_anything_is_asked(asking: Asking) -> None:
    with playing([]) as played, pytest.raises(LongArticleError, match="has 600,000 characters"):
        asking(played.url).extract(document("ا" * 600_000))
    assert played.bodies == []
