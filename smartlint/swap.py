"""Bytes that are laid aside while a run goes on: the first ones in memory, more in a temporary file."""

from __future__ import annotations

import weakref
from contextlib import suppress
from typing import IO

from smartlint.record import NamedTuple

#: So many bytes are kept in memory, before a file is made for them.
_IN_MEMORY = 1 << 20


class Slot(NamedTuple):
    """Where bytes lie, and how many."""

    start: int
    size: int


class Swap:
    """Takes bytes and gives them back. Its file goes when nobody needs it any more."""

    def __init__(self) -> None:
        self._file: IO[bytes] | None = None
        self._end = 0

    def put(self, data: bytes) -> Slot:
        self._open().seek(self._end)
        self._open().write(data)
        self._end += len(data)
        return Slot(self._end - len(data), len(data))

    def get(self, slot: Slot) -> bytes:
        self._open().seek(slot.start)
        return self._open().read(slot.size)

    def _open(self) -> IO[bytes]:
        if self._file is None:
            from tempfile import SpooledTemporaryFile  # here: most runs have few files

            self._file = SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115 - it is closed when the swap goes
            weakref.finalize(self, _close, self._file)
        return self._file


def _close(file: IO[bytes]) -> None:
    """Closes a file that nobody needs any more, even one that its disk has no room for."""
    with suppress(OSError):
        file.close()
