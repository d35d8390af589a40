"""Every answer and parameter of the API is described, and nothing that is asked is without bounds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.web.api.asking import get


@pytest.fixture(scope="module")
def described(address: str) -> dict[str, Any]:
    found: dict[str, Any] = get(address, "openapi.json")
    return {path: told for path, told in found["paths"].items() if path.startswith("/api/")}


def parameters(described: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for path, methods in described.items():
        for operation in methods.values():
            for each in operation.get("parameters", ()):
                yield f"{path} {each['name']}", each


def bounded(schema: dict[str, Any]) -> bool:
    if "anyOf" in schema:
        return all(bounded(each) for each in schema["anyOf"] if each.get("type") != "null")
    if "$ref" in schema or "enum" in schema or "const" in schema:
        return True
    kind = schema.get("type")
    if kind == "array":
        return "maxItems" in schema and bounded(schema["items"])
    if kind == "string":
        return "maxLength" in schema or "pattern" in schema
    if kind == "integer":
        return "minimum" in schema and "maximum" in schema
    return kind == "boolean"


def test_every_address_says_what_it_answers(described: dict[str, Any]) -> None:
    assert len(described) >= 19
    for methods in described.values():
        for operation in methods.values():
            assert operation["description"]
            schema = operation["responses"]["200"]["content"]["application/json"]["schema"]
            assert schema.get("$ref") or schema.get("properties")
            problem = operation["responses"]["422"]["content"]
            assert set(problem) == {"application/problem+json"}


def test_every_parameter_is_described_and_bounded(described: dict[str, Any]) -> None:
    told = dict(parameters(described))
    assert [
        name
        for name, each in told.items()
        if not (each.get("description") or each["schema"].get("description"))
    ] == []
    assert [name for name, each in told.items() if not bounded(each["schema"])] == []
