"""Results as plain data and as JSON: what all formats for programs share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from math import isfinite
from typing import TYPE_CHECKING, Any

from smartlint.json_text import json_text
from smartlint.reporters import Look, ruled

if TYPE_CHECKING:
    from smartlint.finding import Finding, Place, Result, Said, Suppression
    from smartlint.rule import Fix
    from smartlint.waiver import Standing, Waiver

VERSION = 1


def listed(items: Iterable[Any]) -> Iterator[str]:
    """An array as JSON, each item on a line of its own."""
    yield "["
    before = "\n"
    for item in items:
        yield before + json_text(item)
        before = ",\n"
    yield "]"


def finding(found: Finding, look: Look) -> dict[str, Any]:
    language = look.of(found)
    return {
        "code": found.rule.code,
        "name": found.rule.name,
        "message_id": found.message_id,
        "params": _plain(found.params),
        "message": found.message(language),
        "help": found.help(language),
        "url": None,
        "level": found.level,
        **_place(found.place),
        "goal": list(found.goal),
        "related": [{**_place(place), "message": found.note(place, language)} for place in found.related],
        "language": found.language,
        "fingerprint": found.fingerprint,
        "fix": _fix(found.fix) if found.fix else None,
        **({"suppression": _suppression(found.suppression)} if found.suppression else {}),
        **({"policy": ruled.as_data(found.ruling)} if found.ruling else {}),
    }


def _suppression(comment: Suppression) -> dict[str, Any]:
    return {**_place(comment.place), "until": comment.until.isoformat() if comment.until else None, "reason": comment.reason}


def waiver(excuse: Waiver) -> dict[str, Any]:
    return {
        "rule": excuse.rule,
        "path": excuse.path,
        "goal": excuse.goal,
        "reason": excuse.reason,
        "owner": excuse.owner,
        "approver": excuse.approver,
        "begins": excuse.begins.isoformat() if excuse.begins else None,
        "expires": excuse.expires.isoformat() if excuse.expires else None,
        "file": excuse.source.path,
        "line": excuse.line,
    }


def standing(one: Standing) -> dict[str, Any]:
    covered = [{"code": code, "path": path, "goal": list(goal)} for code, path, goal in one.covered]
    return {**waiver(one.waiver), "state": one.state, "excused": one.excused, "covered": covered}


def evidence(result: Result) -> Iterator[dict[str, Any]]:
    """What made goals pass, rule by rule, in order of place."""
    for one in result.evidence:
        yield {
            "code": one.rule.code,
            "name": one.rule.name,
            "passes_as": one.rule.passes_as,
            "text": result.sources[one.place.path].slice(one.place.span),
            **_place(one.place),
            "goal": list(one.goal),
            "language": one.language,
        }


def notice(said: Said, look: Look) -> dict[str, Any]:
    return {
        "code": said.rule.code,
        "name": said.rule.name,
        "message_id": said.message_id,
        "params": _plain(said.params),
        "message": said.message(look.frame),
    }


def stale(result: Result) -> list[dict[str, Any]]:
    """The entries of a baseline that nobody found."""
    return [
        {"path": one.path, "goal": list(one.goal), "code": one.code, "message_id": one.message_id, "text": one.text}
        for one in result.stale
    ]


def summary(result: Result) -> dict[str, Any]:
    tally = result.tally
    levels: Counter[str] = Counter()
    policies: Counter[str] = Counter()
    rules: Counter[str] = Counter()
    for kind, count in tally.kinds.items():
        levels[kind.level] += count
        rules[kind.rule.code] += count
        if kind.enforcement:
            policies[kind.enforcement] += count
    return {
        "files": result.files,
        "files_with_findings": tally.files(),
        "goals": result.goals,
        "errors": levels["error"],
        "warnings": levels["warning"],
        "infos": levels["info"],
        "suppressed": len(result.suppressed),
        "waived": len(result.waived),
        "baselined": len(result.baselined),
        **({"policies": dict(sorted(policies.items()))} if policies else {}),
        "rules": dict(sorted(rules.items())),
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
        **({"cell": place.label} if place.label else {}),
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
