"""Directives: suppressions in comments, each with the part of the file that it speaks of."""

from __future__ import annotations

from datetime import date

from smartlint.goal import Directive, Problem
from smartlint.parser.drafts import FieldDraft, Laid
from smartlint.pattern import compile_late
from smartlint.reading import Text
from smartlint.source import Source, Span

_DIRECTIVE = compile_late(
    r"(?:#|<!--)\s*(?i:smartlint)\s*:\s*(?P<form>[^\s\[]*)(?:\[(?P<codes>[^\]]*)\])?"
    r"(?:\s+until=(?P<until>\S*))?(?:\s+--\s*(?P<reason>.*\S)?)?\s*(?P<rest>.*)$"
)
_CODE = compile_late(r"[^\s,]+")
_DAY = compile_late(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)")
_NUMERIC_DAY = compile_late(r"(?P<day>\d\d?)\.(?P<month>\d\d?)\.(?P<year>\d{4})")
_FORMS = ("ignore", "ignore-file")


def directives(source: Source, layout: Laid, *, below: bool = False) -> tuple[list[Directive], list[Problem]]:
    """The suppressions of a file, or of a block ``below`` goals, and those that cannot be read."""
    found, problems = [], []
    first_goal = -1 if below else layout.roots[0].line.start if layout.roots else len(source.text)
    scopes = _scopes(layout) if layout.directives else {}
    for span, line in layout.directives:
        if line is None:
            scope: tuple[Span, ...] = (source.line_span(source.position(span.start).line),)
        else:
            scope = scopes.get(line.start, (Span(line.start, line.content.end),))
        read = _read(source, span, scope, first_goal)
        if isinstance(read, Directive):
            found.append(read)
        else:
            problems.append(read)
    return found, problems


def _read(source: Source, span: Span, scope: tuple[Span, ...], first_goal: int) -> Directive | Problem:
    match = _DIRECTIVE.match(source.slice(span).removesuffix("-->").rstrip())
    assert match is not None  # whatever stands behind the colon

    def problem(variant: str, part: str = "", **data: str) -> Problem:
        start, end = match.span(part) if part and match[part] else (0, span.end - span.start)
        return Problem("malformed-suppression", variant, Span(span.start + start, span.start + end), data)

    if match["form"] not in _FORMS:
        return problem("form", "form", word=match["form"] or "smartlint:")
    start = span.start + match.start("codes")
    codes = tuple(Text(one[0], Span(start + one.start(), start + one.end())) for one in _CODE.finditer(match["codes"] or ""))
    if not codes:
        is_open = match["codes"] is None and match["rest"].startswith("[") and "]" not in match["rest"]
        return problem("open", "rest") if is_open else problem("codes")
    until = _day(match["until"]) if match["until"] is not None else None
    if match["until"] is not None and until is None:
        return problem("day", "until", day=match["until"] or "until=")
    if match["rest"]:
        return problem("rest", "rest", text=match["rest"].rstrip())
    whole = match["form"] == "ignore-file"
    if whole and span.start > first_goal:
        return problem("late")
    return Directive(span, codes, whole, scope, until, match["reason"] or "")


def _day(text: str) -> date | None:
    parts = _DAY.fullmatch(text) or _NUMERIC_DAY.fullmatch(text)
    try:
        return date(int(parts["year"]), int(parts["month"]), int(parts["day"])) if parts else None
    except ValueError:
        return None


def _scopes(layout: Laid) -> dict[int, tuple[Span, ...]]:
    """By the start of its line: the spans of each goal (with its fields, not its children) and of each field."""
    found: dict[int, tuple[Span, ...]] = {}

    def take(fields: dict[str, FieldDraft]) -> list[Span]:
        spans = [field.whole for field in fields.values()]
        for field, span in zip(fields.values(), spans, strict=True):
            found[field.line.start] = (span,)
        return spans

    for section in layout.sections:
        take(section.fields)
    drafts = list(layout.roots)
    while drafts:
        draft = drafts.pop()
        drafts += draft.children
        first = Span(draft.line.start, max([draft.line.content.end, *(part.end for part in draft.parts)]))
        found[draft.line.start] = (first, *take(draft.fields), *(item.whole for item in draft.items))
    return found
