"""A real editor in a folder with goals: it runs a script with the set-up that is given for it, and tells what it has seen."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.lsp.client import ROOT

SCRIPTS = Path(__file__).parent
#: Emoji before what is found: editors count columns each in their own way.
GOALS = """goal B1: Bake 40 😀 buns a day by 1 May 2026
  ownr: Ida Moe

goal B2: Sell 30 buns a day by 1 May 2026
  supports: B1
"""
KITCHEN = """team: Kitchen
goal K1: Throw 😀 20 kg of buns away within six weeks
  supports: bakery/B1
"""
_PATIENCE = 90


def seen(folder: Path, command: Sequence[str | Path], set_up: Path) -> dict[str, Any]:
    """What the editor has written into ``said.json`` when it ends."""
    goals = folder / "goals"
    goals.mkdir()
    (goals / "smartlint.toml").touch()
    (goals / "bakery.goals").write_text(GOALS, "utf-8")
    (goals / "kitchen.goals").write_text(KITCHEN, "utf-8")
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(str(ROOT / part) for part in (".", "grammar", "rules")),
        "SET_UP": str(set_up),
        "SERVER": json.dumps([sys.executable, "-m", "smartlint", "lsp", "--today", "2026-02-01"]),
        "HOME": str(folder),
        "XDG_STATE_HOME": str(folder / "state"),
        "LANG": "C.UTF-8",
    }
    run = subprocess.run(
        command, cwd=goals, env=environment, capture_output=True, timeout=_PATIENCE, encoding="utf-8", check=False
    )
    said = goals / "said.json"
    assert said.exists(), run.stdout + run.stderr
    found: dict[str, Any] = json.loads(said.read_text("utf-8"))
    return found
