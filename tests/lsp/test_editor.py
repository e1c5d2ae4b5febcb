from __future__ import annotations

from pathlib import Path

import pytest
from lsprotocol.types import DiagnosticClientCapabilities, PublishDiagnosticsClientCapabilities, TextDocumentClientCapabilities

from smartlint.lsp.editor import folders, opens_pages, options, spoken


@pytest.mark.parametrize(
    ("locale", "language"), [("nb-NO", "nb"), ("no", "nb"), ("en_US", "en"), ("sv", "sv"), ("", ""), ("fr-FR", "fr")]
)
def test_the_language_of_a_locale(locale: str, language: str) -> None:
    assert spoken(locale) == language


def test_settings_stand_alone_or_below_our_name() -> None:
    assert options({"smartlint": {"diagnostics": "push"}}) == options({"diagnostics": "push"}) == {"diagnostics": "push"}
    assert options({"smartlint": 4}) == options(None) == options([]) == {}


def test_folders_are_those_that_are_there(tmp_path: Path) -> None:
    assert folders([tmp_path.as_uri(), (tmp_path / "gone").as_uri(), "untitled:1", ""]) == (tmp_path,)


def test_pages_are_opened_by_editors_that_say_so() -> None:
    sent = TextDocumentClientCapabilities(
        publish_diagnostics=PublishDiagnosticsClientCapabilities(code_description_support=True)
    )
    asked = TextDocumentClientCapabilities(diagnostic=DiagnosticClientCapabilities(code_description_support=True))
    assert opens_pages(sent)
    assert opens_pages(asked)
    assert not opens_pages(TextDocumentClientCapabilities())
    assert not opens_pages(None)
