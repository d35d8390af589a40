"""The text of a web page -> its elements, within limits, and without what no reader of the page sees as text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.readers.unreadable import RefusedError

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MOST_ELEMENTS = 50_000
"""Elements of one page. A long article has some thousands; twice as many as this take half a minute."""
DEEPEST = 2_048
"""Elements within elements. This one is libxml2's, which leaves out what lies deeper."""

_MOST_ATTRIBUTES = 2_000
"""Attributes of one element. libxml2 compares each with all before it: a hundred thousand take minutes."""
# As the HTML standard reads a start tag (section 13.2.5): quotation marks count only behind an equals sign.
_OVERLOADED = re.compile(
    r"""<[A-Za-z][^\s/>]*+(?>[\s/]++[^\s=>/]++(?>\s*+=\s*+(?>"[^"]*+"|'[^']*+'|[^\s>]*+))?+){2000}"""
)

_UNSEEN = ("script", "style", "noscript", "template", "iframe", "object", "svg", "math")
_CONTROLS = ("nav", "footer", "button", "select", "label", "textarea", "input", "dialog")
_FEWEST_WORDS = 4
_WORD = re.compile(r"\w+")
_PARTS_OF_LISTS = frozenset({"li", "dt", "dd", "td", "th", "option"})
_BLOCKS = frozenset({"p", "br", "div", "table", "h1", "h2", "h3", "h4", "ul", "ol", "blockquote", "article"})
_PARTS_OF_TABLES = ("thead", "tbody", "tfoot", "tr", "td", "th")


def parse_page(text: str) -> HtmlElement:
    """The root of a page. Entities that the page defines itself stay as they are, and nothing is fetched.

    Raises ``RefusedError`` for a page with nothing in it, too many elements or attributes, or elements nested
    too deep.
    """
    from lxml.etree import ParserError
    from lxml.html import HTMLParser, document_fromstring

    if _OVERLOADED.search(text):
        raise RefusedError(
            f"one of its elements has more than {_MOST_ATTRIBUTES:,} attributes",
            "save the article alone, as text or HTML",
        )
    parser = HTMLParser(
        encoding="utf-8",
        huge_tree=True,
        no_network=True,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
        default_doctype=False,
    )
    try:
        # As bytes, because lxml takes no string that declares an encoding, as XHTML does.
        root = document_fromstring(text.replace("\0", "").encode(), parser=parser)
    except ParserError as error:
        raise no_article() from error
    if any("depth" in entry.message for entry in parser.error_log.filter_from_fatals()):
        raise RefusedError(
            f"its elements are nested more than {DEEPEST:,} deep", "save the article alone, as text or HTML"
        )
    if sum(1 for _ in root.iter()) > MOST_ELEMENTS:
        raise RefusedError(
            f"it has more than {MOST_ELEMENTS:,} elements", "save the article alone, as text or HTML"
        )
    return root


def strip_unseen(root: HtmlElement) -> None:
    """Takes scripts, styles and the controls of the page out of the tree, with all that is in them."""
    for element in list(root.iter(*_UNSEEN, *_CONTROLS)):
        if element.getparent() is not None:
            element.drop_tree()


def open_layout_tables(root: HtmlElement) -> None:
    """Makes boxes of the tables that only lay a page out, as pages did before style sheets.

    Such a table holds paragraphs, line breaks or further tables in its cells; one of data holds words.
    """
    owners = {part: next(part.iterancestors("table"), None) for part in root.iter(*_PARTS_OF_TABLES)}
    laid_out = {
        owners[cell]
        for cell in root.iter("td", "th")
        if any(inner.tag in _BLOCKS for inner in cell.iterdescendants())
    }
    for element, table in owners.items():
        if table in laid_out:
            element.tag = "div"
    for table in laid_out:
        if table is not None:
            table.tag = "div"


def has_prose(root: HtmlElement) -> bool:
    """Whether anywhere in a page some words stand together that are not the label of a link, as in a menu."""
    from lxml.etree import iterwalk

    body = root.find("body")
    together = inside_links = 0
    for event, element in iterwalk(root if body is None else body, events=("start", "end")):
        step = 1 if event == "start" else -1
        if element.tag == "a":
            inside_links += step
        if element.tag == "a" or element.tag in _BLOCKS or element.tag in _PARTS_OF_LISTS:
            together = 0
        words = element.text if event == "start" else element.tail
        if words and not inside_links:
            together += len(_WORD.findall(words))
            if together >= _FEWEST_WORDS:
                return True
    return False


def no_article() -> RefusedError:
    """The refusal of a page without one."""
    return RefusedError(
        "no article was found in this page",
        "save the page of the article itself, or its text as .txt; "
        "a page that is filled in by scripts has to be saved from the browser after it has loaded",
    )
