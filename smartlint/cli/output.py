"""Writing to the terminal or a pipe: whether in colour, how wide, and what if nobody listens any more."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable
from typing import TextIO

#: How wide text may be where there is no terminal to ask.
PIPED = 200
_CHUNK = 1 << 16


def write(pieces: Iterable[str], *, encoding: str = "") -> None:
    """Writes to standard output. Who closed the pipe (``| head``) has seen enough: that is no error.

    What the output's encoding lacks is written as ``?``; with an ``encoding`` it is that one, whatever the terminal's.
    """
    stream = sys.stdout
    try:
        held: list[str] = []
        size = 0
        for piece in pieces:
            held.append(piece)
            size += len(piece)
            if size > _CHUNK:
                _put(stream, "".join(held), encoding)
                held, size = [], 0
        _put(stream, "".join(held), encoding)
        stream.flush()
    except BrokenPipeError:
        # Python flushes once more when it ends, and would complain then
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _put(stream: TextIO, text: str, encoding: str) -> None:
    data = text.encode(encoding or stream.encoding or "utf-8", "replace")
    stream.buffer.write(data)


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
    return shutil.get_terminal_size((PIPED, 24)).columns if stream.isatty() else PIPED
