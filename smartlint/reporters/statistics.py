"""How often each rule was found, most often first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from smartlint.json_text import json_text
from smartlint.reporters import Look, plain, word
from smartlint.reporters.closing import closing
from smartlint.reporters.paint import Paint
from smartlint.reporters.visible import cells
from smartlint.translation import number

if TYPE_CHECKING:
    from smartlint.finding import Kind, Result
    from smartlint.rule import Rule

_Row = tuple[tuple[type["Rule"], str], int]


def report(result: Result, look: Look) -> Iterator[str]:
    """A table for people."""
    paint = Paint(look.color)
    rows = _rows((kind, count) for kind, count in result.tally.kinds.items() if look.shows(kind))
    shown = [number(count, look.frame) for _, count in rows]
    widest = max(map(len, shown), default=0)
    levels = [word(level, look.frame) for (_, level), _ in rows]
    column = max(map(cells, levels), default=0)
    for count, level, ((rule, kind), _) in zip(shown, levels, rows, strict=True):
        title = rule.in_language(rule.title, look.frame)
        blanks = " " * (column - cells(level))
        yield f"{count:>{widest}}  {paint(level, kind)}{blanks}  {paint(rule.code, 'strong')}  {rule.name}: {title}\n"
    if rows and not look.quiet:
        yield "\n"
    yield from closing(result, look)


def as_json(result: Result, look: Look) -> Iterator[str]:
    """What ``check.schema.json`` describes, with ``statistics`` in place of the findings."""
    counted = (
        {
            "code": rule.code,
            "name": rule.name,
            "title": rule.in_language(rule.title, look.frame),
            "level": level,
            "count": count,
        }
        for (rule, level), count in _rows(result.tally.kinds.items())
    )
    yield f'{{"version": {plain.VERSION}, "today": {json_text(look.today.isoformat())},\n"statistics": '
    yield from plain.listed(counted)
    yield ',\n"notices": '
    yield from plain.listed(plain.notice(said, look) for said in result.notices)
    yield f',\n"summary": {json_text(plain.summary(result))}}}\n'


def _rows(kinds: Iterable[tuple[Kind, int]]) -> list[_Row]:
    counts: Counter[tuple[type[Rule], str]] = Counter()
    for kind, count in kinds:
        counts[kind.rule, kind.level] += count
    return sorted(counts.items(), key=lambda row: (-row[1], row[0][0].code, row[0][1]))
