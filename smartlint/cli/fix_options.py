"""The options of ``smartlint check`` about fixes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from smartlint.record import dataclass

_Command = TypeVar("_Command", bound=Callable[..., Any])

_FLAGS = {
    "--fix": "Mend what can be mended without changing what is meant, and show what is left.",
    "--unsafe-fixes": "Mend what may change what is meant, too.",
    "--fix-only": "Mend, and show only what policies bind to; the exit status is 1 if there is any.",
    "--diff": "Show what would be mended and what policies bind to, and write nothing; exit with 1 if there is anything.",
    "--show-fixes": "List what was mended, and why the rest was not.",
    "--exit-non-zero-on-fix": "Exit with 1 if anything was mended.",
}


@dataclass(frozen=True)
class FixOptions:
    """What was asked for about fixes, and how it is to be shown; the fields are named after the options."""

    fix: bool
    unsafe_fixes: bool
    fix_only: bool
    diff: bool
    show_fixes: bool
    exit_non_zero_on_fix: bool
    exit_zero: bool
    color: str
    quiet: bool

    @property
    def mends(self) -> bool:
        """Whether anything is to be mended, or shown as if."""
        return self.fix or self.fix_only or self.diff

    @property
    def idle(self) -> str:
        """An option that says how to mend where nothing is to be mended, "" if there is none."""
        given = {
            "--unsafe-fixes": self.unsafe_fixes,
            "--show-fixes": self.show_fixes,
            "--exit-non-zero-on-fix": self.exit_non_zero_on_fix,
        }
        return next((option for option, is_given in given.items() if is_given and not self.mends), "")

    @property
    def reports(self) -> bool:
        """Whether what is found is shown."""
        return not (self.fix_only or self.diff)


def fixes(command: _Command) -> _Command:
    """The options, in the order in which they are listed."""
    for flag, text in reversed(_FLAGS.items()):
        command = click.option(flag, is_flag=True, help=text)(command)
    return command
