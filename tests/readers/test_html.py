"""Web pages: the article and nothing but the article, the same on every reading, whatever the page holds."""

from __future__ import annotations

import gzip
import http.server
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Document
from kg.readers import Unreadable, read_documents
from tests.readers.pages import LEAD, NEXT, page


def _read(folder: Path, data: str | bytes, name: str = "page.html") -> Document | Unreadable:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    (found,) = read_documents([str(path)])
    return found


def _article(folder: Path, data: str | bytes) -> Document:
    found = _read(folder, data)
    assert isinstance(found, Document), found
    return found


def _refused(folder: Path, data: str | bytes) -> Unreadable:
    found = _read(folder, data)
    assert isinstance(found, Unreadable), found.text[:100]
    assert found.name == str(folder / "page.html")
    return found


def test_the_text_is_that_of_the_article_and_offsets_are_into_it(tmp_path: Path) -> None:
    found = _article(tmp_path, page())
    assert found.text == f"انسحاب من البلدة\n{LEAD}\n{NEXT}"
    start = found.text.index("جبهة النصرة")
    assert found.span(start, start + 11).quote == "جبهة النصرة"


def test_the_page_says_title_date_source_author_and_address(tmp_path: Path) -> None:
    found = _article(tmp_path, page())
    assert found.date is not None
    assert (found.title, found.date.value, found.source, found.author, found.url, found.language) == (
        "انسحاب من البلدة",
        "2015-10-16",
        "موقع الضفة",
        "سمير المحرر",
        "https://news.example/2015/withdrawal",
        "ar",
    )


def test_json_ld_says_who_published_when(tmp_path: Path) -> None:
    said = (
        '<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle", '
        '"headline": "A quiet front", "datePublished": "2016-02-03T10:00:00Z", '
        '"author": {"@type": "Person", "name": "Dana Writer"}, '
        '"publisher": {"@type": "Organization", "name": "The River Post"}}</script>'
    )
    body = "<h1>A quiet front</h1><p>The army and the militia exchanged fire near the old bridge.</p>"
    found = _article(tmp_path, page(head=said, body=body, language="en-GB"))
    assert found.date is not None
    assert (found.title, found.date.value, found.author, found.language) == (
        "A quiet front",
        "2016-02-03",
        "Dana Writer",
        "en",
    )


def test_a_date_or_address_that_is_none_is_not_stated(tmp_path: Path) -> None:
    head = '<meta property="article:published_time" content="soon"><link rel="canonical" href="javascript:x">'
    found = _article(tmp_path, page(head=head))
    assert (found.date, found.url) == (None, None)


@pytest.mark.parametrize(
    ("body", "value"),
    [
        (f"<p>{LEAD} وكان الهجوم الأول في 2011-03-15 على الحاجز.</p>", None),
        (f"<p>{LEAD}</p><p>2011-03-15</p>", None),
        (f"<span class='post-date'>2015-10-16</span><p>{LEAD} وكان الهجوم في 2011-03-15.</p>", "2015-10-16"),
        (
            f"<time datetime='2015-10-16T09:00:00Z'>أمس</time><p>{LEAD} وكان ذلك في 2011-03-15.</p>",
            "2015-10-16",
        ),
    ],
)
def test_the_date_of_a_page_is_not_one_that_its_article_is_about(
    tmp_path: Path, body: str, value: str | None
) -> None:
    found = _article(tmp_path, page(head="", body=body))
    assert (found.date.value if found.date else None) == value


def test_a_language_in_another_script_than_the_article_is_not_believed(tmp_path: Path) -> None:
    assert _article(tmp_path, page(language="en-US")).language == "ar"
    assert _article(tmp_path, page(language="fa")).language == "fa"


@pytest.mark.parametrize(
    ("written", "declared"),
    [
        ("cp1256", "windows-1256"),
        ("cp1256", ""),
        ("cp1256", "iso-8859-1"),
        ("cp1256", "utf-8"),
        ("cp1256", "rot13"),
        ("iso8859_6", ""),
        ("iso8859_6", "iso-8859-6"),
        ("utf-8", "windows-1256"),
        ("utf-8-sig", ""),
        ("utf-16", "utf-16"),
        ("utf-16-le", ""),
    ],
)
def test_the_text_does_not_depend_on_the_encoding_of_the_page(
    tmp_path: Path, written: str, declared: str
) -> None:
    found = _article(tmp_path, page(declared).encode(written))
    assert found.text == f"انسحاب من البلدة\n{LEAD}\n{NEXT}"


def test_a_page_in_a_western_encoding_is_read_as_such(tmp_path: Path) -> None:
    body = "<p>L'armée a été repoussée près d'Alep, d'où elle s'était déjà retirée à l'été dernier.</p>"
    found = _article(tmp_path, page("", head="", body=body, language="fr").encode("cp1252", errors="ignore"))
    assert "L'armée a été repoussée près d'Alep" in found.text


def test_one_spoiled_byte_does_not_spoil_a_page_in_utf8(tmp_path: Path) -> None:
    found = _article(tmp_path, page().encode() + b"\xff")
    assert LEAD in found.text


def test_tables_that_lay_a_page_out_are_no_tables_of_the_article(tmp_path: Path) -> None:
    body = (
        "<table><tr><td><a href='1'>أخبار</a></td><td><table><tr><td><b>انسحاب</b></td></tr>"
        f"<tr><td>{LEAD}<br><br>{NEXT}</td></tr></table></td></tr></table>"
    )
    found = _article(tmp_path, page(body=body))
    assert f"{LEAD}\n{NEXT}" in found.text
    assert "|" not in found.text


@pytest.mark.parametrize(
    "data",
    [
        "",
        "<html><body></body></html>",
        "<html><body><img src='a.png'></body></html>",
        "<html><body>" + "".join(f"<li><a href='{n}'>All news of part {n}</a></li>" for n in range(40)),
        "<html><body><script>var a = 'Hezbollah supports the army in all it does';</script>"
        "<noscript>Please switch on scripts to see this page.</noscript></body></html>",
        "<html><body><form><label>Your name on this site</label><input><button>Go on</button></form>",
        "<!-- " * 100_000,
    ],
    ids=["nothing", "empty", "picture", "menu", "scripts", "form", "comments"],
)
def test_a_page_without_an_article_is_refused_with_a_way_out(tmp_path: Path, data: str) -> None:
    found = _refused(tmp_path, data)
    assert found.problem == "no article was found in this page"
    assert "save the page of the article itself" in found.way_out


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        ("<div>" * 3_000 + f"<p>{LEAD}</p>", "nested more than 2,048 deep"),
        ("<p>" * 60_000 + f"<p>{LEAD}</p>", "more than 50,000 elements"),
        ("<p " + " ".join(f"a{n}='<>'" for n in range(100_000)) + f">{LEAD}</p>", "2,000 attributes"),
        (b"%PDF-1.4 <p>", "a PDF file"),
    ],
    ids=["depth", "elements", "attributes", "pdf"],
)
def test_a_page_made_to_take_long_is_refused_by_its_limit(
    tmp_path: Path, data: str | bytes, problem: str
) -> None:
    assert problem in _refused(tmp_path, data).problem


def test_entities_that_a_page_defines_itself_mean_nothing(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("top secret words of another file", encoding="utf-8")
    dtd = (
        f'<!DOCTYPE html [<!ENTITY a "{"حرب " * 50}"><!ENTITY b "{"&a;" * 50}"><!ENTITY c "{"&b;" * 50}">'
        f'<!ENTITY f SYSTEM "{secret.as_uri()}">]>'
    )
    found = _article(
        tmp_path, f'<?xml version="1.0" encoding="utf-8"?>{dtd}<html><p>{LEAD} &c; &f;</p></html>'
    )
    assert len(found.text) < 200
    assert "secret" not in found.text


def test_nul_characters_in_a_page_are_left_out(tmp_path: Path) -> None:
    assert LEAD in _article(tmp_path, page().replace("ناشطون", "نا\0شطون")).text


@pytest.fixture
def visited() -> Iterator[tuple[str, list[str]]]:
    """The address of a server on this machine, and the requests that it gets."""
    requests: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            requests.append(self.path)
            self.send_response(404)
            self.end_headers()

        # The name that the server looks for.
        do_HEAD = do_GET  # noqa: N815

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}", requests
    server.shutdown()
    thread.join()
    server.server_close()


def test_nothing_that_a_page_names_is_fetched(tmp_path: Path, visited: tuple[str, list[str]]) -> None:
    base, requests = visited
    head = (
        f'<base href="{base}/"><link rel="canonical" href="{base}/2015/10/16/a"><link rel="amphtml" href="{base}/m">'
        f'<meta property="og:url" content="{base}/o"><meta http-equiv="refresh" content="0; url={base}/r">'
        f'<script src="{base}/s.js"></script><link rel="stylesheet" href="{base}/s.css">'
    )
    dtd = f'<!DOCTYPE html SYSTEM "{base}/x.dtd" [<!ENTITY % p SYSTEM "{base}/p"> %p;]>'
    body = (
        f'<p>{LEAD} <a href="{base}/l">{NEXT}</a></p><img src="{base}/i.png"><iframe src="{base}/f"></iframe>'
    )
    assert LEAD in _article(tmp_path, dtd + page(head=head, body=body).removeprefix("<!DOCTYPE html>")).text
    _read(tmp_path, f"{base}/2015/10/16/article")
    assert requests == []


def test_a_packed_page_gives_the_same_document(tmp_path: Path) -> None:
    found = _read(tmp_path, gzip.compress(page().encode()), "page.html.gz")
    assert isinstance(found, Document)
    assert found.text == _article(tmp_path, page()).text


def test_the_same_page_gives_the_same_document_before_and_after_others(tmp_path: Path) -> None:
    first = _article(tmp_path, page())
    for number in range(3):
        _article(tmp_path, page(body=f"<p>{LEAD}</p><p>خبر آخر رقم {number} عن المدينة.</p>"))
    assert _article(tmp_path, page()) == first


@given(text=st.text(max_size=300), noise=st.binary(max_size=50))
def test_whatever_stands_in_a_page_it_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, text: str, noise: bytes
) -> None:
    folder = tmp_path_factory.mktemp("pages")
    data = page(body=f"<p>{LEAD}</p>" + text).encode(errors="surrogatepass") + noise
    found = _read(folder, data)
    if isinstance(found, Document):
        found.text.encode()
        assert found == _read(folder, data)


@given(st.text(alphabet="<>/!-='\"&#; \n\0pabdivtrh1ا", max_size=200))
def test_broken_markup_is_read_or_refused(tmp_path_factory: pytest.TempPathFactory, markup: str) -> None:
    _read(tmp_path_factory.mktemp("pages"), "<html>" + markup)


def test_reading_a_plain_text_waits_for_no_library_of_web_pages(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(LEAD, encoding="utf-8")
    program = (
        "import sys\nfrom kg.readers import read_documents\n"
        f"assert next(iter(read_documents([{str(tmp_path / 'a.txt')!r}]))).text\n"
        "sys.exit(bool({'lxml', 'trafilatura'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
