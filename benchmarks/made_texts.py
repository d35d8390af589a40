"""Makes Arabic reports that are about nothing: names of the registry in sentences of many shapes, and words made up.

Reporting never runs out of new words. A text of a few templates would flatter whoever remembers words that it has seen;
here a share of the words is built from roots and patterns, drawn so that a few are frequent and most are rare.
"""

from __future__ import annotations

import math
import random
from collections.abc import Iterator
from dataclasses import dataclass

from kg.model import RegistryEntry
from kg.registry import load_registry

_CHARACTERS = 2000
"""Of one document, about."""
_RAREST = math.log(300_000)
"""Of the rank of a word, from the most frequent one on."""
_ROOTS = "بتثجحخدرزسشصطعغفقكلمنه"
_PATTERNS = (
    *("{}{}{}", "{}ا{}{}", "م{}{}و{}", "ت{}{}ي{}", "ال{}{}{}ة", "ا{}ت{}ا{}"),
    *("وال{}{}ي{}", "ي{}{}{}ون", "ب{}{}ا{}", "م{}ا{}{}ة"),
)
_SHAPES = (
    "قصف {actor} {place} صباح {day}، فيما {filler}.",
    "اندلعت اشتباكات عنيفة بين {actor} و{actor} في محيط {place}، {filler}.",
    "وقال {actor} إن {actor} سيطر على {place} بعد معارك استمرت {number} أيام.",
    "{filler}، وأكدت مصادر محلية أن {actor} أرسل تعزيزات إلى {place}.",
    "وأضاف المصدر أن {number} من عناصر {actor} قتلوا في غارة شنتها طائرات {actor} على {place}.",
    "ولم يعلق {actor} على ما ذكره {actor}، {filler}.",
    "{filler} {filler}.",
    "وتدعم {actor} قوات {actor} بالسلاح والمال، بحسب {actor}.",
    "في المقابل نفى {actor} أن يكون قد انسحب من {place}، مشيرا إلى أن {filler}.",
    "والتقى {actor} وفدا من {actor} في {place} لبحث {filler}.",
    "وكان {actor}، المدعوم من {actor}، قد هاجم {place} في {day} الماضي.",
    "{filler}؛ {filler}، و{filler}.",
    "وأعلن {actor} مسؤوليته عن تفجير استهدف مقر {actor} وسط {place}.",
    "ومن المتوقع أن يشارك {actor} في محادثات مع {actor} إذا {filler}.",
)
_DAYS = ("السبت", "الأحد", "الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة")


@dataclass(frozen=True, slots=True)
class _Names:
    actors: list[str]
    places: list[str]


def reports(size: int, *, seed: int = 0) -> Iterator[str]:
    """``size`` reports of about two thousand characters; the same seed gives the same."""
    draw = random.Random(seed)
    entries = load_registry().entries
    names = _Names(
        [_arabic(e) for e in entries if not e.is_place], [_arabic(e) for e in entries if e.is_place]
    )
    for _ in range(size):
        yield _report(names, draw)


def _arabic(entry: RegistryEntry) -> str:
    return entry.entity.label_ar or entry.entity.label


def _report(names: _Names, draw: random.Random) -> str:
    # An article is about a few, and names them again and again.
    actors, places = draw.choices(names.actors, k=7), draw.choices(names.places, k=5)
    sentences: list[str] = []
    length = 0
    while length < _CHARACTERS:
        sentence = _sentence(draw.choice(_SHAPES), actors, places, draw)
        sentences.append(sentence)
        length += len(sentence) + 1
    return "\n".join(" ".join(sentences[start : start + 4]) for start in range(0, len(sentences), 4))


def _sentence(shape: str, actors: list[str], places: list[str], draw: random.Random) -> str:
    pieces = shape.split("{")
    filled = [pieces[0]]
    for piece in pieces[1:]:
        kind, _, rest = piece.partition("}")
        filled += (_filled(kind, actors, places, draw), rest)
    return "".join(filled)


def _filled(kind: str, actors: list[str], places: list[str], draw: random.Random) -> str:
    if kind == "actor":
        return draw.choice(actors)
    if kind == "place":
        return draw.choice(places)
    if kind == "day":
        return draw.choice(_DAYS)
    if kind == "number":
        return str(draw.randrange(2, 400))
    return " ".join(_word(draw) for _ in range(draw.randrange(5, 14)))


def _word(draw: random.Random) -> str:
    """A word that looks like one. Frequencies fall off as in any text (Zipf 1949)."""
    rank = int(math.exp(draw.uniform(0, _RAREST)))
    own = random.Random(rank)
    return own.choice(_PATTERNS).format(*own.choices(_ROOTS, k=3))
