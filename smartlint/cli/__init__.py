"""The command line: a module for each command, imported when it is called."""

from __future__ import annotations

import atexit
import gc
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from typing import Any, NoReturn

import click

from smartlint import __version__
from smartlint.cli.frame import Frame, framed, locale_language, say, speaking
from smartlint.search_path import leave_out_current_folder

#: What is made for a file goes with it: to look for circles as often as usual takes a twentieth of a run, and finds few.
_SELDOM = (50_000, 20, 100)
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


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Runs the command line and ends the process: with 2 for whatever is neither success nor a finding."""
    leave_out_current_folder()
    gc.set_threshold(*_SELDOM)
    atexit.register(gc.freeze)  # what is held then goes with the process: to look for circles takes an eighth of a short run
    _open_what_is_closed()
    if _COMPLETE in os.environ:
        import_module("smartlint.cli.completion")  # which knows how bash asks
    with speaking(sys.argv[1:] if arguments is None else arguments), _told_to_end():
        status = _run(arguments)
    sys.exit(status)


@contextmanager
def _told_to_end() -> Iterator[None]:
    """Makes the signal with which programs are ended an interruption: it is told, and leaves no half of a file behind."""
    signal = _signals()
    try:
        before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    except ValueError:  # not in the main thread
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _signals() -> Any:
    """What ``signal`` makes enumerations of, which takes as long as to read a short file."""
    try:
        return import_module("_signal")
    except ImportError:
        return import_module("signal")


def _open_what_is_closed() -> None:
    """Whoever closed a stream (``>&-``) has nothing to say, or wants to hear nothing of what stands there."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_RDWR), mode, encoding="utf-8"))


def _run(arguments: Sequence[str] | None) -> int:
    """Runs a command and says what went wrong; gives the exit status."""
    try:
        return smartlint.main(arguments, prog_name="smartlint", standalone_mode=False) or 0
    except click.Abort:
        return _failed(say("Interrupted: nothing more was written."))
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except OSError as error:
        from smartlint.system_errors import cause

        reason = cause(error).spoken(locale_language())
        return _failed(f"{error.filename}: {reason}" if error.filename else reason)
    except Exception:
        from traceback import print_exc  # here, because it takes longer than to start

        print_exc()
        return _failed(say("This is a fault in smartlint, not in your goals. Please report it with the text above."))


def _failed(why: str) -> int:
    """Says why a command could not do what it was asked for; gives the exit status."""
    error = click.ClickException(why)
    error.show()
    return 2
