"""The help of commands in another language: every text of theirs goes through a function."""

from __future__ import annotations

import re
from collections.abc import Callable
from copy import copy
from inspect import cleandoc

import click

#: What click's help leaves as it is: no line of the paragraph is joined to the one before.
_AS_IT_IS = "\b"
_BLANK_LINES = re.compile(r"\n\s*\n")


def spoken(command: click.Command, ctx: click.Context, say: Callable[[str], str]) -> click.Command:
    """A copy of a command, and of those below it, with all that its help says."""
    said = copy(command)
    said._help_option = None  # click keeps the one that it made, in the language of that moment
    said.help = text(command.help, say)
    said.short_help = text(command.short_help, say)
    said.epilog = text(command.epilog, say)
    said.options_metavar = say(command.options_metavar) if command.options_metavar else None
    said.params = [_parameter(param, say) for param in command.params]
    if isinstance(command, click.Group) and isinstance(said, click.Group):
        below = {name: command.get_command(ctx, name) for name in command.list_commands(ctx)}
        said.commands = {name: spoken(one, ctx, say) for name, one in below.items() if one is not None}
    return said


def _parameter(param: click.Parameter, say: Callable[[str], str]) -> click.Parameter:
    if not isinstance(param, click.Option):
        return param
    said = copy(param)
    said.help = text(param.help, say)
    return said


def text(english: str | None, say: Callable[[str], str]) -> str | None:
    """A text, paragraph by paragraph, each in one piece; of one that is left as it is, the lines that are no commands."""
    if not english:
        return english
    return "\n\n".join(_paragraph(paragraph, say) for paragraph in _BLANK_LINES.split(cleandoc(english).partition("\f")[0]))


def _paragraph(paragraph: str, say: Callable[[str], str]) -> str:
    if not paragraph.startswith(_AS_IT_IS):
        return say(" ".join(paragraph.split()))
    return "\n".join(
        line if not line.strip() or line.startswith((" ", _AS_IT_IS)) else say(line) for line in paragraph.splitlines()
    )
