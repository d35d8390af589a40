"""``kg path``: how two actors hang together through others."""

from __future__ import annotations

import click

from kg.cli.output import say, shown, write, write_json
from kg.cli.settings import Settings, json_option, store_option


@click.command()
@click.argument("start", metavar="A")
@click.argument("goal", metavar="B")
@click.option(
    "--longest",
    type=click.IntRange(1, 8),
    default=6,
    show_default=True,
    help="How many links a path may have.",
)
@click.option(
    "--most", type=click.IntRange(1, 50), default=5, show_default=True, help="How many paths to show."
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
      kg path Soleimani "al-Nusra Front"
      kg path "حركة النجباء" ISIS --inferred --most 1
    """
    from kg.cli.link_rows import relation_label
    from kg.cli.opening import reading
    from kg.query.paths import shortest_paths

    with reading(settings) as naming:
        one, other = naming.entity(start), naming.entity(goal)
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
                    label, forward = relation_label(relation), subject == here
                    here = target if forward else subject
                    words.append(f"—{label}→" if forward else f"←{label}—")
                    words.append(shown(naming.label(here)))
                write(f"{number}. {' '.join(words)}")
        if not found:
            way_out = "" if inferred else "; --inferred also walks what follows from them"
            say(
                f"no path of up to {longest} links from {naming.label(one)} to {naming.label(other)}{way_out}"
            )
        return 0 if found else 1
