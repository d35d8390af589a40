"""Asks HermiT, through Owlready2, in a process of its own.

Run as a script, in a session of its own, with a folder, the path of ``java``, and a number of seconds after
which it ends itself and its Java process, for the case that whoever started it is gone by then.

The folder holds ``background.nt`` and any number of parts ``0.nt``, ``1.nt`` …, all N-Triples. Each line on
standard output is one JSON object: first ``{"consistent": …, "unsatisfiable": [IRI, …]}``; where that is
false, then ``{"culprits": [part, …]}``, a smallest set of parts that the background contradicts.

It stands alone and imports nothing of this program, so that the process holds nothing that data could reach.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import tempfile
from pathlib import Path
from typing import Any

_MEGABYTES = 1000


class Asker:
    """Asks about subsets of the parts and remembers the answers."""

    def __init__(self, home: Path, java: str) -> None:
        import owlready2
        import owlready2.reasoning

        owlready2.JAVA_EXE = java
        owlready2.reasoning.JAVA_MEMORY = _MEGABYTES
        self._owlready: Any = owlready2
        self._background = (home / "background.nt").read_bytes()
        self._parts = {int(path.stem): path.read_bytes() for path in home.glob("[0-9]*.nt")}
        self._known: dict[frozenset[int], bool] = {}

    @property
    def parts(self) -> list[int]:
        """The numbers of all parts, in order."""
        return sorted(self._parts)

    def unsatisfiable(self, parts: frozenset[int]) -> list[str] | None:
        """The classes that nothing can belong to, sorted; None where background and ``parts`` contradict."""
        with tempfile.NamedTemporaryFile(suffix=".nt") as file:
            file.write(self._background + b"".join(self._parts[part] for part in sorted(parts)))
            file.flush()
            world = self._owlready.World()
            world.get_ontology(f"file://{file.name}").load(only_local=True)
            try:
                self._owlready.sync_reasoner_hermit(world, debug=0, ignore_unsupported_datatypes=True)
            except self._owlready.OwlReadyInconsistentOntologyError:
                return None
            nothing = self._owlready.Nothing
            return sorted(found.iri for found in world.inconsistent_classes() if found is not nothing)

    def consistent(self, parts: frozenset[int]) -> bool:
        """Whether the background and ``parts`` can all be true."""
        if parts not in self._known:
            self._known[parts] = self.unsatisfiable(parts) is not None
        return self._known[parts]

    def culprits(self) -> list[int]:
        """A smallest set of parts that contradict the background: Junker, QuickXplain (AAAI 2004)."""
        nobody: frozenset[int] = frozenset()
        if not self.consistent(nobody):
            return []
        return sorted(self._explain(nobody, nobody, self.parts))

    def _explain(self, held: frozenset[int], added: frozenset[int], suspects: list[int]) -> frozenset[int]:
        if added and not self.consistent(held):
            return frozenset()
        if len(suspects) == 1:
            return frozenset(suspects)
        first, second = suspects[: len(suspects) // 2], suspects[len(suspects) // 2 :]
        late = self._explain(held | frozenset(first), frozenset(first), second)
        early = self._explain(held | late, late, first)
        return late | early


def main(home: str, java: str, seconds: int) -> None:
    """Prints what HermiT says of the folder ``home``."""
    signal.signal(signal.SIGALRM, lambda *_: os.killpg(0, signal.SIGKILL))
    signal.alarm(seconds)
    asker = Asker(Path(home), java)
    empty = asker.unsatisfiable(frozenset(asker.parts))
    sys.stdout.write(json.dumps({"consistent": empty is not None, "unsatisfiable": empty or []}) + "\n")
    sys.stdout.flush()
    if empty is None:
        sys.stdout.write(json.dumps({"culprits": asker.culprits()}) + "\n")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
