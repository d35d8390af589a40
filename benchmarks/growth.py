"""How cost grows with the number of claims: loading, questions and a cold start, as a table and a plot.

Run: ``python -m benchmarks.growth [--sizes 10000 100000 1000000] [--folder DIR]``. Writes ``benchmarks/results.md`` and
``benchmarks/growth.svg``. A million claims take half an hour and 30 GB in ``--folder`` (by default a temporary one).
"""

from __future__ import annotations

import argparse
import math
import resource
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from benchmarks import queries
from benchmarks.load import dumped, loaded, loaded_raw, one_more
from benchmarks.made_claims import lines
from kg.store import open_store

_ASKED = (
    ("contradictions", "all"), ("disputed-claims", "all"), ("claims-by-month", "all"), ("who-supports-whom", "all"),
    ("common-enemy-yet-enemies", "all"), ("links-of-actor", "hub"), ("links-of-actor", "middle"),
    ("claims-of", "middle"), ("shared-opponents", "middle"), ("evidence-of-link", "middle"), ("why", "middle"),
)  # fmt: skip
_HERE = Path(__file__).parent
_INTRODUCTION = """# How cost grows

Written by `python -m benchmarks.growth`: made-up claims, one run on one machine. Seconds and milliseconds are of that
machine; the ratio is to Oxigraph's own bulk loader on the same quads in the same run. A question that took longer than
a minute has no figure. Questions are warm, in processor time.

"""
_Figures = dict[str, float | None]
_Point = tuple[float, float]


def main() -> None:
    """Measures, prints and writes."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000, 100_000, 1_000_000])
    parser.add_argument("--folder", type=Path, help="where stores are made, instead of a temporary folder")
    given = parser.parse_args()
    found: dict[int, _Figures] = {}
    for size in sorted(given.sizes):
        with tempfile.TemporaryDirectory(dir=given.folder) as folder:
            found[size] = dict(_figures(size, Path(folder)))
        print(_table(found), flush=True)
    told = f"{_INTRODUCTION}{_table(found)}\n![Growth](growth.svg)\n\n{_of_more(found)}\n"
    (_HERE / "results.md").write_text(told, encoding="utf-8")
    (_HERE / "growth.svg").write_text(_plot(found), encoding="utf-8")


def _figures(size: int, folder: Path) -> Iterator[tuple[str, float | None]]:
    claims, store, quads = folder / "claims.jsonl", folder / "store", folder / "all.nq"
    with claims.open("w", encoding="utf-8") as stream:
        stream.writelines(f"{line}\n" for line in lines(size))
    took = loaded(claims, store)
    yield "load, s", took
    yield "most memory of a process so far, MB", resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    yield "on disk, MB", sum(path.stat().st_size for path in store.rglob("*") if path.is_file()) / 1e6
    yield "quads, thousands", dumped(store, quads) / 1000
    yield "rate beside the raw loader", loaded_raw(quads, folder / "raw") / took
    quads.unlink()
    yield "one more document, ms", one_more(store, folder)
    with open_store(store, read_only=True) as opened:
        asked = [case for case in queries.cases(opened) if (case.name, case.about) in _ASKED]
    for case, milliseconds, _ in queries.measured(store, asked, 60):
        yield f"{case.name}, {case.about}, ms", milliseconds


def _table(found: Mapping[int, _Figures]) -> str:
    names = list(dict.fromkeys(name for figures in found.values() for name in figures))
    rows = [
        f"| {name} | " + " | ".join(_shown(figures.get(name)) for figures in found.values()) + " |"
        for name in names
    ]
    head = "| claims | " + " | ".join(f"{size:,}" for size in found) + " |"
    return "\n".join((head, "|---" * (len(found) + 1) + "|", *rows)) + "\n"


def _shown(value: float | None) -> str:
    if value is None:
        return "-"
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def _of_more(found: Mapping[int, _Figures]) -> str:
    """What the last step says of ten times the largest size."""
    if len(found) < 2:
        return ""
    (small, before), (large, after) = list(found.items())[-2:]
    told = []
    for name in ("load, s", "on disk, MB", "most memory of a process so far, MB"):
        one, other = before.get(name), after.get(name)
        if one and other:
            power = math.log(other / one) / math.log(large / small)
            told.append(f"{name.rpartition(',')[0]} {_shown(other * 10**power)}{name.rpartition(',')[2]}")
    return (
        f"If growth goes on as from {small:,} to {large:,} claims, {10 * large:,} come to: {'; '.join(told)}."
    )


def _plot(found: Mapping[int, _Figures]) -> str:
    """An SVG: how many times as much as at the smallest size, both axes logarithmic; dashed is linear growth."""
    sizes = list(found)
    first = found[sizes[0]]

    def times_first(name: str, size: int) -> float:
        return (found[size].get(name) or 0) / (first[name] or 1)

    names = [name for name, value in first.items() if value and name != "rate beside the raw loader"]
    # The legend in the order in which the lines end.
    names.sort(key=lambda name: -times_first(name, sizes[-1]))
    width, height, left, top = 560, 360, 60, 20

    def at(size: int, times: float) -> _Point:
        across = math.log10(size / sizes[0]) / max(1e-9, math.log10(sizes[-1] / sizes[0]))
        up = math.log10(max(times, 0.3) / 0.3) / (math.log10(sizes[-1] / sizes[0]) + 0.8)
        return left + across * width, top + height - up * height

    drawn = []
    for number, name in enumerate(names):
        colour = f"hsl({360 * number // len(names)} 65% 42%)"
        points = [at(size, times_first(name, size)) for size in sizes if found[size].get(name)]
        drawn.append(f'<polyline points="{_path(points)}" fill="none" stroke="{colour}" stroke-width="2"/>')
        drawn.append(
            f'<text x="{left + width + 12}" y="{top + 14 + 18 * number}" fill="{colour}">{name}</text>'
        )
    linear = _path([at(sizes[0], 1), at(sizes[-1], sizes[-1] / sizes[0])])
    axis = _axis(sizes, at, left, top + height)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {left + width + 300} {top + height + 40}" '
        'font-family="sans-serif" font-size="12"><rect width="100%" height="100%" fill="white"/>'
        f'<polyline points="{linear}" fill="none" stroke="#888" stroke-dasharray="5 4"/>\n'
        + "\n".join((*drawn, *axis))
        + "\n</svg>\n"
    )


def _path(points: Sequence[_Point]) -> str:
    return " ".join(f"{across:.0f},{down:.0f}" for across, down in points)


def _axis(sizes: Sequence[int], at: Callable[[int, float], _Point], left: int, bottom: int) -> Iterator[str]:
    for size in sizes:
        yield f'<text x="{at(size, 1)[0]:.0f}" y="{bottom + 20}" text-anchor="middle">{size:,}</text>'
    times = 1
    while times <= sizes[-1] // sizes[0]:
        yield f'<text x="{left - 8}" y="{at(sizes[0], times)[1]:.0f}" text-anchor="end">{times:,}×</text>'
        times *= 10


if __name__ == "__main__":
    main()
