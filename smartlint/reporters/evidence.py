"""What was recognised as a goal, and what makes each pass, as text: a line for the goal, and one below it for each rule."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from smartlint.reporters import Look
from smartlint.reporters.paint import Paint
from smartlint.reporters.visible import clip, goal_path, visible
from smartlint.translation import fill, translate

if TYPE_CHECKING:
    from smartlint.finding import Evidence, Result
    from smartlint.goal import Goal
    from smartlint.source import Source, Span

_LONGEST = 100


def evidence(result: Result, look: Look) -> Iterator[str]:
    """File by file: what holds for all of it, then its goals."""
    found: dict[tuple[str, int | None], list[Evidence]] = defaultdict(list)
    for one in result.evidence:
        found[one.place.path, one.index].append(one)
    paint = Paint(look.color)
    for path, document in sorted(result.documents.items()):
        for one in found[path, None]:
            place = f"{visible(path)}:{visible(one.place.short)}"
            yield f"{paint(place, 'frame')}: {because(one, document.source, look)}\n"
        for goal in document.all_goals:
            yield f"{paint(_place(path, document.source, goal), 'frame')}: {paint(_told(goal, look), 'strong')}\n"
            if goal.because is not None:
                yield _recognised(goal, goal.because, document.source, look, paint)
            yield from _witnesses(found[path, goal.index], document.source, look, paint)


def _witnesses(found: Sequence[Evidence], source: Source, look: Look, paint: Paint) -> Iterator[str]:
    for one in found:
        yield f"  {paint(visible(one.place.short), 'frame')}: {because(one, source, look)}\n"


def _recognised(goal: Goal, span: Span, source: Source, look: Look, paint: Paint) -> str:
    """What tells, in a document that is no goal file, that this is a goal."""
    language = look.language or goal.language
    params = {"text": clip(visible(" ".join(source.slice(span).split())), _LONGEST)}
    told = fill(translate("read as a goal because of: {text}", language), params, language)
    return f"  {paint(_short(source, span), 'frame')}: {told}\n"


def because(one: Evidence, source: Source, look: Look) -> str:
    """Why a goal passes, in a sentence."""
    language = look.language or one.language
    quality = one.rule.in_language(one.rule.passes_as, language) or one.rule.name
    text = clip(visible(" ".join(source.slice(one.place.span).split())), _LONGEST)
    params = {"quality": quality, "code": one.rule.code, "text": text}
    return fill(translate("{quality} ({code}) because: {text}", language), params, language)


def _place(path: str, source: Source, goal: Goal) -> str:
    return f"{visible(path)}:{_short(source, goal.head)}"


def _short(source: Source, span: Span) -> str:
    start, _ = source.place(span)
    return visible(source.label(span.start)) or f"{start.line}:{start.column}"


def _told(goal: Goal, look: Look) -> str:
    language = look.language or goal.language
    name = fill(translate("goal {name}", language), {"name": goal_path(goal.path)}, language)
    return f"{name}: {clip(visible(goal.statement.plain), _LONGEST)}"
