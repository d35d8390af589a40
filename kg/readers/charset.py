"""Bytes of a web page -> its text, in whatever encoding it was written."""

from __future__ import annotations

import codecs
import re

from kg.readers.decoding import refuse_foreign

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})|<\?xml[^>]{0,100}?encoding\s*=\s*["']([A-Za-z0-9_:.-]{2,40})""",
    re.IGNORECASE,
)
_LOOKED_AT = 4096
"""Bytes in which a page may declare its encoding; the HTML standard wants it in the first 1024."""
_SPOILED = 0.02
"""Share of the characters outside ASCII that may be lost before a text is no longer taken for UTF-8."""
# Of what the Encoding standard of the web allows; Python knows more, some of which would run for hours.
_ALLOWED = re.compile(
    r"cp(?:125\d|866|874)|iso8859-\d+|koi8-[ru]|mac-\w+|gbk|gb2312|gb18030|big5|euc_\w+|shift_jis"
)
_EXTENDED = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254"}
"""Names that the Encoding standard takes for another encoding, which extends them."""
_TEMPLATES = "cp1252"
"""What pages declare that nobody chose an encoding for."""
_ARABIC_RUN = re.compile(r"[\u0621-\u064a]{2,}")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")


def decode_page(data: bytes) -> str:
    """The text of a page: by its byte order mark, as UTF-8, as it declares, or as its letters suggest.

    UTF-8 goes before what the page declares, because bytes of another encoding are never UTF-8 by chance,
    while pages are often converted and keep the old declaration. Bytes that spell nothing become U+FFFD.
    Raises ``RefusedError`` for files of other formats.
    """
    refuse_foreign(data)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace")
    if data[:2] in (b"<\0", b"\0<"):
        return data.decode("utf-16-le" if data[:1] == b"<" else "utf-16-be", errors="replace")
    text = data.decode("utf-8", errors="replace")
    lost = text.count("\ufffd") - data.count("\ufffd".encode())
    if not lost:
        return text
    if lost <= _SPOILED * len(_NOT_ASCII.findall(text)):
        return text
    declared = _declared(data)
    encoding = declared if declared and declared != _TEMPLATES else _guessed(data)
    return data.decode(encoding, errors="replace")


def _declared(data: bytes) -> str | None:
    found = _DECLARED.search(data[:_LOOKED_AT])
    if found is None:
        return None
    try:
        name = codecs.lookup((found[1] or found[2]).decode("ascii")).name
    except LookupError:
        return None
    name = _EXTENDED.get(name, name)
    return name if _ALLOWED.fullmatch(name) else None


def _guessed(data: bytes) -> str:
    """Of the encodings that Arabic pages are in, the one in which the article is spelled most often, else cp1252."""
    windows = data.decode("cp1256", errors="replace")
    arabic = sum(map(len, _ARABIC_RUN.findall(windows)))
    if arabic * 2 < len(_NOT_ASCII.findall(windows)):
        return "cp1252"
    iso = data.decode("iso8859_6", errors="replace")
    return "iso8859_6" if iso.count("ال") > windows.count("ال") else "cp1256"
