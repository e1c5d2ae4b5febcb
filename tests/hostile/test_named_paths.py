"""Whatever an option or argument names, there is an answer: no command waits for a pipe, reads without end or breaks down."""

from __future__ import annotations

import os
import re
import socket
from collections.abc import Iterator, Sequence
from pathlib import Path

import click
import pytest

from smartlint.cli.program import smartlint
from tests.cli.samples import GOOD
from tests.hostile.limited import answers

#: Names of what is no ordinary file, or none that anybody may read: what is asked for in text, and what speaks of files.
_ENDINGS = (".goals", ".json", ".toml")
NO_WORDS = ("pipe", "")
NO_FILES = (
    *NO_WORDS,
    *(f"{name}{ending}" for name in ("pipe", "folder", "zero") for ending in _ENDINGS),
    *("folder", "socket", "circle", "a.goals/x", "missing/x", "x" * 300, "."),
    *("/dev/zero", "/dev/full", "/proc/self/mem"),
)
#: So many of these are named beside each flag too.
_BESIDE = 2
#: What is required beside, by what it is called, and what waits on purpose.
_WAITING = ("--watch",)
_REQUIRED = {"CODE|NAME": "OWN001", "FILE:LINE": "a.goals:4", "EXPR": "true"}


def _commands(command: click.Command = smartlint, *names: str) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Every command, by the words that call it."""
    if not isinstance(command, click.Group):
        yield names, command
        return
    context = click.Context(command)
    for name in command.list_commands(context):
        below = command.get_command(context, name)
        assert below is not None
        yield from _commands(below, *names, name)


COMMANDS = {" ".join(names): command for names, command in _commands()}


def _paths(param: click.Parameter) -> Sequence[str]:
    """What a parameter is given."""
    if not isinstance(param.type, click.Path | click.types.StringParamType) or getattr(param, "is_flag", False):
        return ()
    speaks = re.search("FILE|PATH|DIR|FOLDER", f"{param.metavar} {param.name}".upper())
    return NO_FILES if speaks else NO_WORDS


def _value(param: click.Parameter, path: str) -> str:
    """A path as it is given to a parameter: `--report FORMAT=FILE` is given `json=path`."""
    forms = (param.metavar or "FILE").strip("[].").split("|")
    form = next((form for form in forms if "FILE" in form), "FILE")
    return form.removesuffix(".json").replace("FILE", path).replace("FORMAT", "json").replace("LINE", "1").replace("ID", "G1")


def _calls(command: click.Command) -> Iterator[list[str]]:
    """The arguments with which each parameter is given each path, alone and beside each flag."""
    flags = [one.opts[-1] for one in command.params if getattr(one, "is_flag", False)]
    for param in command.params:
        paths = _paths(param)
        for path in paths:
            yield _called(command, param, path)
        for path in paths[len(NO_WORDS) :][:_BESIDE]:
            yield from ([flag, *_called(command, param, path, "plan.md")] for flag in flags if flag not in _WAITING)


def _called(command: click.Command, param: click.Parameter, path: str, file: str = "a.goals") -> list[str]:
    called = []
    for one in command.params:
        if one is param:
            value = _value(one, path)
            called.append(f"{max(one.opts, key=len)}={value}" if isinstance(one, click.Option) else value)
        elif one.required:
            called.append(_REQUIRED.get(one.metavar or "", file))
        elif one.opts == ["--to"]:
            called.append("--to=goals")
    return called


@pytest.fixture
def place(folder: Path) -> Path:
    (folder / "a.goals").write_text(GOOD, "utf-8")
    (folder / "plan.md").write_text("# Goals\n\n- Sell 40 cakes a day\n", "utf-8")
    (folder / "circle").symlink_to("circle")
    for ending in ("", *_ENDINGS):
        (folder / f"folder{ending}").mkdir()
        os.mkfifo(folder / f"pipe{ending}")
        (folder / f"zero{ending}").symlink_to("/dev/zero")
    with socket.socket(socket.AF_UNIX) as one:
        one.bind("socket")
    return folder


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.timeout(300)
def test_it_is_answered_whatever_is_named(name: str, place: Path) -> None:
    calls = [[*name.split(), *arguments] for arguments in _calls(COMMANDS[name])]
    for answer in answers(calls, seconds=10, megabytes=600):
        assert not answer.broken, answer
        assert answer.status in (0, 1, 2), answer
        assert answer.said.strip() or answer.status != 2, answer
    assert (place / "a.goals").read_text("utf-8") == GOOD
    assert (place / "pipe").is_fifo()
    assert (place / "socket").is_socket()
