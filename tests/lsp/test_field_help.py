from __future__ import annotations

from smartlint.language.pack import load
from smartlint.lsp.field_help import FIELD_HELP


def test_every_field_is_explained() -> None:
    assert set(FIELD_HELP) == set(load("en").data["fields"])


def test_explanations_are_one_line() -> None:
    assert [text for text in FIELD_HELP.values() if len(text) > 90 or not text.endswith(".")] == []
