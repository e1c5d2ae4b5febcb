"""How often each rule was found, most often first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from smartlint.reporters import Look, plain, word
from smartlint.reporters.closing import closing
from smartlint.reporters.paint import Paint
from smartlint.reporters.visible import cells
from smartlint.translation import number

if TYPE_CHECKING:
    from smartlint.finding import Finding, Result
    from smartlint.rule import Rule

_Row = tuple[tuple[type["Rule"], str], int]


def report(result: Result, look: Look) -> Iterator[str]:
    """A table for people."""
    paint = Paint(look.color)
    rows = _rows(finding for finding in result.findings if look.shows(finding))
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
        for (rule, level), count in _rows(iter(result.findings))
    )
    yield f'{{"version": {plain.VERSION}, "today": {plain.as_json(look.today.isoformat())},\n"statistics": '
    yield from plain.listed(counted)
    yield ',\n"notices": '
    yield from plain.listed(plain.notice(said, look) for said in result.notices)
    yield f',\n"summary": {plain.as_json(plain.summary(result))}}}\n'


def _rows(findings: Iterator[Finding]) -> list[_Row]:
    counts = Counter((finding.rule, str(finding.level)) for finding in findings)
    return sorted(counts.items(), key=lambda row: (-row[1], row[0][0].code, row[0][1]))
