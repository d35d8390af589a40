"""Pairs the members of two sets one to one, as many as possible (augmenting paths, Kuhn 1955)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence


def pair(wishes: Mapping[int, Sequence[int]]) -> dict[int, int]:
    """Gives each key one of the values that it wishes for, none given twice, and as many keys as possible have one.

    Keys are served in their order, each with the first of its wishes that leaves nobody served before without one.
    """
    holder: dict[int, int] = {}

    def serve(key: int, tried: set[int]) -> bool:
        for value in wishes[key]:
            if value in tried:
                continue
            tried.add(value)
            if value not in holder or serve(holder[value], tried):
                holder[value] = key
                return True
        return False

    for key in wishes:
        free = next((value for value in wishes[key] if value not in holder), None)
        if free is not None:
            holder[free] = key
        else:
            serve(key, set())
    return {key: value for value, key in holder.items()}
