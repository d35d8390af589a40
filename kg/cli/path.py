"""``kg path``: how two actors hang together through others."""

from __future__ import annotations

import click

from kg.cli.completing import entity_ids
from kg.cli.output import say, shown, write, write_json
from kg.cli.settings import Settings, json_option, store_option

_LONGEST = 8


@click.command()
@click.argument("start", metavar="A", shell_complete=entity_ids)
@click.argument("goal", metavar="B", shell_complete=entity_ids)
@click.option(
    "--longest",
    type=click.IntRange(1, _LONGEST),
    default=6,
    show_default=True,
    metavar="N",
    help=f"How many links a path may have, up to {_LONGEST}.",
)
@click.option(
    "--most",
    type=click.IntRange(1, 50),
    default=5,
    show_default=True,
    metavar="N",
    help="How many paths to show, up to 50.",
)
@click.option("--inferred", is_flag=True, help="Also walk links that follow from others.")
@click.option("--places", is_flag=True, help="Also lead through places: two actors in one town.")
@json_option
@store_option
@click.pass_obj
def command(
    settings: Settings,
    start: str,
    goal: str,
    *,
    longest: int,
    most: int,
    inferred: bool,
    places: bool,
    as_json: bool,
) -> int:
    """Show the shortest chains of links from A to B. Links are walked both ways.

    \b
    Examples:
      kg path Hezbollah "Islamic State"
      kg path "قاسم سليماني" ISIS --places --most 1
    """
    from kg.cli.link_rows import drawn_arrow
    from kg.cli.opening import reading
    from kg.query.paths import shortest_paths

    with reading(settings) as naming:
        one, other = naming.pair(start, goal)
        found = shortest_paths(
            naming.store, one, other, longest=longest, most=most, inferred=inferred, places=places
        )
        naming.prepare(end for chain in found for link in chain for end in (link[0], link[2]))
        if as_json:
            write_json(
                [
                    [
                        {
                            "subject": naming.named(subject),
                            "relation": relation,
                            "object": naming.named(target),
                        }
                        for subject, relation, target in chain
                    ]
                    for chain in found
                ]
            )
        else:
            for number, chain in enumerate(found, 1):
                here, words = one, [shown(naming.label(one))]
                for subject, relation, target in chain:
                    forward = subject == here
                    here = target if forward else subject
                    words.append(drawn_arrow(relation, forward=forward))
                    words.append(shown(naming.label(here)))
                write(f"{number}. {' '.join(words)}")
        if not found:
            ends = f"from {naming.label(one)} to {naming.label(other)}"
            wider = [option for option, on in (("--places", places), ("--inferred", inferred)) if not on] + (
                ["a greater --longest"] if longest < _LONGEST else []
            )
            way_out = f"; {' or '.join(wider)} may find one" if wider else ""
            say(f"no path of up to {longest} links {ends}{way_out}")
        return 0 if found else 1
