"""Bytes that are laid aside while a run goes on: the first ones in memory, more in a temporary file."""

from __future__ import annotations

import weakref
from contextlib import suppress
from typing import IO

#: So many bytes are kept in memory, before a file is made for them.
_IN_MEMORY = 1 << 20
#: So many bytes say how many follow: what is known of each piece is one number.
_LENGTH = 8


class Swap:
    """Takes bytes and gives them back, by the place where they lie. Its file goes when nobody needs it any more."""

    def __init__(self) -> None:
        self._file: IO[bytes] | None = None
        self._end = 0

    def put(self, data: bytes) -> int:
        file, start = self._open(), self._end
        file.seek(start)
        file.write(len(data).to_bytes(_LENGTH, "big"))
        file.write(data)
        self._end = start + _LENGTH + len(data)
        return start

    def get(self, start: int) -> bytes:
        file = self._open()
        file.seek(start)
        return file.read(int.from_bytes(file.read(_LENGTH), "big"))

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
