"""Every question of an editor, asked and answered by messages, in each of the units that editors count columns in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from smartlint.lsp.hints import TOKENS
from tests.lsp.client import Client, within

UNITS = {"utf-8": 1, "utf-16": 2, "utf-32": 4}
BAKERY = """goal Ø1: Bake “😀” 40 buns a day by 1 May 2026
  ownr: Ida Ærlig
  baseline: 😀 20 buns a day
  target: 😀 40 buns a day

goal B2: Sell 30 “😀” buns a day by 1 May 2026
  supports: Ø1
  owner: Ida Ærlig
"""
KITCHEN = """team: Kjøkken
mål K1: Kaste 20 kg 😀 boller i uka innen seks uker
  støtter: bakery/Ø1
"""


class Editor:
    """Reads and changes texts as an editor would that counts in some unit."""

    def __init__(self, client: Client, encoding: str) -> None:
        self.client = client
        self._encoding = {"utf-8": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}[encoding]
        self._unit = UNITS[encoding]
        self.texts = {"bakery.goals": BAKERY, "kitchen.goals": KITCHEN}

    def at(self, name: str, part: str) -> dict[str, Any]:
        """The place where a part of a text begins; its end, where there is no such part."""
        before = self.texts[name].partition(part)[0]
        character = len(before.rpartition("\n")[2].encode(self._encoding)) // self._unit
        return self.client.at(name, before.count("\n"), character)

    def cut(self, name: str, area: Mapping[str, Any]) -> str:
        """What stands in a range."""
        start, end = (self._offset(self.texts[name], area[edge]) for edge in ("start", "end"))
        return self.texts[name][start:end]

    def apply(self, name: str, edits: Sequence[Mapping[str, Any]]) -> str:
        text = self.texts[name]
        for edit in sorted(edits, key=lambda edit: self._offset(text, edit["range"]["start"]), reverse=True):
            start, end = (self._offset(self.texts[name], edit["range"][edge]) for edge in ("start", "end"))
            text = text[:start] + edit["newText"] + text[end:]
        return text

    def _offset(self, text: str, place: Mapping[str, int]) -> int:
        lines = text.split("\n")
        line = lines[place["line"]].encode(self._encoding)[: place["character"] * self._unit].decode(self._encoding)
        return sum(len(one) + 1 for one in lines[: place["line"]]) + len(line)


@pytest.fixture(params=UNITS)
def editor(folder: Path, request: pytest.FixtureRequest) -> Iterator[Editor]:
    with within(folder) as client:
        able = client.begin(general={"positionEncodings": [request.param]})
        assert able["positionEncoding"] == request.param
        editor = Editor(client, request.param)
        for name, text in editor.texts.items():
            client.opens(name, text)
        yield editor
        client.ends()


def test_findings_stand_at_their_words(editor: Editor) -> None:
    found = {one["code"]: one for one in editor.client.shown("bakery.goals")}
    assert editor.cut("bakery.goals", found["SYN002"]["range"]) == "ownr"


def test_what_a_place_says_is_told(editor: Editor) -> None:
    told = editor.client.ask("textDocument/hover", editor.at("bakery.goals", "May 2026"))["contents"]["value"]
    assert told.startswith("1 May 2026")
    told = editor.client.ask("textDocument/hover", editor.at("kitchen.goals", "kg"))["contents"]["value"]
    assert told.startswith("20 kg")


def test_an_id_leads_to_its_goal_and_is_renamed_everywhere(editor: Editor) -> None:
    place = editor.at("kitchen.goals", "Ø1")
    (goal,) = editor.client.ask("textDocument/definition", place)
    assert editor.cut("bakery.goals", goal["range"]) == "Ø1"
    found = editor.client.ask("textDocument/references", {**place, "context": {"includeDeclaration": True}})
    assert [editor.cut(one["uri"].rpartition("/")[2], one["range"]) for one in found] == ["Ø1", "Ø1", "bakery/Ø1"]
    assert editor.cut("kitchen.goals", editor.client.ask("textDocument/prepareRename", place)) == "Ø1"
    changes = editor.client.ask("textDocument/rename", {**place, "newName": "Åse"})["changes"]
    after = {uri.rpartition("/")[2]: editor.apply(uri.rpartition("/")[2], edits) for uri, edits in changes.items()}
    assert after == {name: text.replace("Ø1", "Åse") for name, text in editor.texts.items()}


def test_what_is_safe_to_mend_is_mended(editor: Editor) -> None:
    whole = {"start": {"line": 0, "character": 0}, "end": {"line": 7, "character": 0}}
    context = {"diagnostics": [], "only": ["source.fixAll.smartlint"]}
    (action,) = editor.client.ask("textDocument/codeAction", editor.client.about("bakery.goals", range=whole, context=context))
    ((_, edits),) = action["edit"]["changes"].items()
    assert editor.apply("bakery.goals", edits) == BAKERY.replace("ownr", "owner")


def test_a_word_is_completed_where_it_stands(editor: Editor) -> None:
    editor.texts["kitchen.goals"] = KITCHEN + "  eier: 😀 Bo Å, Id"
    editor.client.types("kitchen.goals", editor.texts["kitchen.goals"], 2)
    items = editor.client.ask("textDocument/completion", editor.at("kitchen.goals", "\0"))
    (ida,) = (one for one in items if one["label"] == "Ida Ærlig")
    assert editor.cut("kitchen.goals", ida["textEdit"]["range"]) == "Id"


def test_hints_stand_behind_what_they_are_about(editor: Editor) -> None:
    whole = {"start": {"line": 0, "character": 0}, "end": {"line": 7, "character": 0}}
    (hint,) = editor.client.ask("textDocument/inlayHint", editor.client.about("bakery.goals", range=whole))
    line = {"start": {"line": 3, "character": 0}, "end": hint["position"]}
    assert (hint["label"], editor.cut("bakery.goals", line)) == ("+100 %", "  target: 😀 40 buns a day")


def test_words_are_coloured(editor: Editor) -> None:
    data = editor.client.ask("textDocument/semanticTokens/full", editor.client.about("kitchen.goals"))["data"]
    line = column = 0
    found = []
    for away, right, length, kind, _ in (data[at : at + 5] for at in range(0, len(data), 5)):
        line, column = line + away, right if away else column + right
        area = {"start": {"line": line, "character": column}, "end": {"line": line, "character": column + length}}
        found.append((editor.cut("kitchen.goals", area), TOKENS.token_types[kind]))
    assert {("mål", "keyword"), ("K1", "class"), ("støtter", "property"), ("bakery/Ø1", "class")} <= set(found)


def test_a_file_is_laid_out(editor: Editor) -> None:
    options = {"tabSize": 2, "insertSpaces": True}
    editor.texts["kitchen.goals"] = KITCHEN.replace("  støtter: ", "      støtter:   ")
    editor.client.types("kitchen.goals", editor.texts["kitchen.goals"], 2)
    edits = editor.client.ask("textDocument/formatting", editor.client.about("kitchen.goals", options=options))
    assert "\n  støtter: bakery/Ø1\n" in editor.apply("kitchen.goals", edits)


def test_folders_come_and_go_while_it_runs(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    other = tmp_path_factory.mktemp("other")
    (other / "new.goals").write_text("goal N1: Bake\n  ownr: Ida Moe\n", "utf-8")
    added = [{"uri": other.as_uri(), "name": "other"}]
    with within(folder) as client:
        client.begin()
        client.opens("bakery.goals", BAKERY)
        client.shown("bakery.goals")
        client.notify("workspace/didChangeWorkspaceFolders", {"event": {"added": added, "removed": []}})
        assert client.shown(str(other / "new.goals"))
        client.notify("workspace/didChangeWorkspaceFolders", {"event": {"added": [], "removed": added}})
        assert client.shown(str(other / "new.goals")) == []
        client.ends()
