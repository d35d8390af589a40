"""Files that hold articles in a form that is not read here: what they are, and how to get at their text."""

from __future__ import annotations

from pathlib import PurePath

_PDF = ("a PDF file", "get its text first: pdftotext -enc UTF-8 FILE.pdf FILE.txt")
_OFFICE = (
    "a document of a word processor",
    "save it as plain text (UTF-8), for example with: soffice --headless --convert-to txt:Text FILE",
)
_ARCHIVE = ("a packed file", "unpack it and give what is in it; only .gz is unpacked here")
_PICTURE = ("a picture, a sound or a film", "give the article as text")
_JSON = ("one JSON value", "write it as JSON Lines, one document a line, in a file that ends in .jsonl")
_TABLE = ("a table", 'write each row as a line of JSON Lines: {"id": "…", "text": "…"}')
_RDF_XML = (
    "RDF/XML, in which a small file can stand for one without end",
    "write it as Turtle, for example with: riot --output=turtle FILE",
)
_JSON_LD = (
    "JSON-LD, which may have its reader fetch what it means",
    "write it as Turtle or N-Quads: 'kg export' does",
)
_MAIL = ("a saved message or web archive", "save the article as .html or .txt")

_BY_ENDING = {
    **dict.fromkeys((".pdf",), _PDF),
    **dict.fromkeys((".doc", ".docx", ".odt", ".rtf", ".epub", ".pages"), _OFFICE),
    **dict.fromkeys((".zip", ".tar", ".tgz", ".bz2", ".xz", ".zst", ".7z", ".rar", ".gz"), _ARCHIVE),
    **dict.fromkeys((".png", ".jpg", ".jpeg", ".gif", ".webp", ".tif", ".tiff", ".mp3", ".mp4"), _PICTURE),
    **dict.fromkeys((".json",), _JSON),
    **dict.fromkeys((".rdf", ".owl", ".xml", ".rdfs"), _RDF_XML),
    **dict.fromkeys((".jsonld",), _JSON_LD),
    **dict.fromkeys((".csv", ".tsv", ".xls", ".xlsx", ".parquet"), _TABLE),
    **dict.fromkeys((".eml", ".mht", ".mhtml", ".warc", ".webarchive"), _MAIL),
}
# File signatures, as the specifications of the formats give them.
_BY_BEGINNING = (
    (b"%PDF-", _PDF),
    (b"{\\rtf", _OFFICE),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", _OFFICE),
    (b"PK\x03\x04", ("a packed file, such as of a word processor", _OFFICE[1])),
    (b"\x1f\x8b", ("a gzip file", "let its name end in .gz, such as .txt.gz or .jsonl.gz")),
    (b"\xfd7zXZ\0", _ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", _ARCHIVE),
    (b"\x28\xb5\x2f\xfd", _ARCHIVE),
    (b"\x89PNG", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF87a", _PICTURE),
    (b"GIF89a", _PICTURE),
)


def by_ending(name: str) -> tuple[str, str] | None:
    """What a file of this name is, with its article, and how to get at its text; None for other endings."""
    return _BY_ENDING.get(PurePath(name).suffix.lower())


def by_beginning(data: bytes) -> tuple[str, str] | None:
    """What a file that begins like ``data`` is, and how to get at its text; None for what may be text."""
    return next((found for signature, found in _BY_BEGINNING if data.startswith(signature)), None)
