"""An editor that says anything to the language server: questions and messages with wrong values, and bytes as they are."""

from __future__ import annotations

import asyncio
import json
import logging
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path
from threading import Event
from typing import Any

from pygls.exceptions import JsonRpcInternalError
from pygls.io_ import StdoutWriter, run
from pygls.protocol import default_converter

from smartlint.configuration.configurations import Configurations
from smartlint.lsp.features import register
from smartlint.lsp.server import Server

#: What stands between messages.
PART = b"\xff"
#: The first byte of a message that is sent as it is, and of one that is, but for its head.
_RAW, _BODY = b"\xfe", b"\xfd"
_MOST = 12
#: Values that no place is meant for, and some that one or another is.
_WRONG: tuple[Any, ...] = (
    *(None, True, -1, 0, 2**31, 2**64, 1e308, "", "\ud800", "a" * 3000, [], {}, [None], [[]], {"": None}),
    *(
        "file:///",
        "file://%00",
        "file://a:b/%ff",
        "untitled:1",
        "untitled:/",
        "ftp://x/y",
        "nul\x00",
        "../../x.goals",
        "..",
        "/",
    ),
)
_PLACE = {"line": 3, "character": 4}


class _Watched(Server):
    """A server that keeps in mind where its own code has failed: to the editor it only tells so."""

    failed = ""

    def report_server_error(self, error: Exception, source: Any) -> None:
        told = (error.data or {}).get("traceback", ()) if isinstance(error, JsonRpcInternalError) else ()
        if any("smartlint/lsp" in line for line in told):
            self.failed = "".join(told)


@cache
def _converter() -> Any:
    """What makes messages of JSON: it takes longer to make than all that is said."""
    return default_converter()  # type: ignore[no-untyped-call]


def spoken(data: bytes, text: str) -> None:
    """Has a server take what the bytes say, and show what it finds in the end; ``text`` stands in its files."""
    logging.disable(logging.CRITICAL)
    with _folder(text) as folder:
        server = _Watched(Configurations, lambda rule, language: rule.code, today=date(2026, 2, 1))
        server.protocol._converter = _converter()
        register(server)
        written = BytesIO()
        server.protocol.set_writer(StdoutWriter(written))
        opening = _message("initialize", _params((folder / "a.goals").as_uri(), text), 0), _message("initialized", {})
        asyncio.run(_heard(server, b"".join((*opening, *_messages(data, server, folder, text)))))
        server.shutdown()  # type: ignore[no-untyped-call]
    assert not server.failed, server.failed
    _must_be_messages(written.getvalue())


async def _heard(server: Server, stream: bytes) -> None:
    run(Event(), BytesIO(stream), server.protocol, error_handler=server.report_server_error)
    server.publish()


def _must_be_messages(data: bytes) -> None:
    """All that is written is whole messages."""
    while data:
        head, _, rest = data.partition(b"\r\n\r\n")
        size = int(head.partition(b"Content-Length: ")[2].split(b"\r\n")[0])
        json.loads(rest[:size])
        data = rest[size:]


# --- what is said ---------------------------------------------------------------------------------------------------------


def _messages(data: bytes, server: Server, folder: Path, text: str) -> Iterator[bytes]:
    methods = sorted({*server.protocol.fm.features, *server.protocol.fm.builtin_features} - {"exit", "shutdown"})
    for number, part in enumerate(data.split(PART)[:_MOST], 1):
        if part.startswith(_RAW):
            yield part[1:]
        elif part.startswith(_BODY):
            yield _framed(part[1:])
        elif part:
            method = methods[part[0] % len(methods)]
            named = [folder / name for name in ("a.goals", "b.md", "smartlint.toml", "c.goals")]
            where = named[_at(part, 1) % len(named)].as_uri()
            typed = part[5:].decode("utf-8", "replace") or text
            params = _params(where, typed, _at(part, 2), _at(part, 3))
            _spoil(params, _at(part, 4), part)
            yield _message(method, params, number if _at(part, 4) % 2 == 0 else None)


def _at(part: bytes, number: int) -> int:
    return part[number] if number < len(part) else 0


def _params(where: str, text: str, line: int = 0, character: int = 0) -> dict[str, Any]:
    """All that any message of an editor says."""
    place = {"line": line, "character": character}
    span = {"start": place, "end": {"line": line + character % 5, "character": character}}
    document = {"uri": where, "languageId": "goals", "version": 2, "text": text}
    folder = {"uri": where.rpartition("/")[0], "name": "goals"}
    return {
        "textDocument": document,
        "position": place,
        "positions": [place, _PLACE],
        "range": span,
        "context": {"diagnostics": [], "includeDeclaration": True, "triggerKind": 1},
        "contentChanges": [{"text": text}, {"range": span, "text": text}],
        "options": {"tabSize": 2, "insertSpaces": True},
        "newName": text[:40],
        "query": text[:40],
        "changes": [{"uri": where, "type": 1 + line % 3}],
        "event": {"added": [folder], "removed": [folder]},
        "settings": {"smartlint": {"messageLanguage": "nb"}},
        "processId": None,
        "rootUri": folder["uri"],
        "workspaceFolders": None,
        "initializationOptions": {"messageLanguage": text[:9]},
        "locale": "nb",
        "capabilities": {"window": {"workDoneProgress": line % 2 == 0}},
        "command": text[:9],
        "arguments": [text[:9]],
        "token": text[:9],
        "value": "off",
        "notebookDocument": {"uri": where, "notebookType": "x", "version": 1, "cells": []},
        "cellTextDocuments": [document],
    }


def _spoil(params: dict[str, Any], kind: int, part: bytes) -> None:
    """Puts a wrong value somewhere, where the kind says so."""
    if kind < 64:
        return
    names = sorted(params)
    name = names[_at(part, 5) % len(names)]
    inner, wrong = params[name], _WRONG[kind % len(_WRONG)]
    if isinstance(inner, dict) and inner and kind % 3:
        inner = params[name] = dict(inner)
        inner[sorted(inner)[_at(part, 6) % len(inner)]] = wrong
    else:
        params[name] = wrong


def _message(method: str, params: Any, number: int | None = None) -> bytes:
    asked = {} if number is None else {"id": number}
    return _framed(json.dumps({"jsonrpc": "2.0", **asked, "method": method, "params": params}).encode())


def _framed(body: bytes) -> bytes:
    return b"Content-Length: %d\r\n\r\n" % len(body) + body


def seeds() -> Iterator[bytes]:
    """One message of each kind, each alone and with a wrong value, and some streams that are none."""
    for method in range(40):
        yield bytes((method, 0, 3, 6, 0)) + PART + bytes((method, 1, 5, 2, 65 + method, method, method))
    yield PART.join((_BODY + b"{", _BODY + b"[]", _BODY + b'{"jsonrpc": "2.0", "method": 4}', _BODY + b"[" * 3000))
    yield from (_RAW + head for head in (b"Content-Length: x\r\n\r\n{}", b"\r\n\r\n", b"Content-Length: 99999\r\n\r\n{}"))


@contextmanager
def _folder(text: str) -> Iterator[Path]:
    """A folder with files; the server goes there, and is taken back."""
    here = Path.cwd()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for name in ("a.goals", "b.md"):
            (folder / name).write_text(text, "utf-8")
        try:
            yield folder
        finally:
            os.chdir(here)
