"""The whole result for programs that read line by line: what ``check.schema.json`` calls a line, the summary last."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from smartlint.json_text import json_text
from smartlint.reporters import Look, plain

if TYPE_CHECKING:
    from smartlint.finding import Result

ENCODING = "utf-8"


def report(result: Result, look: Look) -> Iterator[str]:
    for line in _lines(result, look):
        yield json_text(line) + "\n"


def _lines(result: Result, look: Look) -> Iterator[dict[str, Any]]:
    for found in result.findings:
        yield {"kind": "finding", **plain.finding(found, look)}
    for found in result.suppressed:
        yield {"kind": "suppressed", **plain.finding(found, look)}
    for one in result.waived:
        yield {"kind": "waived", **plain.finding(one.finding, look), "waiver": plain.waiver(one.waiver)}
    for found in result.baselined:
        yield {"kind": "baselined", **plain.finding(found, look)}
    for entry in plain.stale(result):
        yield {"kind": "stale", **entry}
    for said in result.notices:
        yield {"kind": "notice", **plain.notice(said, look)}
    if look.evidence:
        yield from ({"kind": "evidence", **one} for one in plain.evidence(result))
    yield {"kind": "summary", "version": plain.VERSION, "today": look.today.isoformat(), **plain.summary(result)}
