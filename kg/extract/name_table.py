"""The spellings that a registry's names are looked for in, worked out once for each language.

A table is plain lists, so that it can be kept on disk between runs; its entries are numbers into the registry's.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from kg.cache import remembered
from kg.extract.lexicon import Lexicon
from kg.extract.spellings import plain
from kg.folding import fold_texts
from kg.languages import LanguagePack, pack_files
from kg.model import Registry

QUOTES = frozenset("\"'")
NameTable = dict[str, list[Any]]
"""``names``: each folded spelling, the preposition contracted with it, how many of its first letters are not its own,
and whom it may mean: pairs of the number of an entry and whether the name is ambiguous for it.
``lower`` and ``upper``: the spellings that are written without a capital, and in capitals only."""
_UNQUOTED = dict.fromkeys(map(ord, QUOTES))
_SHORTEST = 2
_PROGRAM = Path(__file__).parents[1]
_CODE = (
    "extract/name_table.py",
    "extract/lexicon.py",
    "extract/spellings.py",
    "folding.py",
    "languages/*.py",
)
"""The parts of the program that a table depends on."""


def kept_names(registry: Registry, pack: LanguagePack) -> NameTable:
    """The table of a registry and of a pack that travels with the program; of an earlier run where nothing changed."""
    code = (path for pattern in _CODE for path in sorted(_PROGRAM.glob(pattern)))
    names = [
        part
        for entry in registry.entries
        for name in entry.names
        for part in (entry.entity.iri, name.text, "?" if name.ambiguous else "!")
    ]
    return remembered(
        f"names-{pack.language}",
        (*pack_files(pack.language), *code),
        lambda: name_table(registry, Lexicon(pack)),
        given="\0".join(names).encode("utf-8", "surrogatepass"),
    )


def name_table(registry: Registry, lexicon: Lexicon) -> NameTable:
    """What is looked for in texts of the lexicon's language."""
    lower, upper = _cases(registry, lexicon) if lexicon.pack.grammar.capitals else ([], [])
    return {"names": _rows(_meanings(registry, lexicon), lexicon), "lower": lower, "upper": upper}


def _rows(meanings: dict[str, dict[int, bool]], lexicon: Lexicon) -> list[list[Any]]:
    rows: list[list[Any]] = []
    for folded, known in meanings.items():
        if len(folded) < _SHORTEST or _describes(folded, lexicon):
            continue
        whom = [[number, ambiguous] for number, ambiguous in known.items()]
        rows.append([folded, "", 0, whom])
        for written, (preposition, article) in lexicon.contractions.items():
            contracted = written + folded.removeprefix(article)
            if folded.startswith(article) and contracted not in meanings:
                rows.append([contracted, preposition, len(written) - 1, whom])
    return rows


def _meanings(registry: Registry, lexicon: Lexicon) -> dict[str, dict[int, bool]]:
    """Each folded spelling with the numbers of the entries that it may mean, and whether it is ambiguous for them."""
    found: dict[str, dict[int, bool]] = {}
    named = [(number, name) for number, entry in enumerate(registry.entries) for name in entry.names]
    all_folded = fold_texts([name.text for _, name in named])
    for (number, name), folded in zip(named, all_folded, strict=True):
        for spelled in _spellings(folded, lexicon):
            own = found.setdefault(spelled, {})
            own[number] = name.ambiguous and own.get(number, True)
    return found


def _spellings(folded: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The spellings of a folded name, as it is looked for."""
    return lexicon.spellings(_unmarked(plain(folded, lexicon.pack.grammar)))


def _unmarked(folded: str) -> str:
    """A name without quotation marks and apostrophes, as names are looked for in the text."""
    return folded.translate(_UNQUOTED) if '"' in folded or "'" in folded else folded


def _cases(registry: Registry, lexicon: Lexicon) -> tuple[list[str], list[str]]:
    """The folded names that the registry writes without a capital, and those it writes in capitals only."""
    lower: set[str] = set()
    upper: set[str] = set()
    mixed: set[str] = set()
    texts = sorted({name.text for entry in registry.entries for name in entry.names if name.text.isascii()})
    for text, folded in zip(texts, fold_texts(texts), strict=True):
        group = lower if text.islower() else upper if text.isupper() else mixed
        group.update(_spellings(folded, lexicon))
    return sorted(lower), sorted(upper - lower - mixed)


def _describes(folded: str, lexicon: Lexicon) -> bool:
    """Whether a label states a relation, such as "X belonging to Y": it is read as one, not as a name."""
    words = folded.split()
    if not lexicon.pack.words["affiliated"].isdisjoint(words):
        return True
    return "title" in lexicon.classes(words[0]) and any(
        "nisba" in lexicon.classes(word) for word in words[1:]
    )
