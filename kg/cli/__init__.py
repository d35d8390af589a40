"""The command line: each command parses, calls the library, prints, and picks the exit code."""

from __future__ import annotations


def main() -> None:
    """Runs ``kg`` on the words of the command line and ends the program with its exit code."""
    from kg.cli.app import app

    app()
