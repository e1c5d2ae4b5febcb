"""Writing to the terminal or a pipe: whether in colour, how wide, and what if nobody listens any more."""

from __future__ import annotations

import codecs
import os
import re
import sys
from collections.abc import Iterable
from contextlib import suppress
from typing import TextIO

from smartlint.cli.frame import say
from smartlint.pattern import compile_late
from smartlint.system_errors import cause

#: How wide text may be where there is no terminal to ask.
PIPED = 200
_CHUNK = 1 << 16
#: Halves of signs, which stand for nothing by themselves.
_HALVES = compile_late("[\ud800-\udfff]")


def write(pieces: Iterable[str], *, encoding: str = "") -> None:
    """Writes to standard output; what its encoding lacks becomes ``?``.

    With an ``encoding`` it is that one, whatever the terminal's: such a text is for a program, which must have all of it.
    Who reads along and closes the pipe (``| head``) has seen enough: that is no error. Raises ``CannotWrite``.
    """
    stream = sys.stdout
    try:
        held: list[str] = []
        size = 0
        for piece in pieces:
            held.append(piece)
            size += len(piece)
            if size > _CHUNK:
                stream.buffer.write(encoded("".join(held), encoding or stream.encoding))
                held, size = [], 0
        stream.buffer.write(encoded("".join(held), encoding or stream.encoding))
        stream.flush()
    except OSError as error:
        give_up(stream)
        if encoding or not isinstance(error, BrokenPipeError):
            from smartlint.cli.refusing import CannotWrite  # here: it needs click, and what is printed mostly can be

            reason = cause(error)
            raise CannotWrite(say("Not everything could be printed: {reason}.", reason=reason)) from None


def pass_on(data: bytes) -> None:
    """Writes the bytes of standard input, and what is left there, as they are: a filter must lose nothing it cannot read."""
    with suppress(OSError):
        sys.stdout.buffer.write(data)
        from shutil import copyfileobj  # here, like the next: a program that reads the output needs neither

        copyfileobj(sys.stdin.buffer, sys.stdout.buffer)
        sys.stdout.flush()


def on_github() -> bool:
    """Whether this runs in GitHub Actions."""
    return os.environ.get("GITHUB_ACTIONS") == "true"


def inert(pieces: Iterable[str]) -> Iterable[str]:
    """Text for people; in a CI service, where each line of a log may be a command, without any."""
    if not (on_github() or os.environ.get("TF_BUILD")):
        return pieces
    # at the start of a line, which a lone CR ends too, or wherever it stands
    command = re.compile(r"##(?=\w*\[)|((?:^|\r)(?:\x1b\[[\d;]*m|[^\S\r])*):(?=:)", re.MULTILINE)
    return (command.sub(lambda found: "#\u200b#" if found[1] is None else f"{found[1]}:\u200b", piece) for piece in pieces)


def encoded(text: str, encoding: str = "") -> bytes:
    """A text as bytes, in UTF-8 if nothing else is said; what cannot be written is a sign that says so."""
    try:
        return text.encode(encoding or "utf-8")
    except UnicodeEncodeError:
        if codecs.lookup(encoding or "utf-8").name == "utf-8":
            return _HALVES.sub("\ufffd", text).encode()
        return text.encode(encoding, "replace")


def give_up(stream: TextIO) -> None:
    """Lets nothing more be written: Python flushes once more when it ends, and would complain then."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def in_color(choice: str, stream: TextIO) -> bool:
    """Whether to colour: as chosen, else as ``NO_COLOR`` and ``FORCE_COLOR`` say, else on a terminal that can."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def columns(stream: TextIO) -> int:
    """How wide a line may be."""
    if not stream.isatty():
        return PIPED
    from shutil import get_terminal_size

    return get_terminal_size((PIPED, 24)).columns
