"""Constraints that hold value nodes against other shapes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from kg.validate.core.shape import Check, Column, Offence, Shape, values_of
from kg.validate.triples import Triples


def conforming(shape: Shape) -> Check:
    """``sh:node``."""
    return _judged((shape,), lambda failures: failures == 0)


def not_conforming(shape: Shape) -> Check:
    """``sh:not``."""
    return _judged((shape,), lambda failures: failures == 1)


def all_of(shapes: Sequence[Shape]) -> Check:
    """``sh:and``."""
    return _judged(shapes, lambda failures: failures == 0)


def any_of(shapes: Sequence[Shape]) -> Check:
    """``sh:or``."""
    return _judged(shapes, lambda failures: failures < len(shapes))


def exactly_one_of(shapes: Sequence[Shape]) -> Check:
    """``sh:xone``."""
    return _judged(shapes, lambda failures: failures == len(shapes) - 1)


def _judged(shapes: Sequence[Shape], accepted: Callable[[int], bool]) -> Check:
    """``accepted`` says how many of ``shapes`` a value may fail to conform to."""

    def check(triples: Triples, column: Column) -> Iterable[Offence]:
        values = values_of(column)
        if not values:
            return ()
        failures = Counter(value for shape in shapes for value in shape.failing(triples, values))
        wrong = {value for value in values if not accepted(failures[value])}
        return [Offence(node, value) for node, own in column for value in own if value in wrong]

    return check


def qualified(shape: Shape, siblings: Sequence[Shape], accepted: Callable[[int], bool]) -> Check:
    """``sh:qualifiedValueShape``: ``accepted`` says how many values may conform to it and to no sibling."""

    def check(triples: Triples, column: Column) -> Iterable[Offence]:
        values = values_of(column)
        good = {*values} - shape.failing(triples, values)
        for sibling in siblings:
            good &= sibling.failing(triples, values)
        return [Offence(node) for node, own in column if not accepted(sum(value in good for value in own))]

    return check
