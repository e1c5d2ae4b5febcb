"""The command line: a module for each command, imported when it is called."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from difflib import get_close_matches
from importlib import import_module
from typing import NoReturn

import click

from smartlint import __version__

COMMANDS = ("check", "inspect", "rules", "rule", "config", "policy", "new")
#: What a shell says of a program that was stopped by Ctrl-C.
INTERRUPTED = 130


class _Commands(click.Group):
    """Finds a command in the module that is named after it."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            near = get_close_matches(cmd_name, COMMANDS, 1)
            hint = f" Did you mean {near[0]}?" if near else ""
            ctx.fail(f"No such command: {cmd_name}.{hint}")
        command = import_module(f"smartlint.cli.{cmd_name}").command
        assert isinstance(command, click.Command)
        return command


@click.command(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Example: smartlint check goals/",
)
@click.version_option(__version__, prog_name="smartlint", message="%(prog)s %(version)s")
def smartlint() -> None:
    """A linter for goals written as plain text, in English, Norwegian, Swedish and Danish."""


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Runs the command line and ends the process: with 2 for whatever is neither success nor a finding."""
    try:
        status = smartlint.main(arguments, prog_name="smartlint", standalone_mode=False) or 0
    except click.Abort:
        status = INTERRUPTED
    except click.ClickException as error:
        error.show()
        status = error.exit_code
    except OSError as error:
        click.echo(f"Error: {error}", err=True)
        status = 2
    except Exception:
        from traceback import print_exc  # here, because it takes longer than to start

        print_exc()
        click.echo("This is a fault in smartlint, not in your goals. Please report it with the text above.", err=True)
        status = 2
    sys.exit(status)
