"""A query of a constraint as values (SPARQL 1.1, section 18.2, less what constraints do not use)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from kg.validate.paths import Path
from kg.validate.terms import Value


@dataclass(frozen=True, slots=True)
class Var:
    """A variable, without its mark."""

    name: str


@dataclass(frozen=True, slots=True)
class Const:
    """An RDF term that stands in the query."""

    value: Value


@dataclass(frozen=True, slots=True)
class Call:
    """An operator or a function, by its upper-case name, with its arguments."""

    name: str
    arguments: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Exists:
    """Whether a pattern has a solution (``wanted``), or has none."""

    group: Group
    wanted: bool


@dataclass(frozen=True, slots=True)
class Count:
    """``COUNT`` of a variable, or of all solutions."""

    variable: Var | None
    distinct: bool


Expression: TypeAlias = Var | Const | Call | Exists | Count


@dataclass(frozen=True, slots=True)
class TriplePattern:
    """A triple with variables; its property may be a path."""

    subject: Var | Const
    predicate: Path | Var
    object: Var | Const


@dataclass(frozen=True, slots=True)
class Filter:
    """A condition on the solutions of its group."""

    condition: Expression


@dataclass(frozen=True, slots=True)
class Bind:
    """A variable that takes the value of an expression."""

    expression: Expression
    variable: Var


@dataclass(frozen=True, slots=True)
class Perhaps:
    """A pattern that may add to a solution."""

    group: Group


@dataclass(frozen=True, slots=True)
class Union:
    """Patterns of which any may match; of one alone, a group within a group."""

    groups: tuple[Group, ...]


Element: TypeAlias = TriplePattern | Filter | Bind | Perhaps | Union


@dataclass(frozen=True, slots=True)
class Group:
    """What stands between two braces, in its order."""

    elements: tuple[Element, ...]


@dataclass(frozen=True, slots=True)
class Query:
    """A ``SELECT``. ``columns`` pairs each name with its expression, a variable for itself."""

    columns: tuple[tuple[str, Expression], ...]
    where: Group
    grouped_by: tuple[Var, ...]
    having: tuple[Expression, ...]


def variables(node: Expression | Element | Group) -> frozenset[str]:
    """The names of all variables in a part of a query."""
    match node:
        case Var(name):
            return frozenset((name,))
        case Const():
            return frozenset()
        case Call(_, arguments):
            return frozenset().union(*(variables(each) for each in arguments))
        case Exists(group, _) | Perhaps(group):
            return variables(group)
        case Count(variable, _):
            return frozenset() if variable is None else variables(variable)
        case TriplePattern(subject, predicate, object_):
            middle = variables(predicate) if isinstance(predicate, Var) else frozenset()
            return variables(subject) | middle | variables(object_)
        case Filter(condition):
            return variables(condition)
        case Bind(expression, variable):
            return variables(expression) | variables(variable)
        case Union(groups):
            return frozenset().union(*(variables(each) for each in groups))
        case Group(elements):
            return frozenset().union(*(variables(each) for each in elements))


def bound(group: Group) -> frozenset[str]:
    """The names of the variables that a group may give a value to: those of its patterns, not of its conditions."""
    found: set[str] = set()
    for element in group.elements:
        match element:
            case TriplePattern():
                found |= variables(element)
            case Bind(_, variable):
                found.add(variable.name)
            case Perhaps(inner):
                found |= bound(inner)
            case Union(groups):
                for inner in groups:
                    found |= bound(inner)
            case Filter():
                pass
    return frozenset(found)
