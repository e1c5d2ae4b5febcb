"""Directives: suppressions in comments, each with the part of the file that it speaks of."""

from __future__ import annotations

import re
from datetime import date

from smartlint.goal import Directive, Problem
from smartlint.parser.drafts import FieldDraft
from smartlint.parser.layout import Layout
from smartlint.reading import Text
from smartlint.source import Source, Span

_DIRECTIVE = re.compile(
    r"#\s*smartlint:\s*(?P<form>ignore(?:-file)?)\[(?P<codes>[^\]]*)\]"
    r"(?:\s+until=(?P<until>\d{4}-\d\d-\d\d))?(?:\s+--\s*(?P<reason>.*\S))?\s*$"
)
_CODE = re.compile(r"[^\s,]+")


def directives(source: Source, layout: Layout) -> tuple[list[Directive], list[Problem]]:
    """The suppressions of a file, and those that cannot be read."""
    found, problems = [], []
    first_goal = layout.roots[0].line.start if layout.roots else len(source.text)
    scopes = _scopes(layout) if layout.directives else {}
    for span, line in layout.directives:
        directive = _read(source, span, first_goal)
        if directive is None:
            problems.append(Problem("malformed-suppression", "malformed", span))
            continue
        codes, whole, until, reason = directive
        if line is None:
            scope: tuple[Span, ...] = (source.line_span(source.position(span.start).line),)
        else:
            scope = scopes.get(line.start, (Span(line.start, line.content.end),))
        found.append(Directive(span, codes, whole, scope, until, reason))
    return found, problems


def _read(source: Source, span: Span, first_goal: int) -> tuple[tuple[Text, ...], bool, date | None, str] | None:
    match = _DIRECTIVE.match(source.slice(span))
    if match is None:
        return None
    whole = match["form"] == "ignore-file"
    start = span.start + match.start("codes")
    codes = tuple(Text(code[0], Span(start + code.start(), start + code.end())) for code in _CODE.finditer(match["codes"]))
    try:
        until = date.fromisoformat(match["until"]) if match["until"] else None
    except ValueError:
        return None
    if not codes or (whole and span.start > first_goal):
        return None
    return codes, whole, until, match["reason"] or ""


def _scopes(layout: Layout) -> dict[int, tuple[Span, ...]]:
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
