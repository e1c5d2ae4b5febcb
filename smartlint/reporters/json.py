"""The whole result for programs: version 1 of the format that ``check.schema.json`` describes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from json import dumps
from math import isfinite
from typing import TYPE_CHECKING, Any

from smartlint.reporters import Look

if TYPE_CHECKING:
    from smartlint.finding import Finding, Place, Result, Said
    from smartlint.rule import Fix
    from smartlint.waiver import Waiver

VERSION = 1


def report(result: Result, look: Look) -> Iterator[str]:
    """An object with each finding on a line of its own."""
    yield f'{{"version": {VERSION}, "today": {_json(look.today.isoformat())},\n'
    yield from _list("findings", (_finding(finding, look) for finding in result.findings))
    yield from _list("suppressed", (_finding(finding, look) for finding in result.suppressed))
    yield from _list("waived", ({**_finding(one.finding, look), "waiver": _waiver(one.waiver)} for one in result.waived))
    yield from _list("notices", (_notice(notice, look) for notice in result.notices))
    yield f'"summary": {_json(_summary(result))}}}\n'


def _list(name: str, items: Iterator[Mapping[str, Any]]) -> Iterator[str]:
    yield f'"{name}": ['
    before = "\n"
    for item in items:
        yield before + _json(item)
        before = ",\n"
    yield "],\n"


def _json(value: Any) -> str:
    return dumps(value, ensure_ascii=False)


def _finding(finding: Finding, look: Look) -> dict[str, Any]:
    language = look.of(finding)
    return {
        "code": finding.rule.code,
        "name": finding.rule.name,
        "message_id": finding.message_id,
        "params": _plain(finding.params),
        "message": finding.message(language),
        "help": finding.help(language),
        "url": None,
        "level": finding.level,
        **_place(finding.place),
        "goal": list(finding.goal),
        "related": [{**_place(place), "message": finding.note(place, language)} for place in finding.related],
        "language": finding.language,
        "fingerprint": finding.fingerprint,
        "fix": _fix(finding.fix) if finding.fix else None,
    }


def _waiver(waiver: Waiver) -> dict[str, Any]:
    return {
        "rule": waiver.rule,
        "path": waiver.path,
        "goal": waiver.goal,
        "reason": waiver.reason,
        "owner": waiver.owner,
        "approver": waiver.approver,
        "expires": waiver.expires.isoformat() if waiver.expires else None,
    }


def _fix(fix: Fix) -> dict[str, Any]:
    edits = [{"span": {"start": edit.span.start, "end": edit.span.end}, "text": edit.text} for edit in fix.edits]
    return {"applicability": fix.applicability, "edits": edits}


def _place(place: Place) -> dict[str, Any]:
    return {
        "path": place.path,
        "span": {"start": place.span.start, "end": place.span.end},
        "line": place.start.line,
        "column": place.start.column,
        "end_line": place.end.line,
        "end_column": place.end.column,
    }


def _notice(notice: Said, look: Look) -> dict[str, Any]:
    return {
        "code": notice.rule.code,
        "name": notice.rule.name,
        "message_id": notice.message_id,
        "params": _plain(notice.params),
        "message": notice.message(look.frame),
    }


def _summary(result: Result) -> dict[str, Any]:
    levels = Counter(finding.level for finding in result.findings)
    return {
        "files": result.files,
        "files_with_findings": len({finding.place.path for finding in result.findings}),
        "goals": result.goals,
        "errors": levels["error"],
        "warnings": levels["warning"],
        "infos": levels["info"],
        "suppressed": len(result.suppressed),
        "waived": len(result.waived),
        "rules": dict(sorted(Counter(finding.rule.code for finding in result.findings).items())),
    }


def _plain(value: Any) -> Any:
    """A parameter as JSON has it: days as ISO dates, sequences as lists, what else there is as text."""
    if value is None or isinstance(value, (str, int)) or (isinstance(value, float) and isfinite(value)):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(name): _plain(item) for name, item in value.items()}
    if isinstance(value, Sequence):
        return [_plain(item) for item in value]
    return str(value)
