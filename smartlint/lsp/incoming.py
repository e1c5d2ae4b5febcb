"""What an editor sends, read as it comes; it can be told whether a message has begun that nobody has dealt with yet."""

from __future__ import annotations

from typing import BinaryIO


class Incoming:
    """A stream of messages: lines of a head, and a body as long as the head says.

    Whoever reads on after a body has dealt with its message.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._is_read = False
        self.has_begun = False

    def readline(self) -> bytes:
        if self._is_read:
            self._is_read = self.has_begun = False
        line = self._stream.readline()
        self.has_begun = bool(line)
        return line

    def read(self, size: int) -> bytes:
        body = self._stream.read(size)
        self._is_read = True
        return body
