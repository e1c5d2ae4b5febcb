"""What an editor sends, read as it comes; it can be told whether a message has begun that nobody has dealt with yet."""

from __future__ import annotations

import asyncio
import re
from collections import deque
from concurrent.futures import Executor
from typing import BinaryIO

_LENGTH = re.compile(rb"Content-Length: (\d+)\r\n")


class Incoming:
    """A stream of messages: lines of a head, and a body as long as the head says.

    A message is read as a whole in a thread of the executor: to change threads for each line takes longer than to read it.
    Whoever reads on after a body has dealt with its message.
    """

    def __init__(self, stream: BinaryIO, executor: Executor | None = None) -> None:
        self._stream = stream
        self._executor = executor
        self._ahead: deque[bytes] = deque()
        self.has_begun = False

    async def readline(self) -> bytes:
        if not self._ahead:
            self.has_begun = False
            loop = asyncio.get_running_loop()
            self._ahead += await loop.run_in_executor(self._executor, self._message)
        return self._ahead.popleft()

    async def readexactly(self, size: int) -> bytes:
        if self._ahead:
            return self._ahead.popleft()
        return await asyncio.get_running_loop().run_in_executor(self._executor, self._stream.read, size)

    def _message(self) -> list[bytes]:
        """The next line; from one that tells how long the body is on, the rest of the message as well."""
        line = self._stream.readline()
        self.has_begun = bool(line)
        found = [line]
        length = _LENGTH.fullmatch(line)
        if length is not None:
            while found[-1].strip():
                found.append(self._stream.readline())
            if found[-1] and int(length[1]):
                found.append(self._stream.read(int(length[1])))
        return found
