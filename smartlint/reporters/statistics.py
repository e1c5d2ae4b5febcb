"""How often each rule was found, most often first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from smartlint.reporters import Look, word
from smartlint.reporters.closing import closing
from smartlint.reporters.paint import Paint
from smartlint.reporters.visible import cells
from smartlint.translation import number

if TYPE_CHECKING:
    from smartlint.linter import Result


def report(result: Result, look: Look) -> Iterator[str]:
    paint = Paint(look.color)
    counts = Counter((finding.rule, finding.level) for finding in result.findings if look.shows(finding))
    rows = sorted(counts.items(), key=lambda row: (-row[1], row[0][0].code, row[0][1]))
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
