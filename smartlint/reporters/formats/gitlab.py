"""The Code Quality report of GitLab: a list of issues, as Code Climate has them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from smartlint.reporters import Look
from smartlint.reporters.address import in_checkout
from smartlint.reporters.markup import as_text
from smartlint.reporters.plain import listed
from smartlint.reporters.ruled import located
from smartlint.reporters.visible import visible

if TYPE_CHECKING:
    from smartlint.finding import Finding, Result

ENCODING = "utf-8"
_SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}


def report(result: Result, look: Look) -> Iterator[str]:
    seen: Counter[str] = Counter()
    yield from listed(_issue(finding, look, seen) for finding in result.findings)
    yield "\n"


def _issue(finding: Finding, look: Look, seen: Counter[str]) -> dict[str, Any]:
    language = look.of(finding)
    place, mark = finding.place, finding.fingerprint
    seen[mark] += 1
    return {
        "type": "issue",
        "check_name": finding.rule.code,
        "categories": ["Clarity"],
        "description": visible(located(finding, language)),  # a single line
        "content": {"body": as_text(finding.help(language))},
        "severity": _SEVERITIES[finding.level],
        # an issue with the fingerprint of another is lost
        "fingerprint": mark if seen[mark] == 1 else f"{mark}{seen[mark]:x}",
        "location": {
            "path": in_checkout(place.path, look.run),
            "lines": {"begin": place.start.line, "end": place.end.line},
        },
    }
