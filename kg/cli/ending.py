"""How a run ends: every error becomes one line on stderr and a documented exit code."""

from __future__ import annotations

import signal
import threading
import traceback
from types import FrameType, TracebackType
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

    With ``debug`` the traceback comes before the line. A library may swallow an interrupt (rdflib's SPARQL engine
    catches everything here and there): the run then goes on, and still ends as interrupted.
    """

    def __init__(self, *, debug: bool = False) -> None:
        self.debug = debug
        self.code = 0
        self._interrupted = self._watches = False

    def __enter__(self) -> Self:
        main = threading.current_thread() is threading.main_thread()
        self._watches = main and signal.getsignal(signal.SIGINT) is signal.default_int_handler
        if self._watches:
            signal.signal(signal.SIGINT, self._interrupt)
        return self

    def _interrupt(self, number: int, frame: FrameType | None) -> None:
        self._interrupted = True
        signal.default_int_handler(number, frame)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        if self._watches:
            signal.signal(signal.SIGINT, signal.default_int_handler)
        if error is None and self._interrupted:
            error = KeyboardInterrupt()
        if error is None:
            return True
        if isinstance(error, SystemExit):
            return False
        if self.debug:
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
