from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from smartlint.lsp.diagnostics import Diagnostics
from smartlint.lsp.reports import Reports
from smartlint.lsp.session import Session

#: The support that K1 names is gone; nothing else in the kitchen's file has changed.
WITHOUT = "team: Bakery\nperiod: 2026\n\ngoal B7: Sell 400 loaves a day by end of June\n  owner: Ida Moe\n"


@pytest.fixture
def reports(session: Session) -> Reports:
    return Reports(session, Diagnostics(session))


def asked(reports: Reports, uri: str, previous: str | None = None) -> dict[str, Any]:
    return dict(json.loads(reports.of(uri, previous).text))


def asked_of_all(reports: Reports, previous: dict[str, str]) -> dict[str, dict[str, Any]]:
    return {one["uri"]: one for one in json.loads(reports.all(previous, lambda done, of: None).text)["items"]}


def codes(report: dict[str, Any]) -> set[str]:
    return {one["code"] for one in report["items"]}


def test_who_has_what_is_found_is_told_that_it_is_unchanged(reports: Reports, bakery: str) -> None:
    first = asked(reports, bakery)
    assert first["kind"] == "full"
    assert "SYN002" in codes(first)
    assert asked(reports, bakery, first["resultId"]) == {"kind": "unchanged", "resultId": first["resultId"]}


def test_who_has_anything_else_is_told_all(reports: Reports, session: Session, folder: Path, bakery: str) -> None:
    first = asked(reports, bakery)
    session.workspace.open(folder / "bakery.goals", "", 2)
    second = asked(reports, bakery, first["resultId"])
    assert codes(second) == {"SYN010"}
    assert second["resultId"] != first["resultId"]
    assert asked(reports, bakery, "from another server")["kind"] == "full"


def test_a_finding_that_has_only_moved_is_told_anew(reports: Reports, session: Session, folder: Path, bakery: str) -> None:
    first = asked(reports, bakery)
    session.workspace.open(folder / "bakery.goals", "\n" + (folder / "bakery.goals").read_text("utf-8"), 2)
    second = asked(reports, bakery, first["resultId"])
    assert [one["range"]["start"]["line"] for one in second["items"]] == [
        one["range"]["start"]["line"] + 1 for one in first["items"]
    ]


def test_of_all_files_those_are_told_in_full_that_have_changed(
    reports: Reports, session: Session, folder: Path, bakery: str, kitchen: str
) -> None:
    first = asked_of_all(reports, {})
    assert {one["kind"] for one in first.values()} == {"full"}
    known = {uri: one["resultId"] for uri, one in first.items()}
    assert {one["kind"] for one in asked_of_all(reports, known).values()} == {"unchanged"}
    session.workspace.open(folder / "bakery.goals", (folder / "bakery.goals").read_text("utf-8").replace("ownr", "owner"), 2)
    second = asked_of_all(reports, known)
    assert (second[bakery]["kind"], second[kitchen]["kind"]) == ("full", "unchanged")
    assert (second[bakery]["version"], second[kitchen]["version"]) == (2, None)


def test_of_a_file_that_is_gone_nothing_is_left(reports: Reports, session: Session, folder: Path, kitchen: str) -> None:
    known = {uri: one["resultId"] for uri, one in asked_of_all(reports, {}).items()}
    (folder / "kitchen.goals").unlink()
    session.workspace.refresh()
    gone = asked_of_all(reports, known)[kitchen]
    assert (gone["kind"], gone["items"], gone.get("resultId")) == ("full", [], None)
    del known[kitchen]
    assert kitchen not in asked_of_all(reports, known)


def test_what_becomes_of_other_files_is_told_with_a_file(
    reports: Reports, session: Session, folder: Path, bakery: str, kitchen: str
) -> None:
    reports.leads_on = True
    first = asked(reports, bakery)
    assert "REL002" not in codes(first["relatedDocuments"][kitchen])
    assert "relatedDocuments" not in asked(reports, bakery, first["resultId"])
    session.workspace.open(folder / "bakery.goals", WITHOUT, 2)
    second = asked(reports, bakery, first["resultId"])
    assert "REL002" in codes(second["relatedDocuments"][kitchen])
    assert asked(reports, kitchen)["resultId"] == second["relatedDocuments"][kitchen]["resultId"]


def test_other_files_that_have_nothing_any_more_are_told_too(
    reports: Reports, session: Session, folder: Path, bakery: str, kitchen: str
) -> None:
    reports.leads_on = True
    first = asked(reports, bakery)
    (folder / "kitchen.goals").unlink()
    session.workspace.refresh()
    second = asked(reports, bakery, first["resultId"])
    assert second["relatedDocuments"][kitchen]["items"] == []
    assert "relatedDocuments" not in asked(reports, bakery, first["resultId"])


def test_other_files_are_told_only_to_editors_that_take_them(reports: Reports, bakery: str) -> None:
    assert "relatedDocuments" not in asked(reports, bakery)
