"""``kg restore``: a store put back from a backup."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.output import say, write, write_json
from kg.cli.settings import Settings, json_option, store_option


@click.command()
@click.argument("source", type=click.Path(path_type=Path))
@json_option
@store_option
@click.pass_obj
def command(settings: Settings, source: Path, *, as_json: bool) -> int:
    """Put the backup in the folder SOURCE into the place of the store.

    The backup is checked first and stays as it is. What it replaces is kept until the store is whole
    again; if it held documents that the backup does not hold, it is kept after that too, and named.

    \b
    Examples:
      kg restore before-the-merge
      kg restore /media/disk/rawabit-2026-11-22 --store other
    """
    from kg.store.backup import restore_backup

    done = restore_backup(source, settings.folder)
    if as_json:
        write_json(
            {
                "at": str(done.at),
                "documents": done.documents,
                "made": done.made,
                "linked": done.linked,
                "newer": list(done.newer),
                "aside": str(done.aside) if done.aside else None,
            }
        )
    else:
        write(f"restored: {done.documents:,} documents of {done.made}, in {done.at}")
    if done.newer:
        first = ", ".join(done.newer[:5]) + (" …" if len(done.newer) > 5 else "")
        say(f"not in the backup: {len(done.newer):,} documents that came later ({first}); load them again")
    if done.aside is not None:
        say(f"what was there before is kept in {done.aside}; remove it when you need it no longer")
    return 0
