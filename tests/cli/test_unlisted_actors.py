"""``kg actors --new`` and ``kg actors adopt``: from a name in an article to an entry of the user's own registry."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Ran, run

BRIGADE = "لواء شهداء الغوطتين"
ONE = f"سيطر {BRIGADE} على بلدة مسرابا. ثم هاجم شهداء الغوطتين مواقع داعش."
TWO = f'اشتبك {BRIGADE} مع جبهة النصرة. وهاجم تنظيم "جيش الفتح الإسلامي" قوات النظام.'
THREE = "يقود العقيد مزهر العبيدي اللواء 54. وهاجمت ميليشيات أفغانية بلدة مسرابا."

On = Callable[..., Ran]


@pytest.fixture
def registry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("KG_REGISTRY", str(tmp_path / "registry"))
    return tmp_path / "registry"


def write_articles(folder: Path) -> list[Path]:
    paths = [folder / name for name in ("one.txt", "two.txt", "three.txt")]
    for path, text in zip(paths, (ONE, TWO, THREE), strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


@pytest.fixture(scope="module")
def stocked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the articles, and with a store that holds them. The store is to be copied."""
    folder = tmp_path_factory.mktemp("stocked")
    assert run("load", *write_articles(folder), store=folder / "store").code == 0
    return folder


@pytest.fixture
def articles(stocked: Path) -> list[Path]:
    return write_articles(stocked)


@pytest.fixture
def on(tmp_path: Path, registry: Path, stocked: Path) -> On:
    """Runs ``kg`` on a store with the articles, beside an own registry that does not exist yet."""
    store = tmp_path / "store"
    shutil.copytree(stocked / "store", store)
    return lambda *words: run(*words, store=store)


def new(on: On, *words: str) -> dict[str, dict[str, Any]]:
    out = on("actors", "--new", *words, "--json").out
    return {each["label"]: each for each in json.loads(out)}


def known_as(on: On, path: Path) -> set[tuple[str, bool]]:
    """Who acts in the claims of an article, and whether the registry knows it."""
    claims = [json.loads(line) for line in on("extract", path, "--format", "jsonl").out.splitlines()]
    return {
        (side["id"].rpartition("/")[2], side.get("known", True))
        for claim in claims
        for side in (claim["subject"], claim["object"])
    }


def test_new_actors_are_listed_with_counts_evidence_standing_and_suggestions(on: On) -> None:
    found = new(on)
    assert next(iter(found)) == BRIGADE
    brigade, army = found[BRIGADE], found["تنظيم جيش الفتح الإسلامي"]
    assert (brigade["documents"], brigade["type"], brigade["standing"]) == (2, "ArmedGroup", "certain")
    evidence = brigade["evidence"]
    text = Path(evidence["name"]).read_text("utf-8")
    assert text[evidence["start"] : evidence["end"]] == evidence["quote"]
    assert (army["documents"], army["standing"]) == (1, "certain")
    assert army["suggestions"][0]["label"] == "Jaish al-Fatah"
    assert found["اللواء 54"]["standing"] == "provisional"
    assert found["مزهر العبيدي"]["type"] == "Person"


def test_described_groups_and_listed_actors_are_not_new(on: On) -> None:
    labels = " ".join(new(on))
    assert "ميليشيات" not in labels
    assert "النصرة" not in labels


def test_the_list_can_be_narrowed(on: On) -> None:
    assert set(new(on, "شهداء")) == {BRIGADE}
    assert set(new(on, "--type", "Person")) == {"مزهر العبيدي"}
    result = on("actors", "--new", "Napoleon")
    assert (result.code, result.out) == (1, "")
    assert on("actors", "--new", "--places").code == 2


def test_the_table_says_who_is_provisional_and_how_to_go_on(on: On) -> None:
    listed = on("actors", "--new")
    assert "provisional" in listed.out
    assert "Jaish al-Fatah" in listed.out
    assert "kg actors adopt" in listed.err
    usual = on("actors")
    assert "provisional" in usual.out
    assert "provisional" in on("actor", "مزهر العبيدي").out
    assert json.loads(on("actor", "داعش", "--json").out)["standing"] is None


def test_a_text_is_still_looked_for_without_a_command(on: On) -> None:
    assert BRIGADE in on("actors", "الغوطتين").out
    assert on("actors").code == 0
    assert "adopt" in on("actors", "--help").out


def test_an_entry_is_printed_in_the_layout_of_the_registry(on: On) -> None:
    result = on("actors", "adopt", BRIGADE, "--label-en", "Ghoutas Martyrs Brigade", "--country", "Syria")
    assert result.code == 0, result.err
    assert result.out.endswith(
        "actor:ghoutas-martyrs-brigade a rw:ArmedGroup ;\n"
        f'    skos:prefLabel "Ghoutas Martyrs Brigade"@en, "{BRIGADE}"@ar ;\n'
        '    skos:altLabel "شهداء الغوطتين"@ar ;\n'
        "    rw:country place:syria .\n"
    )
    assert on("actors", "adopt", BRIGADE).out.count('"@ar') == 2
    assert "--label-en" in on("actors", "adopt", BRIGADE).err


def test_from_the_article_to_the_adopted_actor_and_back(on: On, articles: list[Path]) -> None:
    assert ("لواء-شهداء-الغوطتين", False) in known_as(on, articles[0])
    adopted = on("actors", "adopt", BRIGADE, "--label-en", "Ghoutas Martyrs Brigade", "--save")
    assert adopted.code == 0, adopted.err
    assert "load them again" in adopted.err
    assert ("ghoutas-martyrs-brigade", True) in known_as(on, articles[0])
    assert BRIGADE in new(on)
    again = json.loads(on("load", *articles, "--json").out)
    assert [each["status"] for each in again] == ["replaced", "replaced", "unchanged"]
    assert BRIGADE not in new(on)
    links = json.loads(on("links", "Ghoutas Martyrs Brigade", "--json").out)
    assert links
    assert "لواء-شهداء-الغوطتين" not in on("export", "turtle").out
    assert on("doctor").code == 0


def test_adopting_can_read_the_documents_again_from_the_store(on: On, articles: list[Path]) -> None:
    for article in articles:
        article.unlink()
    adopted = on("actors", "adopt", BRIGADE, "--label-en", "Ghoutas Martyrs Brigade", "--save", "--reload")
    assert adopted.code == 0, adopted.err
    assert "2 of them replaced" in adopted.err
    assert BRIGADE not in new(on)
    (found,) = json.loads(on("actors", "Ghoutas", "--json").out)
    assert found["documents"] == 2


def test_documents_can_be_read_again_later(on: On) -> None:
    on("actors", "adopt", BRIGADE, "--label-en", "Ghoutas Martyrs Brigade", "--save")
    refused = on("actors", "adopt", BRIGADE, "--label-en", "Other Name", "--save")
    assert refused.code == 2
    assert "--reload" in refused.err
    assert on("actors", "adopt", BRIGADE, "--reload").code == 0
    assert BRIGADE not in new(on)


def test_a_new_name_of_a_listed_actor_is_written_as_its_alias(
    on: On, registry: Path, articles: list[Path]
) -> None:
    name = 'تنظيم "جيش الفتح الإسلامي"'
    adopted = on("actors", "adopt", name, "--same-as", "Jaish al-Fatah", "--save", "--reload")
    assert adopted.code == 0, adopted.err
    text = (registry / "adopted.ttl").read_text("utf-8")
    assert 'actor:jaish-al-fatah skos:altLabel "تنظيم جيش الفتح الإسلامي"@ar .' in text
    assert ("jaish-al-fatah", True) in known_as(on, articles[1])


def test_the_folder_of_one_s_registry_can_be_named_on_the_command_line(
    on: On, tmp_path: Path, articles: list[Path]
) -> None:
    mine = tmp_path / "mine"
    adopted = on(
        "actors", "adopt", BRIGADE, "--label-en", "Ghoutas Martyrs Brigade", "--registry", mine, "--save"
    )
    assert adopted.code == 0, adopted.err
    assert (mine / "adopted.ttl").is_file()
    assert "ghoutas" not in on("extract", articles[0], "--json").out
    assert "ghoutas" in on("extract", articles[0], "--json", "--registry", mine).out
    assert "ghoutas" in on("--registry", mine, "extract", articles[0], "--json").out
    assert "ghoutas" not in on("extract", articles[0], "--json").out


def test_a_file_elsewhere_is_written_and_said_to_be_unread(on: On, tmp_path: Path) -> None:
    path = tmp_path / "elsewhere" / "a.ttl"
    result = on("actors", "adopt", BRIGADE, "--into", path)
    assert result.code == 0
    assert path.is_file()
    assert "nothing reads that file yet" in result.err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["Napoleon Bonaparte"], "'kg actors --new' lists all"),
        (["شهداء الغوطتن"], None),
        (["https://example.org/a b"], "is no actor outside the registry"),
        (["Hezbollah"], "is listed in the registry already"),
        (["ميليشيات أفغانية"], "described by documents and not named"),
        ([BRIGADE, "--type", "Town"], "is no class of actors"),
        ([BRIGADE, "--type", "Zzzz"], "is no class"),
        ([BRIGADE, "--country", "Damascus"], "no country"),
        ([BRIGADE, "--label-en", "Hezbollah"], "--same-as"),
        ([BRIGADE, "--label-en", "..."], "no name"),
        ([BRIGADE, "--label-en", "لواء"], "no English name"),
        ([BRIGADE, "--same-as", "مزهر العبيدي"], "not in the registry either"),
        ([BRIGADE, "--same-as", "Hezbollah", "--type", "Party"], "leave out"),
        ([BRIGADE, "--reload"], "--save"),
        ([BRIGADE, "--save", "--into", "x.ttl"], "give one"),
        ([], "missing argument"),
    ],
)
def test_what_cannot_be_adopted_says_why_and_writes_nothing(
    on: On, registry: Path, words: list[str], told: str | None
) -> None:
    result = on("actors", "adopt", *words)
    if told is None:
        assert (result.code, "taking" in result.err) == (0, True)
    else:
        assert result.code == 2, result.out
        assert told in result.err
        assert result.out == ""
        assert len(result.err.splitlines()) == 1
    assert not registry.exists()


def test_several_that_fit_are_named(on: On, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("هاجمت كتيبة شهداء الغوطتين حاجزا لقوات النظام.", "utf-8")
    assert on("load", other).code == 0
    result = on("actors", "adopt", "الغوطتين")
    assert result.code == 2
    assert BRIGADE in result.err
    assert "كتيبة شهداء الغوطتين" in result.err


def test_a_conflict_of_one_s_registry_is_named_and_nothing_is_loaded(
    on: On, registry: Path, articles: list[Path]
) -> None:
    registry.mkdir()
    (registry / "bad.ttl").write_text(
        "@prefix actor: <https://w3id.org/rawabit/actor/> . @prefix rw: <https://w3id.org/rawabit/ontology#> .\n"
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
        'actor:x a rw:Party ; skos:prefLabel "حزب الله"@ar .',
        "utf-8",
    )
    for words in (["load", *articles], ["extract", articles[0]], ["actors", "adopt", BRIGADE]):
        result = on(*words)
        assert result.code == 2
        assert "bad.ttl" in result.err
        assert "already means Hezbollah" in result.err
