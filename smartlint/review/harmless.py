"""Texts in cells of spreadsheets: whatever people have written, no program takes it for a formula or a command."""

from __future__ import annotations

from smartlint.reporters.visible import visible

#: What spreadsheets take for the beginning of a formula, also in full width, and behind blanks and quotes.
_FORMULAS = tuple("=+-@|%＝＋－＠﹦﹢﹣﹫")
_BEFORE = " \"'"
#: The most that a cell of a workbook holds.
_MOST = 32_000


def as_cell(text: str) -> str:
    """A text for a cell that is known to hold one: on one line, in its visible form, and no longer than fits."""
    line = " ".join(text.split())
    return visible(line if len(line) <= _MOST else f"{line[:_MOST]}…")


def as_plain_cell(text: str) -> str:
    """A text for a cell of which nobody is told what it holds: an apostrophe stands before what would begin a formula."""
    cell = as_cell(text)
    return f"'{cell}" if cell.lstrip(_BEFORE).startswith(_FORMULAS) else cell
