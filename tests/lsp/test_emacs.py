"""A real editor: Emacs with eglot, with the set-up that is given for it. It is passed by where there is none."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.lsp.client import ROOT
from tests.lsp.real_editor import SCRIPTS, seen

EMACS = shutil.which("emacs")
#: Where Debian puts what Emacs 28 lacks; Emacs 29 has it.
PACKAGES = sorted(Path("/usr/share/emacs/site-lisp/elpa").glob("eglot-*"))


def has_eglot() -> bool:
    if EMACS is None:
        return False
    command = [EMACS, "--batch", *(f"--directory={path}" for path in PACKAGES), "--eval", "(require 'eglot)"]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


@pytest.mark.skipif(EMACS is None, reason="there is no Emacs")
def test_emacs_attaches_shows_tells_fixes_renames_and_formats(tmp_path: Path) -> None:
    assert EMACS is not None
    if not has_eglot():
        pytest.skip("Emacs has no eglot")
    directories = [f"--directory={path}" for path in PACKAGES]
    command: list[str | Path] = [EMACS, "--batch", *directories, "--load", SCRIPTS / "emacs.el"]
    said = seen(tmp_path, command, ROOT / "editors" / "emacs")
    assert said.pop("hover").startswith("**SYN002 unknown-field**")
    assert said.pop("completion") > 20
    assert said == {
        **dict.fromkeys(("attached", "shown", "fixed", "cleared", "renamed"), True),
        "mode": "goals-mode",
        "place": "ownr",
        "definition": 1,
        "elsewhere": "  supports: bakery/Buns",
        "formatted": "  owner: Ida Moe",
    }
