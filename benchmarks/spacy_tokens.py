"""Only tokenises the texts of a JSON Lines file with spaCy's blank Arabic pipeline; run by ``benchmarks.extract``.

It runs in an environment of its own, which has spaCy and not this program.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import spacy


def main() -> None:
    """Prints how many tokens there are, so that none of them is left out."""
    pipeline = spacy.blank("ar")
    pipeline.max_length = sys.maxsize
    count = 0
    with Path(sys.argv[1]).open(encoding="utf-8") as stream:
        for line in stream:
            count += len(pipeline(json.loads(line)["text"]))
    print(count)


if __name__ == "__main__":
    main()
