"""``kg why``: from a link down to the sentences it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from kg.cli.completing import entity_ids, relation_names
from kg.cli.output import say, shown, write, write_json
from kg.cli.settings import Settings, json_option, store_option

if TYPE_CHECKING:
    from kg.reason import Argument, Derivation, Explanation, Ground
    from kg.reason.cited import CitedClaim
    from kg.reason.labels import Named
    from kg.reason.period import Period


@click.command()
@click.argument("subject", metavar="A", shell_complete=entity_ids)
@click.argument("relation", shell_complete=relation_names)
@click.argument("target", metavar="B", shell_complete=entity_ids)
@click.option(
    "--most",
    type=click.IntRange(1, 25),
    default=3,
    show_default=True,
    metavar="N",
    help="How many derivations to show, up to 25.",
)
@json_option
@store_option
@click.pass_obj
def command(settings: Settings, subject: str, relation: str, target: str, *, most: int, as_json: bool) -> int:
    """Show why A stands in RELATION to B: each step of the derivation, down to the sentences.

    Names the rule of every step, the documents and sources under it, the weakest modality on the
    way, and the days that all premises share.

    \b
    Examples:
      kg why Hezbollah opponentOf "al-Nusra Front"
      kg why "فيلق القدس" answersTo Soleimani --json
    """
    from kg.cli.opening import reading
    from kg.query.claims_in import claims_in
    from kg.query.indexed_reasons import stated_from
    from kg.query.terms import find_relation
    from kg.reason import Standing, explain

    with reading(settings) as naming:
        one, other = naming.entity(subject), naming.entity(target)
        between = stated_from(claims_in(naming.store))
        found = explain(naming.store, one, find_relation(relation, say), other, limit=most, between=between)
    if as_json:
        write_json(_record(found))
    else:
        write("\n".join(_lines(found)))
    if found.arguments and not found.complete:
        say(f"there are more derivations than these {len(found.arguments)}; --most shows more of them")
    return 0 if found.standing in {Standing.ASSERTED, Standing.INFERRED} else 1


def _lines(found: Explanation) -> Iterator[str]:
    names = found.names
    yield f"{_sentence(found.link, names)}: {found.standing}"
    for number, argument in enumerate(found.arguments, 1):
        yield ""
        if len(found.arguments) > 1:
            yield f"Derivation {number}"
        grounds = {ground.link: ground for ground in argument.grounds}
        yield from _tree(argument.derivation, grounds, names, "")
        yield f"Weakest on the way: {argument.modality}{_when(argument.period)}"
    if not found.arguments:
        yield "Nothing states it and it follows from nothing." + (
            " Claims about the two:" if found.claims else " 'kg between' shows what does link the two."
        )
        for claim in found.claims:
            yield from _claim(claim, names, "  ")


def _tree(
    step: Derivation, grounds: dict[tuple[str, str, str], Ground], names: dict[str, Named], indent: str
) -> Iterator[str]:
    if step.rule is None:
        ground = grounds[step.link]
        yield f"{indent}{_sentence(step.link, names)} ({ground.modality})"
        for claim in ground.claims:
            yield from _claim(claim, names, indent + "    ", of=step.link)
        if ground.doubts:
            yield f"{indent}    but less sure, or denied:"
            for claim in ground.doubts:
                yield from _claim(claim, names, indent + "      ", of=step.link)
        left = sum(ground.counts.values()) - len(ground.claims) - len(ground.doubts)
        if left > 0:
            yield f"{indent}    and {left} more claim{'s' if left > 1 else ''}: 'kg evidence' shows all"
        if ground.other_claims:
            yield f"{indent}    but also claimed between the two:"
            for claim in ground.other_claims:
                yield from _claim(claim, names, indent + "      ")
        return
    yield f"{indent}{_sentence(step.link, names)}"
    yield f"{indent}  because {step.rule.wording.rstrip('.')}:"
    for premise in step.premises:
        yield from _tree(premise, grounds, names, indent + "    ")


def _claim(
    claim: CitedClaim, names: dict[str, Named], indent: str, of: tuple[str, str, str] | None = None
) -> Iterator[str]:
    who = " according to ".join(shown(source.label) for source in claim.sources)
    said = f"according to {who}" if who else "in the author's own words"
    what = "" if claim.link == of else f"{_sentence(claim.link, names)}: "
    yield f"{indent}{what}“{shown(claim.quote)}”"
    where = f"{shown(claim.document_name)}, characters {claim.start}-{claim.end}"
    yield f"{indent}{where}, {said} ({claim.modality}){f', {claim.date}' if claim.date else ''}"


def _sentence(link: tuple[str, str, str], names: dict[str, Named]) -> str:
    from kg.cli.link_rows import drawn

    subject, relation, target = link
    one, other = (names[end].label if end in names else end.rpartition("/")[2] for end in (subject, target))
    return drawn(one, relation, other)


def _when(period: Period) -> str:
    if not period.overlap:
        return "; the dates of the premises share no day"
    if period.earliest and period.latest:
        premises = "the premises that are dated" if period.undated else "all premises"
        return f"; {premises} share {period.earliest} to {period.latest}"
    return "; nothing here is dated"


def _record(found: Explanation) -> dict[str, Any]:
    return {
        "link": _link(found.link, found.names),
        "standing": found.standing.value,
        "modality": found.modality.value if found.modality else None,
        "complete": found.complete,
        "derivations": [_argument(each, found.names) for each in found.arguments],
        "claims": [_cited(each, found.names) for each in found.claims],
    }


def _argument(argument: Argument, names: dict[str, Named]) -> dict[str, Any]:
    grounds = {ground.link: ground for ground in argument.grounds}

    def step(derivation: Derivation) -> dict[str, Any]:
        own = {"link": _link(derivation.link, names)}
        if derivation.rule is None:
            ground = grounds[derivation.link]
            return {
                **own,
                "modality": ground.modality.value,
                "claims": [_cited(each, names) for each in ground.claims],
                "doubts": [_cited(each, names) for each in ground.doubts],
                "other_claims": [_cited(each, names) for each in ground.other_claims],
            }
        rule = {"name": derivation.rule.name, "wording": derivation.rule.wording}
        return {**own, "rule": rule, "premises": [step(each) for each in derivation.premises]}

    period = argument.period
    return {
        "modality": argument.modality.value,
        "earliest": period.earliest.isoformat() if period.earliest else None,
        "latest": period.latest.isoformat() if period.latest else None,
        "undated": period.undated,
        "dates_overlap": period.overlap,
        "step": step(argument.derivation),
    }


def _link(link: tuple[str, str, str], names: dict[str, Named]) -> dict[str, Any]:
    subject, relation, target = link
    ends = [
        {"id": end, "label": names[end].label if end in names else end.rpartition("/")[2]}
        for end in (subject, target)
    ]
    return {"subject": ends[0], "relation": relation, "object": ends[1]}


def _cited(claim: CitedClaim, names: dict[str, Named]) -> dict[str, Any]:
    return {
        "claim": claim.claim,
        "link": _link(claim.link, names),
        "modality": claim.modality.value,
        "document": {"id": claim.document, "name": claim.document_name},
        "evidence": {"start": claim.start, "end": claim.end, "quote": claim.quote},
        "attributed_to": [{"id": source.iri, "label": source.label} for source in claim.sources],
        "date": claim.date,
    }
