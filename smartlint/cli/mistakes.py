"""What is wrong with a configuration, as it is shown: every mistake with its place, and what may have been meant."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import IO, TYPE_CHECKING, Any

import click

from smartlint.cli.output import columns, in_color
from smartlint.translation import fill, translate

if TYPE_CHECKING:
    from smartlint.configuration.mistake import Mistake

_NARROWEST, _WIDEST = 40, 200


class WrongConfiguration(click.ClickException):
    """Ends a command with 2 and says all that is wrong."""

    exit_code = 2

    def __init__(self, mistakes: Sequence[Mistake], language: str, color: str = "auto") -> None:
        super().__init__(f"{len(mistakes)} mistakes in the configuration")
        self._mistakes = mistakes
        self._language = language
        self._color = color

    def show(self, file: IO[Any] | None = None) -> None:
        stream = sys.stderr
        colored = in_color(self._color, stream)
        for piece in as_text(self._mistakes, self._language, columns(stream), color=colored):
            click.echo(piece, file=file, err=file is None, nl=False, color=colored)


def as_text(mistakes: Sequence[Mistake], language: str, width: int, *, color: bool) -> Iterator[str]:
    """Each mistake with its line, in the style of modern compilers, and how many there are."""
    from smartlint.reporters import word
    from smartlint.reporters.paint import Paint
    from smartlint.reporters.snippet import Mark, snippet
    from smartlint.reporters.visible import brief, visible

    paint = Paint(color)
    width = max(_NARROWEST, min(width, _WIDEST))
    for mistake in mistakes:
        source = mistake.source
        start = source.position(mistake.span.start)
        gutter = len(str(start.line))
        yield f"{paint(word('error', language), 'error')}: {paint(brief(mistake.text(language)), 'strong')}\n"
        place = f"{visible(source.path)}:{start.line}:{start.column}" if source.text else visible(source.path)
        yield f"{'':{gutter}}{paint('-->', 'frame')} {place}\n"
        if source.text:
            for line in snippet(source, [Mark(mistake.span, "error")], gutter, width, paint):
                yield line + "\n"
        yield "\n"
    count = len(mistakes)
    text = "1 mistake in the configuration" if count == 1 else "{count} mistakes in the configuration"
    yield fill(translate(text, language), {"count": count}, language) + "\n"


def as_lines(mistakes: Sequence[Mistake], language: str) -> Iterator[str]:
    """Each mistake as a line: file, line, column, message."""
    for mistake in mistakes:
        start = mistake.source.position(mistake.span.start)
        yield f"{mistake.source.path}:{start.line}:{start.column}: {mistake.text(language)}\n"


def as_json(mistakes: Sequence[Mistake], language: str) -> Iterator[str]:
    """Each mistake as programs read it."""
    found = []
    for mistake in mistakes:
        start, end = mistake.source.position(mistake.span.start), mistake.source.position(mistake.span.end)
        found.append(
            {
                "path": mistake.source.path,
                "line": start.line,
                "column": start.column,
                "end_line": end.line,
                "end_column": end.column,
                "message": mistake.text(language),
                "near": list(mistake.near),
            }
        )
    from smartlint.json_text import json_text  # here, because most runs meet no mistakes

    yield json_text({"version": 1, "mistakes": found}, indent=2) + "\n"


FORMATS = ("full", "concise", "json")
