from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol.types import (
    CodeAction,
    CodeActionContext,
    CodeActionParams,
    Position,
    Range,
    SnippetTextEdit,
    TextDocumentEdit,
    TextDocumentIdentifier,
)

from smartlint.fixing import apply
from smartlint.lsp.actions import FIX_ALL, actions, changed, snippet
from smartlint.lsp.session import Session
from tests.lsp.conftest import BAKERY, Starts

SLIP, MOOD = Range(Position(9, 2), Position(9, 6)), Range(Position(7, 3), Position(7, 3))
EVERYWHERE = Range(Position(0, 0), Position(99, 0))


def offered(session: Session, uri: str, area: Range, *only: str) -> list[CodeAction]:
    params = CodeActionParams(TextDocumentIdentifier(uri), area, CodeActionContext([], list(only) or None))
    return actions(session, params)


def text_after(session: Session, action: CodeAction, uri: str, before: str) -> str:
    """What a text is after an action that a plain editor is offered."""
    assert action.edit is not None
    assert action.edit.changes is not None
    ruler = session.ruler("", before)
    for edit in sorted(action.edit.changes[uri], key=lambda edit: ruler.offset(edit.range.start), reverse=True):
        span = ruler.span(edit.range)
        before = before[: span.start] + edit.new_text + before[span.end :]
    return before


def test_who_wants_any_kind_gets_all(session: Session, bakery: str) -> None:
    kinds = [one.kind for one in offered(session, bakery, EVERYWHERE, "")]
    assert kinds.count("quickfix") == len(offered(session, bakery, EVERYWHERE))
    assert FIX_ALL in kinds


def test_a_safe_fix_is_the_preferred_one(session: Session, bakery: str) -> None:
    fix, ignore = offered(session, bakery, SLIP, "quickfix")
    assert (fix.title, fix.is_preferred) == ("Write “owner” instead of “ownr” (SYN002)", True)
    assert fix.diagnostics is not None
    assert fix.diagnostics[0].code == "SYN002"
    assert text_after(session, fix, bakery, BAKERY) == BAKERY.replace("ownr", "owner")
    assert not ignore.is_preferred


def test_a_finding_can_be_ignored_with_a_reason(session: Session, bakery: str, folder: Path) -> None:
    ignore = offered(session, bakery, SLIP)[1]
    assert ignore.title == "Ignore SYN002 here, with a reason…"
    after = text_after(session, ignore, bakery, BAKERY)
    assert after.splitlines()[9] == "  ownr: Ida Moe  # smartlint: ignore[SYN002] -- ⟨reason⟩"
    session.workspace.open(folder / "bakery.goals", after)
    assert "SYN002" in {one.rule.code for one in session.workspace.result().suppressed}


def test_a_line_that_ignores_something_already_can_ignore_more(session: Session, bakery: str, folder: Path) -> None:
    before = BAKERY.rstrip() + "  # smartlint: ignore[TIM] -- no\n"
    (folder / "bakery.goals").write_text(before, "utf-8")
    (ignore,) = (one for one in offered(session, bakery, SLIP) if "Ignore SYN002" in one.title)
    assert ignore.title == "Ignore SYN002 here too, for the same reason"
    assert "ignore[TIM, SYN002] -- no\n" in text_after(session, ignore, bakery, before)


def test_holes_are_text_for_a_plain_editor(session: Session, bakery: str) -> None:
    (action,) = (one for one in offered(session, bakery, MOOD) if "PLN001" in one.title and "Ignore" not in one.title)
    assert not action.is_preferred
    assert "⟨" in text_after(session, action, bakery, BAKERY)


def test_holes_are_places_to_tab_through_for_an_able_editor(starts: Starts, bakery: str, folder: Path) -> None:
    session = starts(snippets=True)
    session.workspace.open(folder / "bakery.goals", BAKERY, 4)
    ignore = next(one for one in offered(session, bakery, SLIP) if "Ignore" in one.title)
    assert ignore.edit is not None
    (change,) = ignore.edit.document_changes or ()
    assert isinstance(change, TextDocumentEdit)
    assert change.text_document.version == 4
    (edit,) = change.edits
    assert isinstance(edit, SnippetTextEdit)
    assert edit.snippet.value == "  # smartlint: ignore[SYN002] -- ${1:reason}"


def test_all_that_is_safe_is_fixed_at_once_when_it_is_asked_for(session: Session, bakery: str) -> None:
    for asked in ("source", "source.fixAll", FIX_ALL):
        (action,) = offered(session, bakery, EVERYWHERE, asked)
        assert action.kind == FIX_ALL
        assert text_after(session, action, bakery, BAKERY) == BAKERY.replace("ownr", "owner")
    assert FIX_ALL not in {action.kind for action in offered(session, bakery, EVERYWHERE)}


def test_nothing_is_offered_where_nothing_is_to_be_done(session: Session, bakery: str, folder: Path) -> None:
    assert offered(session, bakery, Range(Position(2, 0), Position(2, 0)), "quickfix") == []
    assert offered(session, (folder / "other.goals").as_uri(), EVERYWHERE) == []
    assert offered(session, bakery, EVERYWHERE, "refactor") == []


def test_titles_are_in_the_language_of_messages(starts: Starts, bakery: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("smartlint.lsp.session.translate", lambda text, language: f"{language}: {text}")
    assert offered(starts(locale="sv"), bakery, SLIP)[0].title.startswith("sv: Write “owner”")


@pytest.mark.parametrize(
    ("text", "written"),
    [("by ⟨date⟩", "by ${1:date}"), ("⟨a}b⟩ $5 \\ ⟨c⟩", "${1:a\\}b} \\$5 \\\\ ${2:c}"), ("plain", "plain")],
)
def test_snippets(text: str, written: str) -> None:
    assert snippet(text) == written


@given(st.text("ab\n"), st.text("ab\n"))
def test_one_edit_makes_one_text_of_another(before: str, after: str) -> None:
    edit = changed(before, after)
    assert apply([edit], before) == after
