"""The current folder is taken off the search path, unless a package was installed to point at it."""

import os
import sys
from pathlib import Path

import pytest

from smartlint.search_path import leave_out_current_folder


def left(before: list[str], monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.setattr(sys, "path", list(before))
    leave_out_current_folder()
    return sys.path


def test_what_stands_before_the_standard_library_goes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "link").symlink_to(tmp_path)
    standard = str(Path(os.__file__).parent)
    named = ["", ".", str(tmp_path), f"{tmp_path}/", str(tmp_path / "link")]
    assert left([*named, "/elsewhere", standard, "/site-packages"], monkeypatch) == ["/elsewhere", standard, "/site-packages"]


def test_what_was_installed_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    standard = str(Path(os.__file__).parent)
    assert left(["/bin", standard, str(tmp_path)], monkeypatch) == ["/bin", standard, str(tmp_path)]


def test_a_folder_that_was_deleted_holds_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    assert left(["", "/elsewhere"], monkeypatch) == ["", "/elsewhere"]
