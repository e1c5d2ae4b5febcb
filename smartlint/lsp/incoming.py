"""What an editor sends, read as it comes; it can be told whether a message has begun that is not read yet."""

from __future__ import annotations

from typing import BinaryIO


class Incoming:
    """A stream of messages: lines of a head, and a body as long as the head says."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.has_begun = False

    def readline(self) -> bytes:
        line = self._stream.readline()
        self.has_begun = bool(line)
        return line

    def read(self, size: int) -> bytes:
        body = self._stream.read(size)
        self.has_begun = False
        return body
