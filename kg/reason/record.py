"""An explanation as plain data, for JSON."""

from __future__ import annotations

from typing import Any

from kg.rdf import Link
from kg.reason.cited import CitedClaim
from kg.reason.derivation import Derivation
from kg.reason.explain import Argument, Explanation, Ground
from kg.reason.labels import Named
from kg.reason.period import Period


def explanation_record(explanation: Explanation) -> dict[str, Any]:
    """The whole explanation. Offsets are half-open code points into the text of the claim's document."""
    return {
        **_link(explanation.link),
        "standing": explanation.standing.value,
        "modality": explanation.modality.value if explanation.modality else None,
        "complete": explanation.complete,
        "arguments": [_argument(argument) for argument in explanation.arguments],
        "claims": [_claim(claim) for claim in explanation.claims],
        "names": {iri: _named(name) for iri, name in sorted(explanation.names.items())},
    }


def _argument(argument: Argument) -> dict[str, Any]:
    return {
        "modality": argument.modality.value,
        "period": _period(argument.period),
        "derivation": _step(argument.derivation),
        "grounds": [_ground(ground) for ground in argument.grounds],
    }


def _step(step: Derivation) -> dict[str, Any]:
    if step.rule is None:
        return {**_link(step.link), "rule": None}
    premises = [_step(premise) for premise in step.premises]
    rule = {"name": step.rule.name, "kind": step.rule.kind, "wording": step.rule.wording}
    return {**_link(step.link), "rule": rule, "premises": premises}


def _ground(ground: Ground) -> dict[str, Any]:
    return {
        **_link(ground.link),
        "modality": ground.modality.value,
        "period": _period(ground.period),
        "counts": {modality.value: count for modality, count in ground.counts.items()},
        "claims": [_claim(claim) for claim in ground.claims],
        "doubts": [_claim(claim) for claim in ground.doubts],
        "other_claims": [_claim(claim) for claim in ground.other_claims],
    }


def _claim(claim: CitedClaim) -> dict[str, Any]:
    return {
        "claim": claim.claim,
        **_link(claim.link),
        "modality": claim.modality.value,
        "document": claim.document,
        "document_name": claim.document_name,
        "title": claim.document_title,
        "evidence": {"start": claim.start, "end": claim.end, "quote": claim.quote},
        "attributed_to": [_named(source) for source in claim.sources],
        "place": _named(claim.place) if claim.place else None,
        "date": claim.date,
        "date_is_of_document": claim.date_is_of_document,
        "confidence": claim.confidence,
        "rule": claim.rule,
    }


def _period(period: Period) -> dict[str, Any]:
    return {
        "earliest": period.earliest.isoformat() if period.earliest else None,
        "latest": period.latest.isoformat() if period.latest else None,
        "undated": period.undated,
        "overlap": period.overlap,
    }


def _named(named: Named) -> dict[str, Any]:
    return {"id": named.iri, "label": named.label, "label_ar": named.label_ar}


def _link(link: Link) -> dict[str, str]:
    return dict(zip(("subject", "relation", "object"), link, strict=True))
