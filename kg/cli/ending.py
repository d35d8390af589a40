"""How a run ends: every error becomes one line on stderr and a documented exit code."""

from __future__ import annotations

from types import TracebackType
from typing import Self

import click

from kg.cli.output import say
from kg.errors import KGError

NO = 1
COULD_NOT_RUN = 2
PARTLY = 3
INTERRUPTED = 130


class Ending:
    """Catches whatever ends a run early, says it in one line, and holds the exit code.

    With ``debug`` the traceback comes before the line.
    """

    def __init__(self, *, debug: bool = False) -> None:
        self.debug = debug
        self.code = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        if error is None:
            return True
        if isinstance(error, SystemExit):
            return False
        if self.debug:
            import traceback

            click.echo("".join(traceback.format_exception(error)), err=True, nl=False)
        if isinstance(error, click.exceptions.NoArgsIsHelpError):
            self.code = COULD_NOT_RUN
            click.echo(error.format_message(), err=True)
            return True
        line, self.code = _line_and_code(error)
        say(f"kg: {line}")
        return True


def _line_and_code(error: BaseException) -> tuple[str, int]:
    if isinstance(error, KGError):
        return str(error), error.exit_code
    if isinstance(error, click.UsageError):
        command = error.ctx.command_path if error.ctx else "kg"
        message = error.format_message().rstrip(".")
        return f"{message[:1].lower()}{message[1:]}; see '{command} --help'", COULD_NOT_RUN
    if isinstance(error, click.ClickException):
        return error.format_message(), COULD_NOT_RUN
    if isinstance(error, KeyboardInterrupt | click.Abort):
        return "interrupted", INTERRUPTED
    if isinstance(error, OSError) and error.strerror:
        where = f"{error.filename}: " if error.filename else ""
        return f"{where}{error.strerror}; mend that and run the command again", COULD_NOT_RUN
    if isinstance(error, MemoryError):
        return "this machine has too little memory free for that; give less at a time", COULD_NOT_RUN
    first = next(iter(str(error).splitlines()), "")
    fault = f"{type(error).__name__}: {first}" if first else type(error).__name__
    return (
        f"a fault in kg itself ({fault}); run it again as 'kg --debug ...' and report what it prints",
        COULD_NOT_RUN,
    )
