"""By how much queries that would never end overrun their limit, asked of ``kg serve`` as any client may.

Run: ``python -m benchmarks.limits [--claims N] [--store DIR] [--seconds S] [--rounds N]``. Each kind is asked several
times, and after each a query that means no harm; printed are the longest times over the limit, with the answers.
"""

from __future__ import annotations

import argparse
import http.client
import tempfile
import time
from pathlib import Path
from urllib.parse import urlsplit

from benchmarks.made_claims import made_store
from benchmarks.served import served
from kg.namespaces import RW

_CROSS = "?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l"
_WORDS = "CONCAT(STR(?a), STR(?d), STR(?g), STR(?j))"
_STARS = " . ".join(f"?{one} (!<x:>)* ?{other}" for one, other in ("ab", "bc", "cd"))
_KINDS = {
    "cross join": f"SELECT (COUNT(*) AS ?n) {{ {_CROSS} }}",
    "cross join, sorted": f"SELECT * {{ {_CROSS} }} ORDER BY DESC(?l) ?c",
    "regular expression": f'SELECT * {{ {_CROSS} FILTER(REGEX({_WORDS}, "^(([a-z:/.0-9])+.)+Q$")) }}',
    "paths over everything": f"SELECT (COUNT(*) AS ?n) {{ {_STARS} }}",
    "everything in one word": f"SELECT (GROUP_CONCAT({_WORDS}) AS ?x) {{ {_CROSS} }}",
    "20,000 brackets": "SELECT * { FILTER" + "(" * 20_000 + "1" + ")" * 20_000 + " }",
}
_HARMLESS = f"SELECT ?c {{ ?c <{RW}modality> ?m }} LIMIT 1"


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--claims", type=int, default=20_000, help="how many claims (default 20,000)")
    parser.add_argument("--store", type=Path, help="a store that is there, instead of a new one")
    parser.add_argument("--seconds", type=float, default=2.0, help="the limit (default 2)")
    parser.add_argument("--rounds", type=int, default=5, help="how often each is asked (default 5)")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        place = given.store or made_store(Path(name), given.claims)
        with served(place, "--time-limit", str(given.seconds), "--workers", "1") as where:
            address = urlsplit(where).netloc
            print(f"seconds over the limit of {given.seconds:g}, the longest of {given.rounds}")
            print(f"{'':26} {'over':>6} {'answer':>7} {'the next':>9}")
            for kind, query in _KINDS.items():
                asked = [(_ask(address, query), _ask(address, _HARMLESS)) for _ in range(given.rounds)]
                over = max(taken for (_, taken), _ in asked) - given.seconds
                answers = "/".join(map(str, sorted({status for (status, _), _ in asked})))
                after = max(taken for _, (_, taken) in asked)
                assert all(status == 200 for _, (status, _) in asked), f"after {kind} nothing is answered"
                print(f"{kind:26} {over:6.2f} {answers:>7} {after:9.2f}", flush=True)


def _ask(address: str, query: str) -> tuple[int, float]:
    """The status of the answer, and the seconds until all of it was there."""
    connection = http.client.HTTPConnection(address, timeout=120)
    began = time.perf_counter()
    connection.request("POST", "/sparql", query, {"Content-Type": "application/sparql-query"})
    reply = connection.getresponse()
    reply.read()
    taken = time.perf_counter() - began
    connection.close()
    return reply.status, taken


if __name__ == "__main__":
    main()
