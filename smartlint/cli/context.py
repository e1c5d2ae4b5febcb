"""What click runs a command in."""

from __future__ import annotations

import click

from smartlint.cli.frame import locale_language
from smartlint.translation import translate


class Frame(click.Context):
    """What a command runs in: its help is in the reader's language."""

    def get_help(self) -> str:
        language = locale_language()
        if language == "en":
            return super().get_help()
        return self._spoken(language).get_help(self)

    def get_usage(self) -> str:
        language = locale_language()
        return super().get_usage() if language == "en" else self._spoken(language).get_usage(self)

    def _spoken(self, language: str) -> click.Command:
        from smartlint.cli.spoken import spoken

        return spoken(self.command, self, lambda text: translate(text, language))


def framed(command: click.Command) -> click.Command:
    """A command that runs in a ``Frame``, and so do those below it."""
    command.context_class = Frame
    if isinstance(command, click.Group):
        for below in command.commands.values():
            framed(below)
    return command
