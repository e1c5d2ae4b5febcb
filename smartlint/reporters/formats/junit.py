"""JUnit's XML: a suite for each file, a test for each finding.

A finding at a level that makes the run fail is a failure, any other a test that passes and says something. What was
silenced, waived or could not be judged is a test that was skipped, with the reason.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from smartlint.reporters import Look
from smartlint.reporters.ruled import message
from smartlint.reporters.visible import goal_path
from smartlint.reporters.xml import HEAD, tag, text

if TYPE_CHECKING:
    from smartlint.finding import Finding, Result

ENCODING = "utf-8"
#: The suite of what stands in no file, and its test where there is nothing at all to say.
_RUN, _NOTHING = "smartlint", "no findings"


class _Case(NamedTuple):
    """A test, and what came of it: ``failures``, ``skipped`` or nothing."""

    text: str
    outcome: str = ""


def report(result: Result, look: Look) -> Iterator[str]:
    suites: dict[str, list[_Case]] = defaultdict(list)
    for finding in result.findings:
        suites[finding.place.path].append(_found(finding, look))
    for finding in result.suppressed:
        suites[finding.place.path].append(_skipped(_named(finding), _silence(finding)))
    for waived in result.waived:
        suites[waived.finding.place.path].append(_skipped(_named(waived.finding), f"waived: {waived.waiver.reason}"))
    for finding in result.baselined:
        suites[finding.place.path].append(_skipped(_named(finding), "known before"))
    for notice in result.notices:
        called = tag("testcase", classname=_RUN, name=f"{notice.rule.code} {notice.rule.name}", time=0)
        suites[_RUN].append(_skipped(called, notice.message(look.frame)))
    if not suites:
        suites[_RUN].append(_Case(f"    <{tag('testcase', classname=_RUN, name=_NOTHING, time=0)}/>\n"))
    yield f"{HEAD}<{tag('testsuites', name=_RUN, **_counts([case for cases in suites.values() for case in cases]))}>\n"
    for name, cases in sorted(suites.items()):
        yield f"  <{tag('testsuite', name=name, **_counts(cases))}>\n"
        yield from (case.text for case in cases)
        yield "  </testsuite>\n"
    yield "</testsuites>\n"


def _counts(cases: list[_Case]) -> dict[str, object]:
    outcomes = Counter(case.outcome for case in cases)
    return {"tests": len(cases), "failures": outcomes["failures"], "errors": 0, "skipped": outcomes["skipped"], "time": 0}


def _found(finding: Finding, look: Look) -> _Case:
    language = look.of(finding)
    said = message(finding, language)
    parts = (f"{finding.level} {finding.rule.code}: {said}", finding.help(language))
    told = "\n".join(text(part) for part in parts if part)
    if finding.fails(look.run.failing):
        failure = f"<{tag('failure', type=finding.rule.code, message=said)}>{told}</failure>"
        return _Case(_holding(_named(finding), failure), "failures")
    return _Case(_holding(_named(finding), f"<system-out>{told}</system-out>"))


def _silence(finding: Finding) -> str:
    reason = finding.suppression.reason if finding.suppression else ""
    return f"suppressed by a comment: {reason}" if reason else "suppressed by a comment"


def _skipped(called: str, why: str) -> _Case:
    return _Case(_holding(called, f"<{tag('skipped', message=why)}/>"), "skipped")


def _named(finding: Finding) -> str:
    """What opens the test of a finding."""
    place = finding.place
    goal = f"{goal_path(finding.goal)}: " if finding.goal else ""
    name = f"{goal}{finding.rule.code} {finding.rule.name} ({place.short})"
    return tag("testcase", classname=place.path, name=name, file=place.path, line=place.start.line, time=0)


def _holding(called: str, inside: str) -> str:
    return f"    <{called}>\n      {inside}\n    </testcase>\n"
