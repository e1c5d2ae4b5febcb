"""What ends a command that could not do all that it was asked for: its exit status is 2."""

from __future__ import annotations

import click


class CannotWrite(click.ClickException):
    """What it had to say could not be written."""

    exit_code = 2


class Impossible(click.ClickException):
    """The files cannot be judged there."""

    exit_code = 2
