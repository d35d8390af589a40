"""What to call the actors and places of an explanation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import unquote

from pyoxigraph import Literal, NamedNode

from kg.iri import last_part
from kg.reason.asking import rows
from kg.store import Store


@dataclass(frozen=True, slots=True)
class Named:
    """An actor or a place with its labels."""

    iri: str
    label: str
    """English, else Arabic, else any, else the last part of the IRI."""
    label_ar: str | None = None


def read_labels(store: Store, iris: Iterable[str]) -> dict[str, Named]:
    """The labels of ``iris``, each of which gets one."""
    wanted = sorted(set(iris))
    labels: dict[str, dict[str, str]] = defaultdict(dict)
    if wanted:
        nodes = " ".join(str(NamedNode(iri)) for iri in wanted)
        query = f"SELECT ?node ?label WHERE {{ VALUES ?node {{ {nodes} }} ?node skos:prefLabel ?label }}"
        for row in rows(store, query):
            label = row["label"]
            if isinstance(label, Literal):
                known = labels[row["node"].value]
                language = label.language or ""
                known[language] = min(label.value, known.get(language, label.value))
    return {iri: _named(iri, labels[iri]) for iri in wanted}


def _named(iri: str, labels: dict[str, str]) -> Named:
    any_label = next((label for _, label in sorted(labels.items())), None)
    last = unquote(last_part(iri))
    return Named(iri, labels.get("en") or labels.get("ar") or any_label or last, labels.get("ar"))
