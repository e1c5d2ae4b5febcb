"""The workspace finds what ``check`` finds in the same texts, whatever is edited in whatever order."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smartlint.configuration.configurations import Configurations
from smartlint.files import find, read
from smartlint.finding import Result
from smartlint.goal import Document
from smartlint.linter import Linter
from smartlint.lsp.session import Session
from smartlint.lsp.workspace import Workspace
from smartlint.parser.rereading import Rereader

TODAY = date(2026, 2, 1)
BAKERY = """team: Bakery
period: 2026

goal B1: Sell 400 loaves a day by 30 June 2026
  owner: Ida Moe
  baseline: 310 loaves a day

goal B2: Improve the mood
  supports: B9
"""
GARASJE = """mål V1: Korte ned ventetiden fra 9 til 4 dager innen 1. oktober 2026
  eier: Per Lie
  støtter: B1
  frist: 30.02.2026
"""
PIECES = (
    "goal B1: Bake 12 % more rolls by May 2026\n",
    "  owner: Ida Moe\n",
    "# smartlint: ignore[TIM] -- we wait for the lease\n",
    "mål X: Øke salget 😀 fra 4 til 6\n",
    "deadline: tomorrow\n",
    "team: Kitchen\n",
    "\r\n",
    "\t- wash up (Bo)\n",
    "supports: V1\n",
    "",
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bakery.goals").write_text(BAKERY, "utf-8")
    (tmp_path / "garasje.goals").write_text(GARASJE, "utf-8")
    return tmp_path


def workspace(folder: Path) -> Workspace:
    return Workspace([folder], Configurations, lambda: TODAY)


def checked() -> Result:
    """What ``check`` finds on disk."""
    configurations = Configurations()
    files = find(["."], walk=configurations.walk)
    linter = Linter(configurations.judging(files, TODAY))
    for file in files:
        text = read(file)
        assert isinstance(text, str)
        linter.check_text(text, file.path)
    return linter.finish()


def test_what_stands_on_disk_is_found(folder: Path) -> None:
    found = workspace(folder).result()
    assert found.findings == checked().findings
    assert {finding.place.path for finding in found.findings} == {"bakery.goals", "garasje.goals"}


@settings(max_examples=15, deadline=None)
@given(st.data())
def test_after_any_edits_it_finds_what_check_finds(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    here = Path.cwd()
    folder = tmp_path_factory.mktemp("edited")
    texts = {"bakery.goals": BAKERY, "garasje.goals": GARASJE}
    os.chdir(folder)
    try:
        for name, text in texts.items():
            (folder / name).write_text(text, "utf-8", newline="")
        known = workspace(folder)
        known.result()
        for version in range(data.draw(st.integers(1, 4))):
            name = data.draw(st.sampled_from(sorted(texts)))
            text = texts[name]
            start = data.draw(st.integers(0, len(text)))
            end = data.draw(st.integers(start, min(len(text), start + 40)))
            texts[name] = text[:start] + data.draw(st.sampled_from(PIECES)) + text[end:]
            known.open(folder / name, texts[name], version)
            if data.draw(st.booleans()):
                known.result()
        for name, text in texts.items():
            (folder / name).write_bytes(text.encode())
        assert known.result().findings == checked().findings
        assert known.result().suppressed == checked().suppressed
    finally:
        os.chdir(here)


def test_what_goals_have_from_a_heading_is_found_once(folder: Path) -> None:
    known, place = workspace(folder), folder / "own.goals"
    text = "owner: Bo Lie and Ida Moe\n\ngoal A: Sell 40 rolls by 1 May 2026\n\ngoal B: Bake 12 cakes by 1 May 2026\n"
    place.write_text(text)
    known.refresh()
    for written in (text, text.replace("40", "41")):
        known.open(place, written)
        found = [finding.rule.code for finding in known.result().findings if finding.place.path == "own.goals"]
        assert found.count("OWN002") == 1


def test_it_tells_how_far_it_has_come(folder: Path) -> None:
    told: list[tuple[int, int]] = []
    known = workspace(folder)
    known.result(lambda done, of: told.append((done, of)))
    known.result(lambda done, of: told.append((done, of)))
    assert told == [(0, 2), (1, 2)]


def test_what_is_not_saved_is_judged_until_the_file_is_closed(folder: Path) -> None:
    known = workspace(folder)
    known.open(folder / "bakery.goals", "goal: Be better\n", 1)
    assert {finding.rule.code for finding in known.result().findings} != {one.rule.code for one in checked().findings}
    known.close(folder / "bakery.goals")
    assert known.result().findings == checked().findings


def test_an_older_version_is_passed_by(folder: Path) -> None:
    known = workspace(folder)
    known.open(folder / "bakery.goals", BAKERY, 7)
    known.open(folder / "bakery.goals", "goal: old\n", 6)
    assert known.opened["bakery.goals"].text == BAKERY


def test_only_the_file_that_has_changed_is_read_and_judged_again(folder: Path, parsed: list[str]) -> None:
    known = workspace(folder)
    known.result()
    parsed.clear()
    known.open(folder / "bakery.goals", BAKERY + "goal B3: Open a stall\n", 1)
    known.result()
    known.result()
    assert parsed == ["bakery.goals"]


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of the texts that are parsed."""
    seen: list[str] = []
    reading = Rereader.read

    def parsing(self: Rereader, text: str, path: str, **how: Any) -> Document:
        seen.append(path)
        return reading(self, text, path, **how)

    monkeypatch.setattr(Rereader, "read", parsing)
    return seen


def test_files_that_come_and_go_on_disk_are_seen_after_a_refresh(folder: Path) -> None:
    known = workspace(folder)
    known.result()
    (folder / "new.goals").write_text("goal: Do good\n", "utf-8")
    (folder / "garasje.goals").unlink()
    assert "garasje.goals" not in {finding.place.path for finding in workspace(folder).result().findings}
    known.refresh()
    assert known.result().findings == checked().findings


def test_a_file_deleted_under_it_is_no_finding(folder: Path) -> None:
    known = workspace(folder)
    known.result()
    (folder / "garasje.goals").unlink()
    known.open(folder / "bakery.goals", BAKERY, 1)
    assert {finding.place.path for finding in known.result().findings} == {"bakery.goals"}


def test_a_broken_configuration_leaves_the_last_good_one_in_force(folder: Path) -> None:
    settings = folder / "smartlint.toml"
    settings.write_text('[lint]\nselect = ["missing-owner"]\n', "utf-8")
    known = workspace(folder)
    before = known.result().findings
    settings.write_text('[lint]\nselect = ["missing-ow', "utf-8")
    known.refresh()
    assert known.result().findings == before
    assert [mistake.source.path for mistake in known.mistakes] == ["smartlint.toml"]
    settings.write_text('[lint]\nselect = ["TIM"]\n', "utf-8")
    known.refresh()
    assert known.result().findings == checked().findings
    assert not known.mistakes


def test_with_a_configuration_that_was_never_right_nothing_is_judged(folder: Path) -> None:
    (folder / "smartlint.toml").write_text("profile = 4\n", "utf-8")
    known = workspace(folder)
    assert known.result().findings == []
    assert known.mistakes


def test_files_whose_own_configuration_is_right_are_judged_beside_one_that_never_was(folder: Path) -> None:
    (folder / "side").mkdir()
    (folder / "side" / "smartlint.toml").write_text("profile = 4\n", "utf-8")
    (folder / "side" / "plan.goals").write_text(BAKERY, "utf-8")
    known = workspace(folder)
    known.result()
    assert [mistake.source.path for mistake in known.mistakes] == ["side/smartlint.toml"]
    assert not known.has_been_right
    assert {finding.place.path for finding in known.result().findings} == {"bakery.goals", "garasje.goals"}
    assert known.document("side/plan.goals") is None
    (folder / "side" / "smartlint.toml").write_text("profile = 5\n", "utf-8")
    known.refresh()
    assert {finding.place.path for finding in known.result().findings} == {"bakery.goals", "garasje.goals"}
    (folder / "side" / "smartlint.toml").write_text("", "utf-8")
    known.refresh()
    assert "side/plan.goals" in {finding.place.path for finding in known.result().findings}
    assert known.has_been_right


def test_an_excluded_file_that_is_open_is_passed_by(folder: Path) -> None:
    (folder / "smartlint.toml").write_text('exclude = ["bakery.goals"]\n', "utf-8")
    known = workspace(folder)
    known.open(folder / "bakery.goals", "goal: Be good\n", 1)
    assert known.result().findings == checked().findings


def test_other_texts_that_are_open_are_none_of_its_business(folder: Path) -> None:
    known = workspace(folder)
    known.open(folder / "letter.txt", "goal: Be good\n", 1)
    assert known.result().findings == checked().findings
    known.open(folder / "draft.txt", "goal: Be good\n", 1, is_goals=True)
    known.open(folder / "draft.txt", "goal: Be better\n", 2)
    assert "draft.txt" in {finding.place.path for finding in known.result().findings}


def test_without_a_folder_only_what_is_open_is_judged(folder: Path) -> None:
    known = Workspace([], Configurations, lambda: TODAY)
    known.open(folder / "bakery.goals", BAKERY, 1)
    assert {finding.place.path for finding in known.result().findings} == {"bakery.goals"}


def test_opening_editing_and_closing_leaves_nothing_behind(folder: Path) -> None:
    known = workspace(folder)
    known.result()
    known.project()
    before = sizes(known)
    for number in range(100):
        known.open(folder / f"draft-{number}.goals", "goal: Sell 3 cakes\n", 1)
        known.result()
        known.project()
        known.close(folder / f"draft-{number}.goals")
    known.project()
    assert sizes(known) == before


def sizes(known: Workspace) -> dict[str, int]:
    """How much is kept."""
    kept = {**vars(known), **vars(known._memory)}
    return {name: len(value) for name, value in kept.items() if isinstance(value, (dict, list))}


def test_safe_fixes_are_those_of_check(folder: Path) -> None:
    known = workspace(folder)
    known.open(folder / "bakery.goals", BAKERY.replace("owner:", "ownr:"), 1)
    fixed = known.fixed("bakery.goals")
    assert fixed.after == {"bakery.goals": BAKERY}
    assert known.opened["bakery.goals"].text != BAKERY


def test_why_a_goal_passes(folder: Path) -> None:
    reasons = workspace(folder).reasons("bakery.goals").evidence
    assert any(one.goal == ("B1",) and one.rule.passes_as for one in reasons)


@pytest.mark.parametrize(
    ("name", "include", "concerns"),
    [
        ("new.goals", "", True),
        ("smartlint.toml", "", True),
        ("people.csv", "", True),
        ("notes.md", "", False),
        ("notes.md", 'include = ["**/*.goals", "**/*.md"]\n', True),
        ("program.py", "", False),
    ],
)
def test_a_file_on_disk_matters_where_it_is_judged_or_others_are_judged_by_it(
    session: Session, folder: Path, name: str, include: str, concerns: bool
) -> None:
    (folder / "smartlint.toml").write_text(include, "utf-8")
    session.workspace.result()
    assert session.workspace.concerns(folder / name) is concerns
