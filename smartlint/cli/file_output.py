"""Files that a command writes: tried before anything else is done, so that no work is lost, and written whole."""

from __future__ import annotations

import os
from collections.abc import Iterable
from errno import EACCES
from pathlib import Path
from typing import TYPE_CHECKING

import click

from smartlint.cli.frame import say
from smartlint.system_errors import cause

if TYPE_CHECKING:
    from smartlint.files import File


def must_be_writable(file: str, option: str) -> None:
    """Ends the command where a file that an option names could not be written, while nothing has been done yet."""
    from tempfile import TemporaryFile

    from smartlint.writing import is_stream

    path = Path(os.path.realpath(file))
    try:
        if path.is_dir():
            raise IsADirectoryError(None, say("it is a folder"))
        if is_stream(Path(file)):  # to open it might wait for a reader, and a pipe has no real path
            if not os.access(file, os.W_OK):
                raise PermissionError(EACCES, os.strerror(EACCES))
            return
        if path.exists():
            with path.open("ab"):
                pass
        with TemporaryFile(dir=path.parent):
            pass
    except FileNotFoundError:
        text = say("{file} cannot be written: there is no folder {folder}.", file=file, folder=str(path.parent))
        raise click.BadParameter(text, param_hint=option) from None
    except OSError as error:
        raise click.BadParameter(refusal(file, error), param_hint=option) from None


def refusal(file: str, error: OSError) -> str:
    """That a file cannot be written, and why."""
    return say("{file} cannot be written: {reason}.", file=file, reason=cause(error))


def must_spare(written: Iterable[tuple[str, str]], files: Iterable[File]) -> None:
    """Ends the command where an option names a file to write that is one of those to check."""
    goals = {os.path.realpath(file.place) for file in files if file.place is not None}
    for option, name in written:
        if os.path.realpath(name) in goals:
            text = say("{file} is one of the files to check: write to another one, or leave it out with `exclude`.", file=name)
            raise click.BadParameter(text, param_hint=option)


def put(file: str, data: bytes) -> str:
    """Writes a file; says why it could not be written, if so."""
    from smartlint.writing import write_atomically

    try:
        write_atomically(Path(file), data)
    except OSError as error:
        return refusal(file, error)
    return ""
