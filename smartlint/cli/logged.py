"""The option ``--decision-log``, for the commands that judge goals."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from smartlint.cli.frame import say
from smartlint.system_errors import cause

if TYPE_CHECKING:
    from smartlint.configuration.configurations import Configurations
    from smartlint.files import File
    from smartlint.finding import Result
    from smartlint.reporters import Look

_Command = TypeVar("_Command", bound=Callable[..., Any])
_NAME = "--decision-log"


def decision_log(command: _Command) -> _Command:
    """The option: where the line of the run is added to."""
    text = "Add a line of JSON to this file that says what was decided, by what and for whom."
    path = click.Path(dir_okay=False, path_type=Path)
    return click.option(_NAME, type=path, callback=_writable, metavar="FILE", help=text)(command)


def _writable(ctx: click.Context, param: click.Parameter, value: Path | None) -> Path | None:
    """Ends the command before anything is judged where the log cannot be written to."""
    if value is not None:
        from smartlint.decision_log import must_be_writable

        try:
            must_be_writable(value)
        except OSError as error:
            raise _refusal(value, error) from None
    return value


def logged(
    path: Path, result: Result, configurations: Configurations, files: Iterable[File], look: Look, **run: Any
) -> click.ClickException | None:
    """Writes the line of a run; if it cannot be written, gives what is to be said at the end, when all the rest is."""
    from smartlint.decision_log import append, entry

    try:
        append(path, entry(result, configurations, files, look, **run))
    except OSError as error:
        return _refusal(path, error)
    return None


def _refusal(path: Path, error: OSError) -> click.ClickException:
    reason = cause(error)
    return click.BadParameter(say("{file} cannot be written: {reason}.", file=path, reason=reason), param_hint=_NAME)
