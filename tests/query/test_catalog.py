from __future__ import annotations

from pathlib import Path

import pytest

from kg.query import find_query, own_folders, own_queries, packaged_queries
from kg.query.errors import QueryFileError, QueryHeaderError, UnknownQueryError

OWN = "#+ summary: mine\nSELECT * WHERE { ?s ?p ?o }"


def test_packaged_queries_are_found_by_name_wherever_they_lie() -> None:
    query = find_query("who-supports-whom")
    assert query.packaged
    assert query.group == "analysis"
    assert query in packaged_queries()


def test_packaged_queries_are_listed_by_name_and_no_name_is_taken_twice() -> None:
    names = [query.name for query in packaged_queries()]
    assert names == sorted(set(names))


def test_a_path_names_a_file_of_the_users_own(tmp_path: Path) -> None:
    path = tmp_path / "mine.rq"
    path.write_text(OWN, encoding="utf-8")
    query = find_query(str(path))
    assert (query.name, query.packaged, query.header.summary) == (str(path), False, "mine")


def test_a_packaged_file_given_by_path_is_not_trusted_for_that() -> None:
    assert not find_query(str(find_query("voices").path)).packaged


def test_own_folders_are_searched_by_name_after_the_packaged_ones(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    for name in ("mine.rq", "deep/voices.rq"):
        (tmp_path / name).write_text(OWN, encoding="utf-8")
    assert not find_query("mine", [tmp_path]).packaged
    assert find_query("voices", [tmp_path]).packaged
    assert [query.name for query in own_queries([tmp_path, tmp_path / "missing"])[0]] == ["mine", "voices"]


def test_the_environment_names_the_own_folders(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("KG_QUERIES", f"{tmp_path / 'a'}:{tmp_path / 'b'}")
    assert own_folders() == (tmp_path / "a", tmp_path / "b")
    monkeypatch.delenv("KG_QUERIES")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert own_folders() == (tmp_path / "rawabit" / "queries",)


def test_an_unknown_name_is_answered_with_the_nearest() -> None:
    with pytest.raises(
        UnknownQueryError, match="no query is called 'who-suports-whom'; did you mean who-supports-whom"
    ):
        find_query("who-suports-whom")
    with pytest.raises(UnknownQueryError, match="contradictions"):
        find_query("contradiction")
    with pytest.raises(UnknownQueryError, match="'kg queries' lists all") as caught:
        find_query("xyzzy")
    assert caught.value.exit_code == 1


def test_a_file_that_cannot_be_a_query_says_why(tmp_path: Path) -> None:
    with pytest.raises(QueryFileError, match="there is no such file"):
        find_query(str(tmp_path / "missing.rq"))
    with pytest.raises(QueryFileError, match="it is a folder"):
        find_query(str(tmp_path))
    (tmp_path / "latin.rq").write_bytes("é".encode("latin-1"))
    with pytest.raises(QueryFileError, match="not UTF-8 text \\(byte 0\\)"):
        find_query(str(tmp_path / "latin.rq"))
    (tmp_path / "large.rq").write_text(" " * 1_000_001)
    with pytest.raises(QueryFileError, match="larger than 1,000,000 bytes"):
        find_query(str(tmp_path / "large.rq"))
    (tmp_path / "bad.rq").write_text("#+ tags: [a]")
    with pytest.raises(QueryHeaderError, match=r"bad\.rq: line 1: the header has no summary"):
        find_query(str(tmp_path / "bad.rq"))


def test_an_own_query_that_cannot_be_read_does_not_hide_the_others(tmp_path: Path) -> None:
    (tmp_path / "good.rq").write_text("SELECT * { ?s ?p ?o }", "utf-8")
    (tmp_path / "bad.rq").write_text("#+ params: {actor\nSELECT * { ?s ?p ?o }", "utf-8")
    found, wrong = own_queries([tmp_path])
    assert [query.name for query in found] == ["good"]
    assert len(wrong) == 1
    assert "bad.rq" in str(wrong[0])
