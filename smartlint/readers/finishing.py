"""The last step of readers: drafts become the document that the rules see."""

from __future__ import annotations

from smartlint.extracting import is_table
from smartlint.goal import Document, Problem
from smartlint.language.vocabulary import vocabulary
from smartlint.parser.directives import directives
from smartlint.parser.lines import Spoken
from smartlint.parser.resolve import Resolver
from smartlint.readers.drawing import Drafts
from smartlint.readers.due import due
from smartlint.readers.moments import dotted_day
from smartlint.readers.request import Request
from smartlint.source import Source, Span

_LONGEST = 60


def finished(source: Source, readable: Source, drafts: Drafts, voted: Spoken, request: Request) -> Document:
    """The document of a file; ``readable`` is its text without markup, from which the values were read."""
    language = voted.languages[0]
    for field in drafts.dotted:
        field.value = dotted_day(readable.text, field.parts[0], language, request.anchor) if field.parts else None
    resolver = Resolver(readable, drafts, voted, request.today, request.fiscal_year_starts, due=due)
    suppressions, malformed = directives(source, drafts)
    problems = [*resolver.problems, *malformed]
    if not resolver.goals:
        variant = "table" if is_table(source.path) else "none"
        problems.append(_no_goals(readable.text, language, variant))
    return Document(
        source,
        language,
        resolver.sections,
        resolver.goals,
        tuple(sorted(problems, key=lambda problem: problem.span)),
        tuple(suppressions),
        voted.languages if len(voted.languages) > 1 else (),
    )


def _no_goals(text: str, language: str, variant: str) -> Problem:
    """A document in which nothing is a goal says so, at its first line of text."""
    line = next((line for line in text.split("\n") if line.strip()), "")
    if not line:
        return Problem("no-goals", "empty", Span(0, min(1, len(text))))
    shown = line.strip(" #\t\r")
    shown = shown if len(shown) <= _LONGEST else shown[: _LONGEST - 1] + "…"
    start = text.index(line) + line.index(line.strip())
    word = next(word for word, meanings in vocabulary().kinds.items() if ("goal", language) in meanings)
    data = {"word": word.capitalize()} if variant == "table" else {"example": f"{word}: {shown}"}
    return Problem("no-goals", variant, Span(start, start + len(line.strip())), data)
