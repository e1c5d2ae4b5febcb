"""What the command line says of itself, found where it is said: the help of every command, and click's own sentences."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import click

from smartlint.cli.program import smartlint
from smartlint.cli.spoken import spoken

#: The modules of click that speak to a user, and the functions that they say it by.
_SPEAKING = ("core", "exceptions", "types", "parser", "formatting", "decorators")
_SAYING = {"_": 1, "ngettext": 2}
#: What click raises for those who write commands.
_FOR_DEVELOPERS = {"TypeError", "ValueError"}


def helps() -> dict[str, str]:
    """Each text of help, with a command that says it."""
    found: dict[str, str] = {}

    def walk(command: click.Command, ctx: click.Context) -> None:
        if isinstance(command, click.Group):
            for name in command.list_commands(ctx):
                below = command.get_command(ctx, name)
                assert below is not None
                walk(below, click.Context(below, info_name=name, parent=ctx))
        spoken(command, ctx, lambda text: text if found.setdefault(text, ctx.command_path) else "")

    walk(smartlint, click.Context(smartlint, info_name="smartlint"))
    return found


def sentences() -> set[str]:
    """What click itself says to a user."""
    return {text for name in _SPEAKING for text in _said(ast.parse((Path(click.__file__).parent / f"{name}.py").read_bytes()))}


def _said(tree: ast.AST) -> Iterator[str]:
    if isinstance(tree, ast.Raise) and isinstance(tree.exc, ast.Call) and getattr(tree.exc.func, "id", "") in _FOR_DEVELOPERS:
        return
    if isinstance(tree, ast.Call) and isinstance(tree.func, ast.Name):
        said = tree.args[: _SAYING.get(tree.func.id, 0)]
        yield from (text.value for text in said if isinstance(text, ast.Constant) and isinstance(text.value, str))
    for below in ast.iter_child_nodes(tree):
        yield from _said(below)
