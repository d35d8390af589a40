"""Forty texts that would run, load or break something in a page that trusts them, and documents that hold them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kg.namespaces import BASE
from tests.cli.conftest import run

TEXTS: tuple[str, ...] = (
    "<script>alert(1)</script>",
    "</script><script>alert(2)</script>",
    "<ScRiPt>alert(3)</sCrIpT>",
    "<script src=https://example.org/4.js></script>",
    "<scr<script>ipt>alert(5)</script>",
    "<img src=x onerror=alert(6)>",
    '"><img src=x onerror=alert(7)>',
    "'><img src=x onerror='alert(8)'>",
    "<svg onload=alert(9)>",
    "<svg><script>alert(10)</script></svg>",
    "<svg><animate onbegin=alert(11) attributeName=x dur=1s>",
    "<svg><foreignObject><iframe srcdoc='<script>alert(12)</script>'></foreignObject></svg>",
    "<iframe src=javascript:alert(13)></iframe>",
    "<object data=javascript:alert(14)></object>",
    "<embed src=https://example.org/15.swf>",
    "<body onload=alert(16)>",
    "<details open ontoggle=alert(17)>",
    "<input autofocus onfocus=alert(18)>",
    "<marquee onstart=alert(19)>",
    "<video><source onerror=alert(20)></video>",
    "<a href=javascript:alert(21)>here</a>",
    "javascript:alert(22)",
    "data:text/html,<script>alert(23)</script>",
    "<meta http-equiv=refresh content='0;url=https://example.org/24'>",
    "<base href=https://example.org/25/>",
    "<link rel=stylesheet href=https://example.org/26.css>",
    "<style>@import url(https://example.org/27.css);</style>",
    "<p style='background:url(https://example.org/28.png)'>",
    "<form action=https://example.org/29><button>go</button></form>",
    "<math><mtext></mtext><mglyph><style><img src=x onerror=alert(30)>",
    "<noscript><p title='</noscript><img src=x onerror=alert(31)>'>",
    "<template><img src=x onerror=alert(32)></template>",
    "${alert(33)}",
    "{{constructor.constructor('alert(34)')()}}",
    "`);alert(35)//",
    "';alert(36)//",
    "]]><script>alert(37)</script><![CDATA[",
    "--><script>alert(38)</script><!--",
    "&lt;script&gt;alert(39)&lt;/script&gt;&#60;img src=x onerror=alert(39)&#62;",
    '=HYPERLINK("https://example.org/40","40") __proto__ constructor \' OR 1=1 --',
)
CENTRE = f"{BASE}actor/hezbollah"
"""Whom all of them are tied to."""
_ALEPPO = {"id": f"{BASE}place/aleppo", "label": "Aleppo", "type": "Place", "text": "حلب"}


def store(folder: Path) -> Path:
    """A store in which each is a name, a title, a quote, a source, a rule, the name of a document, part of an IRI."""
    documents, claims = folder.with_suffix(".texts.jsonl"), folder.with_suffix(".claims.jsonl")
    texts = [(number, text, _report(text)) for number, text in enumerate(TEXTS, 1)]
    _write(
        documents,
        (
            {"id": f"{text} {number}.txt", **_about(text, number), "text": whole}
            for number, text, whole in texts
        ),
    )
    _write(claims, (claim for number, text, whole in texts for claim in _claims(number, text, whole)))
    for each in (documents, claims):
        done = run("load", each, store=folder)
        assert done.code == 0, done.err
    _write(claims, _refused())
    assert run("load", claims, store=folder).code == 1
    return folder


def _report(text: str) -> str:
    return f"{text} يدعم حزب الله. {text} هاجم حزب الله. {text} يسيطر على حلب."


def _about(text: str, number: int) -> dict[str, Any]:
    return {"title": text, "date": f"2015-{number % 12 + 1:02}-01", "source": text, "language": "ar"}


def _claims(number: int, text: str, whole: str) -> Iterator[dict[str, Any]]:
    one = _named("actor", number, text, 0)
    again, place = (whole.index(f". {text} {verb}") + 2 for verb in ("هاجم", "يسيطر"))
    other = {"id": CENTRE, "label": "Hezbollah", "type": "ArmedGroup", "text": "حزب الله"}
    first, second = whole.index("حزب الله"), whole.rindex("حزب الله")
    where = _at(_ALEPPO, whole.index("حلب"))
    yield _claim(number, text, whole, one, "supports", _at(other, first))
    yield _claim(number, text, whole, _at(one, again), "attacks", _at(other, second), speaker=one)
    yield _claim(number, text, whole, _at(one, place), "controls", where)


def _refused() -> Iterator[dict[str, Any]]:
    """Documents that no store takes, so that they are listed with a reason: a place of no kind."""
    for number, text in enumerate(TEXTS[:5], 1):
        whole = f"{text} يسيطر على {text}!"
        one, where = (
            _named(kind, number, text, start) for kind, start in (("actor", 0), ("place", whole.rindex(text)))
        )
        yield _claim(number + len(TEXTS), text, whole, one, "controls", where)


def _named(kind: str, number: int, text: str, start: int) -> dict[str, Any]:
    # What an IRI may hold of such a text.
    tail = "".join(letter for letter in text if letter.isalnum() or letter in "'();:=,")
    return _at(
        {
            "id": f"{BASE}{kind}/{number}-{tail}",
            "label": text,
            "label_ar": text,
            "type": "ArmedGroup" if kind == "actor" else "Place",
            "text": text,
            "known": False,
        },
        start,
    )


def _at(named: dict[str, Any], start: int) -> dict[str, Any]:
    return {**named, "start": start, "end": start + len(named["text"])}


def _claim(
    number: int,
    text: str,
    whole: str,
    one: dict[str, Any],
    relation: str,
    other: dict[str, Any],
    speaker: dict[str, Any] | None = None,
) -> dict[str, Any]:
    start, end = one["start"], other["end"]
    return {
        "claim": "",
        "document": f"{text} {number}.txt",
        "language": "ar",
        "subject": one,
        "predicate": relation,
        "object": other,
        "modality": "asserted",
        "attributed_to": [speaker] if speaker else [],
        "place": None,
        "date": None,
        "evidence": {"start": start, "end": end, "quote": whole[start:end]},
        "confidence": 0.9,
        "rule": text,
        "extractor": text,
        "about": {
            "sha256": hashlib.sha256(whole.encode()).hexdigest(),
            "characters": len(whole),
            "date": {"value": _about(text, number)["date"], "precision": "day"},
            "source": text,
            "title": text,
        },
    }


def _write(path: Path, records: Iterator[dict[str, Any]]) -> None:
    path.write_text("".join(json.dumps(each) + "\n" for each in records), encoding="utf-8")
