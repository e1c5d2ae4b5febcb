"""The lines of a cell: how many sentences they are."""

from __future__ import annotations

import re

from smartlint.source import Span

_LINE = re.compile(r"[^\n\v]+")
_BULLET = re.compile(r"\s*(?:[-+*•·–◦▪]|\d{1,2}[.)])\s+(?=\S)")


def lines_in(text: str, cell: Span) -> list[Span]:
    return [Span(*match.span()) for match in _LINE.finditer(text, cell.start, cell.end) if match[0].strip()]


def sentences_in(text: str, cell: Span) -> list[list[Span]]:
    """The sentences in a cell, line by line: one, or as many as it has bullets."""
    lines = lines_in(text, cell)
    bullets = [_BULLET.match(text, line.start, line.end) for line in lines]
    if not bullets or bullets[0] is None or (len(lines) > 1 and not any(bullets[1:])):
        return [lines]
    sentences: list[list[Span]] = []
    for line, bullet in zip(lines, bullets, strict=True):
        if bullet is not None:
            sentences.append([Span(bullet.end(), line.end)])
        else:
            sentences[-1].append(line)
    return sentences
