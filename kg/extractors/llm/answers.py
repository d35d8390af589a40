"""From the text that a model wrote to candidates, and what of it has not the form that was asked for."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from kg.extractors.candidate import CandidateClaim

_FENCED = re.compile(r"```(?:json)?\s*(.*?)```", re.S)
_THOUGHTS = re.compile(r"\A\s*<think>.*?</think>", re.S)
_NEEDED = ("evidence", "subject", "predicate", "object", "modality")
_OPTIONAL = ("trigger", "place", "date", "subject_type", "object_type")


@dataclass(frozen=True, slots=True)
class Parsed:
    """What an answer holds. ``problems`` are written for the model, one for each thing that cannot be used."""

    candidates: tuple[CandidateClaim, ...]
    problems: tuple[str, ...]
    whole: bool = True
    """Whether the answer is JSON with a list of claims."""


def parse(content: str) -> Parsed:
    """Reads the claims of an answer; fields that nobody asked for are left alone."""
    try:
        value = json.loads(_json_of(content))
    except (ValueError, RecursionError):
        return Parsed((), ("the answer is not one complete JSON object",), whole=False)
    claims = value.get("claims") if isinstance(value, dict) else value
    if not isinstance(claims, list):
        return Parsed((), ('the answer has no list "claims"',), whole=False)
    candidates, problems = [], []
    for number, claim in enumerate(claims, start=1):
        problem = _problem(claim)
        if problem:
            problems.append(f"claim {number}: {problem}")
        else:
            candidates.append(_candidate(claim))
    return Parsed(tuple(candidates), tuple(problems))


def _json_of(content: str) -> str:
    """The JSON of an answer that has it in a fence of Markdown, or behind thoughts."""
    spoken = _THOUGHTS.sub("", content, count=1).strip()
    fenced = _FENCED.search(spoken) if not spoken.startswith(("{", "[")) else None
    return fenced[1] if fenced else spoken


def _problem(claim: Any) -> str | None:
    if not isinstance(claim, dict):
        return "is not an object"
    for name in _NEEDED:
        value = claim.get(name)
        if not isinstance(value, str) or not value.strip():
            return f'has no text in "{name}"'
    for name in _OPTIONAL:
        if not isinstance(claim.get(name), str | None):
            return f'"{name}" is neither text nor null'
    speakers = claim.get("speakers") or []
    if not isinstance(speakers, list) or not all(isinstance(each, str) and each.strip() for each in speakers):
        return '"speakers" is not a list of texts'
    return None


def _candidate(claim: dict[str, Any]) -> CandidateClaim:
    said: dict[str, Any] = {name: claim[name] for name in _NEEDED}
    said |= {name: claim.get(name) or None for name in _OPTIONAL}
    return CandidateClaim(**said, speakers=tuple(claim.get("speakers") or ()))
