"""The server as an editor meets it: by messages."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from smartlint.translation import translate
from tests.lsp.client import Client, within
from tests.lsp.conftest import BAKERY

PULLS: dict[str, Any] = {"textDocument": {"diagnostic": {"dynamicRegistration": False}}}
REQUEST_FAILED = -32803
SLIP = "goal B1: Bake “😀 buns” 40 a day by May 2026\n  ownr: Ida Moe\n"


@pytest.fixture
def client(folder: Path) -> Iterator[Client]:
    with within(folder) as client:
        yield client


def codes(found: list[dict[str, Any]]) -> set[str]:
    return {one["code"] for one in found}


# --- findings -----------------------------------------------------------------------------------------------------------


def test_findings_are_sent_of_all_files_and_follow_what_is_typed(client: Client) -> None:
    able = client.begin()
    assert "diagnosticProvider" not in able
    client.opens("bakery.goals")
    assert "SYN002" in codes(client.shown("bakery.goals"))
    client.types("bakery.goals", BAKERY.replace("ownr", "owner"), 2)
    assert "SYN002" not in codes(client.shown("bakery.goals"))
    client.ends()


def test_of_many_keys_that_come_together_hardly_any_but_the_last_is_judged(client: Client) -> None:
    client.begin()
    client.opens("bakery.goals")
    client.shown("bakery.goals")
    keys = [(BAKERY + "x" * version + "\n", version) for version in range(2, 30)]
    client.raw(b"".join(client.typing("bakery.goals", text, version) for text, version in [*keys, ("", 30)]))
    judged = 1
    while codes(client.shown("bakery.goals")) != {"SYN010"}:
        judged += 1
    assert judged < 10


def test_an_editor_that_asks_for_findings_is_sent_none(client: Client) -> None:
    able = client.begin(**PULLS)
    assert able["diagnosticProvider"]["workspaceDiagnostics"]
    client.opens("bakery.goals", "")
    assert codes(client.ask("textDocument/diagnostic", client.about("bakery.goals"))["items"]) == {"SYN010"}
    reports = client.ask("workspace/diagnostic", {"previousResultIds": []})["items"]
    assert {one["uri"] for one in reports} == {client.uri("bakery.goals"), client.uri("kitchen.goals")}
    client.ends()
    assert [one for one in client.said if one.get("method") == "textDocument/publishDiagnostics"] == []


def test_an_editor_that_has_what_is_found_is_told_so(client: Client) -> None:
    client.begin(textDocument={"diagnostic": {"relatedDocumentSupport": True}})
    client.opens("bakery.goals", SLIP)
    asked = client.about("bakery.goals", identifier="smartlint")
    first = client.ask("textDocument/diagnostic", asked)
    assert client.uri("kitchen.goals") in first["relatedDocuments"]
    again = client.ask("textDocument/diagnostic", {**asked, "previousResultId": first["resultId"]})
    assert again == {"kind": "unchanged", "resultId": first["resultId"]}
    known = [{"uri": client.uri("bakery.goals"), "value": first["resultId"]}]
    reports = client.ask("workspace/diagnostic", {"previousResultIds": known})["items"]
    assert {one["uri"]: one["kind"] for one in reports}[client.uri("bakery.goals")] == "unchanged"
    client.types("bakery.goals", SLIP.replace("ownr", "owner"), 2)
    changed = client.ask("textDocument/diagnostic", {**asked, "previousResultId": first["resultId"]})
    assert "SYN002" not in codes(changed["items"])
    client.ends()


def test_who_asks_and_wants_to_be_sent_is_sent(client: Client) -> None:
    assert "diagnosticProvider" not in client.begin(options={"diagnostics": "push"}, **PULLS)
    client.opens("bakery.goals", "")
    assert codes(client.shown("bakery.goals")) == {"SYN010"}


@pytest.mark.parametrize(("encoding", "column"), [("utf-8", 30), ("utf-16", 24), ("utf-32", 23)])
def test_places_are_told_in_the_units_of_the_editor(client: Client, encoding: str, column: int) -> None:
    able = client.begin(general={"positionEncodings": [encoding]})
    assert able["positionEncoding"] == encoding
    client.opens("bakery.goals", "goal B1: Bake “😀 buns” better\n")
    (vague,) = (one for one in client.shown("bakery.goals") if one["code"] == "MEA001")
    assert vague["range"]["start"] == {"line": 0, "character": column}


def test_messages_are_in_the_language_of_the_editor(client: Client) -> None:
    client.begin(locale="sv-SE")
    client.opens("bakery.goals")
    assert any("fält" in one["message"] for one in client.shown("bakery.goals"))


def test_settings_can_change_while_it_runs(client: Client) -> None:
    client.begin()
    client.opens("bakery.goals")
    client.shown("bakery.goals")
    client.notify("workspace/didChangeConfiguration", {"settings": {"smartlint": {"messageLanguage": "da"}}})
    assert any("felt" in one["message"] for one in client.shown("bakery.goals"))


def test_findings_are_sent_anew_for_each_version(client: Client) -> None:
    """Editors that keep count of versions take older ones for outdated."""
    client.begin()
    client.opens("bakery.goals")
    client.shown("bakery.goals")
    client.types("bakery.goals", BAKERY + "\n", 2)
    while client.hears("textDocument/publishDiagnostics").get("version") != 2:
        pass


def test_an_editor_that_asks_for_all_files_is_told_how_far_it_has_come(client: Client) -> None:
    client.begin(**PULLS)
    params = {"previousResultIds": [], "workDoneToken": "t1"}
    client.ask("workspace/diagnostic", params)
    told = [client.hears("$/progress")]
    while told[-1]["value"]["kind"] != "end":
        told.append(client.hears("$/progress"))
    assert {one["token"] for one in told} == {"t1"}
    assert told[0]["value"]["kind"] == "begin"


def test_at_the_start_it_tells_how_far_it_has_come_if_the_editor_wants_to_know(client: Client) -> None:
    client.begin(window={"workDoneProgress": True})
    token = client.hears("window/workDoneProgress/create")["token"]
    assert client.hears("$/progress") == {"token": token, "value": {"kind": "begin", "title": "Reading goals", "percentage": 0}}
    while client.hears("$/progress")["value"]["kind"] != "end":
        pass


# --- what changes on disk -----------------------------------------------------------------------------------------------


def test_it_asks_to_be_told_of_changes_on_disk(client: Client) -> None:
    client.begin(workspace={"didChangeWatchedFiles": {"dynamicRegistration": True}})
    (asked,) = client.hears("client/registerCapability")["registrations"]
    patterns = {one["globPattern"] for one in asked["registerOptions"]["watchers"]}
    assert {"**/*.goals", "**/*.toml", "**/*.csv", "**/*.md"} <= patterns


def test_a_broken_configuration_is_told_and_the_last_good_one_stays(client: Client) -> None:
    settings = client.folder / "smartlint.toml"
    settings.write_text('[lint]\nselect = ["SYN"]\n', "utf-8")
    client.begin()
    client.opens("bakery.goals")
    assert codes(client.shown("bakery.goals")) == {"SYN002"}
    settings.write_text('[lint]\nselect = ["SYN', "utf-8")
    client.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": settings.as_uri(), "type": 2}]})
    (mistake,) = client.shown("smartlint.toml")
    assert mistake["severity"] == 1
    assert "smartlint.toml, line 2" in client.hears("window/showMessage")["message"]
    client.types("bakery.goals", "", 2)
    assert codes(client.shown("bakery.goals")) == {"SYN010"}
    settings.write_text('[lint]\nselect = ["TIM"]\n', "utf-8")
    client.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": settings.as_uri(), "type": 2}]})
    assert client.shown("smartlint.toml") == []


def test_a_configuration_that_is_wrong_from_the_start_is_told(client: Client) -> None:
    (client.folder / "smartlint.toml").write_text("profile = 4\n", "utf-8")
    client.begin()
    assert client.shown("smartlint.toml")


def test_a_file_that_is_deleted_has_no_findings_any_more(client: Client) -> None:
    client.begin()
    assert client.shown("bakery.goals")
    (client.folder / "bakery.goals").unlink()
    uri = client.uri("bakery.goals")
    client.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": uri, "type": 3}]})
    assert client.shown("bakery.goals") == []
    assert client.ask("textDocument/hover", client.at("bakery.goals", 3, 6)) is None


def test_a_file_that_is_deleted_while_it_is_open_is_judged_on(client: Client) -> None:
    client.begin()
    client.opens("bakery.goals")
    client.shown("bakery.goals")
    (client.folder / "bakery.goals").unlink()
    uri = client.uri("bakery.goals")
    client.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": uri, "type": 3}]})
    client.types("bakery.goals", SLIP, 2)
    assert "SYN002" in codes(client.shown("bakery.goals"))
    client.notify("textDocument/didClose", client.about("bakery.goals"))
    assert client.shown("bakery.goals") == []


def test_a_folder_that_goes_and_comes_again_is_judged_again(client: Client) -> None:
    client.begin(**PULLS)
    client.opens("bakery.goals", "")
    client.ask("textDocument/diagnostic", client.about("bakery.goals"))
    shutil.rmtree(client.folder)
    client.types("bakery.goals", "goal", 2)
    refused = client.answer("textDocument/diagnostic", client.about("bakery.goals"))["error"]
    assert refused["code"] == REQUEST_FAILED
    assert f"The folder {client.folder} is gone" in refused["message"]
    client.types("bakery.goals", "", 3)  # nothing of what is typed meanwhile is lost
    client.folder.mkdir()
    (client.folder / "bakery.goals").write_text(BAKERY, "utf-8")
    client.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": client.uri("bakery.goals"), "type": 1}]})
    assert codes(client.ask("textDocument/diagnostic", client.about("bakery.goals"))["items"]) == {"SYN010"}
    client.notify("textDocument/didClose", client.about("bakery.goals"))
    assert "SYN002" in codes(client.ask("textDocument/diagnostic", client.about("bakery.goals"))["items"])
    client.ends()


def test_that_the_folder_is_gone_is_said_once_in_the_language_of_the_editor(client: Client) -> None:
    client.begin(locale="sv")
    client.opens("bakery.goals")
    client.shown("bakery.goals", 1)
    shutil.rmtree(client.folder)
    client.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": client.uri("bakery.goals"), "type": 3}]})
    said = translate("The folder {folder} is gone. What is in it is judged again when it is back.", "sv")
    assert client.hears("window/showMessage")["message"] == said.format(folder=client.folder)
    for version in (2, 3):
        client.types("bakery.goals", SLIP + "\n" * version, version)
        assert "error" in client.answer("textDocument/hover", client.at("bakery.goals", 1, 3))
    client.opens("new.goals", "")
    client.notify("textDocument/didSave", client.about("bakery.goals"))
    client.folder.mkdir()
    client.types("bakery.goals", SLIP, 4)
    assert "SYN002" in codes(client.shown("bakery.goals", 4))
    client.types("new.goals", "goal: Sell 4 cakes", 2)
    assert "SYN010" not in codes(client.shown("new.goals", 2))
    client.notify("textDocument/didClose", client.about("new.goals"))
    client.ends()
    assert [one for one in client.said if one.get("method") == "window/showMessage"] == []


def test_a_configuration_that_is_deleted_is_in_force_no_more(client: Client) -> None:
    settings = client.folder / "smartlint.toml"
    settings.write_text('[lint]\nselect = ["TIM"]\n', "utf-8")
    client.begin()
    client.opens("bakery.goals", SLIP)
    settings.unlink()
    client.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": settings.as_uri(), "type": 3}]})
    while "SYN002" not in codes(client.shown("bakery.goals")):
        pass


def test_a_file_without_a_folder_is_judged_alone(client: Client) -> None:
    client.begin(folder=False)
    client.opens("bakery.goals")
    assert "SYN002" in codes(client.shown("bakery.goals"))


def test_what_could_not_be_judged_is_logged(client: Client) -> None:
    client.begin(folder=False)
    client.opens("bakery.goals", "team: Bakery\ngoal B1: Sell 4 cakes\n  supports: Owners/S9\n")
    assert "S9" in client.hears("window/logMessage")["message"]


def test_a_text_that_was_never_saved_is_judged(client: Client) -> None:
    client.begin()
    one = {"uri": "untitled:Untitled-1.goals", "languageId": "goals", "version": 1, "text": SLIP}
    client.notify("textDocument/didOpen", {"textDocument": one})
    while (sent := client.hears("textDocument/publishDiagnostics"))["uri"] != "untitled:Untitled-1.goals":
        pass
    assert "SYN002" in codes(sent["diagnostics"])


# --- questions ----------------------------------------------------------------------------------------------------------


def test_every_question_has_an_answer(client: Client) -> None:
    client.begin()
    client.opens("bakery.goals", "goal B1:   Sell 40 loaves a day by 1 May 2026\n     owner: Ida Moe\n")
    whole = {"start": {"line": 0, "character": 0}, "end": {"line": 9, "character": 0}}
    edits = client.ask("textDocument/formatting", client.about("bakery.goals", options={"tabSize": 2, "insertSpaces": True}))
    assert [edit["newText"] for edit in edits] == ["goal B1: Sell 40 loaves a day by 1 May 2026\n", "  owner: Ida Moe\n"]
    for question in ("hover", "completion", "definition", "prepareRename"):
        client.ask(f"textDocument/{question}", client.at("bakery.goals", 0, 6))
    for question in ("documentSymbol", "foldingRange", "codeLens", "documentLink", "semanticTokens/full"):
        assert client.ask(f"textDocument/{question}", client.about("bakery.goals")) is not None
    assert client.ask("textDocument/inlayHint", client.about("bakery.goals", range=whole)) is not None
    assert client.ask("textDocument/selectionRange", client.about("bakery.goals", positions=[whole["start"]]))
    references = {**client.at("bakery.goals", 0, 6), "context": {"includeDeclaration": True}}
    assert len(client.ask("textDocument/references", references)) == 2
    assert client.ask("workspace/symbol", {"query": "loaves"})
    context = {"diagnostics": [], "only": ["quickfix"]}
    assert client.ask("textDocument/codeAction", client.about("bakery.goals", range=whole, context=context)) is not None


def test_why_a_goal_cannot_be_renamed_is_told(client: Client) -> None:
    client.begin()
    refused = client.answer("textDocument/rename", {**client.at("bakery.goals", 3, 6), "newName": "two words"})
    assert refused["error"]["message"].startswith("“two words” is no ID")
    client.ask("workspace/symbol", {"query": "B1"})
    assert not [one for one in client.said if one.get("method") == "window/logMessage"]
