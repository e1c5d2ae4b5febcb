"""Blank lines: one between goals, elsewhere one at most where the writer left any."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from smartlint.formatter.row import Row


def spaced(rows: Sequence[Row], as_written: Collection[int]) -> list[str]:
    """The lines of a file; the goals ``as_written`` keep theirs to the letter."""
    lines: list[str] = []
    above: Row | None = None
    blank: list[str] = []  # the blank lines that wait for what stands below them
    for row in rows:
        if row.kind == "blank":
            blank.append(row.raw)
            continue
        kept = row.root in as_written
        if above is not None:
            whole = kept and above.root == row.root
            lines += blank if whole else [""] * _gap(above, row, bool(blank))
        lines.append(row.raw if kept else row.text)
        above, blank = row, []
    return lines


def _gap(above: Row, row: Row, is_parted: bool) -> int:
    """How many blank lines stand above a row. Goals of one line each may stand together."""
    if row.opens and above.kind != "goal":
        return 1
    is_first = above.kind == "goal" and row.root == above.root and row.kind in ("field", "item", "text")
    if is_first or above.kind == "directive":
        return 0
    return int(is_parted)
