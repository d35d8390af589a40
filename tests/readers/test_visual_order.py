"""Arabic that was saved letter by letter as it looks on a page is refused, and ordinary Arabic never is."""

from __future__ import annotations

import io
import unicodedata

import pytest

from kg.readers import Unreadable, read_documents
from kg.readers.visual_order import is_visual_order

TEXT = (
    "قالت مصادر طبية في المدينة إن القوات الحكومية قصفت القرية الشرقية ليلة الخميس.\n"
    "وأضافت أن حركة معارضة أعلنت هدنة قصيرة مع القوات المحاصرة."
)
BACKWARDS = "\n".join(line[::-1] for line in TEXT.splitlines())


def _presentation(text: str) -> str:
    """The text in isolated presentation forms, as some programs get it out of a page."""
    isolated = {
        unicodedata.normalize("NFKC", chr(code)): chr(code)
        for code in range(0xFE80, 0xFEF5)
        if "<isolated>" in unicodedata.decomposition(chr(code))
    }
    return "".join(isolated.get(letter, letter) for letter in text)


@pytest.mark.parametrize("text", [BACKWARDS, _presentation(BACKWARDS), BACKWARDS + "\nA caption in English."])
def test_a_text_in_visual_order_is_refused_by_name_with_a_way_out(text: str) -> None:
    (found,) = read_documents(["-"], stdin=io.BytesIO(text.encode()))
    assert isinstance(found, Unreadable)
    assert "spelled backwards" in found.problem
    assert "rev OLD > NEW" in found.way_out


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        _presentation(TEXT),
        "ة هي حرف التاء المربوطة، وةةةة ليست كلمة.",
        "سنة 2015ة ثم قال إن القوات انسحبت من القرية",
        "The front was quiet. eht tnorf saw teiuq",
        "فیلق قدس سپاه پاسداران",
        "",
    ],
)
def test_a_text_in_reading_order_is_not(text: str) -> None:
    assert not is_visual_order(text)
