"""Checkstyle's XML, which many CI servers read."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from smartlint.reporters import Look
from smartlint.reporters.ruled import located
from smartlint.reporters.xml import HEAD, tag

if TYPE_CHECKING:
    from smartlint.finding import Result

ENCODING = "utf-8"


def report(result: Result, look: Look) -> Iterator[str]:
    yield f'{HEAD}<checkstyle version="4.3">\n'
    for path, findings in groupby(result.findings, lambda finding: finding.place.path):
        yield f"  <{tag('file', name=path)}>\n"
        for finding in findings:
            start = finding.place.start
            severity, source = finding.level, f"smartlint.{finding.rule.code}"
            told = located(finding, look.of(finding))
            error = tag("error", line=start.line, column=start.column, severity=severity, message=told, source=source)
            yield f"    <{error}/>\n"
        yield "  </file>\n"
    yield "</checkstyle>\n"
