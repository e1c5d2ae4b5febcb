from __future__ import annotations

import asyncio
from io import BytesIO
from typing import BinaryIO, cast

import pytest

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

    async def read() -> list[tuple[bytes, bool]]:
        reading = (incoming.readline(), incoming.readline(), incoming.readexactly(2), incoming.readline())
        return [(b"", incoming.has_begun), *[(await read, incoming.has_begun) for read in reading]]

    seen = asyncio.run(read())
    assert seen == [(b"", False), (b"Content-Length: 2\r\n", True), (b"\r\n", True), (b"{}", True), (b"", False)]
    assert watched.waited == [False, True, True, False]


@pytest.mark.parametrize(
    "data",
    [
        b"Content-Length: 3\r\nContent-Type: x\r\n\r\nabcContent-Length: 1\r\n\r\nz",
        b"Content-Type: x\r\nContent-Length: 3\r\n\r\nabc",
        b"what is this\r\n\r\nContent-Length: 3\r\n\r\nabc",
        b"Content-Length: 0\r\n\r\nContent-Length: 3\r\n\r\nabc",
        b"Content-Length: 0\r\nContent-Length: 3\r\n\r\nabc",
        b"Content-Length: 3\r\n",
        b"Content-Length: 3\r\n\r\n",
        b"Content-Length: 3\r\n\r\na",
        b"",
    ],
)
def test_it_gives_what_the_stream_does(data: bytes) -> None:
    async def read() -> list[bytes]:
        incoming = Incoming(BytesIO(data))
        found, length = [], 0
        while line := await incoming.readline():
            found.append(line)
            length = length or (int(line.split()[1]) if line.startswith(b"Content-Length") else 0)
            if length and not line.strip():
                found.append(await incoming.readexactly(length))
                length = 0
        return found

    assert b"".join(asyncio.run(read())) == data
