"""A real editor: Neovim, with the set-up that is given for it. It is passed by where there is none."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from tests.lsp.client import ROOT
from tests.lsp.real_editor import SCRIPTS, seen

NEOVIM = shutil.which("nvim") or shutil.which("nvim", path=str(Path(sys.executable).parent))


@pytest.mark.skipif(NEOVIM is None, reason="there is no Neovim")
def test_neovim_attaches_shows_tells_fixes_renames_and_formats(tmp_path: Path) -> None:
    assert NEOVIM is not None
    set_up = tmp_path / "set-up"
    (set_up / "lua").mkdir(parents=True)
    shutil.copy(ROOT / "editors" / "neovim" / "smartlint.lua", set_up / "lua")
    said = seen(tmp_path, [NEOVIM, "--headless", "--clean", "-u", "NONE", "-l", SCRIPTS / "neovim.lua"], set_up)
    assert said.pop("hover").startswith("**SYN002 unknown-field**")
    assert said.pop("completion") > 20
    assert said.pop("colours") >= 8
    happened = dict.fromkeys(("attached", "shown", "fixed", "cleared", "renamed"), True)
    assert said == {
        **happened,
        "column": 2,
        "hint": [],
        "lenses": ["supported by 2 goals"],
        "definition": 5,
        "references": 3,
        "symbols": ["B1", "B2"],
        "folds": 2,
        "elsewhere": "  supports: bakery/Buns",
        "formatted": "  owner: Ida Moe",
    }
