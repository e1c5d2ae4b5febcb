"""The diagnostics of reviewdog, which brings them into a review. Its columns count bytes of UTF-8."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from smartlint.reporters import Look
from smartlint.reporters.plain import listed
from smartlint.reporters.ruled import located
from smartlint.source import Source, Span

if TYPE_CHECKING:
    from smartlint.finding import Finding, Place, Result

ENCODING = "utf-8"
_SEVERITIES = {"error": "ERROR", "warning": "WARNING", "info": "INFO"}


def report(result: Result, look: Look) -> Iterator[str]:
    yield '{"source": {"name": "smartlint"}, "diagnostics": '
    yield from listed(_diagnostic(finding, result, look) for finding in result.findings)
    yield "}\n"


def _diagnostic(finding: Finding, result: Result, look: Look) -> dict[str, Any]:
    language = look.of(finding)
    advice = finding.help(language)
    said = located(finding, language)
    told: dict[str, Any] = {
        "message": f"{said}\n{advice}" if advice else said,
        "location": _location(finding.place, result),
        "severity": _SEVERITIES[finding.level],
        "code": {"value": finding.rule.code},
    }
    related = [{"message": finding.note(place, language), "location": _location(place, result)} for place in finding.related]
    if related:
        told["related_locations"] = related
    source = result.sources.get(finding.place.path)
    fix = finding.fix
    # each suggestion is taken by itself: a fix of several edits cannot be told
    if source is not None and fix is not None and fix.applicability != "display" and len(fix.edits) == 1:
        told["suggestions"] = [{"range": _range(source, edit.span), "text": edit.text} for edit in fix.edits]
    return told


def _location(place: Place, result: Result) -> dict[str, Any]:
    source = result.sources.get(place.path)
    where: dict[str, Any] = {"path": place.path}
    if place.label:  # a row and a column: no bytes
        start, end = ({"line": at.line, "column": at.column} for at in (place.start, place.end))
        return {**where, "range": {"start": start, "end": end}}
    return {**where, "range": _range(source, place.span)} if source is not None else where


def _range(source: Source, span: Span) -> dict[str, Any]:
    return {"start": _position(source, span.start), "end": _position(source, span.end)}


def _position(source: Source, offset: int) -> dict[str, int]:
    line, column = source.position(offset)
    before = source.text[offset - column + 1 : offset]
    return {"line": line, "column": len(before.encode("utf-8", "surrogatepass")) + 1}
