"""The command line: each command parses, calls the library, prints, and picks the exit code."""

from __future__ import annotations


def main() -> None:
    """Runs ``kg`` on the words of the command line and ends the program with its exit code."""
    import gc

    # A start makes many objects that stay; looking through them again and again for rubbish takes a twentieth of it.
    gc.set_threshold(50_000)
    from kg.cli.app import app

    try:
        app()
    finally:
        # Nor is all of it looked through once more when the program ends.
        gc.freeze()
