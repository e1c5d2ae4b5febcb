from __future__ import annotations

from io import BytesIO
from typing import BinaryIO, cast

from smartlint.lsp.incoming import Incoming


class Watched:
    """A stream that remembers what could be told of messages while somebody waited at it."""

    def __init__(self, data: bytes) -> None:
        self._stream = BytesIO(data)
        self.incoming = Incoming(cast("BinaryIO", self))
        self.waited: list[bool] = []

    def readline(self) -> bytes:
        self.waited.append(self.incoming.has_begun)
        return self._stream.readline()

    def read(self, size: int) -> bytes:
        self.waited.append(self.incoming.has_begun)
        return self._stream.read(size)


def test_a_message_has_begun_until_somebody_reads_on() -> None:
    watched = Watched(b"Content-Length: 2\r\n\r\n{}")
    incoming = watched.incoming
    seen = [(b"", incoming.has_begun)]
    reads = (incoming.readline, incoming.readline, lambda: incoming.read(2), incoming.readline)
    seen += [(read(), incoming.has_begun) for read in reads]
    assert seen == [(b"", False), (b"Content-Length: 2\r\n", True), (b"\r\n", True), (b"{}", True), (b"", False)]
    assert watched.waited == [False, True, True, False]
