"""Annotated passages on disk: a file of annotations beside the file of the passages themselves."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.errors import InputError
from kg.evaluate import Annotated, Part, read_annotations
from kg.model import Document
from kg.ontology import relations
from kg.readers import Unreadable, read_documents

_GOLD = ".gold.jsonl"


@dataclass(frozen=True, slots=True)
class GoldSet:
    """Passages of one file, and what is annotated in them."""

    name: str
    """What the file is called without its ending."""
    documents: tuple[Document, ...]
    annotated: Mapping[str, Annotated]
    """By the id of the passage; a passage without annotation is not scored."""

    def part(self, part: Part | None) -> list[Document]:
        """The annotated passages of a part, in the order of the file; parts count every passage of it."""
        taken = part.take(self.documents) if part else self.documents
        return [document for document in taken if document.name in self.annotated]


def gold_sets(path: Path) -> tuple[GoldSet, ...]:
    """The annotated passages in ``path``: a file ``X.gold.jsonl`` beside ``X.jsonl``, or a folder of such pairs.

    Raises ``InputError`` for whatever is wrong in them, with file and line, and ``OSError``.
    """
    if not path.is_dir():
        if not path.name.endswith(_GOLD):
            raise InputError(
                path, f"its name does not end in {_GOLD}", "give a folder, or a file of annotations"
            )
        return (_gold_set(path),)
    files = sorted(path.glob(f"*{_GOLD}"))
    if not files:
        raise InputError(path, f"no file in it ends in {_GOLD}", "give the folder of annotated passages")
    sets = tuple(map(_gold_set, files))
    _refuse_shared_ids(sets, path)
    return sets


def _gold_set(path: Path) -> GoldSet:
    passages = path.with_name(path.name.removesuffix(_GOLD) + ".jsonl")
    if not passages.is_file():
        raise InputError(
            path, f"the passages are missing: there is no {passages.name} beside it", "put it there"
        )
    documents: dict[str, Document] = {}
    for each in read_documents([str(passages)]):
        if isinstance(each, Unreadable):
            where = passages if each.line is None else f"{passages}, line {each.line}"
            raise InputError(where, each.problem, each.way_out)
        documents[each.name] = each
    texts = {name: document.text for name, document in documents.items()}
    annotated = read_annotations(path, texts, relation_names())
    return GoldSet(
        path.name.removesuffix(_GOLD), tuple(documents.values()), {each.id: each for each in annotated}
    )


def _refuse_shared_ids(sets: Iterable[GoldSet], path: Path) -> None:
    seen: dict[str, str] = {}
    for one in sets:
        for document in one.documents:
            if (other := seen.setdefault(document.name, one.name)) != one.name:
                raise InputError(
                    path,
                    f"a passage of {other} and one of {one.name} are both called {document.name!r}",
                    "give each an id of its own",
                )


def relation_names() -> list[str]:
    """The relations that a claim may state."""
    return [each.name for each in relations() if not each.derived_only]
