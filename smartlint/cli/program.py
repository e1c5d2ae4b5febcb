"""The program as click runs it: the commands, each imported when it is called, and what is said where one fails."""

from __future__ import annotations

import os
from collections.abc import Sequence
from importlib import import_module

import click

from smartlint import __version__
from smartlint.cli.context import Frame, framed
from smartlint.cli.ending import told_to_end
from smartlint.cli.frame import locale_language, say, speaking

#: What a shell sets when it asks what may follow.
_COMPLETE = "_SMARTLINT_COMPLETE"
COMMANDS = (
    "check", "format", "convert", "ask", "inspect", "why", "rules", "rule",
    "config", "policy", "review", "graph", "new", "lsp", "clean",
)  # fmt: skip


class _Commands(click.Group):
    """Finds a command in the module that is named after it."""

    context_class = Frame

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name in self.commands:
            return self.commands[cmd_name]
        if cmd_name not in COMMANDS and ctx.resilient_parsing:
            return None  # a line that is not finished yet
        if cmd_name not in COMMANDS:
            from difflib import get_close_matches  # here: mistakes are rare

            near = get_close_matches(cmd_name, COMMANDS, 1)
            hint = say(" Did you mean {words}?", words=near[0]) if near else ""
            ctx.fail(say("No such command: {name}.", name=cmd_name) + hint)
        command = import_module(f"smartlint.cli.{cmd_name}").command
        assert isinstance(command, click.Command)
        if _COMPLETE in os.environ:
            from smartlint.cli.completion import completed

            command = completed(command)
        return framed(command)


@click.command(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="""Example: smartlint check goals/

Completion with Tab: add the line `eval "$(_SMARTLINT_COMPLETE=bash_source smartlint)"` to ~/.bashrc, the same with zsh_source
to ~/.zshrc, or `_SMARTLINT_COMPLETE=fish_source smartlint | source` to ~/.config/fish/config.fish.""",
)
@click.version_option(__version__, prog_name="smartlint", message="%(prog)s %(version)s")
def smartlint() -> None:
    """A linter for goals written as plain text, in English, Norwegian, Swedish and Danish."""


def run(arguments: Sequence[str]) -> int:
    """Runs a command; gives the exit status, which is 2 for whatever is neither success nor a finding."""
    if _COMPLETE in os.environ:
        import_module("smartlint.cli.completion")  # which knows how bash asks
    with speaking(arguments), told_to_end():
        return _run(arguments)


def _run(arguments: Sequence[str]) -> int:
    """Runs a command and says what went wrong; gives the exit status."""
    try:
        return smartlint.main(list(arguments), prog_name="smartlint", standalone_mode=False) or 0
    except Exception as error:
        return told(error)


def told(error: BaseException) -> int:
    """Says what ended a command; gives the exit status."""
    if isinstance(error, (click.Abort, KeyboardInterrupt)):
        return _failed(say("Interrupted: nothing more was written."))
    if isinstance(error, click.ClickException):
        error.show()
        return error.exit_code
    if isinstance(error, OSError):
        from smartlint.system_errors import cause

        reason = cause(error).spoken(locale_language())
        return _failed(f"{error.filename}: {reason}" if error.filename else reason)
    from traceback import print_exception  # here, because it takes longer than to start

    print_exception(error)
    return _failed(say("This is a fault in smartlint, not in your goals. Please report it with the text above."))


def _failed(why: str) -> int:
    """Says why a command could not do what it was asked for; gives the exit status."""
    error = click.ClickException(why)
    error.show()
    return 2
