"""Text becomes a document: goals in trees, what could not be read, and suppressions. It never raises on any text."""

from __future__ import annotations

from datetime import date, datetime

from smartlint.goal import Document, Problem
from smartlint.language.vocabulary import vocabulary
from smartlint.parser.directives import directives
from smartlint.parser.layout import Layout
from smartlint.parser.lines import Line, read_lines, spoken
from smartlint.parser.resolve import Resolver
from smartlint.source import Source, Span

__all__ = ["parse"]


def parse(text: str, path: str = "", *, language: str = "", today: date | None = None, fiscal_year_starts: int = 1) -> Document:
    """The document that a text is.

    ``language`` is that of the text, found out where it is empty; a ``language:`` in the text wins over it. Open dates
    are resolved from ``today`` (the machine's day where it is not given). ``fiscal_year_starts`` is the number of the
    month in which the fiscal year starts where the text does not say.
    """
    source = Source(text, path)
    voted = spoken(text, language)
    language = voted.languages[0]
    heading, goals = read_lines(text, language)
    layout = Layout(source, language)
    layout.place(heading, goals)
    resolver = Resolver(source, layout, voted, today or datetime.now().astimezone().date(), fiscal_year_starts)
    suppressions, malformed = directives(source, layout)
    problems = [*resolver.problems, *malformed]
    if not resolver.goals and not any(problem.variant == "too-long" for problem in problems):
        problems = [one for one in problems if one.kind not in ("syntax-error", "unknown-field", "missing-colon")]
        problems.append(_no_goals(source, [*heading, *(line for block in goals for line in block)], language))
    return Document(
        source,
        language,
        resolver.sections,
        resolver.goals,
        tuple(sorted(problems, key=lambda problem: problem.span)),
        tuple(suppressions),
        voted.languages if len(voted.languages) > 1 else (),
    )


def _no_goals(source: Source, lines: list[Line], language: str) -> Problem:
    """A file with no goal says so, at its first line of text, and shows that line rewritten as a goal."""
    lines = [line for line in lines if line.kind != "DIRECTIVE" and line.content.start < line.content.end]
    if not lines:
        return Problem("no-goals", "empty", Span(0, min(1, len(source.text))))
    line = next((line for line in lines if line.kind not in ("GOAL", "FIELD")), None)
    text = source.slice(line.content) if line else "…"
    shown = text if len(text) <= 60 else text[:59] + "…"
    word = next(word for word, meanings in vocabulary().kinds.items() if ("goal", language) in meanings)
    mended = f"{word}: {text}" if lines == [line] else None
    return Problem("no-goals", "none", (line or lines[0]).content, {"example": f"{word}: {shown}"}, mended=mended)
