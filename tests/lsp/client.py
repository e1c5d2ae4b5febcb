"""A small editor: speaks the protocol with a server, one message after another."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from queue import Empty, Queue
from time import perf_counter
from typing import Any, BinaryIO

from smartlint.configuration.configurations import Configurations
from smartlint.lsp.features import register
from smartlint.lsp.server import Server

ROOT = Path(__file__).resolve().parents[2]
#: So long an answer may take: seconds.
PATIENCE = 60.0


@contextmanager
def within(folder: Path) -> Iterator[Client]:
    """An editor whose server runs in this process: it starts at once."""
    (reads, sends), (hears, says) = os.pipe(), os.pipe()
    server = register(Server(Configurations, lambda rule, language: rule.code, today=date(2026, 2, 1)))
    # the end that is listened at is closed last: while somebody waits at it, it cannot be
    with open(hears, "rb") as output, open(reads, "rb") as stdin, open(says, "wb") as stdout:  # noqa: PTH123 - pipes
        run = threading.Thread(target=server.start_io, args=(stdin, stdout), daemon=True)
        run.start()
        with open(sends, "wb") as keys:  # noqa: PTH123
            yield Client(folder, keys, output)
        run.join(PATIENCE)


@contextmanager
def process(folder: Path, *arguments: str) -> Iterator[Client]:
    """An editor that has started the command."""
    paths = os.pathsep.join(str(ROOT / part) for part in (".", "grammar", "rules"))
    command = [sys.executable, "-m", "smartlint", "lsp", "--today", "2026-02-01", *arguments]
    environment = {**os.environ, "PYTHONPATH": paths, "LANGUAGE": "en"}
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, cwd=folder, env=environment) as run:
        assert run.stdin is not None
        assert run.stdout is not None
        client = Client(folder, run.stdin, run.stdout, run.pid)
        try:
            yield client
            run.wait(PATIENCE)
            client.status = run.returncode
        finally:
            run.kill()


class Client:
    """An editor in a folder."""

    def __init__(self, folder: Path, keys: BinaryIO | Any, output: BinaryIO | Any, pid: int | None = None) -> None:
        self.folder = folder
        self.said: list[dict[str, Any]] = []
        self.status: int | None = None
        self._keys, self._output = keys, output
        self.pid = pid
        self.sent = self.came = 0.0  # when the last message went out, and when the last one had come in
        self._came: Queue[dict[str, Any]] = Queue()
        self._number = 0
        threading.Thread(target=self._listen, daemon=True).start()

    @property
    def worked(self) -> float:
        """So many seconds the server's process has been on a processor, where the system tells."""
        tasks = Path(f"/proc/{self.pid}/task").glob("*/schedstat")
        return sum(int(task.read_text().split()[0]) for task in tasks) / 1e9

    # --- messages -----------------------------------------------------------------------------------------------------

    def _listen(self) -> None:
        try:
            while head := self._output.readline():
                length = int(head.partition(b":")[2]) if head.lower().startswith(b"content-length") else 0
                while head.strip():
                    head = self._output.readline()
                body = self._output.read(length)
                self.came = perf_counter()
                self._came.put(json.loads(body))
        except (ValueError, OSError):
            return  # the stream was closed

    def raw(self, data: bytes) -> None:
        """Sends bytes as they are."""
        self.sent = perf_counter()
        self._keys.write(data)
        self._keys.flush()

    @staticmethod
    def asking(number: int, method: str, params: Any = None) -> bytes:
        """What is sent for a request."""
        return _bytes({"id": number, "method": method, "params": params})

    @staticmethod
    def telling(method: str, params: Any = None) -> bytes:
        """What is sent for a notification."""
        return _bytes({"method": method, "params": params})

    def send(self, message: dict[str, Any]) -> None:
        self.raw(_bytes(message))

    def notify(self, method: str, params: Any = None) -> None:
        self.raw(self.telling(method, params))

    def ask(self, method: str, params: Any = None) -> Any:
        """The result of a request."""
        answer = self.answer(method, params)
        assert "error" not in answer, answer["error"]
        return answer["result"]

    def answer(self, method: str, params: Any = None) -> dict[str, Any]:
        self._number += 1
        self.raw(self.asking(self._number, method, params))
        return self.answered(self._number)

    def answered(self, number: int) -> dict[str, Any]:
        """The answer to a request that was sent."""
        return self._next(lambda message: message.get("id") == number and "method" not in message)

    def hears(self, method: str) -> Any:
        """What the server says next of its own accord by this method."""
        return self._next(lambda message: message.get("method") == method)["params"]

    def _next(self, wanted: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        for message in self.said:
            if wanted(message):
                self.said.remove(message)
                return message
        while True:
            try:
                message = self._came.get(timeout=PATIENCE)
            except Empty:
                raise AssertionError(f"nothing came but {self.said}") from None
            if "id" in message and "method" in message:
                self.send({"id": message["id"], "result": None})
            if wanted(message):
                return message
            self.said.append(message)

    def ends(self) -> None:
        """Asks it to end."""
        self.ask("shutdown")
        self.notify("exit")

    # --- an editor's life -----------------------------------------------------------------------------------------------

    def begin(self, *, locale: str = "en", options: Any = None, folder: bool = True, **capabilities: Any) -> Any:
        """Starts the session and gives the server's capabilities."""
        params = {
            "processId": None,
            "rootUri": self.folder.as_uri() if folder else None,
            "workspaceFolders": [{"uri": self.folder.as_uri(), "name": "goals"}] if folder else None,
            "locale": locale,
            "initializationOptions": options,
            "capabilities": capabilities,
        }
        able = self.ask("initialize", params)["capabilities"]
        self.notify("initialized", {})
        return able

    def uri(self, name: str) -> str:
        return (self.folder / name).as_uri()

    def about(self, name: str, **more: Any) -> dict[str, Any]:
        return {"textDocument": {"uri": self.uri(name)}, **more}

    def opens(self, name: str, text: str | None = None) -> None:
        text = text if text is not None else (self.folder / name).read_text("utf-8")
        one = {"uri": self.uri(name), "languageId": "goals", "version": 1, "text": text}
        self.notify("textDocument/didOpen", {"textDocument": one})

    def types(self, name: str, text: str, version: int) -> None:
        self.raw(self.typing(name, text, version))

    def typing(self, name: str, text: str, version: int) -> bytes:
        """What is sent when a key was hit."""
        one = {"uri": self.uri(name), "version": version}
        params = {"textDocument": one, "contentChanges": [{"text": text}]}
        return self.telling("textDocument/didChange", params)

    def shown(self, name: str, version: int | None = None) -> list[dict[str, Any]]:
        """The findings that are sent of a file, the next time that any are, or the next time of a version."""
        while True:
            sent = self.hears("textDocument/publishDiagnostics")
            if sent["uri"] == self.uri(name) and version in (None, sent.get("version")):
                return list(sent["diagnostics"])

    def at(self, name: str, line: int, character: int) -> dict[str, Any]:
        return self.about(name, position={"line": line, "character": character})


def _bytes(message: dict[str, Any]) -> bytes:
    body = json.dumps({"jsonrpc": "2.0", **message}).encode()
    return b"Content-Length: %d\r\n\r\n" % len(body) + body
