from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from smartlint.configuration.configurations import Configurations
from smartlint.lsp.session import Session
from smartlint.lsp.workspace import Workspace

TODAY = date(2026, 2, 1)
BAKERY = """team: Bakery
period: 2026

goal B1: Sell 400 loaves a day by end of June
  owner: Ida Moe
  baseline: 310 loaves a day

goal B2: Improve the mood
  supports: B1
  ownr: Ida Moe
"""
KITCHEN = """team: Kjøkken
mål K1: Kaste 20 kg mindre mat 😀 i uka innen 1. mai 2026
  eier: Ida Moe
  støtter: Bakery/B1
"""
#: Makes a session of an editor, with what it says of itself.
Starts = Callable[..., Session]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bakery.goals").write_text(BAKERY, "utf-8")
    (tmp_path / "kitchen.goals").write_text(KITCHEN, "utf-8")
    return tmp_path


@pytest.fixture
def starts(folder: Path) -> Starts:
    def start(**said: object) -> Session:
        workspace = Workspace([folder], Configurations, lambda: TODAY)
        return Session(workspace, lambda rule, language: f"page of {rule.code} in {language}", **said)  # type: ignore[arg-type]

    return start


@pytest.fixture
def session(starts: Starts) -> Session:
    return starts()


@pytest.fixture
def bakery(folder: Path) -> str:
    return (folder / "bakery.goals").as_uri()


@pytest.fixture
def kitchen(folder: Path) -> str:
    return (folder / "kitchen.goals").as_uri()
