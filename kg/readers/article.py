"""A web page -> the text of its article and what the page says of it, by trafilatura."""

from __future__ import annotations

import copy
import logging
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from kg.readers.language import may_be
from kg.readers.markup import has_prose, no_article, open_layout_tables, parse_page, strip_unseen
from kg.readers.metadata import language_code, partial_date, web_address
from kg.readers.page_date import DATES, page_date
from kg.readers.unreadable import RefusedError

if TYPE_CHECKING:
    from collections.abc import Callable
    from configparser import ConfigParser

    from lxml.html import HtmlElement

_TALKATIVE = ("trafilatura", "htmldate", "courlan", "justext")
_SILENCE = logging.NullHandler()
"""Without a handler of their own, Python prints what these libraries complain about on stderr."""
_LONGEST = 500
"""Characters of a title, name or address. What is longer is none."""


def article(page: str) -> tuple[str, dict[str, str]]:
    """The text of the article in ``page``, and its title, date, source, author, url and language where stated.

    The same page gives the same text. Nothing is fetched. Raises ``RefusedError`` for a page without an
    article, and for one that passes a limit of ``kg.readers.markup``.
    """
    root = parse_page(page)
    stated = _sift(_run(_metadata, root))
    strip_unseen(root)
    if not has_prose(root):
        raise no_article()
    open_layout_tables(root)
    text = _run(_text, root)
    if not text:
        raise no_article()
    language = root.get("lang") or root.get("xml:lang") or ""
    if _holds(language_code, language) and may_be(text, language_code(language)):
        stated["language"] = language
    return text, stated


def _run(step: Callable[[HtmlElement], Any], root: HtmlElement) -> Any:
    """Runs a step that is not ours over a page that is anybody's."""
    from lxml.etree import LxmlError

    for library in _TALKATIVE:
        logging.getLogger(library).addHandler(_SILENCE)
    try:
        return step(root)
    except (ArithmeticError, AssertionError, AttributeError, LookupError) as error:
        raise _beyond(error) from error
    except (LxmlError, RuntimeError, TypeError, ValueError) as error:
        raise _beyond(error) from error


def _beyond(error: Exception) -> RefusedError:
    return RefusedError(
        f"its markup is too broken to find the article ({type(error).__name__})",
        "save its text as .txt",
        kind="its markup is too broken to find the article",
    )


def _metadata(root: HtmlElement) -> Any:
    from trafilatura import extract_metadata

    said = extract_metadata(copy.deepcopy(root), date_config=dict(DATES))
    if said.date:
        # trafilatura takes a date from the article's own words where the page states none.
        said.date = page_date(root, said.url)
    return said


def _text(root: HtmlElement) -> str:
    from trafilatura import bare_extraction

    found: Any = bare_extraction(root, include_comments=False, include_formatting=False, config=_short_too())
    return str(found.text or "").strip() if found is not None else ""


@lru_cache(maxsize=1)
def _short_too() -> ConfigParser:
    """trafilatura's settings, for news in brief as well.

    Where it finds less than this it takes all the words of the page in one line: menus and headlines run into
    the article's sentences. The 250 that it starts from is more than many agencies write.
    """
    from trafilatura.settings import DEFAULT_CONFIG

    config = copy.deepcopy(DEFAULT_CONFIG)
    config["DEFAULT"]["MIN_EXTRACTED_SIZE"] = "60"
    return config


def _sift(said: Any) -> dict[str, str]:
    """What the page says that can be used; a page is not refused for a date or an address that is none."""
    found = {
        "title": said.title,
        "date": said.date,
        "source": said.sitename,
        "author": said.author,
        "url": said.url,
    }
    stated = {
        key: " ".join(value.split())
        for key, value in found.items()
        if isinstance(value, str) and value.strip() and len(value) <= _LONGEST
    }
    for key, check in (("date", partial_date), ("url", web_address)):
        if key in stated and not _holds(check, stated[key]):
            del stated[key]
    return stated


def _holds(check: Callable[[str], object], written: str) -> bool:
    try:
        check(written)
    except RefusedError:
        return False
    return True
