"""The extractor of ``docs/extractors.md`` and others, installed as distributions, from the command line."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.extractors.llm.server import playing

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "extractors.md").read_text(encoding="utf-8")
ARTICLE = "قال شاهد إن حزب الله هاجم جبهة النصرة.\nally: حزب الله + لواء الرعد\nally: حزب الله + مقرات"

Run = Callable[..., subprocess.CompletedProcess[str]]

FAULTY = """
class Faulty:
    name, version, languages = "faulty", "1", frozenset()

    def __init__(self, settings):
        pass

    def extract(self, document, context):
        if "قنبلة" in document.text:
            raise ValueError("this went off")
        return context.rules()
"""


def install(site: Path, name: str, code: str, *names: str) -> None:
    """Puts a module and the metadata of its distribution where Python looks, as an installer does."""
    (site / f"{name}.py").write_text(code, encoding="utf-8")
    info = site / f"{name}-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n", encoding="utf-8")
    lines = "\n".join(names)
    (info / "entry_points.txt").write_text(f"[rawabit.extractors]\n{lines}\n", encoding="utf-8")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    folder.mkdir()
    return folder


@pytest.fixture
def kg(site: Path, tmp_path: Path) -> Run:
    """Runs ``kg`` as a program, with what is installed in ``site``."""

    def run(*words: object, stdin: str = "", **variables: str) -> subprocess.CompletedProcess[str]:
        clean = {key: value for key, value in os.environ.items() if not key.startswith("KG_")}
        paths = os.pathsep.join([str(site), str(ROOT), clean.get("PYTHONPATH", "")])
        environment = {**clean, "PYTHONPATH": paths, "KG_STORE": str(tmp_path / "store"), **variables}
        return subprocess.run(
            [sys.executable, "-m", "kg", *map(str, words)],
            cwd=tmp_path,
            env=environment,
            input=stdin,
            capture_output=True,
            text=True,
            check=False,
        )

    return run


@pytest.fixture
def article(tmp_path: Path) -> Path:
    file = tmp_path / "article.txt"
    file.write_text(ARTICLE, encoding="utf-8")
    return file


def documented() -> tuple[str, str]:
    """The code of the page, and its line of metadata."""
    (code,) = re.findall(r"^```python\n(.*?)^```", PAGE, re.M | re.S)
    (entry,) = re.findall(r'^captions = "(.+)"$', PAGE, re.M)
    return code, f"captions = {entry}"


def claims(result: subprocess.CompletedProcess[str]) -> list[dict[str, Any]]:
    assert result.returncode == 0, result.stderr
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_the_extractor_of_the_page_is_found_and_grounded(kg: Run, site: Path, article: Path) -> None:
    code, entry = documented()
    install(site, "captions", code, entry)
    result = kg("extract", article, "--extractor", "captions", "--json")
    (claim,) = claims(result)
    assert (claim["subject"]["label"], claim["predicate"]) == ("Hezbollah", "alliedWith")
    assert (claim["object"]["known"], claim["extractor"]) == (False, "captions/1")
    evidence = claim["evidence"]
    assert ARTICLE[evidence["start"] : evidence["end"]] == evidence["quote"]
    assert "captions: 1 claim kept, 1 refused: 1 argument names nobody" in result.stderr


def test_its_settings_come_from_its_variables(kg: Run, site: Path) -> None:
    code, entry = documented()
    install(site, "captions", code, entry)
    words = ("extract", "-", "--extractor", "captions", "--json")
    assert claims(kg(*words, stdin="pact: حزب الله + لواء الرعد")) == []
    assert len(claims(kg(*words, stdin="pact: حزب الله + لواء الرعد", KG_CAPTIONS_WORD="pact"))) == 1


def test_several_extractors_read_side_by_side_into_one_store(kg: Run, site: Path, article: Path) -> None:
    code, entry = documented()
    install(site, "captions", code, entry)
    result = kg("load", article, "--extractor", "captions", "--extractor", "rules", "--json")
    assert result.returncode == 0, result.stderr
    (outcome,) = json.loads(result.stdout)
    captions, rules = outcome["extractors"]
    assert (captions["extractor"], captions["kept"], sum(captions["refused"].values())) == ("captions", 1, 1)
    assert rules["kept"] == outcome["claims"] - 1 > 0
    stored = kg("export", "nquads").stdout
    assert set(re.findall(r"wasGeneratedBy> <[^>]*/software/([^>]*)>", stored)) >= {"captions%2F1"}
    assert len(set(re.findall(r"wasGeneratedBy> <([^>]*)>", stored))) == 2


def test_any_extractor_is_scored_against_annotations(kg: Run, site: Path, tmp_path: Path) -> None:
    code, entry = documented()
    install(site, "captions", code, entry)
    ally, other = (
        {"name": name, "start": ARTICLE.rindex(name), "end": ARTICLE.rindex(name) + len(name), "text": name}
        for name in ("لواء الرعد", "حزب الله")
    )
    claim = {"subject": other, "predicate": "alliedWith", "object": ally, "attributed_to": None}
    annotation = {"id": "p1", "actors": [], "claims": [claim | {"modality": "asserted", "required": True}]}
    (tmp_path / "ar.jsonl").write_text(json.dumps({"id": "p1", "text": ARTICLE}), encoding="utf-8")
    gold = tmp_path / "ar.gold.jsonl"
    gold.write_text(json.dumps(annotation), encoding="utf-8")

    def recall(*extractors: str) -> float:
        words = [word for name in extractors for word in ("--extractor", name)]
        result = kg("eval", gold, "--json", *words)
        assert result.returncode == 0, result.stderr
        return float(json.loads(result.stdout)["scores"][0]["strict"]["recall"])

    assert (recall(), recall("captions"), recall("rules", "captions")) == (0.0, 1.0, 1.0)


def test_what_several_processes_refuse_is_counted_together(kg: Run, site: Path, tmp_path: Path) -> None:
    code, entry = documented()
    install(site, "captions", code, entry)
    records = [{"id": f"d{number}", "text": f"{'نص ' * 500}\n{ARTICLE}\n{number}"} for number in range(60)]
    corpus = tmp_path / "corpus.jsonl"
    corpus.write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    result = kg("extract", corpus, "--extractor", "captions", "--jobs", "2", "--json")
    assert len(claims(result)) == 60
    assert "captions: 60 claims kept, 60 refused: 60 argument names nobody" in result.stderr


def test_an_extractor_that_fails_costs_the_document_and_not_the_run(
    kg: Run, site: Path, article: Path, tmp_path: Path
) -> None:
    install(site, "faulty", FAULTY, "faulty = faulty:Faulty")
    bad = tmp_path / "bad.txt"
    bad.write_text("هذه قنبلة موقوتة", encoding="utf-8")
    for command in ("extract", "load"):
        result = kg(command, bad, article, "--extractor", "faulty")
        assert result.returncode == 3, result.stderr
        assert "the extractor 'faulty' failed on" in result.stderr
        assert "bad.txt (ValueError: this went off)" in result.stderr
        assert "Hezbollah" in result.stdout or "loaded: " in result.stdout


@pytest.mark.parametrize(
    ("code", "entry", "said"),
    [
        (FAULTY, "faulty = faulty:Missing", "'faulty' cannot be started (AttributeError: "),
        (
            "import nowhere_at_all",
            "faulty = faulty:Faulty",
            "'faulty' cannot be started (ModuleNotFoundError: ",
        ),
        (FAULTY, "other = faulty:Faulty", "'other' calls itself 'faulty'"),
        (FAULTY, "Faulty = faulty:Faulty", "'Faulty' has a name that no claim can carry"),
    ],
)
def test_an_extractor_that_cannot_be_used_is_an_error_before_anything_is_read(
    code: str, entry: str, said: str, kg: Run, site: Path, article: Path
) -> None:
    install(site, "faulty", code, entry)
    result = kg("extract", article, "--extractor", entry.partition(" ")[0])
    assert (result.returncode, result.stdout) == (2, "")
    assert said in result.stderr


def test_two_distributions_with_one_name_are_told_apart_by_nobody(kg: Run, site: Path, article: Path) -> None:
    install(site, "faulty", FAULTY, "faulty = faulty:Faulty")
    install(site, "second", FAULTY, "faulty = second:Faulty")
    result = kg("extract", article, "--extractor", "faulty")
    assert result.returncode == 2
    assert "'faulty' comes from several distributions (faulty, second)" in result.stderr


def test_an_unknown_extractor_is_an_error_that_lists_what_is_installed(
    kg: Run, site: Path, article: Path
) -> None:
    code, entry = documented()
    install(site, "captions", code, entry)
    for command in ("extract", "load"):
        result = kg(command, article, "--extractor", "captoins")
        assert (result.returncode, result.stdout) == (2, "")
        assert "no extractor is called 'captoins'; installed: captions, llm, rules" in result.stderr


def test_the_rules_by_name_are_the_rules_by_default(kg: Run, article: Path) -> None:
    by_default, by_name = (kg("extract", article, "--json", *more) for more in ((), ("--extractor", "rules")))
    assert claims(by_default) == claims(by_name)
    assert by_default.stderr == by_name.stderr == ""


def test_the_large_model_extractor_runs_from_the_command_line(kg: Run, article: Path, tmp_path: Path) -> None:
    good = {
        "evidence": "حزب الله هاجم جبهة النصرة",
        "subject": "حزب الله",
        "predicate": "attacks",
        "trigger": "هاجم",
        "object": "جبهة النصرة",
        "modality": "asserted",
        "speakers": ["شاهد"],
    }
    wrong = {**good, "object": "حماس"}
    with playing([{"claims": [good, wrong]}] * 2) as played:
        settings = {
            "KG_LLM_URL": played.url,
            "KG_LLM_MODEL": "small-1",
            "KG_LLM_KEY": "sk-secret",
            "KG_LLM_CACHE": str(tmp_path / "cache"),
        }
        loaded = kg("load", article, "--extractor", "llm", "--extractor", "rules", **settings)
        again = kg("load", article, "--extractor", "llm", "--extractor", "rules", **settings)
    assert loaded.returncode == 0, loaded.stderr
    assert "llm: 1 claim kept, 1 refused: 1 argument not in quote\nrules: " in loaded.stderr
    assert again.stdout.startswith("unchanged: ")
    assert len(played.bodies) == 2
    assert "sk-secret" not in loaded.stdout + loaded.stderr + "".join(
        path.read_text(encoding="utf-8") for path in (tmp_path / "cache").rglob("*.json")
    )


def test_the_large_model_extractor_says_what_it_needs(kg: Run, article: Path) -> None:
    result = kg("extract", article, "--extractor", "llm")
    assert result.returncode == 2
    assert "KG_LLM_URL is not set" in result.stderr
