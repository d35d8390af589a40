"""``kg repair``: a damaged store made whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kg.cli.ending import PARTLY
from kg.cli.extractors import extractor_option
from kg.cli.output import say, shown, write, write_json
from kg.cli.progress import Counting
from kg.cli.settings import Settings, json_option, registry_option, store_option
from kg.pipeline.choosing import claim_source

if TYPE_CHECKING:
    from kg.pipeline import Repair


@click.command()
@extractor_option
@json_option
@store_option
@registry_option
@click.pass_obj
def command(settings: Settings, *, extractors: tuple[str, ...], as_json: bool) -> int:
    """Mend the store: bring back what 'kg doctor' says is lost, changed or half done.

    What can be read and is as it was loaded is kept. A document that is not is read again from the
    text in the store, or from the file that it came from, if its text is still there; for each that
    cannot be brought back it is said why. Where the store's files are damaged, a new store is built
    beside them, and they are kept until you remove them. Exits with 3 if a document stays lost.

    \b
    Examples:
      kg doctor
      kg repair
    """
    from kg.pipeline import repair

    with Counting("reading again") as progress:
        done = repair(settings.folder, extractor=claim_source(extractors), progress=progress.step)
    if as_json:
        write_json(_told(done))
    else:
        _show(done)
    for each in done.lost:
        say(f"lost: {each.name}: {each.reason}")
    if done.lost:
        say("'kg restore' may have them in a backup; 'kg remove' makes the store forget that it held them")
    if done.aside is not None:
        say(f"the damaged files are kept in {done.aside}; remove them when you need them no longer")
    return PARTLY if done.lost else 0


def _show(done: Repair) -> None:
    mended = [each for each in done.mendings if each not in done.lost]
    for each in mended if len(mended) <= 20 else ():
        write(f"{each.way}: {shown(each.name)}")
    if not done.mendings and not done.links and done.aside is None:
        write(f"nothing to mend: {done.sound:,} documents are as they were loaded")
        return
    parts = [f"{done.sound:,} sound", f"{len(mended):,} mended", f"{len(done.lost):,} lost"]
    links = f"; {done.links:,} links put right" if done.links and done.aside is None else ""
    write(f"documents: {', '.join(parts)}{links}")


def _told(done: Repair) -> dict[str, object]:
    return {
        "sound": done.sound,
        "links": done.links,
        "aside": str(done.aside) if done.aside else None,
        "documents": [
            {
                "document": each.document,
                "name": each.name,
                "way": each.way.value,
                "reason": each.reason or None,
            }
            for each in done.mendings
        ],
    }
