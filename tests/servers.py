"""Real SPARQL servers for tests: Oxigraph's, which comes from PyPI, and Virtuoso, where the machine has it."""

from __future__ import annotations

import json
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

USER, PASSWORD = "kg", 'open "sesame"'
"""Who may write to the Virtuoso of the tests."""
_PATIENCE = 60.0
_OURS = ("https://example.org/", "https://w3id.org/rawabit/", "https://data.example.org/")
NEEDED = pytest.mark.skipif(
    shutil.which("virtuoso-t") is None,
    reason="Virtuoso is not installed, so that no test ran against it: apt-get install virtuoso-opensource-7",
)

_INI = """
[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
FileExtend = 200
[TempDatabase]
DatabaseFile = {folder}/virtuoso-temp.db
TransactionFile = {folder}/virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
DisableUnixSocket = 1
NumberOfBuffers = 10000
MaxDirtyBuffers = 6000
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerRoot = {folder}
ServerThreads = 8
[SPARQL]
ResultSetMaxRows = {rows}
MaxQueryExecutionTime = 60
"""
_GRANTS = (
    "DB.DBA.USER_CREATE('{user}', '{password}')",
    'GRANT SPARQL_UPDATE TO "{user}"',
    "DB.DBA.RDF_DEFAULT_USER_PERMS_SET('nobody', 1)",
    "DB.DBA.RDF_DEFAULT_USER_PERMS_SET('{user}', 7)",
)


@dataclass(frozen=True, slots=True)
class Server:
    """A server that runs on this machine until the end of its block."""

    url: str
    process: subprocess.Popen[bytes]
    updates: str
    """The address that takes updates."""
    folder: Path

    def tell(self, update: str) -> None:
        """Sends an update, past everything that is tested."""
        passwords = urllib.request.HTTPPasswordMgrWithDefaultRealm()
        passwords.add_password(None, self.updates, USER, PASSWORD)
        opener = urllib.request.build_opener(urllib.request.HTTPDigestAuthHandler(passwords))
        kind = {"Content-Type": "application/sparql-update"}
        with opener.open(urllib.request.Request(self.updates, update.encode(), kind), timeout=60) as answer:
            answer.read()

    def limit(self, rows: int) -> None:
        """Has Virtuoso give at most so many rows; it reads its settings for every query."""
        settings = self.folder / "virtuoso.ini"
        if settings.exists():
            told = settings.read_text()
            settings.write_text(re.sub(r"ResultSetMaxRows = \d+", f"ResultSetMaxRows = {rows}", told))

    def graphs(self) -> set[str]:
        """The names of the graphs that it holds."""
        asked = urllib.parse.urlencode({"query": "SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } }"})
        kind = {"Accept": "application/sparql-results+json"}
        with urllib.request.urlopen(
            urllib.request.Request(f"{self.queries}?{asked}", headers=kind)
        ) as answer:
            rows = json.load(answer)["results"]["bindings"]
        return {row["g"]["value"] for row in rows}

    @property
    def queries(self) -> str:
        """The address that takes queries."""
        return self.updates.replace("/update", "/query").replace("/sparql-auth", "/sparql")

    def empty(self) -> None:
        """Takes out all but the graphs that Virtuoso keeps for itself."""
        for graph in self.graphs():
            if graph.startswith(_OURS):
                self.tell(f"DROP SILENT GRAPH <{graph}>")


@contextmanager
def oxigraph(folder: Path, *options: str) -> Iterator[Server]:
    """``oxigraph serve`` over a new folder."""
    port = free_port()
    command = [str(Path(sys.executable).with_name("oxigraph")), "serve", "-l", str(folder)]
    url = f"http://127.0.0.1:{port}"
    with _running([*command, "-b", f"127.0.0.1:{port}", *options], f"{url}/query") as process:
        yield Server(url, process, f"{url}/update", folder)


@contextmanager
def virtuoso(folder: Path, *, rows: int) -> Iterator[Server]:
    """Virtuoso over a folder, giving at most ``rows`` rows; made with a user if the folder is new."""
    folder.mkdir(exist_ok=True)
    new = not (folder / "virtuoso.db").exists()
    http, sql = free_port(), free_port()
    (folder / "virtuoso.ini").write_text(_INI.format(folder=folder, http=http, sql=sql, rows=rows))
    url = f"http://127.0.0.1:{http}/sparql"
    command = ["virtuoso-t", "+foreground", "+configfile", str(folder / "virtuoso.ini")]
    with _running(command, url) as process:
        if new:
            told = "; ".join(_GRANTS).format(user=USER, password=PASSWORD) + ";"
            grant = ["isql-vt", f"127.0.0.1:{sql}", "dba", "dba", f"exec={told}"]
            subprocess.run(grant, check=True, capture_output=True)
        yield Server(url, process, f"{url}-auth", folder)


def free_port() -> int:
    """A port on which nothing listens."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        return int(listening.getsockname()[1])


@contextmanager
def _running(command: list[str], url: str) -> Iterator[subprocess.Popen[bytes]]:
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet) as process:
        try:
            until = time.monotonic() + _PATIENCE
            while not _answers(url):
                assert process.poll() is None, f"{command[0]} ended with {process.returncode}"
                assert time.monotonic() < until, f"{command[0]} does not answer"
                time.sleep(0.05)
            yield process
        finally:
            process.kill()


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(f"{url}?query=ASK%7B%7D", timeout=5) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False
