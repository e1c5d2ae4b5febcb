"""A real editor: Kate, with the set-up that is given for it, on no screen. It is passed by where there is none."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.lsp.client import ROOT
from tests.lsp.real_editor import GOALS

KATE, BUS = shutil.which("kate"), shutil.which("dbus-run-session")
#: It asks before it starts a server for the first time; this says that it has asked.
_ALLOWED = "[General]\nShow welcome view for new window=false\n\n[lspclient]\nAllowedServerCommandLines={command}\n"
_PATIENCE = 60.0


@pytest.mark.skipif(KATE is None or BUS is None, reason="there is no Kate")
def test_kate_starts_the_server_for_goal_files_and_is_sent_what_is_found(tmp_path: Path) -> None:
    assert KATE is not None
    assert BUS is not None
    goals = tmp_path / "goals"
    (goals / "spring").mkdir(parents=True)
    (goals / "smartlint.toml").touch()
    (goals / "spring" / "bakery.goals").write_text(GOALS, "utf-8")
    command = [BUS, "--", KATE, "-n", "bakery.goals"]
    with subprocess.Popen(
        command,
        cwd=goals / "spring",
        env=_set_up(tmp_path),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as run:
        try:
            shown = _wait_for(tmp_path / "said", "textDocument/publishDiagnostics")
            begun = _wait_for(tmp_path / "heard", "initialize")
            opened = _wait_for(tmp_path / "heard", "textDocument/didOpen")
        finally:
            os.killpg(run.pid, signal.SIGTERM)
    assert begun["rootUri"].rstrip("/") == goals.as_uri()
    assert opened["textDocument"]["text"] == GOALS
    assert "SYN002" in {one["code"] for one in shown["diagnostics"]}


def _set_up(folder: Path) -> dict[str, str]:
    """The surroundings of a user who has followed the instructions; what he and the server say is written down."""
    settings, colours, run = (
        folder / name for name in (".config/kate/lspclient", ".local/share/org.kde.syntax-highlighting/syntax", "run")
    )
    for one in (settings, colours, run, folder / "bin"):
        one.mkdir(parents=True, mode=0o700)
    shutil.copy(ROOT / "editors" / "kate" / "settings.json", settings)
    shutil.copy(ROOT / "editors" / "kate" / "goals.xml", colours)
    program = folder / "bin" / "smartlint"
    (folder / ".config" / "katerc").write_text(_ALLOWED.format(command=f"{program} lsp"), "utf-8")
    server = f'{shlex.quote(sys.executable)} -m smartlint "$@" --today 2026-02-01'
    heard, said = (shlex.quote(str(folder / name)) for name in ("heard", "said"))
    program.write_text(f"#!/bin/sh\ntee {heard} | {server} | tee {said}\n", "utf-8")
    program.chmod(0o700)
    return {
        **os.environ,
        "HOME": str(folder),
        "XDG_RUNTIME_DIR": str(run),
        "XDG_CONFIG_HOME": str(folder / ".config"),
        "XDG_DATA_HOME": str(folder / ".local" / "share"),
        "PATH": f"{program.parent}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": os.pathsep.join(str(ROOT / part) for part in (".", "grammar", "rules")),
        "QT_QPA_PLATFORM": "offscreen",
        "LANG": "C.UTF-8",
    }


def _wait_for(path: Path, method: str) -> dict[str, Any]:
    """The first message of a method that was written down."""
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        for message in _messages(path.read_bytes() if path.exists() else b""):
            if message.get("method") == method:
                return dict(message["params"])
        time.sleep(0.1)
    raise AssertionError(f"{method} was not said")


def _messages(data: bytes) -> Iterator[dict[str, Any]]:
    """The messages that are there as a whole."""
    while head := re.search(rb"Content-Length: (\d+)\r\n(?:[^\r\n]+\r\n)*\r\n", data):
        end = head.end() + int(head[1])
        if len(data) < end:
            return
        yield json.loads(data[head.end() : end])
        data = data[end:]
