"""Days, months and years on the command line."""

from __future__ import annotations

import re
from datetime import date

import click

_FORM = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?\Z", re.ASCII)


class Day(click.ParamType[date]):
    """A date such as 2015-10-16, 2015-10 or 2015; of a month or a year, its first or its last day."""

    name = "date"

    def __init__(self, *, last: bool) -> None:
        self._last = last

    def convert(self, value: str | date, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day that the words mean."""
        if isinstance(value, date):
            return value
        if _FORM.match(value):
            # Most commands are given no date, and need not wait for it.
            from kg.model import PartialDate, Precision

            precision = {4: Precision.YEAR, 7: Precision.MONTH, 10: Precision.DAY}[len(value)]
            partial = PartialDate(value, precision)
            try:
                return partial.latest if self._last else partial.earliest
            except ValueError as error:
                raise click.BadParameter(f"{value!r} is no date: {error}", ctx, param) from error
        raise click.BadParameter(f"{value!r} is no date; write 2015-10-16, 2015-10 or 2015", ctx, param)
