"""The order of fields: that in which people ask for them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from smartlint.formatter.row import Row

#: Who, when, what is counted, from what to what, by when, why; lists last.
ORDER = (
    "team organisation owner with period review metric source baseline target budget start deadline status priority confidence "
    "why supports done_when guardrail audience channel where resources risks reward agreed tags note language currency "
    "fiscal_year how milestones progress evidence"
).split()
_RANK = {name: rank for rank, name in enumerate(ORDER)}


def ordered(rows: Sequence[Row], roots: Collection[int]) -> list[Row]:
    """The rows with the fields of these goals in order.

    Only fields that stand right below one another change places: a blank line, a comment, a goal below, a field of
    the writer's own or a line that cannot be read is never passed, and what stands right below a comment stays there.
    """
    found: list[Row] = []
    run: list[Sequence[Row]] = []

    def end_run() -> None:
        for field in sorted(run, key=lambda field: _RANK[field[0].name]):
            found.extend(field)
        run.clear()

    below_comment = False
    for part in _parts(rows):
        row = part[0]
        is_field = row.holder is not None and row.name in _RANK and row.root in roots and not below_comment
        below_comment = row.kind in ("comment", "directive")
        if not is_field or (run and run[-1][0].holder != row.holder):
            end_run()
        if is_field:
            run.append(part)
        else:
            found.extend(part)
    end_run()
    return found


def _parts(rows: Sequence[Row]) -> Iterator[Sequence[Row]]:
    """Fields with all that is theirs, and other rows one by one."""
    at = 0
    while at < len(rows):
        end = _end(rows, at) if rows[at].kind == "field" else at + 1
        yield rows[at:end]
        at = end


def _end(rows: Sequence[Row], at: int) -> int:
    """Where a field ends: behind the last deeper item, text or field."""
    column = rows[at].column
    assert column is not None
    end = at + 1
    for number in range(at + 1, len(rows)):
        row = rows[number]
        if row.kind in ("item", "text", "field") and row.column is not None and row.column > column:
            end = number + 1
        elif row.kind not in ("blank", "comment", "directive"):
            break
    return end
