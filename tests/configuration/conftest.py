"""An empty folder, and a cache of configurations of its own."""

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder; nothing that the machine's user keeps is read or written."""
    here = tmp_path / "goals"
    here.mkdir()
    monkeypatch.chdir(here)
    monkeypatch.setenv("SMARTLINT_CACHE_DIR", str(tmp_path / "cache"))
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    return here
