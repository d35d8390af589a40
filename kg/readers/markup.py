"""The text of a web page -> its elements, within limits, and without what no reader of the page sees as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.readers.unreadable import RefusedError

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MOST_ELEMENTS = 100_000
"""Elements of one page. A long article has some thousands; more take minutes, and memory without end."""
DEEPEST = 2_048
"""Elements within elements. This one is libxml2's, which leaves out what lies deeper."""

_UNSEEN = ("script", "style", "noscript", "template", "iframe", "object", "svg", "math")
_CONTROLS = ("nav", "footer", "button", "select", "label", "textarea", "input", "dialog")
_BLOCKS = frozenset({"p", "br", "div", "table", "h1", "h2", "h3", "h4", "ul", "ol", "blockquote", "article"})
_OF_TABLES = ("table", "thead", "tbody", "tfoot", "tr", "td", "th")


def parse_page(text: str) -> HtmlElement:
    """The root of a page. Entities that the page defines itself stay as they are, and nothing is fetched.

    Raises ``RefusedError`` for a page with nothing in it, too many elements, or elements nested too deep.
    """
    from lxml.etree import ParserError
    from lxml.html import HTMLParser, document_fromstring

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
    laid_out = {
        table
        for cell in root.iter("td", "th")
        if any(inner.tag in _BLOCKS for inner in cell.iterdescendants())
        and (table := next(cell.iterancestors("table"), None)) is not None
    }
    for table in laid_out:
        for element in list(table.iter(*_OF_TABLES)):
            if element is table or next(element.iterancestors("table")) is table:
                element.tag = "div"


def no_article() -> RefusedError:
    """The refusal of a page without one."""
    return RefusedError(
        "no article was found in this page",
        "save the page of the article itself, or its text as .txt; "
        "a page that is filled in by scripts has to be saved from the browser after it has loaded",
    )
