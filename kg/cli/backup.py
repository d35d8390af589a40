"""``kg backup``: the whole store once more."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.output import say, write, write_json
from kg.cli.settings import Settings, json_option, store_option


@click.command()
@click.argument("dest", type=click.Path(path_type=Path))
@click.option("--copy", is_flag=True, help="Copy every file, so that backup and store share nothing.")
@json_option
@store_option
@click.pass_obj
def command(settings: Settings, dest: Path, *, copy: bool, as_json: bool) -> int:
    """Back the whole store up into the new folder DEST: graph, ledger, and what was refused.

    On the same file system this takes about a second, whatever the size, and no room: the tables,
    which never change, are linked and not copied. Such a backup helps against mistakes, not against
    a broken disk; for that, name a place on another one, which is copied to. The backup is checked
    before it is called one, and can be read as it is with --store.

    \b
    Examples:
      kg backup before-the-merge
      kg backup /media/disk/rawabit-2026-11-22
    """
    from kg.store.backup import make_backup

    made = make_backup(settings.folder, dest, copy=copy)
    if as_json:
        write_json(
            {
                "at": str(made.at),
                "documents": made.documents,
                "made": made.made,
                "linked": made.linked,
                "missing": list(made.missing),
            }
        )
    else:
        how = "linked" if made.linked else "copied"
        write(f"backed up: {made.documents:,} documents, {how}, in {made.at}")
    if made.missing:
        say(
            f"{len(made.missing):,} documents of the ledger are not in the store, and so not in the backup "
            f"(the first is {made.missing[0]}); 'kg repair' brings them back"
        )
    return 0
